"""Deciding on what follows an absence: reminded, reported to the workplace, answered by it."""

from __future__ import annotations

from domain.decisions import Objections, Streams, decides, not_before
from domain.introduction.events import AbsenceAnswered, AbsenceReminded, AbsenceReported
from domain.introduction.link import Link
from domain.meeting import ABSENT
from domain.refusals import NoSuchReport, NotAbsent


@decides(AbsenceReminded)
def remind(link: Link, entry: AbsenceReminded, streams: Streams) -> Objections:
    """Who is reminded was absent (the seed, row 34)."""
    yield from _absent(link, entry, streams)


@decides(AbsenceReported)
def report(link: Link, entry: AbsenceReported, streams: Streams) -> Objections:
    """What is reported is an absence; one paper may name several."""
    yield from _absent(link, entry, streams)


@decides(AbsenceAnswered)
def answer(link: Link, entry: AbsenceAnswered, streams: Streams) -> Objections:
    """What is answered is a notice of absence about this link (the seed, row 26)."""
    notice = next((e for e in link.of(AbsenceReported) if e.id == entry.report), None)
    if notice is None:
        yield NoSuchReport(field="report", report=entry.report)
    else:
        yield from not_before(entry, notice)


def _absent(link: Link, entry: AbsenceReminded | AbsenceReported, streams: Streams) -> Objections:
    for meeting_id in entry.meetings:
        meeting = streams.meeting(meeting_id)
        if meeting.attendance.get(link.id) not in ABSENT:
            yield NotAbsent(field="meetings", link=link.id, meeting=meeting_id)
        elif meeting.held:
            yield from not_before(entry, meeting.held)
