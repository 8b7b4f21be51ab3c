"""Deciding on feedback: weak points are talked over with the member (the seed, row 21)."""

from __future__ import annotations

from uuid import UUID

from domain.decisions import Objections, Streams, decides, not_before
from domain.entries import Event
from domain.evaluation import Evaluation, EvaluationReceived
from domain.introduction.events import ATTENDANCE, FeedbackGiven
from domain.introduction.link import Link
from domain.refusals import MemberHasDeparted, NoSuchLink, NotReceived
from domain.report import Report


@decides(FeedbackGiven)
def give_feedback(link: Link, entry: FeedbackGiven, streams: Streams) -> Objections:
    """It is on attendance, or on a paper about this link that is there."""
    day = entry.occurred_on
    opened = (letter.open_days.start for letter in link.letters if letter.open_days)
    if link.member is None or not any(start <= day for start in opened):
        yield NoSuchLink(field="link", link=link.id)
        return
    if not streams.member(link.member).enrolment_on(day):
        yield MemberHasDeparted(field="occurred_on", member=link.member, day=day)
    if entry.on == ATTENDANCE:
        return
    paper = _paper(link, entry.on, streams)
    if paper is None:
        yield NotReceived(field="on", on=entry.on)
    else:
        yield from not_before(entry, paper)


def _paper(link: Link, on: str, streams: Streams) -> Event | None:
    """Find how an evaluation, or a report, about the link came to be there."""
    try:
        stream = streams.stream(UUID(on))
    except ValueError:
        return None
    if isinstance(stream, Evaluation) and stream.link == link.id:
        return next(reversed(stream.chain(EvaluationReceived)), None)
    if isinstance(stream, Report) and stream.link == link.id:
        return stream.sent
    return None
