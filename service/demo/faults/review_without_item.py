"""G24: a cell holds its review and says nothing of how the regulation is carried out."""

from __future__ import annotations

from datetime import date

from service.demo.gaps import late_after
from service.demo.year import Year

CODE = "G24"
IN_MODEL = 2
_LAST_DAY = date(2025, 12, 31)


def plant(year: Year) -> None:
    """Let some cells that have members on the last day of the year forget the item."""
    owing = {m.cell.code for m in year.members if m.departed_on > _LAST_DAY}
    cells = [cell for cell in year.workplace.cells if cell.code in owing]
    for cell in year.some(cells, IN_MODEL, CODE):
        cell.forgets_the_item = True
        year.plant(CODE, cell.code, late_after("review.by"))
