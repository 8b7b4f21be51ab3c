"""G11: a meeting was held, and nothing says what it put forward."""

from __future__ import annotations

from service.demo.gaps import late_from
from service.demo.year import Year

CODE = "G11"
IN_MODEL = 3


def plant(year: Year) -> None:
    """Leave the content of some meetings unwritten."""
    for meeting in year.some([m for m in year.meetings if m.is_sound], IN_MODEL, CODE):
        meeting.recorded = False
        late = late_from(meeting.held_on, "meeting.content_days")
        year.plant(CODE, meeting.name, late, known=meeting.known)
