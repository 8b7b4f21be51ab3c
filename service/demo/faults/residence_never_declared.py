"""G40: a new member does not say where he lives, so that nobody can write a letter."""

from __future__ import annotations

from service.demo.faults.getting_stuck import get_stuck
from service.demo.letters import Step
from service.demo.year import Year

CODE = "G40"
IN_MODEL = 2


def plant(year: Year) -> None:
    """Let some newcomers say nothing."""
    get_stuck(year, CODE, Step.DECLARED, IN_MODEL, lambda x: x.member.part == "newcomer")
