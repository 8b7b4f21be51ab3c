"""The gaps that a story leaves: on which days each stands, and since when the record shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.intervals import FOREVER, Interval
from domain.rulebook import load_rulebook
from domain.rulebook.figure import Unit
from service.demo.days import FOLLOWED_FROM, YEAR

ALWAYS = Interval(date.min, FOREVER)
RULES = load_rulebook().in_force(FOLLOWED_FROM)


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: the days on which it stands, and the days on which whoever asks is told of it.

    Papers arrive late: one that is not entered yet may hide a gap, or let there seem to be one.
    ``about`` names in the story whom or what it is about.
    """

    code: str
    about: str
    days: Interval
    known: Interval = ALWAYS


def standing(gaps: Iterable[Gap], day: date, known_on: date) -> Counter[str]:
    """Count the gaps of a day, by code, as they are known on another one."""
    return Counter(g.code for g in gaps if day in g.days and known_on in g.known)


def late_from(base: date, figure: str) -> date:
    """Name the first day on which something is late that a figure of the rule set gives time for.

    The due day itself is in time; a figure is of days or of working days.
    """
    if RULES.figures[figure].unit is Unit.WORKING_DAYS:
        due = RULES.calendar.add_working_days(base, RULES.working_days(figure))
    else:
        due = base + timedelta(days=RULES.days(figure))
    return due + timedelta(days=1)


def late_after(figure: str) -> date:
    """Name the first day on which something is late that is due on a day of the year."""
    return RULES.day_of(YEAR, figure) + timedelta(days=1)
