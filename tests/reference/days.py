"""Counting days by walking them, one at a time (4.1-2, 4.1-4)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

DayTest = Callable[[date], bool]

ONE_DAY = timedelta(days=1)
SATURDAY = 5
# A pause without an end lets no count become full; nobody waits longer than this.
LONGEST_WALK = 4000


def never(day: date) -> bool:
    """No pause at all."""
    return False


def days_from(first: date, last: date) -> Iterator[date]:
    """Walk from one day to another, both included."""
    day = first
    while day <= last:
        yield day
        day += ONE_DAY


def on_any_day(test: DayTest, first: date, last: date) -> bool:
    """Tell whether something holds on some day of a stretch, both ends included."""
    return any(test(day) for day in days_from(first, last))


def after(base: date, count: int, counts: DayTest) -> date:
    """Give the day on which so many counted days after the base are full, ``date.max`` if never."""
    if count == 0:
        return base
    for day in days_from(base + ONE_DAY, base + timedelta(days=LONGEST_WALK)):
        count -= counts(day)
        if count == 0:
            return day
    return date.max


class WorkingDays:
    """Which days offices work, by a frozen calendar file (4.1-2)."""

    def __init__(self, path: Path) -> None:
        years = [y for y in tomllib.loads(path.read_text("utf-8")).values() if isinstance(y, dict)]
        self._off = {entry["day"] for year in years for entry in year.get("off", [])}
        self._worked = {entry["day"] for year in years for entry in year.get("worked", [])}

    def include(self, day: date) -> bool:
        """Tell whether offices work on that day."""
        return day in self._worked or (day.weekday() < SATURDAY and day not in self._off)
