"""G08: a member is in a cell, and nobody follows him."""

from __future__ import annotations

from service.demo.faults.getting_stuck import get_stuck
from service.demo.letters import Step
from service.demo.year import Year

CODE = "G08"
IN_MODEL = 3


def plant(year: Year) -> None:
    """Assign no monitor to some members."""
    get_stuck(year, CODE, Step.MONITOR, IN_MODEL)
