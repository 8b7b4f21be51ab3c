"""Commands on meetings of a residence cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from domain.acts import Side
from domain.meeting import (
    AbsenceExcused,
    Attendance,
    AttendanceEntry,
    AttendanceRecorded,
    ContentItem,
    Contribution,
    Meeting,
    MeetingCancelled,
    MeetingContentRecorded,
    MeetingConvened,
    MeetingHeld,
    MeetingKind,
    NoticesDelivered,
    NoticeWay,
    half_year,
    meeting_id,
)
from domain.organization import is_under, parent_on
from domain.private import Personal
from domain.refusals import NotConvened, NotOurMember
from service.commands.command import Command
from service.commands.member import workplace_of
from service.officers import Sides, entitled
from service.unit_of_work import UnitOfWork


def sides_of_cell(cell: UUID, work: UnitOfWork) -> Sides:
    """Name a residence cell and the committee above it; a workplace may copy its papers."""
    body = work.own
    committee = parent_on(cell, work.today, work)
    if body and is_under(cell, body, work.today, work):
        committee = body
    registered = work.organization(body).registered if body else None
    workplace = body if registered and Side.WORKPLACE in registered.sides else None
    return Sides(workplace=workplace, residence=committee, residence_cell=cell)


@dataclass(frozen=True, kw_only=True)
class AttendanceGiven:
    """Whether one member came, as it is entered; ``represented_by``: a link or ``RELATIVE``."""

    link: UUID
    status: Attendance
    represented_by: str | None = None
    excuse: str | None = None


@dataclass(frozen=True, kw_only=True)
class ContributionGiven:
    """What one member put forward, as it is entered."""

    link: UUID
    note: str


def _entries(given: tuple[AttendanceGiven, ...], work: UnitOfWork) -> tuple[AttendanceEntry, ...]:
    return tuple(
        AttendanceEntry(
            link=entry.link,
            status=entry.status,
            represented_by=entry.represented_by,
            excuse=work.personal(work.link(entry.link).member or entry.link, entry.excuse),
        )
        for entry in given
    )


@dataclass(frozen=True, kw_only=True)
class ConveneMeeting(Command):
    """Call a meeting for a day; a periodic one stands for a half-year, by default the day's."""

    NAME = "convene-meeting"
    TITLE = "Triệu tập cuộc họp"
    ENTITLED = entitled("Rc Ro", "Wo")

    cell: UUID
    scheduled_for: date
    time: time | None = None
    kind: MeetingKind
    period: str | None = None
    about: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Open the stream of the meeting."""
        work.begin(self, sides_of_cell(self.cell, work))
        work.record(
            work.meeting(meeting_id(self.cell, self.scheduled_for, self.kind)),
            MeetingConvened,
            cell=self.cell,
            scheduled_for=self.scheduled_for,
            time=self.time,
            kind=self.kind,
            period=_period(self.kind, self.period, self.scheduled_for),
            about=self.about,
        )


def _period(kind: MeetingKind, period: str | None, day: date) -> str | None:
    return period or (half_year(day) if kind is MeetingKind.PERIODIC else None)


@dataclass(frozen=True, kw_only=True)
class HoldMeeting(Command):
    """Record that a meeting took place, and who came.

    ``meeting`` is the one that was called; without it, that of this cell, day and kind. A
    workplace copies only its own members (``partial``); a second workplace completes the list.
    """

    NAME = "hold-meeting"
    TITLE = "Ghi buổi sinh hoạt"
    ENTITLED = entitled("Rc Rg", "Wo")

    meeting: UUID | None = None
    cell: UUID
    kind: MeetingKind
    period: str | None = None
    chair: UUID | None = None
    attendance: tuple[AttendanceGiven, ...] = ()

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the meeting, or complete the list that another workplace began."""
        act = work.begin(self, sides_of_cell(self.cell, work))
        meeting = self._meeting(work)
        if act.transcribed:
            _own_members_only(self.attendance, self.occurred_on, work)
        attendance = _entries(self.attendance, work)
        if act.transcribed and meeting.held and meeting.held.digest != work.digest:
            work.record(meeting, AttendanceRecorded, attendance=attendance)
            return
        named = self.period or (meeting.convened.period if meeting.convened else None)
        work.record(
            meeting,
            MeetingHeld,
            cell=self.cell,
            kind=self.kind,
            period=_period(self.kind, named, self.occurred_on),
            chair=self.chair,
            attendance=attendance,
            partial=act.transcribed is not None,
        )

    def _meeting(self, work: UnitOfWork) -> Meeting:
        """Load the meeting that is named, which has to be known, or that of this cell and day."""
        usual = meeting_id(self.cell, self.occurred_on, self.kind)
        meeting = work.meeting(self.meeting or usual)
        if meeting.cell is None and meeting.id != usual:
            raise NotConvened(field="meeting", meeting=meeting.id)
        return meeting


