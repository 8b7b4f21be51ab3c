"""Commands on evaluations: asked for, agreed, drafted, signed, confirmed, sent, received, filed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import Office
from domain.collective_meeting import (
    AgreeingBody,
    CollectiveMeetingHeld,
    collective_meeting_id,
)
from domain.evaluation import (
    Evaluation,
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationDrafted,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationReturned,
    EvaluationSent,
    EvaluationSigned,
    Proposal,
    Purpose,
    RequestWithdrawn,
    StatedMeeting,
    evaluation_id,
)
from domain.introduction.events import Via
from domain.introduction.link import Link
from domain.member import MemberEnrolled
from domain.refusals import NoSuchLink, NotDrafted
from service.commands.command import Command
from service.commands.letters import sides_of_link
from service.commands.meetings import sides_of_cell
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class HoldCollectiveMeeting(Command):
    """Record the meeting in which a cell's committee, with the Front, agreed its comments."""

    NAME = "hold-collective-meeting"
    TITLE = "Họp lấy ý kiến tập thể"
    ENTITLED = entitled("Rc Ro", "Wo")

    cell: UUID
    body: AgreeingBody
    sat: tuple[UUID, ...]
    of: int
    front_present: bool
    front_count: int = 0
    considered: tuple[UUID, ...]
    minutes_digest: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record who sat, and on whom they agreed."""
        work.begin(self, sides_of_cell(self.cell, work))
        work.record(
            work.collective_meeting(collective_meeting_id(self.cell, self.occurred_on)),
            CollectiveMeetingHeld,
            cell=self.cell,
            body=self.body,
            sat=self.sat,
            of=self.of,
            front_present=self.front_present,
            front_count=self.front_count,
            considered=self.considered,
            minutes_digest=self.minutes_digest,
        )


@dataclass(frozen=True, kw_only=True)
class OpinionCommand(Command):
    """A command about the opinion on one link, for one purpose and year.

    ``number`` tells two opinions apart that are asked for the same purpose in one year, except
    the yearly one, of which there is one.
    """

    link: UUID
    purpose: Purpose = Purpose.ANNUAL
    year: int
    number: str | None = None

    def evaluation(self, work: UnitOfWork) -> Evaluation:
        """Load the evaluation."""
        return work.evaluation(evaluation_id(self.link, self.purpose, self.year, self.number))

    def begin(self, work: UnitOfWork) -> Link:
        """Load the link and settle who acts on it."""
        link = work.link(self.link)
        work.begin(self, sides_of_link(link, self.occurred_on, work))
        return link


@dataclass(frozen=True, kw_only=True)
class RequestEvaluation(OpinionCommand):
    """Ask the residence for its opinion; ``answer_by`` as printed on the request."""

    NAME = "request-evaluation"
    TITLE = "Gửi phiếu xin ý kiến"
    ENTITLED = entitled("Wc Wo", "Ro")

    answer_by: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the request."""
        self.begin(work)
        work.record(
            self.evaluation(work),
            EvaluationRequested,
            link=self.link,
            purpose=self.purpose,
            year=self.year,
            number=self.number,
            answer_by=self.answer_by,
        )


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What a slip says: the levels of its form, the proposal, the remarks."""

    form: str
    levels: dict[str, int]
    proposal: Proposal = Proposal.NONE
    remarks: str | None = None


@dataclass(frozen=True, kw_only=True)
class DraftEvaluation(OpinionCommand):
    """Write the comment down, resting on the collective meeting that agreed it."""

    NAME = "draft-evaluation"
    TITLE = "Dự thảo nhận xét"
    ENTITLED = entitled("Rc Ro")

    slip: Slip
    rests_on: UUID | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the draft with the fingerprint of what it says."""
        link = self.begin(work)
        _draft(self, self.slip, link, work, self.occurred_on, rests_on=self.rests_on)


