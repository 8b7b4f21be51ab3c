"""G37: a yearly opinion is asked for on somebody who need not attend."""

from __future__ import annotations

from datetime import date, timedelta

from domain.intervals import FOREVER, covers
from service.demo.acts.opinions import REQUEST_BY, REQUESTED
from service.demo.days import LAST_DAY, within
from service.demo.opinions import NeedlessRequest
from service.demo.year import Year

CODE = "G37"
IN_MODEL = 2
NOTICED = (date(2025, 11, 12), date(2025, 11, 28))


def plant(year: Year) -> None:
    """Let it be asked for on some all the same; of every second one somebody notices it."""
    chance = year.chance(CODE)
    exempt = [
        exemption.member
        for exemption in year.exemptions
        if all(covers(exemption.member.exempt, day) for day in (REQUEST_BY, LAST_DAY))
    ]
    for number, member in enumerate(year.some(exempt, IN_MODEL, CODE)):
        withdrawn = within(*NOTICED, chance) if number % 2 else None
        request = NeedlessRequest(member, within(*REQUESTED, chance), withdrawn)
        year.needless_requests.append(request)
        year.plant(CODE, member.name, request.on + timedelta(days=1), withdrawn or FOREVER)
