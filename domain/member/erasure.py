"""Deciding on the erasure of a person's data."""

from __future__ import annotations

from domain.acts import SIGNING_OFFICES
from domain.decisions import Objections, Streams, decides
from domain.member.events import MemberEnrolled, PersonalDataErased
from domain.member.member import Member
from domain.organization import in_place_of
from domain.refusals import NotOurMember, SecondApprovalMissing, StillWorkingMember

_APPROVERS = 2


@decides(PersonalDataErased)
def erase(member: Member, entry: PersonalDataErased, streams: Streams) -> Objections:
    """Who is nobody's member any more is erased by two secretaries of where he was last."""
    day = entry.occurred_on
    enrolled = member.of(MemberEnrolled)
    if not enrolled:
        yield NotOurMember(field="member", member=member.id)
        return
    if any(member.departed_on(enrolment) > day for enrolment in enrolled):
        yield StillWorkingMember(field="member", member=member.id)
    committee = streams.organization(in_place_of(enrolled[-1].committee, day, streams))
    approving = {a for a in entry.approved_by if committee.in_office(a, SIGNING_OFFICES, day)}
    if len(approving) < _APPROVERS:
        yield SecondApprovalMissing(field="approved_by", member=member.id)
