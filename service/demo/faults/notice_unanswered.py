"""G14: the residence tells of an absence, and the workplace does not answer."""

from __future__ import annotations

from domain.intervals import FOREVER, Interval
from service.demo.gaps import late_from
from service.demo.year import Year

CODE = "G14"
IN_MODEL = 2


def plant(year: Year) -> None:
    """Leave some notices unanswered; it counts from the day on which the notice arrived."""
    reports = [
        (meeting, place.member, follow_up)
        for meeting in year.meetings
        for place in meeting.places
        if (follow_up := place.follow_up) and follow_up.reported and follow_up.happens
    ]
    calm = [one for one in reports if not one[1].suspended]
    for meeting, member, follow_up in year.some(calm, IN_MODEL, CODE):
        follow_up.answered = False
        late = late_from(follow_up.arrived_on, "absence.answer_days")
        known = Interval(meeting.bundled_on or follow_up.arrived_on, FOREVER)
        year.plant(CODE, member.name, late, member.departed_on, known)
