"""G05: the ward received the letter, and sends no slip."""

from __future__ import annotations

from service.demo.faults.getting_stuck import get_stuck
from service.demo.letters import Step
from service.demo.year import Year

CODE = "G05"
IN_MODEL = 3


def plant(year: Year) -> None:
    """Withhold some slips of wards that are online: of the others, no slip means no news (G04)."""
    get_stuck(year, CODE, Step.SLIP, IN_MODEL, lambda letter: letter.home.ward.online)
