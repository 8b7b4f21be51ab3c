"""G04: the letter was handed over, and nothing was ever heard of it."""

from __future__ import annotations

from service.demo.faults.getting_stuck import get_stuck
from service.demo.letters import Step
from service.demo.year import Year

CODE = "G04"
IN_MODEL = 2


def plant(year: Year) -> None:
    """Let some letters get lost on the way: no link opens, so that no opinion is owed."""
    get_stuck(year, CODE, Step.RECEIVED, IN_MODEL, lambda letter: not letter.moved)
