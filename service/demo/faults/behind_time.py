"""G01, G02, G05, G06, G08: a step of a letter comes late, and then comes all the same."""

from __future__ import annotations

from datetime import date, timedelta

from domain.intervals import Interval
from service.demo.letters import Introduction, Step
from service.demo.year import Year

CODES = {Step.WRITTEN: "G01", Step.SLIP: "G05", Step.FILED: "G06", Step.MONITOR: "G08"}
AFTER_A_MOVE = "G02"
IN_MODEL = {Step.WRITTEN: 4, Step.SLIP: 2, Step.FILED: 2, Step.MONITOR: 2}
WEEKS = (3, 5)
LAST_OWED = date(2025, 3, 31)
"""What is owed later would come too near to the meetings."""


def plant(year: Year) -> None:
    """Put some steps off by some weeks."""
    chance = year.chance("behind time")
    for step, in_model in IN_MODEL.items():
        some = [letter for letter in year.introductions if _may_wait(letter, step)]
        for letter in year.some(some, in_model, f"behind time/{step.name}"):
            opened = letter.opened_on(step)
            letter.delay(step, timedelta(weeks=chance.randint(*WEEKS)))
            moved = letter.moved and step is Step.WRITTEN
            code = AFTER_A_MOVE if moved else CODES[step]
            late = letter.late_from(step)
            known = Interval(opened, date.max)
            year.plant(code, letter.member.name, late, letter.days[step], known)


def _may_wait(letter: Introduction, step: Step) -> bool:
    in_time = letter.owed_on <= LAST_OWED and letter.missing is None and letter.delayed is None
    return in_time and letter.happens(step) and (step is not Step.SLIP or letter.home.ward.online)
