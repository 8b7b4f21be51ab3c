"""Common rules that a workplace and a residence committee agree on for each other.

The stream is the pair; both sides sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from domain.acts import SIGNING_OFFICES
from domain.decisions import Objections, Streams, decides
from domain.entries import Event, Stream
from domain.intervals import Interval, through
from domain.names import LIENHE
from domain.organization import standing_body, whole_term
from domain.refusals import BeforeItsGround, NoSuchAgreement, NotInOffice


def coordination_id(workplace: UUID, residence: UUID) -> UUID:
    """Name the stream of what a workplace and a residence committee agree on."""
    return uuid5(LIENHE, f"coordination/{workplace}/{residence}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class CoordinationAgreed(Event):
    """Both sides signed common rules, with figures of their own. (Quy chế phối hợp)"""

    TOPIC = "coordination.agreed"
    EFFECT = "from_"
    NATURAL_KEY = ("from_",)

    workplace: UUID
    residence: UUID
    figures: dict[str, Any]
    from_: date
    until: date | None
    signers: tuple[UUID, ...]


@dataclass(frozen=True)
class CoordinationEnded(Event):
    """The agreement holds no longer, from that day on. (Chấm dứt quy chế phối hợp)"""

    TOPIC = "coordination.ended"
    EFFECT = "on"
    NATURAL_KEY = ("agreement",)

    agreement: str
    on: date


# Decide.


@decides(CoordinationAgreed)
def agree(pair: Coordination, entry: CoordinationAgreed, streams: Streams) -> Objections:
    """A secretary of each side signs what the rule set of that day leaves open."""
    yield from whole_term(entry.from_, entry.until)
    sides = (entry.workplace, entry.residence)
    for body, field in zip(sides, ("workplace", "residence"), strict=True):
        yield from standing_body(body, entry.from_, streams, field)
    yield from streams.rulebook.in_force(entry.from_).objections_to(entry.figures)
    for body in sides:
        signing = streams.organization(body).officers_on(SIGNING_OFFICES, entry.occurred_on)
        if signing.isdisjoint(entry.signers):
            yield NotInOffice(field="signers", organization=body, day=entry.occurred_on)


@decides(CoordinationEnded)
def end(pair: Coordination, entry: CoordinationEnded, streams: Streams) -> Objections:
    """An end names the agreement that it ends, and does not come before it."""
    agreement = next((a for a in pair.of(CoordinationAgreed) if a.id == entry.agreement), None)
    if agreement is None:
        yield NoSuchAgreement(field="agreement", agreement=entry.agreement)
    elif entry.on < agreement.from_:
        yield BeforeItsGround(field="on", day=entry.on, ground=agreement.from_)


class Coordination(Stream):
    """What two committees agreed on, as the stream of the pair has it."""

    def in_force(self, day: date) -> list[CoordinationAgreed]:
        """List the agreements that hold on a day, by the day from which they do."""
        return [a for a in self.of(CoordinationAgreed) if day in self.days_of(a)]

    def days_of(self, agreement: CoordinationAgreed) -> Interval:
        """Give the days on which an agreement holds; ``until`` is the last of them."""
        ends = [e.on for e in self.of(CoordinationEnded) if e.agreement == agreement.id]
        days = through(agreement.from_, agreement.until)
        return Interval(days.start, min((days.end, *ends)))
