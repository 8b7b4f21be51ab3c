"""G20: the cell committee agreed the slip without the Front work committee."""

from __future__ import annotations

from service.demo.faults.defective import lack
from service.demo.opinions import Defect
from service.demo.year import Year

CODE = "G20"
IN_MODEL = 4


def plant(year: Year) -> None:
    """Let some slips be agreed without the Front."""
    lack(year, CODE, Defect.FRONT, IN_MODEL)
