"""Commands on an evaluation on record: signed, confirmed, sent, returned, passed up, filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import CELL_SIGNING_OFFICES, SIGNING_OFFICES, Office, Via
from domain.evaluation import (
    Evaluation,
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationFiled,
    EvaluationReturned,
    EvaluationSent,
    EvaluationSigned,
)
from domain.organization import in_place_of, office_held
from domain.refusals import NotDrafted
from service.commands.command import Command
from service.commands.links import sides_of_link
from service.officers import entitled
from service.unit_of_work import UnitOfWork


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


def office_of_signer(
    evaluation: Evaluation, signer: UUID | None, day: date, work: UnitOfWork
) -> Office:
    """Name the office in which somebody signs for the cell: the one held, else the secretary's."""
    draft = evaluation.draft
    cell = work.link(draft.link).host_of_year(draft.year, day, work) if draft else None
    held = office_held(cell, signer, CELL_SIGNING_OFFICES, day, work)
    return held or Office.CELL_SECRETARY


def office_of_confirmer(
    evaluation: Evaluation, confirmer: UUID | None, day: date, work: UnitOfWork
) -> Office:
    """Name the office in which somebody confirms: the one held, else the secretary's."""
    draft = evaluation.draft
    letter = work.link(draft.link).letter_of_year(draft.year, day) if draft else None
    body = letter.receiver_on(day, work) if letter else None
    held = office_held(body, confirmer, SIGNING_OFFICES, day, work)
    return held or Office.SECRETARY


@dataclass(frozen=True, kw_only=True)
class SignEvaluation(EvaluationCommand):
    """Sign the comment on behalf of the cell (T/M CHI BỘ)."""

    NAME = "sign-evaluation"
    TITLE = "Ký nhận xét"
    ENTITLED = entitled("Rc")

    signer: UUID | None = None
    office: Office | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the signature."""
        evaluation = self.begin(work)
        signer = self.signer or work.officer.person
        office = self.office or office_of_signer(evaluation, signer, self.occurred_on, work)
        work.record(evaluation, EvaluationSigned, signer=signer, office=office)


@dataclass(frozen=True, kw_only=True)
class ConfirmEvaluation(EvaluationCommand):
    """Confirm the cell's signature with the committee's seal."""

    NAME = "confirm-evaluation"
    TITLE = "Xác nhận, đóng dấu"
    ENTITLED = entitled("Rs Ro")

    by: UUID
    office: Office | None = None
    sealed: bool

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the confirmation."""
        evaluation = self.begin(work)
        office = self.office or office_of_confirmer(evaluation, self.by, self.occurred_on, work)
        work.record(evaluation, EvaluationConfirmed, by=self.by, office=office, sealed=self.sealed)


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
        cell = member.cell_on(self.occurred_on) if member else None
        return in_place_of(cell, self.occurred_on, work) if cell else None


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
