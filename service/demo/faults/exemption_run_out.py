"""G36: an exemption has run out, and nobody ends or renews it, or only much later."""

from __future__ import annotations

from datetime import date

from domain.intervals import FOREVER
from service.demo.days import within
from service.demo.gaps import late_from
from service.demo.people import Exemption
from service.demo.year import Year

CODE = "G36"
IN_MODEL = 2
NOTICED = (date(2025, 9, 22), date(2025, 10, 10))


def plant(year: Year) -> None:
    """Leave some unended; of every second one somebody notices in the autumn."""
    chance = year.chance(CODE)
    run_out = [exemption for exemption in year.exemptions if _runs_out(exemption)]
    for number, exemption in enumerate(year.some(run_out, IN_MODEL, CODE)):
        exemption.told_on = within(*NOTICED, chance) if number % 2 else None
        if exemption.last:
            late = late_from(exemption.last, "exemption.close_days")
            year.plant(CODE, exemption.member.name, late, exemption.told_on or FOREVER)


def _runs_out(exemption: Exemption) -> bool:
    """Tell whether it ends by itself, not by being ended early."""
    last, ended = exemption.last, exemption.ended_on
    return last is not None and ended is not None and last < ended
