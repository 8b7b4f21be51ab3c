"""The papers of a meeting: called, told, held with who came, what it put forward."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from domain.meeting import ContentItem, MeetingKind, NoticeWay
from service.demo.meetings import Meeting, Place
from service.demo.paper import Paper, transcribed
from service.demo.year import Year

ABOUT = {
    MeetingKind.PERIODIC: "Tình hình địa phương 6 tháng và nhiệm vụ tới",
    MeetingKind.OTHER: "Góp ý chuyên đề: môi trường và an ninh khu dân cư",
}


def papers(year: Year) -> Iterator[Paper]:
    """Write the papers of every meeting that takes place."""
    chance = year.chance("minutes/papers")
    for meeting in year.meetings:
        if meeting.takes_place:
            yield from _papers(meeting, chance)


def _papers(meeting: Meeting, chance: Random) -> Iterator[Paper]:
    yield _paper(meeting, "convene-meeting", meeting.convened_on, _convened(meeting))
    if meeting.told:
        yield _paper(meeting, "deliver-notices", meeting.noticed_on, _noticed(meeting))
    yield _paper(meeting, "hold-meeting", meeting.held_on, _held(meeting))
    if meeting.recorded:
        content = _content(meeting, chance)
        yield _paper(meeting, "record-content", meeting.content_on, content)


def _paper(meeting: Meeting, command: str, day: date, fields: dict[str, Any]) -> Paper:
    """Let the cell enter its own act, or the workplace's clerk copy the minutes that arrived."""
    online = meeting.cell.ward.online
    if not online:
        number = f"{meeting.held_on:%d%m}-BB/{meeting.cell.code}"
        fields["transcribed"] = transcribed("Biên bản, giấy mời", number, meeting.arrived_on)
    return Paper(
        key=f"{meeting.name}/{command}",
        meeting=meeting.name,
        entered_on=meeting.entered(day),
        by=meeting.cell.secretary if online else meeting.places[0].member.committee.clerk,
        command=command,
        occurred_on=day,
        fields=fields,
    )


def _convened(meeting: Meeting) -> dict[str, Any]:
    return {
        "cell": meeting.cell.id,
        "scheduled_for": meeting.held_on,
        "time": "19:30",
        "kind": meeting.kind,
        "period": meeting.period,
        "about": ABOUT[meeting.kind],
    }


def _noticed(meeting: Meeting) -> dict[str, Any]:
    groups = meeting.cell.groups
    return {
        "meeting": meeting.id,
        "links": [place.link for place in meeting.places],
        "through": groups[0].officers[0].person if groups else None,
        "via": NoticeWay.INVITATION,
    }


def _held(meeting: Meeting) -> dict[str, Any]:
    attendance = [_attendance(place) for place in meeting.places] if meeting.listed else []
    return {
        "meeting": meeting.id,
        "cell": meeting.cell.id,
        "kind": meeting.kind,
        "period": meeting.period,
        "chair": meeting.cell.secretary.person,
        "attendance": attendance,
    }


def _attendance(place: Place) -> dict[str, Any]:
    entry: dict[str, Any] = {"link": place.link, "status": place.status}
    if place.represented_by:
        entry["represented_by"] = place.represented_by
    return entry


def _content(meeting: Meeting, chance: Random) -> dict[str, Any]:
    items = [ContentItem.LOCAL_SITUATION, *chance.sample(list(ContentItem)[1:], 2)]
    return {"meeting": meeting.id, "items": items}
