"""What people say about one obligation: put off for a while, or explained and accepted.

An obligation itself is derived; only what is said about it is an event. The stream is its key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol
from uuid import UUID, uuid5

from domain.acts import CELL_SIGNING_OFFICES, SIGNING_OFFICES, Side
from domain.decisions import Objections, Streams, decides
from domain.entries import Event, Stream
from domain.intervals import Interval
from domain.local_figures import rules_of_body
from domain.names import LIENHE
from domain.organization import in_place_of, lineage, standing_on
from domain.refusals import AcceptedByOwner, DatesOutOfOrder, NotAGap, SnoozeTooLong

if TYPE_CHECKING:
    from domain.obligations.obligation import Obligation


def owed_id(key: str) -> UUID:
    """Name the stream of what is said about the obligation with this key."""
    return uuid5(LIENHE, f"obligation/{key}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class ObligationSnoozed(Event):
    """Out of the work list until that day, the first on it again; a gap stays one. (Hoãn nhắc)"""

    TOPIC = "obligation.snoozed"
    NATURAL_KEY = ("occurred_on",)

    obligation: str
    until: date
    reason: str


@dataclass(frozen=True)
class GapExplained(Event):
    """The gap cannot be cured; it was explained and accepted. (Giải trình)

    ``accepted_by`` is an officer of the side to which it is owed, or of the committee above.
    """

    TOPIC = "obligation.gap_explained"
    NATURAL_KEY = ()

    obligation: str
    reason: str
    accepted_by: UUID


# Decide.


class Obligations(Streams, Protocol):
    """The streams of a decision, and what is owed under a key."""

    def obligation(self, key: str, day: date) -> Obligation | None:
        """Give what stands under a key on a day, waiting or late; ``None`` if nothing does."""


@decides(ObligationSnoozed)
def snooze(owed: Owed, entry: ObligationSnoozed, streams: Obligations) -> Objections:
    """Work that is owed is put off for a limited number of days, figure ``snooze.max_days``."""
    day = entry.occurred_on
    standing = streams.obligation(entry.obligation, day)
    if standing is None:
        yield NotAGap(field="obligation", obligation=entry.obligation, day=day)
        return
    if entry.until <= day:
        yield DatesOutOfOrder(field="until", day=entry.until, snoozed_on=day)
    in_force = streams.rulebook.in_force(day)
    most = rules_of_body(in_force, standing.owner, day, streams).days("snooze.max_days")
    if entry.until > day + timedelta(days=most):
        yield SnoozeTooLong(field="until", until=entry.until, most_days=most)


@decides(GapExplained)
def explain(owed: Owed, entry: GapExplained, streams: Obligations) -> Objections:
    """A gap is explained to the side to which it is owed, or to the committee above the owner."""
    day = entry.occurred_on
    standing = streams.obligation(entry.obligation, day)
    if standing is None or standing.late_from > day:
        yield NotAGap(field="obligation", obligation=entry.obligation, day=day)
    elif not _may_accept(entry.accepted_by, standing, day, streams):
        yield AcceptedByOwner(field="accepted_by", officer=entry.accepted_by, day=day)


def _may_accept(officer: UUID, owed: Obligation, day: date, streams: Streams) -> bool:
    offices = SIGNING_OFFICES | CELL_SIGNING_OFFICES
    owner = in_place_of(owed.owner, day, streams)
    above = (body.id for body in lineage(owner, day, streams))
    accepting = {*_other_side(owed, day, streams), *above} - {owner}
    bodies = (standing_on(body, day, streams) for body in accepting)
    return any(body.in_office(officer, offices, day) for body in bodies)


def _other_side(owed: Obligation, day: date, streams: Streams) -> Iterator[UUID]:
    other = Side.RESIDENCE if owed.office.startswith("W") else Side.WORKPLACE
    for body in owed.viewers:
        registered = streams.organization(body).registered
        if registered and other in registered.sides:
            yield in_place_of(body, day, streams)


class Owed(Stream):
    """What was said about one obligation, as its stream has it."""

    @property
    def explained(self) -> GapExplained | None:
        """The explanation that was accepted, if there is one."""
        return self.last(GapExplained)

    @property
    def snoozed(self) -> list[tuple[ObligationSnoozed, Interval]]:
        """Each snooze and the days on which the work is out of the list."""
        return [(e, Interval(e.occurred_on, e.until)) for e in self.of(ObligationSnoozed)]
