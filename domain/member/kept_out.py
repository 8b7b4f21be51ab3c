"""What is not taken in about a member any more, whatever day the paper bears.

Of class B there is an id and a ground on file. Of an erased person there is the history: what he
left open may still be ended, nothing begins, and his key never comes back.
"""

from __future__ import annotations

from dataclasses import fields

from domain.decisions import Objections, Streams, guards, vietnam_day
from domain.entries import EntryCorrected, EntryVoided, Event
from domain.member.events import (
    ActivityResumed,
    ExemptionClass,
    ExemptionEnded,
    MemberDeparted,
    PersonalDataErased,
    TransferDecided,
    TransferRevoked,
)
from domain.member.member import Member
from domain.private import private_in
from domain.refusals import PersonErased, SecretMaterial

_ENDS = (ExemptionEnded, ActivityResumed, TransferRevoked, MemberDeparted)


@guards(Member)
def keep_out(member: Member, entry: Event, streams: Streams) -> Objections:
    """Nothing that begins or names is written of the erased, nothing that names of class B."""
    named = personal_field(entry)
    erased = member.erased
    if erased and (named or not _goes_on(entry, erased)):
        yield PersonErased(field=named, member=member.id)
    if named is None and isinstance(entry, TransferDecided):
        named = "to_name"
    if named and is_secret(member, entry):
        yield SecretMaterial(field=named, member=member.id)


def is_secret(member: Member, entry: Event) -> bool:
    """Tell whether class B holds on the day on which an entry is made."""
    return member.is_exempt(ExemptionClass.B, vietnam_day(entry.timestamp))


def personal_field(entry: Event) -> str | None:
    """Name the first field of an entry that has something personal, if any has."""
    named = (f.name for f in fields(entry) if any(private_in(getattr(entry, f.name))))
    return next(named, None)


def _goes_on(entry: Event, erased: PersonalDataErased) -> bool:
    """Tell whether an entry ends or mends something; an erasure itself is final."""
    if isinstance(entry, EntryCorrected | EntryVoided):
        return entry.event != erased.id
    return isinstance(entry, _ENDS)
