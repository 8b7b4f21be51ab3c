"""Working days of a frozen calendar: a library's update must not move an old due date."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

_SATURDAY = 5


@dataclass(frozen=True, eq=False, slots=True)
class WorkingCalendar:
    """Which days are worked: Monday to Friday but for days off, and Saturdays worked instead.

    ``off`` and ``worked`` give each such day its name. Beyond the years that a calendar lists,
    Saturdays and Sundays alone are off: a paper dated far ahead still gets a due date.
    """

    off: Mapping[date, str]
    worked: Mapping[date, str]
    _weekdays_off: tuple[int, ...] = field(init=False, repr=False)
    _weekends_worked: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sort what differs from an ordinary week once, so that counting is a search."""
        weekdays_off = (day.toordinal() for day in self.off if day.weekday() < _SATURDAY)
        weekends_worked = (day.toordinal() for day in self.worked if day.weekday() >= _SATURDAY)
        object.__setattr__(self, "_weekdays_off", tuple(sorted(weekdays_off)))
        object.__setattr__(self, "_weekends_worked", tuple(sorted(weekends_worked)))

    def is_working_day(self, day: date) -> bool:
        """Say whether offices are at work on that day."""
        if day.weekday() < _SATURDAY:
            return day not in self.off
        return day in self.worked

    def add_working_days(self, base: date, working_days: int) -> date:
        """Give the n-th working day after a day; the base itself is not counted, worked or not.

        No working day after a base is that base. A negative number is a ``ValueError``.
        """
        if working_days < 0:
            raise ValueError(f"{working_days} working days: not before the base")
        first = base.toordinal()
        # Each day off costs one weekday at most, so that this many weeks are always enough.
        days = range(first, first + 7 * (working_days + len(self._weekdays_off) + 1))
        reached = self._count(first) + working_days
        return date.fromordinal(days[bisect_left(days, reached, key=self._count)])

    def count_working_days(self, after: date, through: date) -> int:
        """Count the working days after one day, up to and including another, not before it."""
        return self._count(through.toordinal()) - self._count(after.toordinal())

    def _count(self, ordinal: int) -> int:
        """Count the working days from 1 January of the year 1, a Monday, to that day."""
        weeks, days = divmod(ordinal, 7)
        weekdays = 5 * weeks + min(days, 5)
        return (
            weekdays
            - bisect_right(self._weekdays_off, ordinal)
            + bisect_right(self._weekends_worked, ordinal)
        )
