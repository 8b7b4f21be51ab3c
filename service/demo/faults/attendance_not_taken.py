"""G12: a meeting was held, and nobody took attendance."""

from __future__ import annotations

from service.demo.gaps import late_from
from service.demo.meetings import Meeting
from service.demo.year import Year

CODE = "G12"
IN_MODEL = 3


def plant(year: Year) -> None:
    """Leave the list of some meetings empty, in cells that are online.

    Minutes that the workplace copies speak of its own members only, so that an empty list there
    says nothing. A household that sends one for all would be no finding any more: not there.
    """
    candidates = [meeting for meeting in year.meetings if _may_lack_a_list(meeting)]
    for meeting in year.some(candidates, IN_MODEL, CODE):
        meeting.listed = False
        late = late_from(meeting.held_on, "meeting.attendance_days")
        year.plant(CODE, meeting.name, late, known=meeting.known)


def _may_lack_a_list(meeting: Meeting) -> bool:
    by_proxy = any(place.member.by_proxy for place in meeting.places)
    listless = meeting.is_sound and meeting.cell.ward.online
    return listless and not (by_proxy or meeting.is_missed)
