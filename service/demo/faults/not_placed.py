"""G07: a member was received, and is in no cell or in no group."""

from __future__ import annotations

from service.demo.days import LISTED_ON
from service.demo.faults.getting_stuck import get_stuck
from service.demo.letters import Introduction, Step
from service.demo.year import Year

CODE = "G07"
IN_NO_CELL, IN_NO_GROUP = 1, 2
SINCE_MONTH = 10


def plant(year: Year) -> None:
    """Forget to place some members.

    Only who came in autumn is left without a cell: of one who came earlier an opinion would be
    owed, which no cell could give.
    """
    get_stuck(year, CODE, Step.FORWARDED, IN_NO_CELL, _in_autumn)
    get_stuck(year, CODE, Step.GROUP, IN_NO_GROUP)


def _in_autumn(letter: Introduction) -> bool:
    issued = letter.days[Step.ISSUED]
    return issued.year == LISTED_ON.year and issued.month >= SINCE_MONTH
