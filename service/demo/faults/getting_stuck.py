"""Some letters get stuck at one step: what the planters of letter faults share."""

from __future__ import annotations

from collections.abc import Callable

from domain.intervals import FOREVER, Interval
from service.demo.letters import Introduction, Step
from service.demo.year import Year


def get_stuck(
    year: Year,
    code: str,
    step: Step,
    in_model: float,
    such: Callable[[Introduction], bool] = lambda letter: True,
) -> None:
    """Let some letters that would come to a step get stuck there, and count a gap for each."""
    candidates = [
        letter
        for letter in year.introductions
        if letter.missing is None and letter.happens(step) and such(letter)
    ]
    for letter in year.some(candidates, in_model, f"{code}/{step.name}"):
        letter.missing = step
        known = Interval(letter.opened_on(step), FOREVER)
        year.plant(code, letter.member.name, letter.late_from(step), known=known)
