"""Deciding on where a member lives."""

from __future__ import annotations

from domain.acts import Side
from domain.decisions import Objections, Streams, decides
from domain.member.events import ResidenceDeclared
from domain.member.member import Member
from domain.member.membership import still_here
from domain.organization import same_on, standing_body
from domain.refusals import AddresseeNotReceiver, BeforeItsGround, SameResidence, StayElsewhere


@decides(ResidenceDeclared)
def declare_residence(member: Member, entry: ResidenceDeclared, streams: Streams) -> Objections:
    """A residence is declared under a body that receives; the same again is nothing new."""
    yield from still_here(member, entry.occurred_on)
    body = streams.organization(entry.body)
    yield from standing_body(entry.body, entry.occurred_on, streams, "body")
    if body.registered and Side.RESIDENCE not in body.registered.sides:
        yield AddresseeNotReceiver(field="body", body=entry.body)
    if entry.since > entry.occurred_on:
        yield BeforeItsGround(field="moved_on", day=entry.occurred_on, ground=entry.since)
    stay = [r for r in member.of(ResidenceDeclared) if r.residence_no == entry.residence_no]
    if any(not _same_receiver(other, entry, streams) for other in stay):
        yield StayElsewhere(field="residence_no", residence_no=entry.residence_no)
    present = member.residence_on(entry.occurred_on)
    if present and _same_place(present, entry, streams):
        yield SameResidence(field="dwelling", declared_on=present.occurred_on)


def _same_receiver(one: ResidenceDeclared, other: ResidenceDeclared, streams: Streams) -> bool:
    """Tell whether both lie in the hands of one committee on the day of the later one."""
    return same_on(one.body, other.body, max(one.occurred_on, other.occurred_on), streams)


def _same_place(one: ResidenceDeclared, other: ResidenceDeclared, streams: Streams) -> bool:
    return _dwelling(one) == _dwelling(other) and _same_receiver(one, other, streams)


def _dwelling(entry: ResidenceDeclared) -> tuple[object, ...]:
    return entry.neighborhood_token, entry.household, entry.kind
