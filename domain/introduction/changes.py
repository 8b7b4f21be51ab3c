"""What changes about an introduced member, of which the residence has to be told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from domain.entries import Event
from domain.intervals import FOREVER
from domain.introduction.events import StatusChange
from domain.introduction.letter import Letter
from domain.member import (
    ExemptionClass,
    Member,
    MemberDeparted,
    ResidenceDeclared,
)


class Change(NamedTuple):
    """A change of one kind, from a day on, by an entry."""

    kind: StatusChange
    entry: Event
    day: date

    @property
    def said_on(self) -> date:
        """The first day on which somebody may be told: that of the paper, or of the change."""
        return min(self.day, self.entry.occurred_on)


def changes(member: Member, letter: Letter) -> Iterator[Change]:
    """Give what changed about the member of a letter, in no order."""
    written = letter.written
    if written is None:
        return
    behind = member.enrolment_behind(written.issuer, written.effect_date)
    for left in member.of(MemberDeparted):
        if behind and left.enrolment == behind.id:
            yield Change(StatusChange.DEPARTED, left, left.on)
    for declared in member.of(ResidenceDeclared):
        if written.effect_date < declared.occurred_on:
            yield Change(StatusChange.MOVED, declared, declared.occurred_on)
    yield from _suspensions(member)
    yield from _exemptions(member)


def _suspensions(member: Member) -> Iterator[Change]:
    for one in member.suspended:
        suspended, resumed, days = one.suspended, one.resumed, one.days
        yield Change(StatusChange.SUSPENDED, suspended, days.start)
        if days.end < FOREVER:
            entry = resumed if resumed and resumed.on == days.end else suspended
            yield Change(StatusChange.RESUMED, entry, days.end)


def _exemptions(member: Member) -> Iterator[Change]:
    for exemption in member.exemptions(ExemptionClass.A):
        granted, ended, days = exemption.granted, exemption.ended, exemption.days
        yield Change(StatusChange.EXEMPT_A, granted, days.start)
        if days.end < FOREVER:
            entry = ended if ended and ended.on == days.end else granted
            yield Change(StatusChange.EXEMPT_A_ENDED, entry, days.end)
