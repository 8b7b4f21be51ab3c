"""Days that belong together: half-open intervals of dates, from the first day to the first without.

``date.max`` stands for *no end known*.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

FOREVER = date.max


class Interval(NamedTuple):
    """The days from ``start`` on, before ``end``."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        """Tell whether a day lies within."""
        return isinstance(day, date) and self.start <= day < self.end

    def meets(self, other: Interval) -> bool:
        """Tell whether the two have a day in common."""
        return self.start < other.end and other.start < self.end


def through(first: date, last: date | None) -> Interval:
    """Make an interval of a first and a last day, both inclusive; no last day, no end."""
    return Interval(first, FOREVER if last is None or last == FOREVER else after(last))


def after(day: date) -> date:
    """Name the day after."""
    return day + timedelta(days=1)


def before(day: date) -> date:
    """Name the day before; there is none before the first, nor a last before forever."""
    return day if day in (FOREVER, date.min) else day - timedelta(days=1)


def covers(intervals: Iterable[Interval], day: date) -> bool:
    """Tell whether any of the intervals has the day."""
    return any(day in interval for interval in intervals)


def overlap(one: Interval, other: Interval) -> bool:
    """Tell whether two intervals have a day in common."""
    return max(one.start, other.start) < min(one.end, other.end)


def union(intervals: Iterable[Interval]) -> list[Interval]:
    """Join intervals that overlap or touch, in the order of their days; empty ones vanish."""
    joined: list[Interval] = []
    for start, end in sorted(i for i in intervals if i.start < i.end):
        if joined and start <= joined[-1].end:
            joined[-1] = Interval(joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Interval(start, end))
    return joined


def minus(interval: Interval, holes: Iterable[Interval]) -> list[Interval]:
    """Cut holes out of an interval."""
    left: list[Interval] = []
    start = interval.start
    for hole in union(holes):
        if start < min(hole.start, interval.end):
            left.append(Interval(start, min(hole.start, interval.end)))
        start = max(start, hole.end)
    if start < interval.end:
        left.append(Interval(start, interval.end))
    return left
