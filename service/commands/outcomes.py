"""Commands on what comes of an opinion: told to the member, who speaks; its proposal resolved."""

from __future__ import annotations

from dataclasses import dataclass

from domain.evaluation import (
    Evaluation,
    OpinionDisclosed,
    ProposalOutcome,
    ProposalResolved,
    StatementRecorded,
)
from domain.private import Personal
from service.commands.evaluations import EvaluationCommand
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class DiscloseOpinion(EvaluationCommand):
    """Record that the member was told of the opinion on the day ``occurred_on``."""

    NAME = "disclose-opinion"
    TITLE = "Thông báo ý kiến nhận xét cho đảng viên"
    ENTITLED = entitled("Wc Wo")

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the day."""
        work.record(self.begin(work), OpinionDisclosed)


@dataclass(frozen=True, kw_only=True)
class RecordStatement(EvaluationCommand):
    """Record the member's own view of the opinion; it stands beside it wherever that is read."""

    NAME = "record-statement"
    TITLE = "Ghi ý kiến của đảng viên"
    ENTITLED = entitled("Wc Wo")

    statement: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the statement, sealed."""
        evaluation = self.begin(work)
        said = _about_the_member(evaluation, self.statement, work)
        work.record(evaluation, StatementRecorded, statement=said)


@dataclass(frozen=True, kw_only=True)
class ResolveProposal(EvaluationCommand):
    """Record what came of the residence's proposal to commend or to consider action."""

    NAME = "resolve-proposal"
    TITLE = "Xử lý đề nghị của nơi cư trú"
    ENTITLED = entitled("Ws")

    outcome: ProposalOutcome
    reference: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the outcome; the decision behind it is sealed."""
        evaluation = self.begin(work)
        work.record(
            evaluation,
            ProposalResolved,
            outcome=self.outcome,
            reference=_about_the_member(evaluation, self.reference, work),
        )


def _about_the_member(
    evaluation: Evaluation, text: str | None, work: UnitOfWork
) -> Personal | None:
    link = work.link(evaluation.link) if evaluation.link else None
    return work.personal(link.member or link.id, text) if link else None
