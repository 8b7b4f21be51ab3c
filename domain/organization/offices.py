"""Deciding on offices, and on the rules that a body adopts."""

from __future__ import annotations

from datetime import date

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
from domain.organization.tree import Beside
from domain.refusals import BeforeItsGround, NoSuchAppointment, OfficeTaken

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


def whole_term(first: date, last: date | None) -> Objections:
    """What is said to end does not end before it begins."""
    if last and last < first:
        yield BeforeItsGround(field="until", day=last, ground=first)
