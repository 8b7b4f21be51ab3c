"""What can happen to an evaluation. The names are a storage format: see docs/format.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from domain.acts import Office, Via
from domain.entries import Event
from domain.names import LIENHE
from domain.private import Private


class Purpose(StrEnum):
    """What the opinion is asked for; all but the yearly one need a request."""

    ANNUAL = "ANNUAL"
    APPOINTMENT = "APPOINTMENT"
    PLACEMENT = "PLACEMENT"
    TRAINING = "TRAINING"
    REWARD = "REWARD"
    DISCIPLINE = "DISCIPLINE"


class Proposal(StrEnum):
    """What the residence proposes; no level, it opens a follow-up."""

    COMMEND = "COMMEND"
    NONE = "NONE"
    CONSIDER_ACTION = "CONSIDER_ACTION"


class ProposalOutcome(StrEnum):
    """What came of a proposal to commend or to consider action."""

    COMMENDED = "COMMENDED"
    ACTED = "ACTED"
    NO_ACTION = "NO_ACTION"


def evaluation_id(link: UUID, purpose: Purpose, year: int, number: str | None = None) -> UUID:
    """Name the stream: one ANNUAL evaluation a link and year, others by their request number."""
    which = str(year) if purpose is Purpose.ANNUAL else f"{year}/{number}"
    return uuid5(LIENHE, f"evaluation/{link}/{purpose}/{which}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class EvaluationRequested(Event):
    """The workplace asks for the opinion; ``answer_by`` as printed. (Phiếu xin ý kiến)"""

    TOPIC = "evaluation.requested"
    NATURAL_KEY = ("occurred_on",)

    link: UUID
    purpose: Purpose
    year: int
    number: str | None
    answer_by: date


@dataclass(frozen=True)
class RequestWithdrawn(Event):
    """No longer asked. (Rút yêu cầu)"""

    TOPIC = "evaluation.request_withdrawn"
    NATURAL_KEY = ("request",)

    request: str
    reason: str


@dataclass(frozen=True, slots=True)
class StatedMeeting:
    """What a transcribed slip itself says of the collective meeting behind it."""

    held_on: date | None
    front_present: bool


@dataclass(frozen=True)
class EvaluationDrafted(Event):
    """Written down; may be drafted again until signed, or after a return. (Dự thảo nhận xét)

    ``levels``: criterion → 1, 2 or 3, of which 1 is the lowest. ``fingerprint`` is a keyed token
    of levels and remarks: equality, not likeness.
    """

    TOPIC = "evaluation.drafted"
    NATURAL_KEY = ("digest",)

    link: UUID
    purpose: Purpose
    year: int
    form: str
    levels: dict[str, int]
    proposal: Proposal
    remarks: Private | None
    fingerprint: str
    rests_on: UUID | None
    stated_meeting: StatedMeeting | None


@dataclass(frozen=True)
class EvaluationSigned(Event):
    """Signed on behalf of the cell. (T/M CHI BỘ)"""

    TOPIC = "evaluation.signed"
    NATURAL_KEY = ()

    signer: UUID | None
    office: Office


@dataclass(frozen=True)
class EvaluationConfirmed(Event):
    """The committee confirmed the signature, with its seal. (Xác nhận, đóng dấu)"""

    TOPIC = "evaluation.confirmed"
    NATURAL_KEY = ()

    by: UUID | None
    office: Office
    sealed: bool


@dataclass(frozen=True)
class EvaluationSent(Event):
    """Left the residence for the workplace. (Gửi bản nhận xét)"""

    TOPIC = "evaluation.sent"
    NATURAL_KEY = ()

    via: Via
    number: str | None


@dataclass(frozen=True)
class EvaluationReceived(Event):
    """Arrived at the workplace, with what it lacks in form. (Nhận bản nhận xét)"""

    TOPIC = "evaluation.received"
    NATURAL_KEY = ()

    link: UUID
    purpose: Purpose
    year: int
    defects: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvaluationReturned(Event):
    """Sent back to be mended. (Trả lại để bổ sung)"""

    TOPIC = "evaluation.returned"
    NATURAL_KEY = ("occurred_on",)

    defects: tuple[str, ...]
    answer_by: date


@dataclass(frozen=True)
class EvaluationConsolidated(Event):
    """The workplace cell passed it up. (Chi bộ tổng hợp gửi Đảng ủy)"""

    TOPIC = "evaluation.consolidated"
    NATURAL_KEY = ()

    cell: UUID


@dataclass(frozen=True)
class EvaluationFiled(Event):
    """In the member's file. (Lưu hồ sơ đảng viên)"""

    TOPIC = "evaluation.filed"
    NATURAL_KEY = ()

    file_ref: str


@dataclass(frozen=True)
class OpinionDisclosed(Event):
    """The member was told of the opinion on that day. (Thông báo ý kiến cho đảng viên)"""

    TOPIC = "evaluation.disclosed"
    NATURAL_KEY = ("occurred_on",)


@dataclass(frozen=True)
class StatementRecorded(Event):
    """The member's own view of the opinion. (Ý kiến của đảng viên)"""

    TOPIC = "evaluation.statement_recorded"
    NATURAL_KEY = ("occurred_on",)

    statement: Private


@dataclass(frozen=True)
class ProposalResolved(Event):
    """What came of what the residence proposed. (Kết quả xử lý đề nghị)"""

    TOPIC = "evaluation.proposal_resolved"
    NATURAL_KEY = ()

    outcome: ProposalOutcome
    reference: Private | None
