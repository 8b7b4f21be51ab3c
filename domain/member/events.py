"""What can happen to a member. The names are a storage format: they stand in docs/format.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.entries import Event
from domain.private import Private


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
EVERYTHING = "ALL"  # the scope of an erasure: a person has one key


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
