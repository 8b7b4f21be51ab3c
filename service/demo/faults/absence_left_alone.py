"""G13: somebody was absent without excuse, and nobody reminds him or tells the workplace."""

from __future__ import annotations

from service.demo.gaps import late_from
from service.demo.year import Year

CODE = "G13"
IN_MODEL = 5


def plant(year: Year) -> None:
    """Follow some absences up by nothing, those of represented members included.

    Who departs later takes what is owed about him along, and whose link ends, too.
    """
    absences = [
        (meeting, place, follow_up)
        for meeting in year.meetings
        if meeting.takes_place
        for place in meeting.places
        if (follow_up := place.follow_up)
        if not (place.member.suspended or place.member.exempt)
    ]
    for meeting, place, follow_up in year.some(absences, IN_MODEL, CODE):
        follow_up.happens = False
        until = place.member.contact_ends_on(place.link.residence_no)
        late = late_from(meeting.held_on, "absence.follow_days")
        year.plant(CODE, place.member.name, late, until, meeting.known)
