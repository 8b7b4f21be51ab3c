"""G02: a member has moved, and nobody writes a new letter."""

from __future__ import annotations

from service.demo.faults.getting_stuck import get_stuck
from service.demo.letters import Step
from service.demo.year import Year

CODE = "G02"
IN_MODEL = 3


def plant(year: Year) -> None:
    """Leave some moves without a letter: the old link goes on, with its meetings and its slip."""
    get_stuck(year, CODE, Step.WRITTEN, IN_MODEL, lambda letter: letter.moved)
