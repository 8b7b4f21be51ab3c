"""G25: a slip has a criterion at its lowest level, and nobody talks it over with the member."""

from __future__ import annotations

from service.demo.faults.unreplied import leave
from service.demo.opinions import Reply
from service.demo.year import Year

CODE = "G25"
IN_MODEL = 3


def plant(year: Year) -> None:
    """Leave some slips so."""
    leave(year, CODE, Reply.TALKED_OVER, IN_MODEL, year.opinions)
