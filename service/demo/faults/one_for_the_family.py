"""G16: of a household with several members only one ever comes, for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from domain.intervals import FOREVER, Interval
from domain.meeting import Attendance
from service.demo.meetings import Meeting
from service.demo.people import Member
from service.demo.settlement import share_roof
from service.demo.year import Year

CODE = "G16"
IN_MODEL = 4
AT_MOST = 3


def plant(year: Year) -> None:
    """Put some members under one roof and let the first of them stand for the others.

    Each who is represented is absent: the following up is that of every absence (G13), and he
    comes too seldom (G15).
    """
    together: dict[str, list[Member]] = defaultdict(list)
    for member in year.without_part():
        together[member.homes[0].cell.code].append(member)
    held = _held_twice(year)
    homes = [code for code, members in together.items() if len(members) > 1 and code in held]
    for code in year.some(homes, IN_MODEL, CODE):
        family = together[code][:AT_MOST]
        share_roof(family, by_proxy=True)
        for meeting in held[code]:
            _represent(family, meeting)
        _count(year, held[code])


def _held_twice(year: Year) -> dict[str, list[Meeting]]:
    """Find the cells that meet at least twice, with their meetings: the second makes it a gap."""
    held: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in year.meetings:
        if meeting.takes_place:
            held[meeting.cell.code].append(meeting)
    return {code: meetings for code, meetings in held.items() if len(meetings) > 1}


def _represent(family: list[Member], meeting: Meeting) -> None:
    places = [place for place in meeting.places if place.member in family]
    first = next(place for place in places if place.member is family[0])
    for place in places:
        place.status = Attendance.REPRESENTED
        place.represented_by = first.link
    first.status, first.represented_by = Attendance.PRESENT, None


def _count(year: Year, meetings: Sequence[Meeting]) -> None:
    """Count the gap from the second meeting on, of those that are entered by then."""
    entered = sorted({meeting.entered_on for meeting in meetings})
    for known in map(Interval._make, pairwise([*entered, FOREVER])):
        held = sorted(m.held_on for m in meetings if m.entered_on <= known.start)
        if len(held) > 1:
            year.plant(CODE, meetings[0].cell.code, held[1] + timedelta(days=1), known=known)