def _draft(
    command: OpinionCommand,
    slip: Slip,
    link: Link,
    work: UnitOfWork,
    day: date,
    *,
    rests_on: UUID | None = None,
    stated: StatedMeeting | None = None,
) -> None:
    if link.member is None:
        raise NoSuchLink(field="link", link=link.id)
    work.record(
        command.evaluation(work),
        EvaluationDrafted,
        dated=day,
        link=command.link,
        purpose=command.purpose,
        year=command.year,
        form=slip.form,
        levels=slip.levels,
        proposal=slip.proposal,
        remarks=work.personal(link.member, slip.remarks),
        fingerprint=_fingerprint(slip, link.member, work),
        rests_on=rests_on,
        stated_meeting=stated,
    )


def _fingerprint(slip: Slip, member: UUID, work: UnitOfWork) -> str:
    """Make the token by which slips that say the same are found, whatever name they bear."""
    enrolled = work.member(member).of(MemberEnrolled)
    name = work.read(enrolled[-1].full_name) if enrolled else None
    said = _plain(slip.remarks or "")
    for part in (name, name.split()[-1] if name else None):
        if part:
            said = re.sub(rf"\b{re.escape(_plain(part))}\b", " ", said)
    levels = " ".join(f"{code}={slip.levels[code]}" for code in sorted(slip.levels))
    return work.tokens.token("fingerprint", f"{slip.form} {levels} {said}")


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", composed).split())


@dataclass(frozen=True, kw_only=True)
class StatedOnSlip:
    """What a slip on paper says of the collective meeting behind it."""

    held_on: date | None = None
    front_present: bool


@dataclass(frozen=True, kw_only=True)
class PaperSlip(Slip):
    """A slip on paper as it arrived, as far as it bears signature, confirmation and seal."""

    dated: date
    stated_meeting: StatedOnSlip | None = None
    rests_on: UUID | None = None
    signed: bool
    signer: UUID | None = None
    signer_office: Office = Office.CELL_SECRETARY
    confirmed: bool
    confirmed_by: UUID | None = None
    confirmed_office: Office = Office.SECRETARY
    sealed: bool = False


@dataclass(frozen=True, kw_only=True)
class ReceiveEvaluation(OpinionCommand):
    """Receive a slip on the day ``occurred_on``.

    One that the residence sent through the service needs no more. One on paper is transcribed
    (``slip`` and ``transcribed``): what it bears is recorded, what it lacks is a defect.
    """

    NAME = "receive-evaluation"
    TITLE = "Nhận bản nhận xét"
    ENTITLED = entitled("Wc Wo", "Wc Wo")

    slip: PaperSlip | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record what the paper bears, then that it arrived."""
        link = self.begin(work)
        if self.slip:
            self._transcribe(self.slip, link, work)
        work.record(
            self.evaluation(work),
            EvaluationReceived,
            link=self.link,
            purpose=self.purpose,
            year=self.year,
        )

    def _transcribe(self, slip: PaperSlip, link: Link, work: UnitOfWork) -> None:
        if work.act is None or work.act.transcribed is None:
            raise NotDrafted(field="transcribed", link=self.link)
        said = slip.stated_meeting
        stated = StatedMeeting(said.held_on, said.front_present) if said else None
        evaluation = self.evaluation(work)
        _draft(self, slip, link, work, slip.dated, rests_on=slip.rests_on, stated=stated)
        if slip.signed:
            signed = {"signer": slip.signer, "office": slip.signer_office}
            work.record(evaluation, EvaluationSigned, dated=slip.dated, **signed)
        if slip.signed and slip.confirmed:
            confirmed = {"by": slip.confirmed_by, "office": slip.confirmed_office}
            work.record(
                evaluation, EvaluationConfirmed, dated=slip.dated, sealed=slip.sealed, **confirmed
            )
        work.record(
            evaluation, EvaluationSent, dated=slip.dated, via=Via.UNKNOWN, number=self.number
        )


@dataclass(frozen=True, kw_only=True)
class EvaluationCommand(Command):
    """A command about one evaluation that is on record."""

    evaluation: UUID

    def begin(self, work: UnitOfWork) -> Evaluation:
        """Load the evaluation and settle who acts on it."""
        evaluation = work.evaluation(self.evaluation)
        if evaluation.link is None:
            raise NotDrafted(field="evaluation", evaluation=self.evaluation)
        work.begin(self, sides_of_link(work.link(evaluation.link), self.occurred_on, work))
        return evaluation


@dataclass(frozen=True, kw_only=True)
class WithdrawRequest(EvaluationCommand):
    """Withdraw a request before the slip was sent."""

    NAME = "withdraw-request"
    TITLE = "Rút yêu cầu xin ý kiến"
    ENTITLED = entitled("Wc Wo", "Ro")

    request: str | None = None
    reason: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the withdrawal of the request that stands, or of the one named."""
        evaluation = self.begin(work)
        standing = evaluation.request_standing or next(
            reversed(evaluation.of(EvaluationRequested)), None
        )
        request = self.request or (standing.id if standing else "")
        work.record(evaluation, RequestWithdrawn, request=request, reason=self.reason)


