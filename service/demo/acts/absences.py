"""Absences without excuse: the first is reminded of, the next reported, the report answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from domain.introduction.events import AbsenceOutcome, ReminderWay
from service.demo.bodies import Officer
from service.demo.days import after
from service.demo.meetings import FollowUp, Meeting, Place
from service.demo.paper import EntryOf, LinkOf, Paper, transcribed
from service.demo.year import Year

REMINDED, REPORTED = "remind-absence", "report-absence"


def plan(year: Year) -> None:
    """Say of each absence what it asks for: the ordinal is that of the calendar year."""
    chance = year.chance("absences")
    absences: dict[LinkOf, int] = defaultdict(int)
    for meeting in sorted(year.meetings, key=lambda m: m.held_on):
        if meeting.takes_place and meeting.listed:
            for place in meeting.places:
                if place.absent:
                    absences[place.link] += 1
                    place.follow_up = _follow_up(meeting, absences[place.link], chance)


def _follow_up(meeting: Meeting, ordinal: int, chance: Random) -> FollowUp:
    """Follow it up within ten days; a report is answered within fifteen of its arrival."""
    day = after(meeting.held_on, chance, 2, 8)
    arrived = day if meeting.cell.ward.online else max(day, meeting.arrived_on)
    return FollowUp(
        reported=ordinal > 1, on=day, arrived_on=arrived, answered_on=after(arrived, chance, 2, 12)
    )


def papers(year: Year) -> Iterator[Paper]:
    """Follow each absence up, and answer each report."""
    chance = year.chance("absences/papers")
    for meeting in year.meetings:
        if meeting.takes_place:
            for place in meeting.places:
                if (follow_up := place.follow_up) and follow_up.happens:
                    if follow_up.reported:
                        yield from _reported(meeting, place, follow_up, chance)
                    else:
                        yield _reminded(meeting, place, follow_up, chance)


def _reminded(meeting: Meeting, place: Place, follow_up: FollowUp, chance: Random) -> Paper:
    """Let the residential cell remind him, or his own cell where that one is not online."""
    by = meeting.cell.secretary if meeting.cell.ward.online else place.member.cell.secretary
    how = chance.choice([ReminderWay.IN_PERSON, ReminderWay.CALL])
    return _paper(meeting, place, REMINDED, by, follow_up.on, follow_up.arrived_on, how=how)


def _reported(
    meeting: Meeting, place: Place, follow_up: FollowUp, chance: Random
) -> Iterator[Paper]:
    """Let the residential cell write, or the clerk copy what it wrote; then answer."""
    online, clerk = meeting.cell.ward.online, place.member.committee.clerk
    said: dict[str, Any] = {"number": f"{place.member.name[1:]}-TB/{meeting.cell.code}"}
    if not online:
        said["transcribed"] = transcribed(
            "Thông báo vắng mặt", said["number"], follow_up.arrived_on
        )
    by = meeting.cell.secretary if online else clerk
    report = _paper(meeting, place, REPORTED, by, follow_up.on, follow_up.arrived_on, **said)
    yield report
    if follow_up.answered:
        answered = follow_up.answered_on
        yield Paper(
            key=f"{report.key}/answer",
            meeting=meeting.name,
            entered_on=meeting.bundled_on or answered,
            by=clerk,
            command="answer-absence",
            occurred_on=answered,
            fields={
                "link": place.link,
                "report": EntryOf(report.key, "absence.reported"),
                "outcome": chance.choice([AbsenceOutcome.REMINDED, AbsenceOutcome.WILL_ATTEND]),
            },
        )


def _paper(  # noqa: PLR0917 - of which meeting, about whom, what, by whom, when, known when
    meeting: Meeting,
    place: Place,
    command: str,
    by: Officer,
    day: date,
    arrived_on: date,
    **said: Any,
) -> Paper:
    return Paper(
        key=f"{meeting.name}/{command}/{place.member.name}",
        meeting=meeting.name,
        entered_on=meeting.bundled_on or arrived_on,
        by=by,
        command=command,
        occurred_on=day,
        fields={"link": place.link, "meetings": [meeting.id], **said},
    )
