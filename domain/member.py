"""A member as the workplace knows him: enrolled, living somewhere, exempted, suspended, gone.

The stream is the person: the same id in successive workplaces. Members exempt from introduction
for secrecy (class B) are an id and the ground ``ON_FILE``: never a name, never a paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.acts import Side
from domain.decisions import Objections, Streams, decides
from domain.entries import Event, Remembered, Stream
from domain.intervals import FOREVER, Interval, before, covers, through
from domain.organization import is_under, standing_body, whole_term
from domain.private import Private
from domain.refusals import (
    AddresseeNotReceiver,
    AlreadyEnrolled,
    AlreadySuspended,
    BeforeItsGround,
    CellNotUnderBody,
    ExemptionNeedsEnd,
    ExemptionOverlaps,
    GroundUnknown,
    MemberHasDeparted,
    NoSuchExemption,
    NotOurMember,
    NotSuspended,
    SameResidence,
    SecretMaterial,
)


class How(StrEnum):
    """How a member came to this committee."""

    ADMITTED = "ADMITTED"
    TRANSFERRED_IN = "TRANSFERRED_IN"
    INITIAL = "INITIAL"


class ResidenceKind(StrEnum):
    """On what ground somebody lives at a place (Residence Law 2020, Art. 11)."""

    PERMANENT = "PERMANENT"
    TEMPORARY = "TEMPORARY"
    PRESENT = "PRESENT"


class ExemptionClass(StrEnum):
    """Class A is introduced and need not attend; class B is not introduced (33-HD 1.1, 1.2)."""

    A = "A"
    B = "B"


class Departure(StrEnum):
    """Why somebody is no working member of a committee any more."""

    TRANSFERRED_OUT = "TRANSFERRED_OUT"
    RETIRED = "RETIRED"
    ACTIVITY_EXEMPT = "ACTIVITY_EXEMPT"
    EXPELLED = "EXPELLED"
    STRUCK_OFF = "STRUCK_OFF"
    RESIGNED = "RESIGNED"
    DIED = "DIED"


class TransferKind(StrEnum):
    """Whether the membership follows for good or for a time (294-QĐ/TW)."""

    OFFICIAL = "OFFICIAL"
    TEMPORARY = "TEMPORARY"


ON_FILE = "ON_FILE"

# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class MemberEnrolled(Event):
    """Becomes a member of this committee. (Kết nạp, chuyển đến, lập danh sách ban đầu)

    The identity is absent where class B holds from the first day.
    """

    TOPIC = "member.enrolled"
    NATURAL_KEY = ("committee", "occurred_on")

    committee: UUID
    cell: UUID
    how: How
    full_name: Private | None
    birth_date: Private | None
    sex: Private | None
    admitted_on: Private | None
    official_on: Private | None
    probationary: bool
    from_departure: str | None


@dataclass(frozen=True)
class FullMembershipRecognized(Event):
    """Probation ended on that day. (Công nhận đảng viên chính thức)"""

    TOPIC = "member.full_membership_recognized"
    NATURAL_KEY = ()

    on: Private


@dataclass(frozen=True)
class CellAssigned(Event):
    """Now in another cell of the same committee; no new letter. (Chuyển chi bộ)"""

    TOPIC = "member.cell_assigned"
    EFFECT = "from_"
    NATURAL_KEY = ("cell", "from_")

    cell: UUID
    from_: date


@dataclass(frozen=True)
class ResidenceDeclared(Event):
    """States where the member lives. (Kê khai nơi cư trú)

    ``residence_no`` is the number of the stay, kept while the receiving body is the same.
    ``neighborhood_token`` and ``household`` are keyed equality tokens: equal where the place is,
    for every workplace, and readable after erasure.
    """

    TOPIC = "member.residence_declared"
    NATURAL_KEY = ("occurred_on",)

    residence_no: int
    body: UUID
    neighborhood: Private
    neighborhood_token: str
    dwelling: Private
    kind: ResidenceKind
    household: str | None
    moved_on: date | None

    @property
    def since(self) -> date:
        """The day of the move where it is known, else of the declaration."""
        return self.moved_on or self.occurred_on


@dataclass(frozen=True)
class ExemptionGranted(Event):
    """Need not attend (A), or is not introduced (B). (Miễn sinh hoạt, miễn giới thiệu)"""

    TOPIC = "member.exemption_granted"
    EFFECT = "from_"
    NATURAL_KEY = ("class_", "from_")

    exemption_no: int
    class_: ExemptionClass
    ground: str
    from_: date
    until: date | None
    decided_by: UUID
    evidence: Private | None


@dataclass(frozen=True)
class ExemptionEnded(Event):
    """The exemption ends early, or its end is acknowledged; ``on`` is without it. (Hết miễn)"""

    TOPIC = "member.exemption_ended"
    EFFECT = "on"
    NATURAL_KEY = ("exemption_no",)

    exemption_no: int
    on: date
    reason: str


@dataclass(frozen=True)
class ActivitySuspended(Event):
    """Party activity suspended: clocks stop. (Đình chỉ sinh hoạt)"""

    TOPIC = "member.activity_suspended"
    EFFECT = "from_"
    NATURAL_KEY = ("from_",)

    from_: date
    until: date | None
    decision: Private


@dataclass(frozen=True)
class ActivityResumed(Event):
    """Clocks run again from that day. (Trở lại sinh hoạt)"""

    TOPIC = "member.activity_resumed"
    EFFECT = "on"
    NATURAL_KEY = ("suspension",)

    suspension: str
    on: date


@dataclass(frozen=True)
class TransferDecided(Event):
    """A post elsewhere was decided; the membership must follow. (Quyết định điều động)

    ``to_name`` is the receiving body as the decision names it; ``to`` where it is on record.
    """

    TOPIC = "member.transfer_decided"
    EFFECT = "effective_on"
    NATURAL_KEY = ("effective_on",)

    kind: TransferKind
    to: UUID | None
    to_name: str
    effective_on: date
    until: date | None


@dataclass(frozen=True)
class TransferRevoked(Event):
    """The decision fell. (Hủy quyết định điều động)"""

    TOPIC = "member.transfer_revoked"
    EFFECT = "on"
    NATURAL_KEY = ("transfer",)

    transfer: str
    on: date


@dataclass(frozen=True)
class PersonalDataErased(Event):
    """The person's key is destroyed; the history stays. (Xóa dữ liệu cá nhân)"""

    TOPIC = "member.personal_data_erased"
    NATURAL_KEY = ()

    reason: str
    scope: str
    approved_by: tuple[UUID, ...]


