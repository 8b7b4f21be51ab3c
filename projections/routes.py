"""Which subjects an event brings into being, and which streams it makes belong together.

Both are pure functions of an entry; a meeting's list is read with the day on which it was held,
which stands in another entry of the same stream. They may name too much, never too little: a
subject about which there is nothing to say has no rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain.classification import ClassificationDecided
from domain.collective_meeting import CollectiveMeetingHeld
from domain.coordination import CoordinationAgreed
from domain.entries import Event
from domain.evaluation import EvaluationDrafted, EvaluationReceived, EvaluationRequested
from domain.introduction.events import (
    LetterDrafted,
    LetterIssued,
    LinkCarriedOver,
    MemberForwarded,
)
from domain.introduction.link import link_id
from domain.meeting import (
    AttendanceRecorded,
    MeetingConvened,
    MeetingHeld,
    half_year,
)
from domain.member import CellAssigned, MemberEnrolled, ResidenceDeclared
from domain.obligations.obligation import subject_of_key
from domain.organization import (
    OrganizationPlaced,
    OrganizationRegistered,
    OrganizationSucceeded,
)
from domain.owed import GapExplained, ObligationSnoozed
from domain.reconciliation import RosterStated, pair_of
from domain.report import LetterAsked, ReportSent
from domain.review import (
    InspectionMade,
    PeriodicReviewHeld,
    ReferenceRecorded,
    RegulationDisseminated,
    ReviewHeld,
)
from domain.round import RoundOpened
from projections.subjects import Subject, index_key


class Standing(NamedTuple):
    """A duty that falls due again in every period, from the first one on, without an event."""

    kind: str
    key: str
    first: str


def index_entries(  # noqa: C901, PLR0912 - one case for each kind of entry
    entry: Event,
) -> Iterator[tuple[str, UUID]]:
    """Name the keys of the indexes under which an entry puts a stream."""
    stream = entry.originator_id
    match entry:
        case LetterDrafted() | LetterIssued() | LinkCarriedOver():
            yield index_key("links_of_member", entry.member), stream
            yield index_key("links_between", entry.issuer, _addressee(entry)), stream
            if isinstance(entry, LinkCarriedOver) and entry.cell:
                yield index_key("links_in", entry.cell), stream
        case MemberForwarded():
            yield index_key("links_in", entry.cell), stream
        case MemberEnrolled():
            yield index_key("members_of", entry.committee), stream
            yield index_key("members_in", entry.cell), stream
        case CellAssigned():
            yield index_key("members_in", entry.cell), stream
        case ResidenceDeclared() if entry.household:
            link = link_id(stream, entry.residence_no)
            yield index_key("links_of_household", entry.household), link
        case MeetingConvened():
            yield index_key("meetings_of", entry.cell, entry.scheduled_for.year), stream
        case MeetingHeld():
            yield index_key("meetings_of", entry.cell, entry.occurred_on.year), stream
        case CollectiveMeetingHeld():
            year = entry.occurred_on.year
            yield index_key("collective_meetings_of", entry.cell, year), stream
        case EvaluationRequested() | EvaluationDrafted() | EvaluationReceived():
            yield index_key("evaluations_of", entry.link), stream
        case OrganizationRegistered() | OrganizationPlaced() if entry.parent:
            yield index_key("bodies_under", entry.parent), stream
        case OrganizationSucceeded():
            yield index_key("predecessors_of", entry.to), stream
            for cell in entry.cells:
                yield index_key("predecessors_of", cell.to), cell.from_
        case RosterStated():
            pair = pair_of(entry)
            yield index_key("reconciliations_of", pair.workplace, pair.residence), stream
        case GapExplained():
            yield index_key("said_about", subject_of_key(entry.obligation)), stream


def subjects(entry: Event, effective: Sequence[Event]) -> Iterator[Subject]:
    """Name the subjects that an entry brings into being, standing duties aside.

    ``effective`` is what its stream says with it.
    """
    stream = str(entry.originator_id)
    yield "chronicle", stream
    if kind := _OF_ONE_STREAM.get(type(entry)):
        yield kind, stream
    match entry:
        case ResidenceDeclared() if entry.household:
            yield "household", entry.household
        case MeetingHeld() | AttendanceRecorded():
            yield from _absences(effective)
        case LetterIssued() | LinkCarriedOver():
            yield "pair", str(entry.issuer), str(_addressee(entry))
        case CoordinationAgreed():
            yield "pair", str(entry.workplace), str(entry.residence)
        case RosterStated():
            pair = pair_of(entry)
            yield "pair", str(pair.workplace), str(pair.residence)


_OF_ONE_STREAM: Mapping[type[Event], str] = {
    OrganizationRegistered: "organization",
    MemberEnrolled: "member",
    LetterDrafted: "link",
    LetterIssued: "link",
    LinkCarriedOver: "link",
    MeetingConvened: "meeting",
    MeetingHeld: "meeting",
    AttendanceRecorded: "meeting",
    RoundOpened: "round",
    EvaluationRequested: "evaluation",
    EvaluationDrafted: "evaluation",
    EvaluationReceived: "evaluation",
    ReviewHeld: "review",
    ReferenceRecorded: "review",
    PeriodicReviewHeld: "review",
    InspectionMade: "review",
    RegulationDisseminated: "review",
    ClassificationDecided: "classification",
    ReportSent: "report",
    LetterAsked: "letter_ask",
    ObligationSnoozed: "snoozed",
}


def standing(entry: Event) -> Iterator[Standing]:
    """Name the standing duties that an entry opens."""
    match entry:
        case MemberEnrolled():
            year = _year(entry.effect_date)
            yield Standing("asked", str(entry.originator_id), year)
            yield Standing("inputs", str(entry.originator_id), year)
            yield Standing("workplace", str(entry.committee), year)
            yield Standing("workplace_cell", str(entry.cell), year)
        case CellAssigned():
            yield Standing("workplace_cell", str(entry.cell), _year(entry.effect_date))
        case MemberForwarded() | LinkCarriedOver() if entry.cell:
            # comments on a year are still written early in the next one
            yield Standing("cell_year", str(entry.cell), _year(entry.effect_date, before=1))
            yield Standing("cell_half", str(entry.cell), half_year(entry.effect_date))
        case OrganizationSucceeded():
            for body in (entry.to, *(cell.to for cell in entry.cells)):
                yield from _taken_over(str(body), entry.on)


def _taken_over(body: str, day: date) -> Iterator[Standing]:
    """Name the duties that may pass to a body with what it takes over."""
    yield Standing("cell_half", body, half_year(day))
    yield Standing("cell_year", body, _year(day, before=1))
    yield Standing("workplace", body, _year(day))
    yield Standing("workplace_cell", body, _year(day))


def periods(duty: Standing, horizon: date) -> Iterator[Subject]:
    """Name the subjects of a standing duty, one a period, to the period of the horizon."""
    first, last = int(duty.first[:4]), horizon.year
    for year in range(first, last + 1):
        if duty.kind != "cell_half":
            yield duty.kind, duty.key, f"{year:04}"
            continue
        for half in (f"{year}-H1", f"{year}-H2"):
            if duty.first <= half <= half_year(horizon):
                yield duty.kind, duty.key, half


def _addressee(entry: LetterDrafted | LetterIssued | LinkCarriedOver) -> UUID:
    return entry.body if isinstance(entry, LinkCarriedOver) else entry.to_body


def _absences(effective: Sequence[Event]) -> Iterator[Subject]:
    years = sorted({_year(e.occurred_on) for e in effective if isinstance(e, MeetingHeld)})
    for entry in effective:
        if isinstance(entry, MeetingHeld | AttendanceRecorded):
            for item in entry.attendance:
                for year in years:
                    yield "absences", str(item.link), year


def _year(day: date, *, before: int = 0) -> str:
    return f"{day.year - before:04}"
