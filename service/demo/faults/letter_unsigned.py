"""G03: the office wrote the letter, and nobody signs it."""

from __future__ import annotations

from service.demo.faults.getting_stuck import get_stuck
from service.demo.letters import Step
from service.demo.year import Year

CODE = "G03"
IN_MODEL = 2


def plant(year: Year) -> None:
    """Leave some drafts unsigned."""
    get_stuck(year, CODE, Step.ISSUED, IN_MODEL, lambda letter: not letter.moved)
