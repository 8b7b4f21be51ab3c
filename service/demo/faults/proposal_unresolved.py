"""G28: a slip proposes something, and nobody says what came of it."""

from __future__ import annotations

from service.demo.faults.unreplied import leave
from service.demo.opinions import Reply
from service.demo.year import Year

CODE = "G28"
IN_MODEL = 2


def plant(year: Year) -> None:
    """Leave some slips so."""
    leave(year, CODE, Reply.RESOLVED, IN_MODEL, year.opinions)
