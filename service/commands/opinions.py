"""Commands that ask for an opinion, or ask no longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.evaluation import (
    Evaluation,
    EvaluationRequested,
    Purpose,
    RequestWithdrawn,
    evaluation_id,
)
from domain.introduction.link import Link
from service.commands.command import Command
from service.commands.evaluations import EvaluationCommand
from service.commands.links import sides_of_link
from service.officers import entitled
from service.unit_of_work import UnitOfWork


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
