"""Meetings of a residence cell: the list of who came (G12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from domain.intervals import FOREVER, Interval
from domain.local_figures import rules_of_body
from domain.meeting import Attendance, AttendanceRecorded, Meeting, MeetingHeld
from domain.obligations.cells import Called, CellMatter, called
from domain.obligations.eligibility import called_in
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import joined


def attendance_list(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days the list of a meeting is incomplete: G12."""
    meeting = histories.meeting(UUID(subject[1]))
    held = meeting.held
    if held is None:
        return
    day = held.occurred_on
    of_cell = [
        c for c in called(held.cell, histories) if called_in(c.link, c.member, day) == held.cell
    ]
    published = histories.rulebook.named(held.rule_set)
    rules = rules_of_body(published, held.cell, day, histories)
    due = day + timedelta(days=rules.days("meeting.attendance_days"))
    matter = CellMatter(histories, held.cell, of_cell)
    if day < matter.followed_from or not rules.holds("G12", day):
        return
    that_day = Interval(day, day + timedelta(days=1))
    owed = matter.owed(
        "G12", f"meeting/{meeting.id}", opened_by=held.id, due_on=due, days=that_day, rules=rules
    )

    def answer(on: date) -> Iterable[Obligation]:
        if _unknown(meeting, of_cell, on):
            yield owed

    changes = [entry.effect_date for entry in meeting.of(MeetingHeld, AttendanceRecorded)]
    yield from joined(Interval(day, FOREVER), changes, answer)


def _unknown(meeting: Meeting, of_cell: list[Called], on: date) -> bool:
    """Tell whether somebody called is unknown; a partial list is asked of who entered it."""
    known = meeting.attendance_on(on)
    asked = of_cell
    if meeting.held and meeting.held.partial:
        entered = {one.issuer for one in of_cell if one.link.id in known}
        asked = [one for one in of_cell if one.issuer in entered]
    return any(known.get(one.link.id, Attendance.UNKNOWN) is Attendance.UNKNOWN for one in asked)
