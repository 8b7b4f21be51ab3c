"""Absences without excuse: the first is reminded of, the next reported, the report answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import Any

from domain.introduction.events import AbsenceOutcome, ReminderWay
from service.demo.bodies import Officer
from service.demo.days import LAST_DAY, after
from service.demo.meetings import FollowUp, Meeting, Place
from service.demo.paper import EntryOf, Paper, transcribed
from service.demo.year import Year


def plan(year: Year) -> None:
    """Say of each absence what it asks for: the ordinal is that of the calendar year."""
    absences: dict[str, int] = defaultdict(int)
    for meeting in sorted(year.meetings, key=lambda m: m.held_on):
        if not (meeting.takes_place and meeting.listed):
            continue
        for place in meeting.places:
            if place.absent:
                earlier = absences[place.member.name]
                place.follow_up = FollowUp.REPORT if earlier else FollowUp.REMIND
                absences[place.member.name] += 1


def papers(year: Year) -> Iterator[Paper]:
    """Follow each absence up within ten days, and answer each report within fifteen."""
    chance, answering = year.chance("absences/papers"), year.chance("absences/answers")
    for meeting in year.meetings:
        if meeting.takes_place:
            for place in meeting.places:
                if place.follow_up and place.followed_up:
                    paper = _followed_up(year, meeting, place, chance)
                    yield paper
                    if place.follow_up is FollowUp.REPORT:
                        yield from _answered(year, paper, answering)


def _followed_up(year: Year, meeting: Meeting, place: Place, chance: Random) -> Paper:
    day = after(meeting.held_on, chance, 2, 8)
    fields: dict[str, Any] = {"link": place.link, "meetings": [meeting.id]}
    known = day if meeting.cell.ward.online else max(day, meeting.arrived_on)
    if place.follow_up is FollowUp.REMIND:
        command, by = "remind-absence", _reminding(meeting, place)
        fields["how"] = chance.choice([ReminderWay.IN_PERSON, ReminderWay.CALL])
    else:
        command, by = "report-absence", _reporting(year, meeting)
        fields["number"] = f"{place.member.name[1:]}-TB/{meeting.cell.code}"
        if not meeting.cell.ward.online:
            fields["transcribed"] = transcribed("Thông báo vắng mặt", fields["number"], known)
    return Paper(
        key=f"{meeting.name}/{command}/{place.member.name}",
        meeting=meeting.name,
        entered_on=known,
        by=by,
        command=command,
        occurred_on=day,
        fields=fields,
    )


def _answered(year: Year, report: Paper, chance: Random) -> Iterator[Paper]:
    """Let the workplace answer, unless the story is over by then."""
    day = after(report.entered_on, chance, 2, 12)
    if day < LAST_DAY:
        yield Paper(
            key=f"{report.key}/answer",
            meeting=report.meeting,
            entered_on=day,
            by=year.workplace.clerk,
            command="answer-absence",
            occurred_on=day,
            fields={
                "link": report.fields["link"],
                "report": EntryOf(report.key, "absence.reported"),
                "outcome": chance.choice([AbsenceOutcome.REMINDED, AbsenceOutcome.WILL_ATTEND]),
            },
        )


def _reminding(meeting: Meeting, place: Place) -> Officer:
    """Name who reminds: the residential cell, or the member's own where that one is offline."""
    return meeting.cell.secretary if meeting.cell.ward.online else place.member.cell.secretary


def _reporting(year: Year, meeting: Meeting) -> Officer:
    """Name who enters a report: the residential cell, or whoever copies its paper."""
    return meeting.cell.secretary if meeting.cell.ward.online else year.workplace.clerk
