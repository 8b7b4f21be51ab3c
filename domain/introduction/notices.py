"""Deciding on what the workplace tells the residence: a change, or that the link ends."""

from __future__ import annotations

from domain.decisions import Objections, Streams, decides
from domain.introduction.changes import changes
from domain.introduction.events import ClosingReason, LinkClosed, StatusNotified
from domain.introduction.link import Link
from domain.introduction.placing import still_open
from domain.member import ExemptionClass, Member, MemberDeparted
from domain.organization import in_place_of
from domain.refusals import BeforeItsGround, LetterNeverArrived, NoGround


@decides(StatusNotified)
def notify(link: Link, entry: StatusNotified, streams: Streams) -> Objections:
    """The residence of an open link is told of what happened, and of nothing else."""
    yield from still_open(link, entry.occurred_on)
    letter = link.open_letter_on(entry.occurred_on)
    if letter is None or link.member is None:
        return
    happened = changes(streams.member(link.member), letter)
    if not any(c.kind is entry.change and c.said_on <= entry.occurred_on for c in happened):
        yield NoGround(field="change", change=entry.change)


@decides(LinkClosed)
def close(link: Link, entry: LinkClosed, streams: Streams) -> Objections:
    """A link ends for a reason that is on record."""
    letter = link.letter(entry.attempt)
    if letter is None or letter.open_days is None:
        yield LetterNeverArrived(field="attempt", attempt=entry.attempt)
        return
    if entry.on < letter.open_days.start:
        yield BeforeItsGround(field="on", day=entry.on, ground=letter.open_days.start)
    if link.member and not _ground(link, entry, streams.member(link.member), streams):
        yield NoGround(field="reason", reason=entry.reason)


def _ground(link: Link, entry: LinkClosed, member: Member, streams: Streams) -> bool:
    """Tell whether the reason given for an end is on record by the day of entry."""
    letter = link.letter(entry.attempt)
    day = max(entry.on, entry.occurred_on)
    if entry.reason is ClosingReason.MOVED:
        residence = member.residence_on(day)
        here = in_place_of(residence.body, day, streams) if residence else None
        return here is not None and here != (letter and letter.receiver_on(day, streams))
    if entry.reason is ClosingReason.WITHDRAWN:
        return member.is_exempt(ExemptionClass.B, day)
    if entry.reason in (ClosingReason.DEPARTED, ClosingReason.RETIRED):
        opened = letter and letter.open_days
        return any(opened and opened.start <= d.on <= day for d in member.of(MemberDeparted))
    return True
