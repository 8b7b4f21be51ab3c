"""G01: a member without a letter, and nobody writes one."""

from __future__ import annotations

from service.demo.faults.getting_stuck import get_stuck
from service.demo.letters import Step
from service.demo.year import Year

CODE = "G01"
IN_MODEL = 3


def plant(year: Year) -> None:
    """Leave some letters of new members unwritten: nothing else is owed about them then."""
    get_stuck(year, CODE, Step.WRITTEN, IN_MODEL, lambda letter: not letter.moved)
