"""G13: somebody was absent without excuse, and nobody reminds him or tells the workplace."""

from __future__ import annotations

from service.demo.year import Year

CODE = "G13"
IN_MODEL = 5


def plant(year: Year) -> None:
    """Follow some absences up by nothing, those of represented members included.

    Who departs later takes what is owed about him along.
    """
    absences = [
        place
        for meeting in year.meetings
        if meeting.takes_place
        for place in meeting.places
        if place.follow_up and place.member.departure is None
    ]
    for place in year.some(absences, IN_MODEL, CODE):
        place.followed_up = False
        year.planted[CODE] += 1
