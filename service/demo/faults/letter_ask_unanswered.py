"""G38: a ward asks for a letter for somebody who lives there, and gets no answer."""

from __future__ import annotations

from service.demo.gaps import late_from
from service.demo.year import Year

CODE = "G38"
IN_MODEL = 1


def plant(year: Year) -> None:
    """Leave a request unanswered."""
    for ask in year.some(year.letter_asks, IN_MODEL, f"{CODE}/asked"):
        ask.answered = False
        year.plant(CODE, ask.ward.code, late_from(ask.asked_on, "roster.answer_days"))
