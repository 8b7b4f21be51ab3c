"""Deciding on what follows an absence: the member is reminded, the workplace is told."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.decisions import Objections, Streams, decides
from domain.introduction.events import AbsenceReminded, AbsenceReported
from domain.introduction.link import Link
from domain.meeting import ABSENT
from domain.refusals import BeforeItsGround, NotAbsent


@decides(AbsenceReminded)
def remind(link: Link, entry: AbsenceReminded, streams: Streams) -> Objections:
    """Who is reminded was absent (the seed, row 34)."""
    yield from _absent(link, entry.meetings, entry.occurred_on, streams)


@decides(AbsenceReported)
def report(link: Link, entry: AbsenceReported, streams: Streams) -> Objections:
    """What is reported is an absence; one paper may name several."""
    yield from _absent(link, entry.meetings, entry.occurred_on, streams)


def _absent(link: Link, meetings: tuple[UUID, ...], day: date, streams: Streams) -> Objections:
    for meeting_id in meetings:
        meeting = streams.meeting(meeting_id)
        if meeting.attendance.get(link.id) not in ABSENT:
            yield NotAbsent(field="meetings", link=link.id, meeting=meeting_id)
        elif meeting.held and day < meeting.held.occurred_on:
            yield BeforeItsGround(field="occurred_on", day=day, ground=meeting.held.occurred_on)
