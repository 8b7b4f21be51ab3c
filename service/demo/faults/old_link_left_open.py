"""G33: a member was received elsewhere, and the old link is not closed, or only much later."""

from __future__ import annotations

from datetime import date, timedelta

from domain.intervals import FOREVER, Interval
from service.demo.days import worked
from service.demo.gaps import late_from
from service.demo.letters import Introduction, Step
from service.demo.year import Year

CODE = "G33"
IN_MODEL = 3
FORGOTTEN_FOR = 45  # days
BEFORE_MEETINGS = date(2025, 5, 30)


def plant(year: Year) -> None:
    """Leave some open for good: both cells call then. Close some when somebody notices."""
    closed = [x for x in year.introductions if x.old_closed_on and not x.in_summer]
    for number, letter in enumerate(year.some(closed, IN_MODEL, CODE)):
        received = letter.days[Step.RECEIVED]
        noticed = worked(received + timedelta(days=FORGOTTEN_FOR))
        letter.old_closed_on = noticed if number % 2 and noticed < BEFORE_MEETINGS else None
        year.plant(
            CODE,
            letter.member.name,
            late_from(received, "link.close_days"),
            letter.old_closed_on or FOREVER,
            Interval(_known_on(letter), FOREVER),
        )


def _known_on(letter: Introduction) -> date:
    online = letter.home.ward.online
    return letter.days[Step.RECEIVED] if online else letter.arrived_on
