"""Deciding on the membership: enrolled, recognized as full, in another cell, departed."""

from __future__ import annotations

from datetime import date

from domain.decisions import Objections, Streams, decides
from domain.member.events import (
    CellAssigned,
    FullMembershipRecognized,
    MemberDeparted,
    MemberEnrolled,
)
from domain.member.member import Member
from domain.organization import in_place_of, is_under, standing_body
from domain.refusals import (
    AlreadyEnrolled,
    BeforeItsGround,
    CellNotUnderBody,
    MemberHasDeparted,
    NotOurMember,
    NotProbationary,
)


@decides(MemberEnrolled)
def enroll(member: Member, entry: MemberEnrolled, streams: Streams) -> Objections:
    """A person is enrolled in one committee at a time, in a cell that it has."""
    day = entry.occurred_on
    yield from standing_body(entry.committee, day, streams, "committee")
    if not is_under(entry.cell, entry.committee, day, streams):
        yield CellNotUnderBody(field="cell", cell=entry.cell, body=entry.committee)
    if any(member.departed_on(other) > day for other in member.of(MemberEnrolled)):
        yield AlreadyEnrolled(field="person", member=member.id, day=day)


@decides(FullMembershipRecognized)
def recognize(member: Member, entry: FullMembershipRecognized, streams: Streams) -> Objections:
    """Probation ends for somebody who is on probation."""
    yield from still_here(member, entry.occurred_on)
    enrolment = member.enrolment_on(entry.occurred_on)
    if enrolment and not enrolment.probationary:
        yield NotProbationary(field="member", member=member.id)


@decides(CellAssigned)
def assign_cell(member: Member, entry: CellAssigned, streams: Streams) -> Objections:
    """The cell is one of the committee in which the member is enrolled."""
    yield from still_here(member, entry.from_)
    if enrolment := member.enrolment_on(entry.from_):
        committee = in_place_of(enrolment.committee, entry.from_, streams)
        if not is_under(entry.cell, committee, entry.from_, streams):
            yield CellNotUnderBody(field="cell", cell=entry.cell, body=committee)


@decides(MemberDeparted)
def depart(member: Member, entry: MemberDeparted, streams: Streams) -> Objections:
    """A departure names the enrolment that it ends, and is not before it."""
    enrolment = next((e for e in member.of(MemberEnrolled) if e.id == entry.enrolment), None)
    if enrolment is None:
        yield NotOurMember(field="enrolment", member=member.id)
    elif entry.on < enrolment.occurred_on:
        yield BeforeItsGround(field="on", day=entry.on, ground=enrolment.occurred_on)


def still_here(member: Member, day: date) -> Objections:
    """Nothing about a departed member is dated after the departure."""
    if member.enrolment_on(day):
        return
    departed = [d.on for d in member.of(MemberDeparted) if d.on <= day]
    if departed:
        yield MemberHasDeparted(field="occurred_on", member=member.id, departed_on=max(departed))
    else:
        yield NotOurMember(field="member", member=member.id, day=day)
