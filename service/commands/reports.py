"""Commands on reports: the residence writes of its own accord, the workplace answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.introduction.link import Link
from domain.refusals import NotVisible
from domain.report import (
    Report,
    ReportAnswered,
    ReportKind,
    ReportOutcome,
    ReportSent,
    ReportSubject,
    report_id,
)
from service.commands.command import Command
from service.commands.links import LinkCommand, sides_of_link
from service.officers import Sides, entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class SendReport(LinkCommand):
    """Write to the workplace about a member, against him or for him.

    ``number`` tells two reports of one day on one subject apart.
    """

    NAME = "send-report"
    TITLE = "Gửi ý kiến phản ánh, biểu dương"
    ENTITLED = entitled("Rs Rc", "Wo")

    kind: ReportKind
    subject: ReportSubject
    text: str
    number: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the report; its text is sealed."""
        link = self.begin(work)
        which = self.number or f"{self.occurred_on}/{self.subject}"
        work.record(
            work.report(report_id(link.id, which)),
            ReportSent,
            link=link.id,
            kind=self.kind,
            subject=self.subject,
            text=work.personal(link.member or link.id, self.text),
            number=self.number,
        )


@dataclass(frozen=True, kw_only=True)
class AnswerReport(Command):
    """Say what came of a report; the workplace to which it was written answers."""

    NAME = "answer-report"
    TITLE = "Trả lời ý kiến phản ánh, biểu dương"
    ENTITLED = entitled("Ws Wc", "Ro")

    report: UUID
    outcome: ReportOutcome
    text: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the answer; its text is sealed."""
        report = work.report(self.report)
        link = self._begin(report, work)
        work.record(
            report,
            ReportAnswered,
            outcome=self.outcome,
            text=work.personal(link.member or link.id, self.text),
        )

    def _begin(self, report: Report, work: UnitOfWork) -> Link:
        if report.sent is None:
            raise NotVisible(field="report", report=self.report)
        link = work.link(report.sent.link)
        work.begin(self, _sides(link, report.sent.occurred_on, self.occurred_on, work))
        return link


def _sides(link: Link, written_on: date, day: date, work: UnitOfWork) -> Sides:
    """Name the bodies of the day on which it was written; of cells, those of the day."""
    sides = sides_of_link(link, written_on, work)
    enrolment = work.member(link.member).enrolment_on(written_on) if link.member else None
    if enrolment is None or link.member is None:
        return sides
    return replace(sides, workplace_cell=work.member(link.member).last_cell_of(enrolment, day))
