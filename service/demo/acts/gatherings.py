"""Each residential cell meets in the middle and at the end of the year, some once more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from domain.meeting import Attendance, MeetingKind
from service.demo.bodies import ResidenceCell
from service.demo.days import YEAR, after
from service.demo.meetings import Meeting, Place
from service.demo.people import SELDOM, Member
from service.demo.year import Year


class Season(NamedTuple):
    """Some weeks in which cells meet: the first day, how many follow, the half-year, if any."""

    first: date
    days: int
    period: str | None


MID_YEAR = Season(date(2025, 6, 7), 20, f"{YEAR}-H1")
AUTUMN = Season(date(2025, 9, 10), 12, None)
YEAR_END = Season(date(2025, 12, 15), 12, f"{YEAR}-H2")
THIRD_MEETING = 0.12
EXCUSED, UNEXCUSED = 0.06, 0.08
SELDOM_OF_248 = 9


def plan(year: Year) -> None:
    """Call a meeting wherever somebody is called to it; a few members never come."""
    for member in year.some(year.without_part(), SELDOM_OF_248, "seldom"):
        member.part = SELDOM
    chance = year.chance("meetings")
    at_home: dict[str, dict[Member, None]] = defaultdict(dict)
    for member in year.members:
        for home in member.homes:
            at_home[home.cell.code][member] = None
    for cell in year.cells:
        year.meetings += _meetings(cell, list(at_home[cell.code]), chance)


def _meetings(cell: ResidenceCell, members: list[Member], chance: Random) -> Iterator[Meeting]:
    seasons = [MID_YEAR, YEAR_END]
    if chance.random() < THIRD_MEETING:
        seasons.insert(1, AUTUMN)
    for season in seasons:
        meeting = _meeting(cell, season, chance)
        meeting.places = list(_places(cell, members, meeting.held_on, chance))
        if meeting.places:
            yield meeting


def _meeting(cell: ResidenceCell, season: Season, chance: Random) -> Meeting:
    held = season.first + timedelta(days=chance.randint(0, season.days))
    return Meeting(
        cell=cell,
        kind=MeetingKind.PERIODIC if season.period else MeetingKind.OTHER,
        period=season.period,
        held_on=held,
        convened_on=held - timedelta(days=chance.randint(12, 16)),
        noticed_on=held - timedelta(days=chance.randint(7, 10)),
        content_on=held + timedelta(days=chance.randint(0, 4)),
        arrived_on=after(held, chance, 5, 9),
    )


def _places(
    cell: ResidenceCell, members: list[Member], day: date, chance: Random
) -> Iterator[Place]:
    for member in members:
        for number, calling in member.calls(day):
            if calling is cell:
                status = _status(member, chance)
                yield Place(member=member, link=member.link(number), status=status)


def _status(member: Member, chance: Random) -> Attendance:
    if member.household or member.part == SELDOM:
        return Attendance.PRESENT if member.household else Attendance.UNEXCUSED
    drawn = chance.random()
    if drawn < UNEXCUSED:
        return Attendance.UNEXCUSED
    return Attendance.EXCUSED if drawn < UNEXCUSED + EXCUSED else Attendance.PRESENT