@dataclass(frozen=True)
class MemberDeparted(Event):
    """No longer a working member here from that day. (Chuyển đi, nghỉ hưu, khai trừ, từ trần)"""

    TOPIC = "member.departed"
    EFFECT = "on"
    NATURAL_KEY = ("enrolment",)

    enrolment: str
    reason: Departure
    to: UUID | None
    on: date


# Decide.


@decides(MemberEnrolled)
def enroll(member: Member, entry: MemberEnrolled, streams: Streams) -> Objections:
    """A person is enrolled in one committee at a time, in a cell that it has."""
    day = entry.occurred_on
    yield from standing_body(streams.organization(entry.committee), day, "committee")
    if not is_under(entry.cell, entry.committee, day, streams):
        yield CellNotUnderBody(field="cell", cell=entry.cell, body=entry.committee)
    if any(member.departed_on(other) > day for other in member.of(MemberEnrolled)):
        yield AlreadyEnrolled(field="person", member=member.id, day=day)
    identity = (
        entry.full_name,
        entry.birth_date,
        entry.sex,
        entry.admitted_on,
        entry.official_on,
    )
    if member.is_exempt(ExemptionClass.B, day) and any(identity):
        yield SecretMaterial(field="full_name", member=member.id)


@decides(CellAssigned)
def assign_cell(member: Member, entry: CellAssigned, streams: Streams) -> Objections:
    """The cell is one of the committee in which the member is enrolled."""
    yield from still_here(member, entry.from_)
    enrolment = member.enrolment_on(entry.from_)
    if enrolment and not is_under(entry.cell, enrolment.committee, entry.from_, streams):
        yield CellNotUnderBody(field="cell", cell=entry.cell, body=enrolment.committee)


