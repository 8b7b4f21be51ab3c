"""One meeting each half-year is owed by a residence cell that has somebody to call: G09."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from heapq import heappop, heappush
from typing import NamedTuple
from uuid import UUID

from domain.intervals import FOREVER, Interval, before, through, union
from domain.meeting import MeetingHeld, MeetingKind
from domain.obligations.cells import Called, CellMatter, called
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import joined
from domain.obligations.taken_over import counts_from, passed_on
from domain.rulebook import RuleSet


def half_of(period: str, rule_set: RuleSet) -> Interval:
    """Give the days of a half-year, ``2026-H1``, as the rule set ends them."""
    year, half = int(period[:4]), period[5:]
    first_ends = rule_set.day_of(year, "meeting.first_half_ends")
    if half == "H1":
        return through(date(year, 1, 1), first_ends)
    return through(
        first_ends + timedelta(days=1), rule_set.day_of(year, "meeting.second_half_ends")
    )


def half_year_meeting(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a cell owes the meeting of one half-year."""
    cell, period = UUID(subject[1]), subject[2]
    half = half_of(period, histories.rulebook.in_force(date(int(period[:4]), 1, 1)))
    anchor = before(half.end)
    matter = CellMatter(histories, cell, called(cell, histories))
    settled_on, met = _met(matter, period, anchor)
    end = min(settled_on, passed_on(cell, anchor, matter.tree))
    if end <= half.start or matter.followed_from > anchor:
        return

    @cache
    def owed(opened_on: date | None) -> Iterable[Obligation]:
        rules = matter.rules_on(opened_on) if opened_on else None
        if opened_on is None or rules is None or not rules.holds("G09", opened_on):
            return ()
        due = anchor + timedelta(days=rules.days("meeting.grace_days"))
        days = Interval(opened_on, half.end)
        row = matter.owed(
            "G09", f"cell/{cell}", opened_by=period, due_on=due, days=days, rules=rules
        )
        return (replace(row, settled_by=met.id if met and settled_on == end else None),)

    opened = dict(_opened(matter, half))
    yield from joined(Interval(half.start, end), opened, lambda day: owed(opened.get(day)))


def _met(matter: CellMatter, period: str, anchor: date) -> tuple[date, MeetingHeld | None]:
    """Find the meeting that settles a half-year first, and the day on which it does."""
    settling = [
        (counts_from(held.cell, held.occurred_on, matter.cell, anchor, matter.tree), held)
        for held in _meetings_for(matter, period)
    ]
    counting = [at for at in settling if at[0] < FOREVER]
    return min(counting, key=lambda at: (at[0], at[1].originator_id), default=(FOREVER, None))


def _meetings_for(matter: CellMatter, period: str) -> Iterator[MeetingHeld]:
    """Give the meetings that stand for a half-year; held late, they may be of the next year."""
    year = int(period[:4])
    histories = matter.histories
    ids = {
        m for cell in matter.kin for y in (year, year + 1) for m in histories.meetings_of(cell, y)
    }
    for meeting in map(histories.meeting, sorted(ids)):
        held = meeting.held
        if held and (held.kind, held.period) == (MeetingKind.PERIODIC, period):
            yield held


class Eligible(NamedTuple):
    """Since when a cell calls a member in a half, and up to its last day; ``date.max``: not."""

    in_half: date
    to_the_end: date


def _opened(matter: CellMatter, half: Interval) -> Iterator[tuple[date, date | None]]:
    """Name the days on which it may change whether the meeting is owed, and since when it is.

    Each link is asked only on days on which something about it changes.
    """
    became = {cell: matter.tree.became_on(cell, matter.cell) for cell in matter.kin}
    changes: dict[date, list[Called]] = {half.start: list(matter.of_cell), before(half.end): []}
    changes |= {day: list(matter.of_cell) for day in became.values() if day in half}
    for one in matter.of_cell:
        for day in one.changes_in(matter.kin):
            if half.start < day < half.end:
                changes.setdefault(day, []).append(one)
    long_enough = cache(lambda first: _long_enough(first, half, matter))
    in_half, to_the_end = Least(), Least()
    for day in sorted(changes):
        cells = {cell for cell, taken_over in became.items() if taken_over <= day}
        for one in changes[day]:
            since = _eligible(one.as_of(day), cells, half)
            in_half.put(one.link.id, since.in_half)
            to_the_end.put(one.link.id, since.to_the_end)
        first = in_half.value
        owed = first <= day and to_the_end.value <= long_enough(first)
        yield day, first if owed else None


def _eligible(one: Called, cells: Container[UUID], half: Interval) -> Eligible:
    """Look at the days of each letter; from one of the cells into another they go on."""
    of_letter: dict[int, list[Interval]] = {}
    for stay in one.stays_in(cells):
        of_letter.setdefault(stay.letter.attempt, []).append(stay.days)
    spells = [days for several in of_letter.values() for days in union(several)]
    within = [days for days in spells if days.start < half.end and days.end > half.start]
    to_the_end = [days.start for days in within if days.end >= half.end]
    in_half = [max(half.start, days.start) for days in within]
    return Eligible(min(in_half, default=FOREVER), min(to_the_end, default=FOREVER))


def _long_enough(first: date, half: Interval, matter: CellMatter) -> date:
    """Name the day since when one of the cell must have been called all along."""
    return half.end - timedelta(days=matter.rules_on(first).days("meeting.eligible_days"))


class Least:
    """The least of some days that change one by one, without looking at all of them each time."""

    def __init__(self) -> None:
        self._days: dict[UUID, date] = {}
        self._heap: list[tuple[date, UUID]] = []

    def put(self, key: UUID, day: date) -> None:
        """Set one of the days."""
        self._days[key] = day
        heappush(self._heap, (day, key))

    @property
    def value(self) -> date:
        """The least of them; ``date.max`` of none."""
        while self._heap and self._days[self._heap[0][1]] != self._heap[0][0]:
            heappop(self._heap)
        return self._heap[0][0] if self._heap else FOREVER
