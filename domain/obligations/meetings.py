"""A meeting of a residence cell: all told (G10), its content (G11), the list of who came (G12).

Each is one gap with a list inside, never one for each member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, Interval, after
from domain.local_figures import rules_of_body
from domain.meeting import (
    AbsenceExcused,
    Attendance,
    AttendanceRecorded,
    Meeting,
    MeetingCancelled,
    MeetingContentRecorded,
    MeetingConvened,
    MeetingHeld,
    NoticesDelivered,
)
from domain.obligations.cells import Called, CellMatter, called
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import joined
from domain.rulebook import RuleSet


def gathering(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a meeting lacks notices, content, or somebody on its list."""
    meeting = histories.meeting(UUID(subject[1]))
    if meeting.cell is None:
        return
    matter = CellMatter(histories, meeting.cell, called(meeting.cell, histories))
    found = Gathering(meeting, matter, histories)
    if meeting.convened:
        yield from found.not_told(meeting.convened)
    if meeting.held:
        yield from found.without_content(meeting.held)
        yield from found.not_all_known(meeting.held)


@dataclass(frozen=True)
class Gathering:
    """A meeting with all whom its cell ever called."""

    meeting: Meeting
    matter: CellMatter
    histories: Histories

    def not_told(self, convened: MeetingConvened) -> Iterator[Obligation]:
        """Ask who is called on the last day for telling, and was not told: G10."""
        rules = self._rules(convened)
        notice = timedelta(days=rules.days("meeting.notice_days"))
        due_on = max(convened.scheduled_for - notice, convened.occurred_on)
        owed = self._owed("G10", convened, due_on)
        off = min((e.effect_date for e in self.meeting.of(MeetingCancelled)), default=FOREVER)
        if owed is None or off <= convened.occurred_on:
            return
        untold = list(self._untold(convened, due_on))
        held = self.meeting.held

        def answer(day: date) -> Iterable[Obligation]:
            some = self._asked_about((one for one, days in untold if day in days), day)
            if some:
                is_held = held and held.occurred_on <= day
                last = held.occurred_on if held and is_held else convened.scheduled_for
                yield self.matter.with_list(replace(owed, curable_until=last), some, due_on)

        changes = {day for _, days in untold for day in days} | self._lists()
        yield from joined(Interval(convened.occurred_on, off), changes, answer)

    def without_content(self, held: MeetingHeld) -> Iterator[Obligation]:
        """Ask whether anything is recorded of what was put forward: G11."""
        due_on = held.occurred_on + self._days(held, "meeting.content_days")
        owed = self._owed("G11", held, due_on)
        recorded = next((e for e in self.meeting.of(MeetingContentRecorded) if e.items), None)
        end = recorded.effect_date if recorded else FOREVER
        if owed and held.occurred_on < end:
            row = replace(owed, settled_by=recorded.id if recorded else None)
            yield from joined(Interval(held.occurred_on, end), (), lambda _: [row])

    def not_all_known(self, held: MeetingHeld) -> Iterator[Obligation]:
        """Ask of whom it is unknown whether he came: G12."""
        day = held.occurred_on
        owed = self._owed("G12", held, day + self._days(held, "meeting.attendance_days"))
        if owed is None:
            return
        of_day = [one for one in self.matter.of_cell if self._is_called(one, day)]

        def answer(on: date) -> Iterable[Obligation]:
            unknown = (
                one
                for one in of_day
                if self.meeting.status_on(one.link.id, on) is Attendance.UNKNOWN
            )
            if some := self._asked_about(unknown, on):
                yield self.matter.with_list(owed, some, day)

        excused = {entry.effect_date for entry in self.meeting.of(AbsenceExcused)}
        yield from joined(Interval(day, FOREVER), self._lists() | excused, answer)

    def _untold(self, convened: MeetingConvened, due_on: date) -> Iterator[tuple[Called, Interval]]:
        """Give who is called on the last day for telling, on the days on which that is known.

        What takes effect after that day says nothing of it.
        """
        told: dict[UUID, date] = {}
        for notice in self.meeting.of(NoticesDelivered):
            told = dict.fromkeys(notice.links, notice.effect_date) | told
        first = convened.occurred_on
        for one in self.matter.of_cell:
            entries = (*one.link.effective, *one.member.effective)
            changes = {e.effect_date for e in entries if first < e.effect_date <= due_on}
            end = told.get(one.link.id, FOREVER)
            for start, following in pairwise([*sorted({first, *changes}), FOREVER]):
                seen = one if following == FOREVER else one.as_of(start)
                if start < end and self._is_called(seen, due_on):
                    yield one, Interval(start, min(following, end))

    def _is_called(self, one: Called, day: date) -> bool:
        return one.called_in(day) == self.matter.tree.in_place_of(self.matter.cell, day)

    def _asked_about(self, some: Iterable[Called], on: date) -> list[Called]:
        """Leave out whom partial minutes do not speak of.

        They hold members of one workplace only: nobody has entered attendance for the others.
        """
        held = self.meeting.held
        if held is None or not held.partial or on < held.occurred_on:
            return list(some)
        day, known = held.occurred_on, self.meeting.attendance_on(on)
        entered = {one.workplace_on(day)[0] for one in self.matter.of_cell if one.link.id in known}
        return [one for one in some if one.workplace_on(day)[0] in entered]

    def _lists(self) -> set[date]:
        return {e.effect_date for e in self.meeting.of(MeetingHeld, AttendanceRecorded)}

    def _rules(self, opened: Event) -> RuleSet:
        named = self.histories.rulebook.named(opened.rule_set)
        return rules_of_body(named, self.matter.cell, opened.occurred_on, self.histories)

    def _days(self, opened: Event, figure: str) -> timedelta:
        return timedelta(days=self._rules(opened).days(figure))

    def _owed(self, code: str, opened: Event, due_on: date) -> Obligation | None:
        """Give the obligation without its list, if it opens; nothing does before all follow."""
        day, rules = opened.occurred_on, self._rules(opened)
        if day < self.matter.followed_from or not rules.holds(code, day):
            return None
        return self.matter.owed(
            code,
            f"meeting/{self.meeting.id}",
            opened_by=opened.id,
            due_on=due_on,
            days=Interval(day, after(day)),
            rules=rules,
        )