def _own_members_only(given: tuple[AttendanceGiven, ...], day: date, work: UnitOfWork) -> None:
    for entry in given:
        member = work.link(entry.link).member
        sides = workplace_of(work.member(member), day).on(work.today, work) if member else Sides()
        if member is None or sides.workplace != work.own:
            raise NotOurMember(field="attendance", link=entry.link)


@dataclass(frozen=True, kw_only=True)
class MeetingCommand(Command):
    """A command about one meeting."""

    meeting: UUID

    def begin(self, work: UnitOfWork) -> Meeting:
        """Load the meeting and settle who acts on it."""
        meeting = work.meeting(self.meeting)
        if meeting.cell is None:
            raise NotConvened(field="meeting", meeting=self.meeting)
        work.begin(self, sides_of_cell(meeting.cell, work))
        return meeting


@dataclass(frozen=True, kw_only=True)
class DeliverNotices(MeetingCommand):
    """Record that members were told of a meeting on this day."""

    NAME = "deliver-notices"
    TITLE = "Gửi giấy mời, thông báo"
    ENTITLED = entitled("Rg Rc Ro", "Wo")

    links: tuple[UUID, ...]
    through: UUID | None = None
    via: NoticeWay

    def carry_out(self, work: UnitOfWork) -> None:
        """Record who was told."""
        work.record(
            self.begin(work),
            NoticesDelivered,
            links=self.links,
            through=self.through,
            via=self.via,
        )


@dataclass(frozen=True, kw_only=True)
class RecordAttendance(MeetingCommand):
    """Complete the attendance list of a meeting with those left out or unknown."""

    NAME = "record-attendance"
    TITLE = "Điểm danh bổ sung"
    ENTITLED = entitled("Rc Rg", "Wo")

    attendance: tuple[AttendanceGiven, ...]

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the missing entries."""
        meeting = self.begin(work)
        if work.act and work.act.transcribed and meeting.held:
            _own_members_only(self.attendance, meeting.held.occurred_on, work)
        work.record(meeting, AttendanceRecorded, attendance=_entries(self.attendance, work))


@dataclass(frozen=True, kw_only=True)
class ExcuseAbsence(MeetingCommand):
    """Accept a reason that was shown after the meeting."""

    NAME = "excuse-absence"
    TITLE = "Ghi nhận vắng có lý do"
    ENTITLED = entitled("Rc", "Wo")

    link: UUID
    excuse: str
    decided_by: UUID | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the excuse, sealed."""
        meeting = self.begin(work)
        work.record(
            meeting,
            AbsenceExcused,
            link=self.link,
            excuse=work.personal(work.link(self.link).member or self.link, self.excuse),
            decided_by=self.decided_by or work.officer.person,
        )


@dataclass(frozen=True, kw_only=True)
class RecordContent(MeetingCommand):
    """Record what a meeting put forward and what members contributed."""

    NAME = "record-content"
    TITLE = "Ghi nội dung sinh hoạt"
    ENTITLED = entitled("Rc", "Wo")

    items: tuple[ContentItem, ...]
    minutes_digest: str | None = None
    contributions: tuple[ContributionGiven, ...] = ()

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the items; contributions are sealed."""
        meeting = self.begin(work)
        contributions = tuple(Contribution(c.link, _note(c, work)) for c in self.contributions)
        work.record(
            meeting,
            MeetingContentRecorded,
            items=self.items,
            minutes_digest=self.minutes_digest,
            contributions=contributions,
        )


def _note(given: ContributionGiven, work: UnitOfWork) -> Personal:
    return Personal(work.link(given.link).member or given.link, given.note)


@dataclass(frozen=True, kw_only=True)
class CancelMeeting(MeetingCommand):
    """Record that a meeting that was called will not take place."""

    NAME = "cancel-meeting"
    TITLE = "Hoãn, hủy cuộc họp"
    ENTITLED = entitled("Rc Ro", "Wo")

    reason: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the cancellation."""
        work.record(self.begin(work), MeetingCancelled, reason=self.reason)
