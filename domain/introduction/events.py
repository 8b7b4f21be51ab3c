"""What can happen to a link. The names are a storage format: they stand in docs/format.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.acts import Office, Side, Via
from domain.entries import Event
from domain.private import Private


class ReturnReason(StrEnum):
    """Why a residence committee sends a letter back."""

    NOT_RESIDENT = "NOT_RESIDENT"
    WRONG_BODY = "WRONG_BODY"
    UNKNOWN_CELL = "UNKNOWN_CELL"
    UNSIGNED = "UNSIGNED"
    UNSEALED = "UNSEALED"
    WRONG_DATA = "WRONG_DATA"
    DUPLICATE = "DUPLICATE"


class VoidReason(StrEnum):
    """Why an issuer takes its letter out of force."""

    LOST = "LOST"
    MISWRITTEN = "MISWRITTEN"
    MOVED_AGAIN = "MOVED_AGAIN"
    NOT_NEEDED = "NOT_NEEDED"


class ClosingReason(StrEnum):
    """Why a link ends; ``WITHDRAWN`` says no more (class B)."""

    MOVED = "MOVED"
    DEPARTED = "DEPARTED"
    RETIRED = "RETIRED"
    WITHDRAWN = "WITHDRAWN"
    VOIDED = "VOIDED"


class ReminderWay(StrEnum):
    """How somebody was reminded."""

    IN_PERSON = "IN_PERSON"
    LETTER = "LETTER"
    CALL = "CALL"


class AbsenceOutcome(StrEnum):
    """What the workplace answers to a notice of absence."""

    EXPLAINED = "EXPLAINED"
    REMINDED = "REMINDED"
    WILL_ATTEND = "WILL_ATTEND"
    EXEMPTION_DUE = "EXEMPTION_DUE"


class StatusChange(StrEnum):
    """What changed about a member that the residence has to be told."""

    DEPARTED = "DEPARTED"
    SUSPENDED = "SUSPENDED"
    RESUMED = "RESUMED"
    EXEMPT_A = "EXEMPT_A"
    EXEMPT_A_ENDED = "EXEMPT_A_ENDED"
    MOVED = "MOVED"


ATTENDANCE = "ATTENDANCE"
"""What feedback is on where it is on no paper."""


@dataclass(frozen=True, slots=True)
class NamesAsIssued:
    """The names that a paper bears, whatever the bodies are called later."""

    issuer: str
    to: str


@dataclass(frozen=True, slots=True)
class Printed:
    """What the letter says of the member, in one line each."""

    identity: Private
    dwelling: Private


@dataclass(frozen=True)
class LetterDrafted(Event):
    """The office has written the letter. (Viết giấy giới thiệu)"""

    TOPIC = "letter.drafted"
    NATURAL_KEY = ("attempt",)

    member: UUID
    residence_no: int
    attempt: int
    issuer: UUID
    to_body: UUID
    to_cell: UUID | None


@dataclass(frozen=True)
class LetterIssued(Event):
    """Signed, sealed, numbered, handed over. (Giấy giới thiệu đã ký, đóng dấu)"""

    TOPIC = "letter.issued"
    NATURAL_KEY = ("attempt",)

    member: UUID
    residence_no: int
    attempt: int
    issuer: UUID
    to_body: UUID
    to_cell: UUID | None
    number: str
    signer: UUID
    signer_office: Office
    sealed: bool
    names_as_issued: NamesAsIssued
    printed: Printed
    attendance_exempt_until: date | None
    replaces: str | None
    defects: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterReceived(Event):
    """The letter arrived and was accepted: the link is open. (Tiếp nhận)"""

    TOPIC = "letter.received"
    NATURAL_KEY = ("attempt",)

    attempt: int
    by: UUID
    via: Via


@dataclass(frozen=True)
class LetterReturned(Event):
    """Refused, sent back with the reason. (Trả lại giấy giới thiệu)"""

    TOPIC = "letter.returned"
    NATURAL_KEY = ("attempt",)

    attempt: int
    by: UUID
    reason: ReturnReason
    note: Private | None


@dataclass(frozen=True)
class LetterVoided(Event):
    """The issuer takes a draft or a letter out of force. (Hủy, báo mất giấy)"""

    TOPIC = "letter.voided"
    NATURAL_KEY = ("attempt",)

    attempt: int
    reason: VoidReason


@dataclass(frozen=True)
class SlipReturned(Event):
    """The residence tells the workplace that the member was received. (Phiếu báo)

    ``as_letter_foot``: the receipt stands on the letter itself, as under 213.
    """

    TOPIC = "slip.returned"
    NATURAL_KEY = ("attempt",)

    attempt: int
    number: str | None
    cell: UUID | None
    signer: UUID | None
    signer_as_written: Private | None
    as_letter_foot: bool
    defects: tuple[str, ...] = ()


@dataclass(frozen=True)
class SlipFiled(Event):
    """The office has filed the slip. (Lưu phiếu)"""

    TOPIC = "slip.filed"
    NATURAL_KEY = ("attempt",)

    attempt: int
    file_ref: str


@dataclass(frozen=True)
class LinkCarriedOver(Event):
    """In force before this service kept the record. (Mối liên hệ có từ trước)

    Nothing about its signers is invented.
    """

    TOPIC = "link.carried_over"
    NATURAL_KEY = ("attempt",)

    member: UUID
    residence_no: int
    attempt: int
    issuer: UUID
    body: UUID
    cell: UUID | None
    letter_number: str | None
    letter_date: date | None
    slip_date: date | None


@dataclass(frozen=True)
class MemberForwarded(Event):
    """The committee introduces the member on to a cell. (Giới thiệu về chi bộ)"""

    TOPIC = "link.forwarded"
    NATURAL_KEY = ("cell", "occurred_on")

    cell: UUID


@dataclass(frozen=True)
class MemberListed(Event):
    """The cell has listed the member and told him. (Lập danh sách, thông báo cho đảng viên)"""

    TOPIC = "link.listed"
    NATURAL_KEY = ("informed_on",)

    informed_on: date


@dataclass(frozen=True)
class GroupAssigned(Event):
    """Placed in a Party group of the cell. (Giới thiệu về tổ đảng)"""

    TOPIC = "link.group_assigned"
    NATURAL_KEY = ("group", "occurred_on")

    group: UUID


@dataclass(frozen=True)
class MonitorAssigned(Event):
    """A committee member follows this member. (Phân công cấp ủy viên theo dõi)"""

    TOPIC = "link.monitor_assigned"
    NATURAL_KEY = ("monitor", "occurred_on")

    monitor: UUID


@dataclass(frozen=True)
class AbsenceReminded(Event):
    """The member was reminded of absences. (Nhắc nhở)"""

    TOPIC = "absence.reminded"
    NATURAL_KEY = ("meetings", "occurred_on")

    meetings: tuple[UUID, ...]
    how: ReminderWay
    by_side: Side


@dataclass(frozen=True)
class AbsenceReported(Event):
    """The residence tells the workplace of absences. (Thông báo vắng mặt)"""

    TOPIC = "absence.reported"
    NATURAL_KEY = ("meetings", "occurred_on")

    meetings: tuple[UUID, ...]
    number: str | None
    note: Private | None


@dataclass(frozen=True)
class AbsenceAnswered(Event):
    """The workplace answers a notice of absence. (Trả lời thông báo vắng mặt)"""

    TOPIC = "absence.answered"
    NATURAL_KEY = ("report",)

    report: str
    outcome: AbsenceOutcome
    note: Private | None


@dataclass(frozen=True)
class StatusNotified(Event):
    """The workplace tells the residence what changed. (Thông báo thay đổi)"""

    TOPIC = "link.status_notified"
    NATURAL_KEY = ("change", "occurred_on")

    change: StatusChange
    number: str | None


@dataclass(frozen=True)
class FeedbackGiven(Event):
    """Weak points were talked over with the member. (Góp ý)

    ``on`` is an evaluation, a report, or ``ATTENDANCE``.
    """

    TOPIC = "link.feedback_given"
    NATURAL_KEY = ("on", "by_side", "occurred_on")

    on: str
    by_side: Side
    note: Private | None


@dataclass(frozen=True)
class LinkClosed(Event):
    """The link ends on that day, the first without it; counts as telling. (Kết thúc mối liên hệ)"""

    TOPIC = "link.closed"
    EFFECT = "on"
    NATURAL_KEY = ("attempt",)

    attempt: int
    reason: ClosingReason
    on: date
    notice_number: str | None


@dataclass(frozen=True)
class PaperNumberTaken(Event):
    """The number is used: one per issuer and year. (Vào sổ)"""

    TOPIC = "paper.number_taken"

    issuer: UUID
    year: int
    number: str
    kind: str
