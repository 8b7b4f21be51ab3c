"""G19: a slip says nothing of a meeting that agreed it."""

from __future__ import annotations

from service.demo.faults.defective import lack
from service.demo.opinions import Defect
from service.demo.year import Year

CODE = "G19"
IN_MODEL = 4


def plant(year: Year) -> None:
    """Let some slips be the word of the cell secretary alone."""
    lack(year, CODE, Defect.MEETING, IN_MODEL)
