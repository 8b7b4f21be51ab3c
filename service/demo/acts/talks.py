"""Who came to less than his share of the meetings of the year is spoken with (G15).

Irregular attendance is a gap from the day after the meeting that makes it so, until somebody has
spoken with the member, he has come often enough, or the year is over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from domain.intervals import FOREVER, Interval
from domain.introduction.events import ATTENDANCE
from domain.meeting import Attendance
from service.demo.days import YEAR, after
from service.demo.gaps import RULES
from service.demo.meetings import Meeting, Place, Talk
from service.demo.paper import LinkOf, Paper
from service.demo.people import Member
from service.demo.year import Year

CODE = "G15"
CELL_SPEAKS = 0.5
YEAR_OVER = date(YEAR + 1, 1, 1)
NOTE = "Trao đổi về việc dự sinh hoạt nơi cư trú"
_UNCOUNTED = frozenset({Attendance.EXCUSED, Attendance.UNKNOWN})


class Seen(NamedTuple):
    """A meeting to which a link was called, and whether the member came."""

    meeting: Meeting
    place: Place

    @property
    def status(self) -> Attendance:
        """What the record says of him."""
        return self.place.status if self.meeting.listed else Attendance.UNKNOWN


def plan(year: Year) -> None:
    """Let somebody speak with each, unless a household is meant, of which one comes for all."""
    chance = year.chance("talks")
    for link, seen in _by_link(year).items():
        member = seen[0].place.member
        spell = next(_spells(seen, None, _ends_on(member, link)), None)
        if spell and not member.by_proxy:
            heard = [s.meeting.entered_on for s in seen if s.meeting.held_on <= spell.start]
            day = after(max(spell.start, *heard), chance, 5, 12)
            online = seen[-1].meeting.cell.ward.online
            talk = Talk(member, link, online and chance.random() < CELL_SPEAKS, day)
            if day < _ends_on(member, link):
                year.talks.append(talk)


def reckon(year: Year) -> None:
    """Count how long it is a gap that somebody comes too seldom, as known after each paper."""
    talks = {talk.link: talk.on for talk in year.talks}
    for link, seen in _by_link(year).items():
        talk, end = talks.get(link), _ends_on(seen[0].place.member, link)
        entered = {s.meeting.entered_on for s in seen} | ({talk} if talk else set())
        for known in map(Interval._make, pairwise([*sorted(entered), FOREVER])):
            by_then = [s for s in seen if s.meeting.entered_on <= known.start]
            said = talk if talk and talk <= known.start else None
            for spell in _spells(by_then, said, end):
                if spell.start + timedelta(days=1) < spell.end:
                    late = spell.start + timedelta(days=1)
                    year.plant(CODE, link.member, late, spell.end, known)


def papers(year: Year) -> Iterator[Paper]:
    """Record each talk."""
    for talk in year.talks:
        if talk.on:
            cell = talk.member.contact_cell(talk.link.residence_no, talk.on)
            by = cell.secretary if talk.cell_speaks else talk.member.cell.desk
            yield Paper(
                key=f"talk/{talk.member.name}",
                entered_on=talk.on,
                by=by,
                command="give-feedback",
                occurred_on=talk.on,
                fields={"link": talk.link, "on": ATTENDANCE, "note": NOTE},
            )


def _by_link(year: Year) -> dict[LinkOf, list[Seen]]:
    seen: dict[LinkOf, list[Seen]] = defaultdict(list)
    for meeting in sorted(year.meetings, key=lambda m: m.held_on):
        if meeting.takes_place:
            for place in meeting.places:
                seen[place.link].append(Seen(meeting, place))
    return seen


def _ends_on(member: Member, link: LinkOf) -> date:
    return min(member.contact_ends_on(link.residence_no), YEAR_OVER)


def _spells(seen: Sequence[Seen], talk: date | None, end: date) -> Iterator[Interval]:
    """Give the days on which somebody comes too seldom; a talk ends them."""
    start: date | None = None
    known: list[Attendance] = []
    for day, status in sorted([*((s.meeting.held_on, s.status) for s in seen), *_said(talk)]):
        if status and status not in _UNCOUNTED:
            known.append(status)
        irregular = status is not None and _are_too_few(known)
        if start and not irregular:
            yield Interval(start, day)
            start = None
        elif irregular:
            start = start or day
    if start:
        yield Interval(start, end)


def _said(talk: date | None) -> Iterator[tuple[date, None]]:
    if talk:
        yield talk, None


def _are_too_few(known: Sequence[Attendance]) -> bool:
    if len(known) < RULES.count("attendance.min_known"):
        return False
    came = known.count(Attendance.PRESENT)
    return came * 100 < RULES.percent("attendance.min_share") * len(known)
