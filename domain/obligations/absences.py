"""Absences: each is followed up by a reminder or a report (G13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, Interval
from domain.introduction.events import (
    AbsenceReminded,
    AbsenceReported,
)
from domain.introduction.link import Link
from domain.meeting import (
    ABSENT,
    AbsenceExcused,
    AttendanceRecorded,
    Meeting,
    MeetingHeld,
)
from domain.member import Member
from domain.obligations.eligibility import called_in, class_a, class_b_from, eligible
from domain.obligations.matter import Ground, Matter, matter_of
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import joined
from domain.organization import Tree

SEVERAL = 2


@dataclass(frozen=True)
class Absence:
    """A meeting from which a called member was absent, on the days on which that is known."""

    meeting: Meeting
    held_on: date
    known_on: date
    opened: Event


def follow_up(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days an absence of a year waits for a reminder or a report: G13."""
    link, year = histories.link(UUID(subject[1])), int(subject[2])
    if link.member is None:
        return
    member = histories.member(link.member)
    meetings = called_to(link, member, year, histories)
    changes = {day for m in meetings for e in m.effective if (day := e.effect_date)}
    changes |= {e.effect_date for e in (*link.effective, *member.effective)}
    for days in (*class_a(member), *member.suspensions()):
        changes |= {days.start, days.end}

    def answer(day: date) -> Iterable[Obligation]:
        yield from _on_day(link, member, meetings, day, histories)

    for row in joined(Interval(date(year, 1, 1), FOREVER), changes, answer):
        if row.from_day < row.to_day:
            yield row


def meetings_of_year(link: Link, year: int, histories: Histories) -> list[Meeting]:
    """Give the meetings of a year of the cells in which the link was, by date."""
    member = histories.member(link.member) if link.member else None
    tree = Tree(histories)
    named = {stay.cell for stay in eligible(link, member)} if member else set()
    cells = {form.body for cell in named for form in tree.forms_of(cell)}
    ids = {m for cell in cells for m in histories.meetings_of(cell, year)}
    held = [
        m for m in map(histories.meeting, sorted(ids)) if m.held and m.held.occurred_on.year == year
    ]
    return sorted(held, key=lambda m: (m.held.occurred_on, m.held.position) if m.held else ())


def called_to(link: Link, member: Member, year: int, histories: Histories) -> list[Meeting]:
    """Give the meetings of a year to which a link was called, by date."""
    tree = Tree(histories)
    return [
        meeting
        for meeting in meetings_of_year(link, year, histories)
        if (held := meeting.held)
        and called_in(link, member, held.occurred_on, tree)
        == tree.in_place_of(held.cell, held.occurred_on)
    ]


def _on_day(
    link: Link, member: Member, meetings: list[Meeting], day: date, histories: Histories
) -> Iterator[Obligation]:
    absences = [a for m in meetings if (a := _absence(m, link, day))]
    for ordinal, absence in enumerate(absences, start=1):
        letter = link.open_letter_on(absence.held_on)
        matter = matter_of(letter, link, member, histories) if letter else None
        if letter is None or matter is None:
            continue
        closed = letter.open_days.end if letter.open_days else FOREVER
        secret = class_b_from(member, absence.known_on)
        gone = min(closed, secret, matter.departed_on)
        if day < gone:
            yield from _asked(matter, absence, ordinal, day)


def _absence(meeting: Meeting, link: Link, day: date) -> Absence | None:
    """Find the absence from a meeting as it is known on a day; an excuse shown later undoes it."""
    held = meeting.held
    if held is None or held.occurred_on > day:
        return None
    if meeting.attendance_on(day).get(link.id) not in ABSENT:
        return None
    if any(e.link == link.id and e.effect_date <= day for e in meeting.of(AbsenceExcused)):
        return None
    return Absence(meeting, held.occurred_on, _known_on(meeting, link), held)


def _known_on(meeting: Meeting, link: Link) -> date:
    """Name the day of the list that first says of a member that he was absent."""
    lists = (e.effect_date for e in meeting.of(MeetingHeld, AttendanceRecorded))
    return next(day for day in lists if meeting.attendance_on(day).get(link.id) in ABSENT)


def _asked(matter: Matter, absence: Absence, ordinal: int, day: date) -> Iterator[Obligation]:
    rules = matter.rule_set(absence.opened, absence.known_on)
    step = "REMIND" if ordinal < rules.count("absence.report_from") else "REPORT"
    meeting = absence.meeting.id
    ground = Ground(
        "G13",
        step,
        f"absence/{matter.link.id if matter.link else None}/{meeting}",
        absence.opened.id,
        rules,
    )
    clock = matter.clock(absence.held_on, ground)
    if any(day in pause for pause in clock.pauses) or _answered(matter, meeting, step, day):
        return
    due_on = clock.due("absence.follow_days", day)
    for row in matter.standing(ground, absence.held_on, day, due_on):
        yield replace(row, cell=absence.meeting.cell)


def _answered(matter: Matter, meeting: UUID, step: str, day: date) -> bool:
    follow_ups = matter.link.of(AbsenceReported, AbsenceReminded) if matter.link else []
    return any(
        meeting in entry.meetings and entry.effect_date <= day
        for entry in follow_ups
        if step == "REMIND" or isinstance(entry, AbsenceReported)
    )
