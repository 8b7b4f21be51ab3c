"""Commands on a link once it is open: placed, followed, ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.introduction.events import (
    ClosingReason,
    GroupAssigned,
    LinkClosed,
    MemberForwarded,
    MemberListed,
    MonitorAssigned,
    StatusChange,
    StatusNotified,
)
from domain.introduction.letter import Letter
from domain.introduction.link import Link
from domain.member import Member
from domain.organization import in_place_of
from domain.refusals import LetterOutOfForce, NoSuchLink, NotOurMember
from service.commands.command import Command
from service.officers import Sides, entitled
from service.unit_of_work import UnitOfWork


def sides_of_link(link: Link, day: date, work: UnitOfWork, attempt: int | None = None) -> Sides:
    """Name the bodies on both sides of a link on a day, the last ones where it has ended.

    They are those of the letter that is asked about, else of the one by which the link is open.
    """
    of_year = link.letter_of_year(day.year, day)
    letter = link.letter(attempt) if attempt else of_year
    letter = letter or link.last_letter
    if letter is None or link.member is None:
        raise NoSuchLink(field="link", link=link.id)
    workplace, workplace_cell = _workplace(letter, work.member(link.member), day, work)
    return Sides(
        workplace=workplace,
        workplace_cell=workplace_cell,
        residence=letter.body,
        residence_cell=link.cell_in_year(day.year, day),
        monitor=link.monitor_on(day, work),
    )


def _workplace(letter: Letter, member: Member, day: date, work: UnitOfWork) -> tuple[UUID, UUID]:
    """Name committee and cell at the workplace that wrote a letter, or that has the member now.

    Who has left has papers to be closed, answered and filed where he was: either may act, and it
    is the officer's own that does.
    """
    written = letter.written
    behind = member.enrolment_behind(written.issuer, written.effect_date) if written else None
    enrolled = [one for one in (behind, member.enrolment_on(day)) if one]
    bodies = [(one.committee, member.last_cell_of(one, day)) for one in enrolled]
    if not bodies:
        raise NotOurMember(field="member", member=member.id)
    own = work.own
    acting = (p for p in bodies if own in [in_place_of(one, work.today, work) for one in p])
    return next(acting, bodies[0])


def letter_asked(link: Link, attempt: int | None) -> Letter:
    """Find the letter that a command is about: the one numbered, else the last."""
    letter = link.letter(attempt) if attempt else link.last_letter
    if letter is None:
        raise LetterOutOfForce(field="attempt", attempt=attempt)
    return letter


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
class NotifyStatus(LinkCommand):
    """Tell the residence what changed about a member: gone, suspended, exempt, moved."""

    NAME = "notify-status"
    TITLE = "Thông báo thay đổi về đảng viên"
    ENTITLED = entitled("Wo", "Ro")

    change: StatusChange
    number: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the notice."""
        link = self.begin(work)
        work.record(link, StatusNotified, change=self.change, number=self.number)


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
