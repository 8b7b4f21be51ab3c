"""Committees, cells and groups; who holds which office; which rule set a body adopted.

Any body may issue or receive: no rule asks for a level. The tree is dated, and so are offices: a
question about a body is a question about a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Protocol
from uuid import UUID, uuid5

from domain.acts import NamedPaper, Office, Side
from domain.decisions import Objections, Streams, decides
from domain.entries import Event, Stream
from domain.intervals import through
from domain.names import LIENHE
from domain.private import Private
from domain.refusals import (
    BeforeItsGround,
    NotInOffice,
    OfficeTaken,
    OrganizationEnded,
    ParentUnknown,
)


class Kind(StrEnum):
    """What a body is; the name says nothing about what it may do, ``sides`` does."""

    CENTRAL_BLOC = "central_bloc"
    PROVINCE_COMMITTEE = "province_committee"
    DISTRICT_COMMITTEE = "district_committee"
    COMMITTEE_ABOVE_GRASSROOTS = "committee_above_grassroots"
    GRASSROOTS_COMMITTEE = "grassroots_committee"
    GRASSROOTS_CELL = "grassroots_cell"
    SECTIONAL_COMMITTEE = "sectional_committee"
    CELL = "cell"
    PARTY_GROUP = "party_group"


class SuccessionKind(StrEnum):
    """How one body takes over from another."""

    MERGER = "MERGER"
    SPLIT = "SPLIT"
    RESTRUCTURE = "RESTRUCTURE"


PARTS = frozenset({Kind.SECTIONAL_COMMITTEE, Kind.CELL, Kind.PARTY_GROUP})
ONE_AT_A_TIME = frozenset({Office.SECRETARY, Office.CELL_SECRETARY})
COMMITTEE_OFFICES = frozenset(Office) - {
    Office.CLERK,
    Office.INSPECTOR,
    Office.ADMINISTRATOR,
    Office.PARTY_GROUP_LEADER,
}


def organization_id(code: str) -> UUID:
    """Name the stream of the body that the register knows by this code."""
    return uuid5(LIENHE, f"organization/{code}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class OrganizationRegistered(Event):
    """A body enters the register; it stands from ``exists_from``. (Ghi tên tổ chức đảng)

    Obligations are counted from ``followed_from``, which is no effect date.
    """

    TOPIC = "organization.registered"
    EFFECT = "exists_from"
    NATURAL_KEY = ()

    code: str
    kind: Kind
    name: str
    symbol: str
    parent: UUID | None
    sides: tuple[Side, ...]
    commune_unit: str | None
    neighborhood: str | None
    exists_from: date | None
    followed_from: date

    @property
    def effect_date(self) -> date:
        """A body without a known first day has always stood."""
        return self.exists_from or date.min


@dataclass(frozen=True)
class OrganizationRenamed(Event):
    """From that day the body bears another name. (Đổi tên)"""

    TOPIC = "organization.renamed"
    EFFECT = "from_"
    NATURAL_KEY = ("from_",)

    name: str
    symbol: str
    from_: date


@dataclass(frozen=True)
class OrganizationPlaced(Event):
    """From that day the body belongs under another one. (Chuyển về trực thuộc)"""

    TOPIC = "organization.placed"
    EFFECT = "from_"
    NATURAL_KEY = ("from_",)

    parent: UUID
    from_: date


@dataclass(frozen=True)
class OrganizationDissolved(Event):
    """The body ends on that day, the first without it; no successor is named yet. (Giải thể)"""

    TOPIC = "organization.dissolved"
    EFFECT = "on"
    NATURAL_KEY = ()

    on: date
    decision: NamedPaper


@dataclass(frozen=True, slots=True)
class CellSucceeded:
    """One cell that changes when the body above it is succeeded."""

    ENTRY_ID: ClassVar[str] = "from_"

    from_: UUID
    to: UUID


@dataclass(frozen=True)
class OrganizationSucceeded(Event):
    """From that day another body takes over its links, duties and papers. (Kế thừa)

    ``cells`` are those that change; the others pass under ``to`` with officers, groups and
    monitors. Offices of this body and of the cells named end on that day.
    """

    TOPIC = "organization.succeeded"
    EFFECT = "on"
    NATURAL_KEY = ()

    to: UUID
    cells: tuple[CellSucceeded, ...]
    how: SuccessionKind
    on: date
    decision: NamedPaper


@dataclass(frozen=True)
class OfficerAppointed(Event):
    """A person holds an office of this body from that day. (Phân công, chỉ định)"""

    TOPIC = "organization.officer_appointed"
    EFFECT = "from_"
    NATURAL_KEY = ("officer", "office", "from_")

    officer: UUID
    name: Private
    office: Office
    from_: date
    until: date | None


@dataclass(frozen=True)
class OfficerRelieved(Event):
    """The person holds the office no more from that day. (Thôi giữ chức vụ)"""

    TOPIC = "organization.officer_relieved"
    EFFECT = "on"
    NATURAL_KEY = ("appointment",)

    appointment: str
    officer: UUID
    office: Office
    on: date


@dataclass(frozen=True)
class CommitteeElected(Event):
    """The cell has a cell committee from that day. (Bầu chi ủy)"""

    TOPIC = "organization.committee_elected"
    EFFECT = "from_"
    NATURAL_KEY = ("from_",)

    members: tuple[UUID, ...]
    from_: date
    until: date | None


@dataclass(frozen=True)
class RuleSetAdopted(Event):
    """A rule set holds here, with local figures where it leaves them open. (Áp dụng quy định)

    ``adopts_digest`` is the SHA-256 of the rule set as published, in hex.
    """

    TOPIC = "organization.rule_set_adopted"
    EFFECT = "from_"
    NATURAL_KEY = ("adopts", "from_")

    adopts: str
    adopts_digest: str
    figures: dict[str, Any]
    from_: date


# Decide.


@decides(OrganizationRegistered)
def register(body: Organization, entry: OrganizationRegistered, streams: Streams) -> Objections:
    """A body stands under a body that is on record, and the tree stays a tree."""
    if entry.parent and not streams.organization(entry.parent).registered:
        yield ParentUnknown(field="parent", parent=entry.parent)


@decides(OfficerAppointed)
def appoint(body: Organization, entry: OfficerAppointed, streams: Streams) -> Objections:
    """A body that stands has one secretary at a time."""
    yield from standing_body(body, entry.from_)
    yield from whole_term(entry.from_, entry.until)
    if entry.office in ONE_AT_A_TIME:
        for other in body.appointments_on(entry.from_):
            if other.office is entry.office and other.officer != entry.officer:
                yield OfficeTaken(field="office", office=entry.office, officer=other.officer)


@decides(OfficerRelieved)
def relieve(body: Organization, entry: OfficerRelieved, streams: Streams) -> Objections:
    """An end names the appointment that it ends."""
    appointment = next((a for a in body.of(OfficerAppointed) if a.id == entry.appointment), None)
    named = appointment and (appointment.officer, appointment.office)
    if appointment is None or named != (entry.officer, entry.office):
        yield NotInOffice(field="appointment", officer=entry.officer, office=entry.office)
    elif entry.on < appointment.from_:
        yield BeforeItsGround(field="on", day=entry.on, ground=appointment.from_)


@decides(CommitteeElected)
def elect(body: Organization, entry: CommitteeElected, streams: Streams) -> Objections:
    """Only a body that stands elects a committee."""
    yield from standing_body(body, entry.from_)
    yield from whole_term(entry.from_, entry.until)


@decides(RuleSetAdopted)
def adopt(body: Organization, entry: RuleSetAdopted, streams: Streams) -> Objections:
    """Local figures exist in the rule set and are open there."""
    yield from standing_body(body, entry.from_)
    yield from streams.rulebook.named(entry.adopts).objections_to(entry.figures)


def standing_body(body: Organization, day: date, field: str = "organization") -> Objections:
    """A body acts and receives from its first day to its last."""
    if not body.exists_on(day):
        yield OrganizationEnded(field=field, organization=body.id, day=day)


def whole_term(first: date, last: date | None) -> Objections:
    """What is said to end does not end before it begins."""
    if last and last < first:
        yield BeforeItsGround(field="until", day=last, ground=first)


class Organization(Stream):
    """A body as its stream has it: every question is about a day."""

    @property
    def registered(self) -> OrganizationRegistered | None:
        """The entry that put the body into the register."""
        return self.last(OrganizationRegistered)

    @property
    def is_part(self) -> bool:
        """Tell whether it is a part of a committee: a section, a cell or a group."""
        return self.registered is not None and self.registered.kind in PARTS

    def exists_on(self, day: date) -> bool:
        """Tell whether the body stands on that day."""
        return any(entry.effect_date <= day for entry in self.of(OrganizationRegistered))

    def parent_on(self, day: date) -> UUID | None:
        """Name the body above it on that day."""
        entry = self.last(OrganizationRegistered, on=day)
        return entry.parent if entry else None

    def appointments_on(self, day: date) -> list[OfficerAppointed]:
        """List the appointments that hold on that day; ``until`` is inclusive."""
        return [a for a in self.of(OfficerAppointed) if self._holds(a, day)]

    def offices_of(self, person: UUID, day: date) -> frozenset[Office]:
        """Name the offices that a person holds here on that day."""
        return frozenset(a.office for a in self.appointments_on(day) if a.officer == person)

    def officers_on(self, offices: Iterable[Office], day: date) -> frozenset[UUID]:
        """Name who holds one of these offices here on that day."""
        held = frozenset(offices)
        return frozenset(a.officer for a in self.appointments_on(day) if a.office in held)

    def in_office(self, person: UUID, offices: Iterable[Office], day: date) -> bool:
        """Tell whether a person holds one of these offices on that day."""
        return not self.offices_of(person, day).isdisjoint(offices)

    def office_ended_on(self, appointment: OfficerAppointed) -> date | None:
        """Name the first day without the office, as far as an end is on record."""
        ends = [r.on for r in self.of(OfficerRelieved) if r.appointment == appointment.id]
        if appointment.until:
            ends.append(through(appointment.from_, appointment.until).end)
        return min(ends, default=None)

    def ending(self, appointment: OfficerAppointed) -> OfficerRelieved | None:
        """Find the entry that ended an appointment."""
        relieved = (r for r in self.of(OfficerRelieved) if r.appointment == appointment.id)
        return min(relieved, key=lambda r: r.on, default=None)

    def committee_on(self, day: date) -> frozenset[UUID]:
        """Name who sits on the committee of this body that day: elected, or by office."""
        elected = self.last(CommitteeElected, on=day)
        sitting = elected.members if elected and not (elected.until and elected.until < day) else ()
        by_office = (a.officer for a in self.appointments_on(day) if a.office in COMMITTEE_OFFICES)
        return frozenset(sitting) | frozenset(by_office)

    def _holds(self, appointment: OfficerAppointed, day: date) -> bool:
        ended = self.office_ended_on(appointment)
        return appointment.from_ <= day and (ended is None or day < ended)


class Bodies(Protocol):
    """Wherever bodies can be looked up."""

    def organization(self, organization: UUID) -> Organization:
        """Load one body."""


def lineage(body: UUID, day: date, streams: Bodies) -> Iterator[Organization]:
    """Give a body and those above it on that day, the highest last."""
    seen: set[UUID] = set()
    current: UUID | None = body
    while current and current not in seen:
        seen.add(current)
        organization = streams.organization(current)
        yield organization
        current = organization.parent_on(day)


def is_under(body: UUID, above: UUID, day: date, streams: Bodies) -> bool:
    """Tell whether one body stands below another on that day, at any depth."""
    return any(one.parent_on(day) == above for one in lineage(body, day, streams))


def committee_of(body: UUID, day: date, streams: Bodies) -> UUID:
    """Name the committee that a body is part of on that day: itself, where it is no part of one."""
    return next((one.id for one in lineage(body, day, streams) if not one.is_part), body)
