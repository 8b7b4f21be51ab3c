"""G09: a residential cell holds one of the two half-year meetings only."""

from __future__ import annotations

from service.demo.year import Year

CODE = "G09"
IN_MODEL = 4


def plant(year: Year) -> None:
    """Leave some half-year meetings out, where somebody was called for the thirty days before."""
    owed = [m for m in year.meetings if m.is_owed and not (m.bundled_on or m.is_missed)]
    cells: set[str] = set()
    for meeting in year.some(owed, IN_MODEL, CODE):
        if meeting.cell.code not in cells:
            cells.add(meeting.cell.code)
            meeting.left_out = True
            year.plant(CODE, meeting.name, meeting.owed_late_from)