@decides(ResidenceDeclared)
def declare_residence(member: Member, entry: ResidenceDeclared, streams: Streams) -> Objections:
    """A residence is declared under a body that receives; the same again is nothing new."""
    yield from still_here(member, entry.occurred_on)
    body = streams.organization(entry.body)
    yield from standing_body(body, entry.occurred_on, "body")
    if body.registered and Side.RESIDENCE not in body.registered.sides:
        yield AddresseeNotReceiver(field="body", body=entry.body)
    if entry.since > entry.occurred_on:
        yield BeforeItsGround(field="moved_on", day=entry.occurred_on, ground=entry.since)
    present = member.residence_on(entry.occurred_on)
    if present and _place(present) == _place(entry):
        yield SameResidence(field="dwelling", declared_on=present.occurred_on)


def _place(entry: ResidenceDeclared) -> tuple[object, ...]:
    return entry.body, entry.neighborhood_token, entry.household, entry.kind


@decides(ExemptionGranted)
def grant_exemption(member: Member, entry: ExemptionGranted, streams: Streams) -> Objections:
    """Grounds come from the rule set; temporary ones have an end; no two at once."""
    yield from still_here(member, entry.from_)
    rule_set = streams.rulebook.in_force(entry.from_)
    ground = rule_set.grounds.get(entry.ground)
    if ground is None or ground.exemption_class != entry.class_:
        yield GroundUnknown(field="ground", ground=entry.ground, rule_set=rule_set.id)
    elif ground.temporary and entry.until is None:
        yield ExemptionNeedsEnd(field="until", ground=entry.ground)
    if entry.class_ is ExemptionClass.B and entry.evidence:
        yield SecretMaterial(field="evidence", member=member.id)
    yield from whole_term(entry.from_, entry.until)
    asked = through(entry.from_, entry.until)
    for other in member.exemptions():
        if other.days.start < asked.end and asked.start < other.days.end:
            yield ExemptionOverlaps(field="from", exemption=other.granted.exemption_no)


@decides(ExemptionEnded)
def end_exemption(member: Member, entry: ExemptionEnded, streams: Streams) -> Objections:
    """An end names an exemption that was granted, and is not before it."""
    granted = [e for e in member.of(ExemptionGranted) if e.exemption_no == entry.exemption_no]
    if not granted:
        yield NoSuchExemption(field="exemption_no", exemption=entry.exemption_no)
    elif entry.on < granted[0].from_:
        yield BeforeItsGround(field="on", day=entry.on, ground=granted[0].from_)


@decides(ActivitySuspended)
def suspend(member: Member, entry: ActivitySuspended, streams: Streams) -> Objections:
    """Activity is suspended only while it is not."""
    yield from still_here(member, entry.from_)
    yield from whole_term(entry.from_, entry.until)
    if covers(member.suspensions(), entry.from_):
        yield AlreadySuspended(field="from", day=entry.from_)


@decides(ActivityResumed)
def resume(member: Member, entry: ActivityResumed, streams: Streams) -> Objections:
    """A suspension ends only if it holds."""
    suspended = next((s for s in member.of(ActivitySuspended) if s.id == entry.suspension), None)
    if suspended is None:
        yield NotSuspended(field="suspension", suspension=entry.suspension)
    elif entry.on < suspended.from_:
        yield BeforeItsGround(field="on", day=entry.on, ground=suspended.from_)


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


