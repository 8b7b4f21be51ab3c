"""Deciding on posts elsewhere: decided, revoked."""

from __future__ import annotations

from domain.decisions import Objections, Streams, decides
from domain.member.events import TransferDecided, TransferRevoked
from domain.member.member import Member
from domain.member.membership import still_here
from domain.organization import standing_body, whole_term
from domain.refusals import BeforeItsGround, MemberHasDeparted, NoSuchTransfer


@decides(TransferDecided)
def decide_transfer(member: Member, entry: TransferDecided, streams: Streams) -> Objections:
    """A post elsewhere is decided for a member; the body that he goes to stands, if it is named."""
    yield from still_here(member, entry.occurred_on)
    yield from whole_term(entry.effective_on, entry.until)
    if entry.to:
        yield from standing_body(entry.to, entry.effective_on, streams, "to")


@decides(TransferRevoked)
def revoke_transfer(member: Member, entry: TransferRevoked, streams: Streams) -> Objections:
    """A revocation names a transfer that was decided, while the member is still here."""
    decided = next((t for t in member.of(TransferDecided) if t.id == entry.transfer), None)
    if decided is None:
        yield NoSuchTransfer(field="transfer", transfer=entry.transfer)
        return
    if entry.on < decided.occurred_on:
        yield BeforeItsGround(field="on", day=entry.on, ground=decided.occurred_on)
    if not member.enrolment_on(entry.on):
        yield MemberHasDeparted(field="on", member=member.id, day=entry.on)
