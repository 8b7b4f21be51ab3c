"""What is not taken in about an introduced member any more, whatever day the paper bears."""

from __future__ import annotations

from uuid import UUID

from domain.acts import Side
from domain.decisions import Objections, Streams, guards
from domain.entries import Event
from domain.introduction.events import LetterDrafted, LetterIssued, LinkCarriedOver
from domain.introduction.link import Link
from domain.member import is_secret, personal_field
from domain.refusals import PersonErased, SecretMaterial


@guards(Link)
def keep_out(link: Link, entry: Event, streams: Streams) -> Objections:
    """No letter begins and nothing personal is written of the erased, or of class B.

    The residence is not told that class B holds: it writes what it would of anybody.
    """
    named = personal_field(entry)
    if isinstance(entry, LetterDrafted | LetterIssued | LinkCarriedOver):
        person: UUID | None = entry.member
    else:
        person = link.member if named else None
    if person is None:
        return
    member = streams.member(person)
    if member.erased:
        yield PersonErased(field=named, member=member.id)
    if named and entry.actor.side is Side.WORKPLACE and is_secret(member, entry):
        yield SecretMaterial(field=named, member=member.id)
