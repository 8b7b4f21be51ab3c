"""Who asks: from where he looks, which bodies he may see, and how names are opened for him."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.amendment import looked_up
from domain.decisions import vietnam_day
from domain.entries import EntryCorrected, Event
from domain.intervals import FOREVER
from domain.organization import Kind, Organization, Tree, standing_on
from domain.private import Sealed
from domain.refusals import NotVisible, ReadByAdministrator, WithoutOffice
from domain.rulebook import RuleSet
from projections.sealed import place_named
from projections.successions import with_predecessors
from projections.viewpoint import Viewpoint, position_of
from service.composition import Service
from service.officers import Officer
from service.queries.asked import Asked
from service.queries.names import Names
from service.schema.faults import REQUIRED, FieldFault, InvalidBody, outside

CELLS = frozenset({Kind.CELL, Kind.PARTY_GROUP})
YEARS_AHEAD = 5


@dataclass
class Reader:
    """One officer with one question: everything that he sees, he sees through here.

    ``ids`` are those in the address, ``sent`` the draft of a rule set that came with the question;
    ``opened`` are the people of whom something private was opened since somebody last noted it.
    """

    service: Service
    officer: Officer
    asked: Asked
    ids: Mapping[str, UUID] = field(default_factory=dict)
    sent: RuleSet | None = None
    opened: set[UUID] = field(default_factory=set)
    _streams: dict[UUID, list[Event]] = field(default_factory=dict)
    _organizations: dict[UUID, Organization] = field(default_factory=dict)

    @cached_property
    def today(self) -> date:
        """The day that it is in Vietnam."""
        return vietnam_day(self.service.settings.now())

    @cached_property
    def viewpoint(self) -> Viewpoint:
        """The day and the position of the question; by default today, and all that is known.

        ``after``, and a position in ``known_at``, wait until the read models know that position of
        the log; raise ``NotYetVisible`` where that takes too long.
        """
        as_of = self.asked.day("as_of") or self.today
        if as_of.year > self.today.year + YEARS_AHEAD:
            last = date(self.today.year + YEARS_AHEAD, 12, 31)
            raise InvalidBody([FieldFault("as_of", outside("1930-01-01", last))])
        end = self.service.coordination.log_end()
        known_at = self.asked.known_at(end)
        after = self.asked.number("after", 0, end)
        awaited = [one for one in (after, known_at) if isinstance(one, int)]
        self.service.reach(max(awaited, default=None), as_of)
        reached = self.service.views.checkpoint().position
        return Viewpoint(as_of, position_of(known_at, self.service.log, reached))

    def at(self, viewpoint: Viewpoint) -> Reader:
        """Give the same officer with the same question, looking from elsewhere."""
        elsewhere = replace(self)
        elsewhere.viewpoint = viewpoint
        return elsewhere

    @cached_property
    def own(self) -> UUID | None:
        """The officer's body, or who has taken it over by today; none is the administrator's."""
        own = self.officer.organization
        return self.tree.in_place_of(own, self.today) if own else None

    @cached_property
    def body(self) -> Organization:
        """The body of which the question is: the officer's own, or one below it.

        It may have been succeeded: the question is then of what came from it. Raise
        ``NotVisible`` for any other, ``ReadByAdministrator``, or ``WithoutOffice`` for whoever
        holds no office today.
        """
        if self.own is None:
            raise ReadByAdministrator(officer=self.officer.person)
        standing = standing_on(self.own, self.today, self.tree)
        if not standing.offices_of(self.officer.person, self.today):
            raise WithoutOffice(officer=self.officer.person, organization=self.own)
        chosen = self.asked.id("organization") or self.own
        present = self.tree.in_place_of(chosen, self.today)
        if present != self.own and not self.tree.is_under(present, self.own, self.today):
            raise NotVisible(field="organization", organization=chosen)
        return self.organization(chosen)

    @cached_property
    def tree(self) -> Tree:
        """How bodies stand to one another, by all that is on record."""
        return Tree(self)

    def organization(self, organization: UUID) -> Organization:
        """Load one body."""
        if organization not in self._organizations:
            entries = self.service.coordination.events_of(organization)
            self._organizations[organization] = Organization.replay(organization, entries)
        return self._organizations[organization]

    @property
    def draft(self) -> RuleSet:
        """The draft of a rule set that came with the question; raise ``InvalidBody``."""
        if self.sent is None:
            raise InvalidBody([FieldFault("rules", REQUIRED)])
        return self.sent

    @cached_property
    def sides(self) -> frozenset[Side]:
        """The sides on which the body of the question stands."""
        registered = self.body.registered
        return frozenset(registered.sides) if registered else frozenset()

    @cached_property
    def side(self) -> Side:
        """The side from which is asked: ``side`` chooses where the body stands on both."""
        chosen = self.asked.codes("side", tuple(Side))
        if Side.WORKPLACE in self.sides and chosen != (Side.RESIDENCE,):
            return Side.WORKPLACE
        return Side.RESIDENCE

    def turn(self, cursor: str) -> None:
        """Go on to the page that begins there, from where the question was asked before."""
        self.asked = self.asked.changed(cursor=cursor)
        self.opened.clear()
        self._streams.clear()

    @property
    def is_cell(self) -> bool:
        """Tell whether the body of the question is a cell or a group, which sees its own only."""
        registered = self.body.registered
        return registered is not None and registered.kind in CELLS

    @cached_property
    def committee(self) -> UUID:
        """The committee of the question: the body itself, or the one above a cell."""
        body: Organization = self.body
        while body.registered and body.registered.kind in CELLS:
            above = self.tree.parent_on(body.id, self.viewpoint.as_of)
            if above is None:
                break
            body = self.organization(above)
        return body.id

    @cached_property
    def bodies(self) -> tuple[UUID, ...]:
        """The body of the question, and all whose place it has taken by the day."""
        return with_predecessors(self.service.views, [self.body.id], self.viewpoint)

    @cached_property
    def committees(self) -> tuple[UUID, ...]:
        """The committee of the question, and all whose place it has taken by the day."""
        return with_predecessors(self.service.views, [self.committee], self.viewpoint)

    @cached_property
    def cells(self) -> tuple[UUID, ...]:
        """The cell to which the question is limited, if it is, and those that it goes on from."""
        return self.bodies if self.is_cell else ()

    # What bodies are called.

    @cached_property
    def names(self) -> Names:
        """What bodies are called on the day of the question."""
        return Names(self.service.views, self.viewpoint)

    def called(self, organizations: Iterable[UUID | None]) -> None:
        """Look up what some bodies are called on the day of the question."""
        self.names.look_up(organizations)

    def named(self, organization: UUID | None) -> dict[str, Any] | None:
        """Say which body it is, or who has taken it over by the day of the question."""
        return self.names.named(organization)

    def ours(self, organization: UUID | None) -> bool:
        """Tell whether a body is that of the question, or one whose place that has taken."""
        return organization in self.bodies

    # What is private is opened here and nowhere else.

    def open(self, person: UUID, places: Iterable[str | None]) -> list[str | None]:
        """Open the values at some places; ``None`` where there is none, or its key is gone."""
        texts = [self._text(place) for place in places]
        if any(text is not None for text in texts):
            self.opened.add(person)
        return texts

    def prefetch(self, places: Iterable[str | None]) -> None:
        """Read the streams of some places with one statement."""
        streams = {place_named(place).stream for place in places if place}
        self._streams |= self.service.coordination.streams_of(streams - self._streams.keys())

    def _text(self, place: str | None) -> str | None:
        if place is None:
            return None
        where = place_named(place)
        if where.stream not in self._streams:
            self.prefetch([place])
        entry = self._streams[where.stream][where.version - 1]
        value = _value(entry, where.path)
        return self.service.coordination.sealing.open(value) if isinstance(value, Sealed) else None


def _value(entry: Event, path: str) -> object:
    """Find the value at a path: in a correction, the right fact by the path that it corrects."""
    if isinstance(entry, EntryCorrected):
        return entry.facts.get(path.removeprefix("facts."))
    return looked_up(entry, path)[1]


def days(day: date | None) -> date | None:
    """Give a day as it is answered: none where there is no end."""
    return None if day in (None, FOREVER) else day
