"""G10: a meeting was held of which nobody was told."""

from __future__ import annotations

from datetime import timedelta

from domain.intervals import FOREVER, Interval
from service.demo.gaps import RULES
from service.demo.year import Year

CODE = "G10"
IN_MODEL = 3


def plant(year: Year) -> None:
    """Leave some notices unwritten: it is too late some days before the meeting, and for ever."""
    notice = timedelta(days=RULES.days("meeting.notice_days") - 1)
    for meeting in year.some([m for m in year.meetings if m.is_sound], IN_MODEL, CODE):
        meeting.told = False
        known = Interval(meeting.entered(meeting.convened_on), FOREVER)
        year.plant(CODE, meeting.name, meeting.held_on - notice, known=known)
