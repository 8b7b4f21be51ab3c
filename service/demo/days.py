"""The days of the story: when it begins and ends, and on which days offices are at work."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from domain.rulebook import load_rulebook

YEAR = 2025
FOLLOWED_FROM = date(2025, 1, 1)
REGISTERED_ON = date(2025, 1, 2)
LISTED_ON = date(2025, 1, 3)
FIRST_PAPERS_ON = date(2025, 1, 6)
MERGED_ON = date(2025, 7, 1)
"""The first day on which some wards are one."""
LAST_DAY = date(2026, 1, 31)

_CALENDAR = load_rulebook().in_force(FOLLOWED_FROM).calendar


def is_worked(day: date) -> bool:
    """Say whether offices are at work on that day."""
    return _CALENDAR.is_working_day(day)


def worked(day: date) -> date:
    """Give the day itself, or the first worked one after it."""
    return day if is_worked(day) else _CALENDAR.add_working_days(day, 1)


def after(day: date, chance: Random, least: int, most: int) -> date:
    """Draw a worked day between two numbers of days after a day.

    Where holidays take them all, it is the last one before them, or else the first one after.
    """
    days = [day + timedelta(days=n) for n in range(most + 1)]
    found = [d for d in days[least:] if is_worked(d)]
    earlier = [d for d in days[1:least] if is_worked(d)]
    return chance.choice(found or earlier[-1:] or [worked(days[-1])])


def within(first: date, last: date, chance: Random) -> date:
    """Draw a worked day of a range, both ends included."""
    return after(first, chance, 0, (last - first).days)


def working_days_after(day: date, chance: Random, least: int, most: int) -> date:
    """Draw a day that is so many working days after a day."""
    return _CALENDAR.add_working_days(day, chance.randint(least, most))
