"""Commands that follow an absence: reminded, reported, answered."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from domain.acts import Side
from domain.introduction.events import (
    AbsenceAnswered,
    AbsenceOutcome,
    AbsenceReminded,
    AbsenceReported,
    ReminderWay,
)
from service.commands.links import LinkCommand
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class RemindAbsence(LinkCommand):
    """Remind a member of meetings from which he was absent."""

    NAME = "remind-absence"
    TITLE = "Nhắc nhở đảng viên vắng mặt"
    ENTITLED = entitled("Rc Rg Rm Wc", "Wo Ro")

    meetings: tuple[UUID, ...]
    how: ReminderWay

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the reminder."""
        link = self.begin(work)
        work.record(
            link, AbsenceReminded, meetings=self.meetings, how=self.how, by_side=side_of(work)
        )


@dataclass(frozen=True, kw_only=True)
class ReportAbsence(LinkCommand):
    """Tell the workplace of absences; one paper may name several meetings."""

    NAME = "report-absence"
    TITLE = "Thông báo vắng mặt cho nơi công tác"
    ENTITLED = entitled("Rs Rc", "Wo")

    meetings: tuple[UUID, ...]
    number: str | None = None
    note: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the notice; a note is sealed."""
        link = self.begin(work)
        work.record(
            link,
            AbsenceReported,
            meetings=self.meetings,
            number=self.number,
            note=work.personal(link.member or link.id, self.note),
        )


@dataclass(frozen=True, kw_only=True)
class AnswerAbsence(LinkCommand):
    """Answer a notice of absence; ``report`` is the entry of the notice."""

    NAME = "answer-absence"
    TITLE = "Trả lời thông báo vắng mặt"
    ENTITLED = entitled("Wc Wo", "Ro")

    report: str
    outcome: AbsenceOutcome
    note: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the answer; a note is sealed."""
        link = self.begin(work)
        work.record(
            link,
            AbsenceAnswered,
            report=self.report,
            outcome=self.outcome,
            note=work.personal(link.member or link.id, self.note),
        )


def side_of(work: UnitOfWork) -> Side:
    """Name the side whose act it is: the other one's where its paper is transcribed."""
    act = work.act
    if act is None or act.actor.side is None:
        return Side.WORKPLACE
    if act.transcribed is None:
        return act.actor.side
    return Side.RESIDENCE if act.actor.side is Side.WORKPLACE else Side.WORKPLACE