@dataclass(frozen=True)
class Exemption:
    """An exemption with the days on which it holds, an early end included."""

    granted: ExemptionGranted
    ended: ExemptionEnded | None
    days: Interval


class Member(Stream):
    """A person as the stream has it; each question is about a day."""

    def enrolment_on(self, day: date) -> MemberEnrolled | None:
        """Find the enrolment that holds on that day."""
        enrolment = self.last(MemberEnrolled, on=day)
        return enrolment if enrolment and day < self.departed_on(enrolment) else None

    def departed_on(self, enrolment: MemberEnrolled) -> date:
        """Name the first day on which an enrolment holds no more; ``date.max`` if none is known."""
        ends = [d.on for d in self.of(MemberDeparted) if d.enrolment == enrolment.id]
        return min(ends, default=FOREVER)

    def cell_on(self, day: date) -> UUID | None:
        """Name the cell in which the member is on that day."""
        enrolment = self.enrolment_on(day)
        if enrolment is None:
            return None
        moves = [c for c in self.of(CellAssigned) if enrolment.occurred_on <= c.from_ <= day]
        return moves[-1].cell if moves else enrolment.cell

    def enrolment_behind(self, committee: UUID, day: date) -> MemberEnrolled | None:
        """Find the enrolment on which a committee's paper of that day rests, over by then or not.

        The last one there begun by that day, else the first.
        """
        ours = [e for e in self.of(MemberEnrolled) if e.committee == committee]
        begun = [e for e in ours if e.occurred_on <= day]
        return next(reversed(begun), None) or next(iter(ours), None)

    def last_cell_of(self, enrolment: MemberEnrolled, day: date) -> UUID:
        """Name the cell in which the member was, under an enrolment, on a day or at its end."""
        last_day = min(day, before(self.departed_on(enrolment)))
        moves = [c for c in self.of(CellAssigned) if enrolment.occurred_on <= c.from_ <= last_day]
        return moves[-1].cell if moves else enrolment.cell

    def residence_on(self, day: date) -> ResidenceDeclared | None:
        """Find the present residence: the latest stay among those declared by that day."""
        declared = [r for r in self.of(ResidenceDeclared) if r.occurred_on <= day]
        return max(declared, key=lambda r: (r.since, r.originator_version), default=None)

    def residence_no_for(self, body: UUID, day: date) -> int:
        """Number a stay under a body: the present one while the body is the same, else the next."""
        present = self.residence_on(day)
        if present and present.body == body:
            return present.residence_no
        return max((r.residence_no for r in self.of(ResidenceDeclared)), default=0) + 1

    @Remembered
    def _exemptions(self) -> list[Exemption]:
        ended = {e.exemption_no: e for e in self.of(ExemptionEnded)}
        granted = self.of(ExemptionGranted)
        return [_exemption(entry, ended.get(entry.exemption_no)) for entry in granted]

    def exemptions(self, class_: ExemptionClass | None = None) -> list[Exemption]:
        """List the exemptions of one class, or of both, with the days on which they hold."""
        return [e for e in self._exemptions if class_ in (None, e.granted.class_)]

    def is_exempt(self, class_: ExemptionClass, day: date) -> bool:
        """Tell whether an exemption of that class covers the day."""
        return covers((e.days for e in self.exemptions(class_)), day)

    @Remembered
    def _suspensions(self) -> list[Interval]:
        resumed = {r.suspension: r.on for r in self.of(ActivityResumed)}
        spells = (
            (through(s.from_, s.until), resumed.get(s.id)) for s in self.of(ActivitySuspended)
        )
        return [Interval(days.start, min(days.end, end or FOREVER)) for days, end in spells]

    def suspensions(self) -> list[Interval]:
        """List the days of each suspension of activity."""
        return [*self._suspensions]


def _exemption(granted: ExemptionGranted, ended: ExemptionEnded | None) -> Exemption:
    days = through(granted.from_, granted.until)
    end = min(days.end, ended.on) if ended else days.end
    return Exemption(granted, ended, Interval(days.start, end))
