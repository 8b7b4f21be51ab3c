"""Deciding on offices, and on the rules that a body adopts."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.acts import Office
from domain.decisions import Objections, Streams, decides
from domain.intervals import through
from domain.organization.bodies import standing_body
from domain.organization.events import (
    CommitteeElected,
    OfficerAppointed,
    OfficerRelieved,
    RuleSetAdopted,
)
from domain.organization.organization import Organization
from domain.organization.tree import Beside, Bodies, standing_on
from domain.refusals import BeforeItsGround, NoSuchAppointment, NotInOffice, OfficeTaken

ONE_AT_A_TIME = frozenset({Office.SECRETARY, Office.CELL_SECRETARY})


@decides(OfficerAppointed)
def appoint(body: Organization, entry: OfficerAppointed, streams: Streams) -> Objections:
    """A body that stands has one secretary at a time."""
    yield from standing_body(body.id, entry.from_, Beside(streams, body))
    yield from whole_term(entry.from_, entry.until)
    if entry.office in ONE_AT_A_TIME:
        asked = through(entry.from_, entry.until)
        for other in body.of(OfficerAppointed):
            same = other.office is entry.office and other.officer != entry.officer
            if same and body.term_of(other).meets(asked):
                yield OfficeTaken(field="office", office=entry.office, officer=other.officer)


@decides(OfficerRelieved)
def relieve(body: Organization, entry: OfficerRelieved, streams: Streams) -> Objections:
    """An end names the appointment that it ends."""
    appointment = next((a for a in body.of(OfficerAppointed) if a.id == entry.appointment), None)
    named = appointment and (appointment.officer, appointment.office)
    if appointment is None or named != (entry.officer, entry.office):
        yield NoSuchAppointment(field="appointment", officer=entry.officer, office=entry.office)
    elif entry.on < appointment.from_:
        yield BeforeItsGround(field="on", day=entry.on, ground=appointment.from_)


@decides(CommitteeElected)
def elect(body: Organization, entry: CommitteeElected, streams: Streams) -> Objections:
    """Only a body that stands elects a committee."""
    yield from standing_body(body.id, entry.from_, Beside(streams, body))
    yield from whole_term(entry.from_, entry.until)


@decides(RuleSetAdopted)
def adopt(body: Organization, entry: RuleSetAdopted, streams: Streams) -> Objections:
    """Local figures exist in the rule set and are open there."""
    yield from standing_body(body.id, entry.from_, Beside(streams, body))
    yield from streams.rulebook.named(entry.adopts).objections_to(entry.figures)


def signed_by(  # noqa: PLR0917 - one rule: who signed for whom, in which of which offices, when
    body: UUID | None,
    signer: UUID | None,
    office: Office | None,
    among: frozenset[Office],
    day: date,
    bodies: Bodies,
    fields: tuple[str, str],
) -> Objections:
    """Who signs for a body holds one of some offices in it that day, the one that he states.

    ``fields`` name the signer and the office in the entry.
    """
    standing = standing_on(body, day, bodies) if body and signer else None
    held = standing.offices_of(signer, day) & among if standing and signer else frozenset()
    if not held:
        yield NotInOffice(field=fields[0], officer=signer, organization=body, day=day)
    elif office and office not in held:
        yield NotInOffice(field=fields[1], officer=signer, organization=body, office=office)


def office_held(
    body: UUID | None, person: UUID | None, among: frozenset[Office], day: date, bodies: Bodies
) -> Office | None:
    """Name the office, the highest of some, that a person holds in a body on that day."""
    if body is None or person is None:
        return None
    held = standing_on(body, day, bodies).offices_of(person, day) & among
    return next((office for office in Office if office in held), None)


def whole_term(first: date, last: date | None) -> Objections:
    """What is said to end does not end before it begins."""
    if last and last < first:
        yield BeforeItsGround(field="until", day=last, ground=first)
