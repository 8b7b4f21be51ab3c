"""G06: the slip came back, and nobody files it."""

from __future__ import annotations

from service.demo.faults.getting_stuck import get_stuck
from service.demo.letters import Step
from service.demo.year import Year

CODE = "G06"
IN_MODEL = 3


def plant(year: Year) -> None:
    """Leave some slips unfiled."""
    get_stuck(year, CODE, Step.FILED, IN_MODEL)
