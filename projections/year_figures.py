"""What a year of meetings comes to for one member, counted up to a day (figures of 5.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.entries import Stream
from domain.introduction.events import AbsenceAnswered, AbsenceReminded, AbsenceReported
from domain.introduction.link import Link
from domain.local_figures import Regulated
from domain.meeting import AbsenceExcused, Attendance, Meeting, MeetingHeld, MeetingKind
from domain.member import Member
from domain.obligations.eligibility import called_in, stays
from domain.organization import Tree
from projections.late import count_late


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of meetings; attended, excused, absent, represented and unknown make up called.

    ``held`` are the meetings of each cell in which the member was in the year, ``guest`` those
    that he attended without being called. ``reminders`` and ``notices`` are those about absences
    in the year, ``answers`` those to these notices; ``late_recorded`` counts the entries of the
    year about him, his links and these meetings that were entered late.
    """

    held: int
    called: int
    attended: int
    excused: int
    absent: int
    represented: int
    unknown: int
    guest: int
    periodic_called: int
    periodic_attended: int
    other_called: int
    other_attended: int
    reminders: int
    notices: int
    answers: int
    late_recorded: int


@dataclass(frozen=True)
class Attended:
    """A meeting of the year, whether the member was called to it, and what is known of him."""

    meeting: UUID
    kind: MeetingKind
    is_called: bool
    status: Attendance


@dataclass(frozen=True)
class MemberYear:
    """A member's year as of a day: his streams and the meetings, none of them later than it."""

    member: Member
    links: Sequence[Link]
    meetings: Sequence[Meeting]
    year: int
    day: date
    tree: Tree

    def attended(self) -> list[Attended]:
        """Say of each meeting of the year whether the member was called and whether he came."""
        cells = {self._now(cell) for cell in self._cells()}
        found = ((meeting, meeting.held) for meeting in self.meetings)
        return [
            self._attended(meeting, held)
            for meeting, held in found
            if held and held.occurred_on.year == self.year and self._now(held.cell) in cells
        ]

    def figures(self, meetings: Sequence[Attended], facts: Regulated) -> Figures:
        """Count the meetings that were attended or not, and what else is counted."""
        late = count_late(self._streams(meetings), self.member, self.day, facts)
        called = [m for m in meetings if m.is_called]
        periodic = [m for m in called if m.kind is MeetingKind.PERIODIC]
        other = [m for m in called if m.kind is MeetingKind.OTHER]
        notices = self._about_absences(AbsenceReported)
        return Figures(
            held=len(meetings),
            called=len(called),
            attended=_count(called, Attendance.PRESENT),
            excused=_count(called, Attendance.EXCUSED),
            absent=_count(called, Attendance.UNEXCUSED),
            represented=_count(called, Attendance.REPRESENTED),
            unknown=_count(called, Attendance.UNKNOWN),
            guest=_count([m for m in meetings if not m.is_called], Attendance.PRESENT),
            periodic_called=len(periodic),
            periodic_attended=_count(periodic, Attendance.PRESENT),
            other_called=len(other),
            other_attended=_count(other, Attendance.PRESENT),
            reminders=len(self._about_absences(AbsenceReminded)),
            notices=len(notices),
            answers=len(self._answers({notice.id for notice in notices})),
            late_recorded=late[self.year],
        )

    def _cells(self) -> Iterator[UUID]:
        """Name the cells in which the member was on some day of the year up to the day."""
        first, last = date(self.year, 1, 1), min(self.day, date(self.year, 12, 31))
        for link in self.links:
            for stay in stays(link):
                if stay.days.start <= last and stay.days.end > first:
                    yield stay.cell

    def _now(self, cell: UUID) -> UUID:
        """Name what stands in the place of a cell by the day, or by the end of the year."""
        return self.tree.in_place_of(cell, min(self.day, date(self.year, 12, 31)))

    def _attended(self, meeting: Meeting, held: MeetingHeld) -> Attended:
        day = held.occurred_on
        cell = self.tree.in_place_of(held.cell, day)
        calling = [
            link for link in self.links if called_in(link, self.member, day, self.tree) == cell
        ]
        known = _status(meeting, calling or self.links)
        return Attended(meeting.id, held.kind, bool(calling), known)

    def _about_absences(
        self, kind: type[AbsenceReminded] | type[AbsenceReported]
    ) -> list[AbsenceReminded | AbsenceReported]:
        in_year = {m.id for m in self.meetings if m.held and m.held.occurred_on.year == self.year}
        entries = [entry for link in self.links for entry in link.of(kind)]
        return [entry for entry in entries if in_year.intersection(entry.meetings)]

    def _answers(self, notices: Collection[str]) -> list[AbsenceAnswered]:
        entries = (entry for link in self.links for entry in link.of(AbsenceAnswered))
        return [entry for entry in entries if entry.report in notices]

    def _streams(self, meetings: Sequence[Attended]) -> Iterator[Stream]:
        yield from (self.member, *self.links)
        held = {meeting.meeting for meeting in meetings}
        yield from (meeting for meeting in self.meetings if meeting.id in held)


def _status(meeting: Meeting, links: Sequence[Link]) -> Attendance:
    """Say whether somebody came by one of his links, excuses applied."""
    known = meeting.attendance
    excused = {entry.link for entry in meeting.of(AbsenceExcused)}
    statuses = [
        Attendance.EXCUSED if link.id in excused else known.get(link.id, Attendance.UNKNOWN)
        for link in links
    ]
    found = (status for status in statuses if status is not Attendance.UNKNOWN)
    return next(found, Attendance.UNKNOWN)


def _count(meetings: Sequence[Attended], status: Attendance) -> int:
    return sum(meeting.status is status for meeting in meetings)
