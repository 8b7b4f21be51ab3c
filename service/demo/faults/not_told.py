"""G26: the opinion asked for an appointment came, and the member is not told of it."""

from __future__ import annotations

from service.demo.faults.unreplied import leave
from service.demo.opinions import Reply
from service.demo.year import Year

CODE = "G26"
IN_MODEL = 1


def plant(year: Year) -> None:
    """Leave some slips so."""
    leave(year, CODE, Reply.TOLD, IN_MODEL, year.appointments)