@dataclass(frozen=True, kw_only=True)
class SignEvaluation(EvaluationCommand):
    """Sign the comment on behalf of the cell (T/M CHI BỘ)."""

    NAME = "sign-evaluation"
    TITLE = "Ký nhận xét"
    ENTITLED = entitled("Rc")

    signer: UUID | None = None
    office: Office = Office.CELL_SECRETARY

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the signature."""
        evaluation = self.begin(work)
        signer = self.signer or work.officer.person
        work.record(evaluation, EvaluationSigned, signer=signer, office=self.office)


@dataclass(frozen=True, kw_only=True)
class ConfirmEvaluation(EvaluationCommand):
    """Confirm the cell's signature with the committee's seal."""

    NAME = "confirm-evaluation"
    TITLE = "Xác nhận, đóng dấu"
    ENTITLED = entitled("Rs Ro")

    by: UUID
    office: Office = Office.SECRETARY
    sealed: bool

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the confirmation."""
        evaluation = self.begin(work)
        work.record(
            evaluation, EvaluationConfirmed, by=self.by, office=self.office, sealed=self.sealed
        )


@dataclass(frozen=True, kw_only=True)
class SendEvaluation(EvaluationCommand):
    """Send the slip to the workplace."""

    NAME = "send-evaluation"
    TITLE = "Gửi bản nhận xét"
    ENTITLED = entitled("Ro Rc")

    via: Via = Via.ELECTRONIC
    number: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record that it left."""
        work.record(self.begin(work), EvaluationSent, via=self.via, number=self.number)


@dataclass(frozen=True, kw_only=True)
class ReturnEvaluation(EvaluationCommand):
    """Send a slip back to be mended."""

    NAME = "return-evaluation"
    TITLE = "Trả lại bản nhận xét để bổ sung"
    ENTITLED = entitled("Wc Wo", "Ro")

    defects: tuple[str, ...]
    answer_by: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the return: the chain starts anew."""
        work.record(
            self.begin(work), EvaluationReturned, defects=self.defects, answer_by=self.answer_by
        )


@dataclass(frozen=True, kw_only=True)
class ConsolidateEvaluations(EvaluationCommand):
    """Pass a slip up from the workplace cell to its committee."""

    NAME = "consolidate-evaluations"
    TITLE = "Chi bộ tổng hợp gửi Đảng ủy"
    ENTITLED = entitled("Wc Wo")

    cell: UUID | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the cell that passed it up."""
        evaluation = self.begin(work)
        cell = self.cell or self._cell_of_member(evaluation, work)
        work.record(evaluation, EvaluationConsolidated, cell=cell)

    def _cell_of_member(self, evaluation: Evaluation, work: UnitOfWork) -> UUID | None:
        link = work.link(evaluation.link) if evaluation.link else None
        member = work.member(link.member) if link and link.member else None
        return member.cell_on(self.occurred_on) if member else None


@dataclass(frozen=True, kw_only=True)
class FileEvaluation(EvaluationCommand):
    """File a slip in the member's file."""

    NAME = "file-evaluation"
    TITLE = "Lưu hồ sơ đảng viên"
    ENTITLED = entitled("Wo")

    file_ref: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record where it lies."""
        work.record(self.begin(work), EvaluationFiled, file_ref=self.file_ref)
