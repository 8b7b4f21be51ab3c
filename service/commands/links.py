"""Commands on a link once it is open: placing, following, reminding, closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import Side
from domain.introduction.events import (
    AbsenceReminded,
    AbsenceReported,
    ClosingReason,
    FeedbackGiven,
    GroupAssigned,
    LinkClosed,
    MemberForwarded,
    MemberListed,
    MonitorAssigned,
    ReminderWay,
)
from domain.introduction.link import Link
from service.commands.command import Command
from service.commands.letters import letter_asked, sides_of_link
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class LinkCommand(Command):
    """A command about one link."""

    link: UUID

    def begin(self, work: UnitOfWork) -> Link:
        """Load the link and settle who acts on it."""
        link = work.link(self.link)
        work.begin(self, sides_of_link(link, self.occurred_on, work))
        return link


@dataclass(frozen=True, kw_only=True)
class ForwardMember(LinkCommand):
    """Introduce a member on to a residence cell, or to another one."""

    NAME = "forward-member"
    TITLE = "Giới thiệu về chi bộ"
    ENTITLED = entitled("Ro", "Wo")

    cell: UUID

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the cell."""
        work.record(self.begin(work), MemberForwarded, cell=self.cell)


@dataclass(frozen=True, kw_only=True)
class ListMember(LinkCommand):
    """List a member in the cell and tell him so, on the day ``informed_on``."""

    NAME = "list-member"
    TITLE = "Lập danh sách, thông báo cho đảng viên"
    ENTITLED = entitled("Rc Ro", "Wo")

    informed_on: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the listing."""
        work.record(self.begin(work), MemberListed, informed_on=self.informed_on)


@dataclass(frozen=True, kw_only=True)
class AssignGroup(LinkCommand):
    """Place a member in a Party group of the cell."""

    NAME = "assign-group"
    TITLE = "Giới thiệu về tổ đảng"
    ENTITLED = entitled("Rc Ro", "Wo")

    group: UUID

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the group."""
        work.record(self.begin(work), GroupAssigned, group=self.group)


@dataclass(frozen=True, kw_only=True)
class AssignMonitor(LinkCommand):
    """Assign a committee member to follow this member."""

    NAME = "assign-monitor"
    TITLE = "Phân công cấp ủy viên theo dõi"
    ENTITLED = entitled("Rc Ro", "Wo")

    monitor: UUID

    def carry_out(self, work: UnitOfWork) -> None:
        """Record who follows."""
        work.record(self.begin(work), MonitorAssigned, monitor=self.monitor)


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


def side_of(work: UnitOfWork) -> Side:
    """Name the side whose act it is: the other one's where its paper is transcribed."""
    act = work.act
    if act is None or act.actor.side is None:
        return Side.WORKPLACE
    if act.transcribed is None:
        return act.actor.side
    return Side.RESIDENCE if act.actor.side is Side.WORKPLACE else Side.WORKPLACE


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
class GiveFeedback(LinkCommand):
    """Record that weak points were talked over with the member.

    ``on`` is the id of an evaluation, or ``ATTENDANCE``.
    """

    NAME = "give-feedback"
    TITLE = "Góp ý với đảng viên"
    ENTITLED = entitled("Wc Wo Rc Rs", "Wo Ro")

    on: str
    note: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the talk; a note is sealed."""
        link = self.begin(work)
        work.record(
            link,
            FeedbackGiven,
            on=self.on,
            by_side=side_of(work),
            note=work.personal(link.member or link.id, self.note),
        )


@dataclass(frozen=True, kw_only=True)
class CloseLink(LinkCommand):
    """End a link; ``on`` is the first day without it. It counts as telling the residence."""

    NAME = "close-link"
    TITLE = "Kết thúc mối liên hệ"
    ENTITLED = entitled("Wo", "Ro")

    attempt: int | None = None
    reason: ClosingReason
    on: date
    notice_number: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the end of the letter's link."""
        link = self.begin(work)
        work.record(
            link,
            LinkClosed,
            attempt=letter_asked(link, self.attempt).attempt,
            reason=self.reason,
            on=self.on,
            notice_number=self.notice_number,
        )
