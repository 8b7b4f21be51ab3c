"""On which days a member is called in which residence cell (vocabulary 4.1-5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain.intervals import FOREVER, Interval, minus
from domain.introduction.events import MemberForwarded
from domain.introduction.letter import Letter
from domain.introduction.link import Link
from domain.member import ExemptionClass, Member
from domain.organization import Bodies, in_place_of


class Stay(NamedTuple):
    """Days on which a link is in one cell, called or not."""

    cell: UUID
    days: Interval
    letter: Letter


def stays(link: Link) -> Iterator[Stay]:
    """Give the cells in which an open link was, one after the other."""
    for letter in link.letters:
        if letter.open_days is None:
            continue
        placed = [
            (f.occurred_on, f.cell)
            for f in link.of(MemberForwarded)
            if f.occurred_on in letter.open_days
        ]
        if letter.carried_over and letter.carried_over.cell:
            placed.insert(0, (letter.carried_over.occurred_on, letter.carried_over.cell))
        placed = [at for i, at in enumerate(placed) if not i or placed[i - 1][1] != at[1]]
        ends = [*(day for day, _ in placed[1:]), letter.open_days.end]
        for (start, cell), end in zip(placed, ends, strict=False):
            if start < end:
                yield Stay(cell, Interval(start, end), letter)


def stops(member: Member, letter: Letter) -> list[Interval]:
    """Give the days on which a member is not called: exempt, suspended, not enrolled there."""
    exempt = [exemption.days for exemption in member.exemptions()]
    written = letter.written
    behind = member.enrolment_behind(written.issuer, written.effect_date) if written else None
    held = [Interval(behind.occurred_on, member.departed_on(behind))] if behind else []
    return exempt + member.suspensions() + minus(Interval(date.min, FOREVER), held)


def eligible(link: Link, member: Member) -> Sequence[Stay]:
    """Give the days on which the link is called, cell by cell, as papers name the cells.

    The link remembers the answer for the member as he was read.
    """
    asked = ("eligible", member.id, len(member.entries), len(member.effective))
    if asked not in link.answers:
        link.answers[asked] = [
            Stay(stay.cell, days, stay.letter)
            for stay in stays(link)
            for days in minus(stay.days, stops(member, stay.letter))
        ]
    found: Sequence[Stay] = link.answers[asked]
    return found


def called_in(link: Link, member: Member, day: date, bodies: Bodies) -> UUID | None:
    """Name the cell in which a meeting of that day calls the member, or its successor then."""
    of_day = (stay.cell for stay in eligible(link, member) if day in stay.days)
    cell = next(of_day, None)
    return in_place_of(cell, day, bodies) if cell else None


def class_a(member: Member) -> list[Interval]:
    """Give the days of exemption from attending."""
    return [exemption.days for exemption in member.exemptions(ExemptionClass.A)]


def class_b_from(member: Member, day: date) -> date:
    """Name the first day of class B after a day: it ends whatever stands about the member."""
    starts = [e.days.start for e in member.exemptions(ExemptionClass.B) if e.days.end > day]
    return min((max(start, day) for start in starts), default=FOREVER)
