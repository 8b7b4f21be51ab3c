"""G10: a meeting was held of which nobody was told."""

from __future__ import annotations

from datetime import timedelta

from domain.intervals import FOREVER, Interval
from service.demo.days import after
from service.demo.gaps import RULES
from service.demo.year import Year

CODE = "G10"
IN_MODEL = 4


def plant(year: Year) -> None:
    """Leave some notices unwritten: it is too late some days before the meeting, and for ever.

    Of several one is explained, and that is accepted.
    """
    chance = year.chance(CODE)
    notice = timedelta(days=RULES.days("meeting.notice_days") - 1)
    sound = [meeting for meeting in year.meetings if meeting.is_sound]
    untold = year.some(sound, IN_MODEL, CODE)
    explained = next((m for m in untold[1:] if not m.bundled_on), None)
    for meeting in untold:
        meeting.told = False
        if meeting is explained:
            meeting.explained_on = after(meeting.held_on, chance, 10, 25)
        known = Interval(meeting.entered(meeting.convened_on), FOREVER)
        until = meeting.explained_on or FOREVER
        year.plant(CODE, meeting.name, meeting.held_on - notice, until, known)
