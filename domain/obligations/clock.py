"""How time runs for an obligation: days counted from a base, unless the clock is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from domain.intervals import FOREVER, Interval, after, minus, union
from domain.rulebook import RuleSet
from domain.rulebook.figure import Unit


class Run(NamedTuple):
    """Days on which an obligation stands unchanged: waiting from ``start``, late from ``late``."""

    start: date
    late: date
    end: date
    due_on: date | None


@dataclass(frozen=True)
class Clock:
    """Counts days after ``base``; days within ``pauses`` count for nothing.

    A pause that begins later than the day asked about is not known on it.
    """

    base: date
    rule_set: RuleSet
    pauses: Sequence[Interval] = field(default_factory=tuple)

    def due(self, figure: str, on: date) -> date:
        """Name the day on which a figure of days or working days is full, as known on a day.

        ``date.max`` while a pause without a known end comes before it.
        """
        working = self.rule_set.figures[figure].unit is Unit.WORKING_DAYS
        left = self.rule_set.working_days(figure) if working else self.rule_set.days(figure)
        reached = self.base
        for pause in union(p for p in self.pauses if p.start <= on and p.end > self.base):
            counted = max(self._counted(reached, pause.start - timedelta(days=1), working), 0)
            if counted >= left:
                break
            if pause.end == FOREVER:
                return FOREVER
            left -= counted
            reached = max(reached, pause.end - timedelta(days=1))
        return self._plus(reached, left, working)

    def runs(self, due: Callable[[date], date], end: date) -> Iterator[Run]:
        """Give the runs from the base to an end, between which the clock is stopped."""
        for start, stop in minus(Interval(self.base, end), self.pauses):
            due_on = due(start)
            yield clipped(start, stop, due_on)

    def running(self, figure: str, end: date) -> list[Run]:
        """Give the runs of an obligation with one figure."""
        return list(self.runs(lambda on: self.due(figure, on), end))

    def _counted(self, after_day: date, through: date, working: bool) -> int:
        if through <= after_day:
            return 0
        if working:
            return self.rule_set.calendar.count_working_days(after_day, through)
        return (through - after_day).days

    def _plus(self, base: date, days: int, working: bool) -> date:
        if working:
            return self.rule_set.calendar.add_working_days(base, days)
        return base + timedelta(days=days)


def clipped(start: date, end: date, due_on: date | None) -> Run:
    """Give a run whose late days are those after the due date, within it."""
    late = FOREVER if due_on is None else max(start, min(after(due_on), end))
    return Run(start, late, end, due_on)


def cut(runs: Iterable[Run], days: Iterable[date]) -> Iterator[Run]:
    """Cut runs where an owner or a viewer changes."""
    marks = sorted(set(days))
    for run in runs:
        start = run.start
        for mark in marks:
            if start < mark < run.end:
                yield clipped(start, mark, run.due_on)
                start = mark
        yield clipped(start, run.end, run.due_on)


def from_day(runs: Iterable[Run], day: date) -> list[Run]:
    """Drop the days before one: the base may be older than what opens the obligation."""
    left = (replace_start(run, max(run.start, day)) for run in runs if day < run.end)
    return [run for run in left if run.start < run.end]


def replace_start(run: Run, start: date) -> Run:
    """Give the same run from a later day on."""
    return clipped(start, run.end, run.due_on)
