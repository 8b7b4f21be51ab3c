"""A meeting of a residence cell for the members introduced to it: called, told, held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar
from uuid import UUID, uuid5

from domain.decisions import Objections, Streams, decides, not_before
from domain.entries import Event, Stream
from domain.local_figures import rules_of_body
from domain.names import LIENHE
from domain.organization import in_place_of, standing_body
from domain.private import Private
from domain.refusals import (
    AfterTheMeeting,
    AlreadyHeld,
    AttendanceKnown,
    ContentEmpty,
    HeldBeforeCalled,
    MeetingIsOff,
    NotAbsent,
    NotConvened,
    NotHeld,
    NotIntroducedHere,
    OtherFactsOnRecord,
    PeriodOutOfRange,
    PresentForAnother,
)


class MeetingKind(StrEnum):
    """A periodic meeting stands for one half-year; others are held as needed (213 Art. 4(3))."""

    PERIODIC = "PERIODIC"
    OTHER = "OTHER"


class Attendance(StrEnum):
    """Whether somebody came; who sent another is ``REPRESENTED``, never ``PRESENT``."""

    PRESENT = "PRESENT"
    EXCUSED = "EXCUSED"
    UNEXCUSED = "UNEXCUSED"
    REPRESENTED = "REPRESENTED"
    UNKNOWN = "UNKNOWN"


_JULY = 7

ABSENT = frozenset({Attendance.UNEXCUSED, Attendance.REPRESENTED})
RELATIVE = "RELATIVE"


class NoticeWay(StrEnum):
    """How somebody was told of a meeting."""

    INVITATION = "INVITATION"
    NOTICE = "NOTICE"
    CALL = "CALL"


class ContentItem(StrEnum):
    """What a meeting put forward (the seed's own list)."""

    LOCAL_SITUATION = "LOCAL_SITUATION"
    SECURITY = "SECURITY"
    MEMBERS_AND_RESIDENTS = "MEMBERS_AND_RESIDENTS"
    DIFFICULTIES = "DIFFICULTIES"
    RESIDENTS_OPINIONS = "RESIDENTS_OPINIONS"
    STRENGTHS_WEAKNESSES = "STRENGTHS_WEAKNESSES"
    SPECIAL_TOPIC = "SPECIAL_TOPIC"


def meeting_id(cell: UUID, day: date, kind: MeetingKind) -> UUID:
    """Name the stream of the meeting that a cell calls for, or held on, that day."""
    return uuid5(LIENHE, f"meeting/{cell}/{day}/{kind}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True, slots=True)
class AttendanceEntry:
    """Whether one member came; ``represented_by`` is a link or ``RELATIVE``."""

    ENTRY_ID: ClassVar[str] = "link"

    link: UUID
    status: Attendance
    represented_by: str | None = None
    excuse: Private | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one member put forward."""

    ENTRY_ID: ClassVar[str] = "link"

    link: UUID
    note: Private


@dataclass(frozen=True)
class MeetingConvened(Event):
    """Called for that day. (Triệu tập, thông báo họp)"""

    TOPIC = "meeting.convened"
    NATURAL_KEY = ()

    cell: UUID
    scheduled_for: date
    time: time | None
    kind: MeetingKind
    period: str | None
    about: str


@dataclass(frozen=True)
class NoticesDelivered(Event):
    """These members were told on that day. (Gửi giấy mời, thông báo)"""

    TOPIC = "meeting.notices_delivered"
    NATURAL_KEY = ("links", "occurred_on")

    links: tuple[UUID, ...]
    through: UUID | None
    via: NoticeWay


@dataclass(frozen=True)
class MeetingHeld(Event):
    """Took place on that day; who came. (Buổi sinh hoạt)

    A called link left out is unknown. ``partial``: the list holds members of one workplace only.
    """

    TOPIC = "meeting.held"
    NATURAL_KEY = ()

    cell: UUID
    kind: MeetingKind
    period: str | None
    chair: UUID | None
    attendance: tuple[AttendanceEntry, ...]
    partial: bool
    defects: tuple[str, ...] = ()


@dataclass(frozen=True)
class AttendanceRecorded(Event):
    """The list was completed. (Điểm danh bổ sung)"""

    TOPIC = "meeting.attendance_recorded"
    NATURAL_KEY = ("digest",)

    attendance: tuple[AttendanceEntry, ...]


@dataclass(frozen=True)
class AbsenceExcused(Event):
    """A reason shown later was accepted. (Vắng có lý do)"""

    TOPIC = "meeting.absence_excused"
    NATURAL_KEY = ("link",)

    link: UUID
    excuse: Private
    decided_by: UUID


@dataclass(frozen=True)
class MeetingContentRecorded(Event):
    """What was put forward, and what members contributed. (Nội dung sinh hoạt)"""

    TOPIC = "meeting.content_recorded"
    NATURAL_KEY = ("digest",)

    items: tuple[ContentItem, ...]
    minutes_digest: str | None
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True)
class MeetingCancelled(Event):
    """Will not take place. (Hoãn, hủy)"""

    TOPIC = "meeting.cancelled"
    NATURAL_KEY = ()

    reason: str


# Decide.


def half_year(day: date) -> str:
    """Name the half-year of a day: ``2026-H1``."""
    return f"{day.year}-H{1 if day.month < _JULY else 2}"


def periods_open_on(day: date, grace_days: int) -> set[str]:
    """Name the halves that a meeting of that day may stand for.

    Its own or an earlier one of its year; within the grace days of January also the last half of
    the year before.
    """
    periods = {half_year(day), f"{day.year}-H1"}
    if (day - date(day.year, 1, 1)).days < grace_days:
        periods.add(f"{day.year - 1}-H2")
    return periods


def _period(
    cell: UUID, kind: MeetingKind, period: str | None, day: date, streams: Streams
) -> Objections:
    rules = rules_of_body(streams.rulebook.in_force(day), cell, day, streams)
    grace = rules.days("meeting.grace_days")
    allowed = periods_open_on(day, grace) if kind is MeetingKind.PERIODIC else {None}
    if period not in allowed:
        yield PeriodOutOfRange(field="period", period=period, day=day)


@decides(MeetingConvened)
def convene(meeting: Meeting, entry: MeetingConvened, streams: Streams) -> Objections:
    """A periodic meeting names its half-year and is called before it is held."""
    yield from standing_body(entry.cell, entry.occurred_on, streams, "cell")
    if entry.occurred_on > entry.scheduled_for:
        yield HeldBeforeCalled(field="scheduled_for", day=entry.scheduled_for)
    if meeting.held:
        yield AlreadyHeld(field="meeting", held_on=meeting.held.occurred_on)
    yield from _period(entry.cell, entry.kind, entry.period, entry.scheduled_for, streams)


@decides(NoticesDelivered)
def deliver_notices(meeting: Meeting, entry: NoticesDelivered, streams: Streams) -> Objections:
    """Called, then told: members of the cell, before the meeting."""
    if not meeting.convened:
        yield NotConvened(field="meeting", meeting=meeting.id)
        return
    yield from not_before(entry, meeting.convened)
    yield from _not_off(meeting, entry.occurred_on)
    day = meeting.held.occurred_on if meeting.held else meeting.convened.scheduled_for
    if entry.occurred_on > day:
        yield AfterTheMeeting(field="occurred_on", day=entry.occurred_on, meeting_on=day)
    for link in entry.links:
        yield from _introduced(link, meeting.convened.cell, day, streams, "links")


@decides(MeetingHeld)
def hold(meeting: Meeting, entry: MeetingHeld, streams: Streams) -> Objections:
    """Called, then held; attendance is taken of members forwarded to the cell on that day."""
    day = entry.occurred_on
    yield from standing_body(entry.cell, day, streams, "cell")
    yield from _not_off(meeting, day)
    if not meeting.convened:
        yield NotConvened(field="meeting", meeting=meeting.id)
    elif day < meeting.convened.occurred_on:
        yield HeldBeforeCalled(field="occurred_on", day=meeting.convened.occurred_on)
    if meeting.convened and not _as_called(meeting.convened, entry, streams):
        yield OtherFactsOnRecord(field="cell", entry=meeting.convened.id)
    yield from _period(entry.cell, entry.kind, entry.period, day, streams)
    yield from _attendance(entry.attendance, entry.cell, day, streams)


def _as_called(called: MeetingConvened, held: MeetingHeld, streams: Streams) -> bool:
    """Tell whether the cell that called a meeting holds it, or its successor does."""
    calling = in_place_of(called.cell, held.occurred_on, streams)
    return (calling, called.kind) == (held.cell, held.kind)


@decides(AttendanceRecorded)
def record_attendance(meeting: Meeting, entry: AttendanceRecorded, streams: Streams) -> Objections:
    """A list is completed; a known entry is corrected, not recorded twice."""
    if not meeting.held:
        yield NotHeld(field="meeting", meeting=meeting.id)
        return
    yield from not_before(entry, meeting.held)
    known = meeting.attendance
    for item in entry.attendance:
        if known.get(item.link, Attendance.UNKNOWN) is not Attendance.UNKNOWN:
            yield AttendanceKnown(field="attendance", link=item.link)
    yield from _attendance(entry.attendance, meeting.held.cell, meeting.held.occurred_on, streams)


@decides(AbsenceExcused)
def excuse_absence(meeting: Meeting, entry: AbsenceExcused, streams: Streams) -> Objections:
    """Who was absent may be excused later; a new fact, no correction."""
    if not meeting.held:
        yield NotHeld(field="meeting", meeting=meeting.id)
        return
    yield from not_before(entry, meeting.held)
    if meeting.attendance.get(entry.link) not in ABSENT:
        yield NotAbsent(field="link", link=entry.link, meeting=meeting.id)


@decides(MeetingContentRecorded)
def record_content(meeting: Meeting, entry: MeetingContentRecorded, streams: Streams) -> Objections:
    """What was put forward has one item at least, after the meeting."""
    if not meeting.held:
        yield NotHeld(field="meeting", meeting=meeting.id)
    else:
        yield from not_before(entry, meeting.held)
    if not entry.items:
        yield ContentEmpty(field="items", meeting=meeting.id)


@decides(MeetingCancelled)
def cancel(meeting: Meeting, entry: MeetingCancelled, streams: Streams) -> Objections:
    """Only what was called and not held is cancelled."""
    if not meeting.convened:
        yield NotConvened(field="meeting", meeting=meeting.id)
    else:
        yield from not_before(entry, meeting.convened)
    if meeting.held:
        yield AlreadyHeld(field="meeting", held_on=meeting.held.occurred_on)


def _not_off(meeting: Meeting, day: date) -> Objections:
    if meeting.of(MeetingCancelled):
        yield MeetingIsOff(field="meeting", meeting=meeting.id, day=day)


def _introduced(link: UUID, cell: UUID, day: date, streams: Streams, field: str) -> Objections:
    if streams.link(link).host_on(day, streams) != in_place_of(cell, day, streams):
        yield NotIntroducedHere(field=field, link=link, cell=cell, day=day)


def _attendance(
    entries: tuple[AttendanceEntry, ...], cell: UUID, day: date, streams: Streams
) -> Objections:
    listed = [entry.link for entry in entries]
    for entry in entries:
        if listed.count(entry.link) > 1:
            yield AttendanceKnown(field="attendance", link=entry.link)
        yield from _introduced(entry.link, cell, day, streams, "attendance")
        if entry.represented_by and entry.status is not Attendance.REPRESENTED:
            yield PresentForAnother(field="attendance", link=entry.link)


class Meeting(Stream):
    """One meeting as its stream has it."""

    @property
    def convened(self) -> MeetingConvened | None:
        """The entry that called it."""
        return self.last(MeetingConvened)

    @property
    def held(self) -> MeetingHeld | None:
        """The entry that says it took place."""
        return self.last(MeetingHeld)

    @property
    def cell(self) -> UUID | None:
        """The residence cell whose meeting it is."""
        entry = self.held or self.convened
        return entry.cell if entry else None

    @property
    def attendance(self) -> Mapping[UUID, Attendance]:
        """What is known of each link, later lists over unknowns; excuses not applied."""
        return self.attendance_on(date.max)

    def attendance_on(self, day: date) -> Mapping[UUID, Attendance]:
        """What the lists dated by that day say of each link."""
        lists = [e for e in self.of(MeetingHeld, AttendanceRecorded) if e.effect_date <= day]
        if (Attendance, len(lists)) not in self.answers:
            known: dict[UUID, Attendance] = {}
            for item in (item for entry in lists for item in entry.attendance):
                if known.get(item.link, Attendance.UNKNOWN) is Attendance.UNKNOWN:
                    known[item.link] = item.status
            self.answers[Attendance, len(lists)] = known
        found: Mapping[UUID, Attendance] = self.answers[Attendance, len(lists)]
        return found

    def status_on(self, link: UUID, day: date) -> Attendance:
        """Whether somebody came, as it is known on a day; an excuse shown later counts."""
        excuses = self.of(AbsenceExcused)
        if any(entry.link == link and entry.effect_date <= day for entry in excuses):
            return Attendance.EXCUSED
        return self.attendance_on(day).get(link, Attendance.UNKNOWN)
