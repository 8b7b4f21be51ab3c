"""Everything that happened about one member, with the papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.entries import Event, version_of
from domain.evaluation import (
    Evaluation,
    EvaluationDrafted,
    EvaluationReceived,
    EvaluationSent,
)
from domain.intervals import Interval
from domain.introduction.link import link_id
from domain.member import Member, MemberEnrolled, ResidenceDeclared
from domain.private import Private, Sealed
from domain.refusals import NotVisible
from projections.chronicle import ChronicleEntry
from projections.history import Place, chronicle_of
from projections.introduced import introduced_of
from projections.viewpoint import Viewpoint
from service.queries.asked import Position, cursor_of
from service.queries.history import entry_item
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = ("as_of", "known_at", "organization", "limit", "cursor", "after")
INNER = frozenset(
    {
        "letter.drafted",
        "slip.filed",
        "evaluation.consolidated",
        "evaluation.filed",
        "evaluation.disclosed",
        "evaluation.statement_recorded",
        "evaluation.proposal_resolved",
    }
)
_ENVELOPE = frozenset(field.name for field in fields(Event))
_LISTS_OF_LINKS = frozenset({"links", "considered"})
FIRST_WORDS = ("letter", "slip", "link", "absence", "meeting", "evaluation", "report")


def ask_chronicle(reader: Reader) -> Page:
    """List everything about one member that the asker may see, by date, with the papers."""
    reader.asked.only(*PARAMETERS)
    member = reader.ids["member"]
    sight = sight_of(reader, member)
    limit = reader.asked.limit()
    place = reader.asked.cursor(tuple[date, Position])
    after = Place(*place) if place else None
    found = chronicle_of(
        reader.service.views, member, reader.viewpoint, after=after, limit=limit + 1
    )
    page = found[:limit]
    covered = [entry for entry in page if sight.covers(entry)]
    events = reader.service.coordination.streams_of({entry.stream for entry in covered})
    shown = [e for e in covered if sight.is_out(e, events[e.stream], reader.viewpoint)]
    reader.called(entry.committee for entry in shown)
    items = [
        entry_item(reader, entry) | {"facts": _facts(reader, entry, events[entry.stream], sight)}
        for entry in shown
    ]
    end = page[-1] if len(found) > limit else None
    return Page(items, cursor_of(end.effect_day, end.position) if end else None)


class Sight:
    """What of a member's chronicle one body may see.

    The workplace sees its own days and its own acts; the residence the links introduced to it,
    from the letter on, and nothing of the workplace's inner papers. Of a comment that the residence
    has only drafted the workplace sees nothing: it may still be written anew.
    """

    def __init__(
        self, days: Sequence[Interval], committees: Sequence[UUID], streams: set[UUID] | None
    ) -> None:
        self._days = days
        self._committees = committees
        self._streams = streams
        self._own: set[UUID] = set()

    def covers(self, entry: ChronicleEntry) -> bool:
        """Tell whether an entry may be shown."""
        if self._streams is None:
            mine = entry.committee in self._committees
            return mine or any(entry.effect_day in days for days in self._days)
        first_word = entry.paper.partition(".")[0]
        shown = first_word in FIRST_WORDS and entry.paper not in INNER
        return shown and bool({entry.stream, *entry.about} & self._streams)

    def is_out(self, entry: ChronicleEntry, events: Sequence[Event], viewpoint: Viewpoint) -> bool:
        """Tell whether an entry is no draft of the other side, or the slip has left since."""
        if self._streams is not None or entry.paper != EvaluationDrafted.TOPIC:
            return True
        known = [event for event in events if event.position <= viewpoint.known_at]
        slip = Evaluation.replay(entry.stream, known).as_of(viewpoint.as_of)
        drafted = version_of(entry.amends or entry.event)
        left = slip.of(EvaluationSent, EvaluationReceived)
        return any(one.originator_version > drafted for one in left)

    def on(self, member: Member) -> Sight:
        """Say whose chronicle it is: the member's own, with all his links."""
        stays = {entry.residence_no for entry in member.of(ResidenceDeclared)}
        self._own = {member.id, *(link_id(member.id, number) for number in stays)}
        return self

    def is_own(self, one: UUID) -> bool:
        """Tell whether a person or a link is the one whose chronicle it is."""
        return one in self._own


def sight_of(reader: Reader, member_id: UUID) -> Sight:
    """Say what of a member the asker may see; raise ``NotVisible`` where it is nothing."""
    member = Member.replay(member_id, reader.service.coordination.events_of(member_id))
    own = [e for e in member.of(MemberEnrolled) if e.committee in reader.committees]
    in_cell = not reader.is_cell or member.cell_on(reader.viewpoint.as_of) in reader.cells
    if own and in_cell and Side.WORKPLACE in reader.sides:
        days = [Interval(e.occurred_on, member.departed_on(e)) for e in own]
        return Sight(days, reader.committees, None).on(member)
    return _from_residence(reader, member_id).on(member)


def _from_residence(reader: Reader, member: UUID) -> Sight:
    rows = introduced_of(reader.service.views, [member], reader.viewpoint)
    seen = [row for row in rows if row.body in reader.committees]
    if reader.is_cell:
        seen = [row for row in seen if reader.ours(row.cell) or reader.ours(row.group)]
    if not seen:
        raise NotVisible(field="member", member=member)
    return Sight([], reader.committees, {row.link for row in seen})


def _facts(
    reader: Reader, entry: ChronicleEntry, events: Sequence[Event], sight: Sight
) -> dict[str, Any]:
    """Give what a paper says, as it was entered; of the other members on it nothing."""
    event = events[int(entry.event.rpartition("/")[2]) - 1]
    stated = {f.name: getattr(event, f.name) for f in fields(event) if f.name not in _ENVELOPE}
    for name in _LISTS_OF_LINKS & stated.keys():
        stated[name] = [link for link in stated[name] if sight.is_own(link)]
    return {name.rstrip("_"): _shown(reader, value, sight) for name, value in stated.items()}


def _shown(reader: Reader, value: Any, sight: Sight) -> Any:
    if isinstance(value, Private):
        if not (isinstance(value, Sealed) and sight.is_own(value.person)):
            return None
        reader.opened.add(value.person)
        return reader.service.coordination.sealing.open(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _shown(reader, getattr(value, field.name), sight) for field in fields(value)
        }
    if isinstance(value, tuple | list):
        return [_shown(reader, item, sight) for item in value if _may_stand(item, sight)]
    if isinstance(value, dict):
        return {key: _shown(reader, item, sight) for key, item in value.items()}
    return value


def _may_stand(item: Any, sight: Sight) -> bool:
    """Tell whether an entry of a list is about the member; what is about nobody may stand."""
    about = getattr(item, "ENTRY_ID", None)
    return about is None or sight.is_own(getattr(item, about))
