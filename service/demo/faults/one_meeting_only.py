"""G09: a residential cell holds one of the two half-year meetings only."""

from __future__ import annotations

from datetime import date, timedelta

from service.demo.meetings import Meeting
from service.demo.year import Year

CODE = "G09"
IN_MODEL = 4
ANCHORS = {"2025-H1": date(2025, 6, 30), "2025-H2": date(2025, 12, 31)}
ELIGIBLE_DAYS = 30


def plant(year: Year) -> None:
    """Leave some half-year meetings out, where somebody was called for the thirty days before."""
    owed = [meeting for meeting in year.meetings if _is_owed(meeting)]
    cells: set[str] = set()
    for meeting in year.some(owed, IN_MODEL, CODE):
        if meeting.cell.code not in cells:
            cells.add(meeting.cell.code)
            meeting.left_out = True
            year.planted[CODE] += 1


def _is_owed(meeting: Meeting) -> bool:
    if meeting.period is None:
        return False
    anchor = ANCHORS[meeting.period]
    days = [anchor - timedelta(days=n) for n in range(ELIGIBLE_DAYS)]
    return any(
        all((called := place.member.called(day)) and called[1] is meeting.cell for day in days)
        for place in meeting.places
    )
