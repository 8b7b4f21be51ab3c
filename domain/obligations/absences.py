"""Absences: each followed up (G13); one person who always comes for a whole household (G16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, Interval
from domain.introduction.events import (
    ATTENDANCE,
    AbsenceReminded,
    AbsenceReported,
    FeedbackGiven,
)
from domain.introduction.link import Link
from domain.local_figures import rules_of_body
from domain.meeting import (
    ABSENT,
    AbsenceExcused,
    Attendance,
    AttendanceRecorded,
    Meeting,
    MeetingHeld,
)
from domain.member import Member
from domain.obligations.cells import Called
from domain.obligations.eligibility import called_in, class_a, class_b_from, eligible
from domain.obligations.matter import Ground, Matter, matter_of, rule_set_of
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import joined
from domain.organization import parent_on
from domain.rulebook import RuleSet

SEVERAL = 2


@dataclass(frozen=True)
class Absence:
    """A meeting from which a called member was absent, on the days on which that is known."""

    meeting: Meeting
    held_on: date
    known_on: date
    opened: Event


def follow_up(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days an absence of a year waits for a reminder or a report: G13."""
    link, year = histories.link(UUID(subject[1])), int(subject[2])
    if link.member is None:
        return
    member = histories.member(link.member)
    meetings = meetings_of_year(link, year, histories)
    changes = {day for m in meetings for e in m.effective if (day := e.effect_date)}
    changes |= {e.effect_date for e in (*link.effective, *member.effective)}
    for days in (*class_a(member), *member.suspensions()):
        changes |= {days.start, days.end}

    def answer(day: date) -> Iterable[Obligation]:
        yield from _on_day(link, member, meetings, day, histories)

    for row in joined(Interval(date(year, 1, 1), FOREVER), changes, answer):
        if row.from_day < row.to_day:
            yield row


def meetings_of_year(link: Link, year: int, histories: Histories) -> list[Meeting]:
    """Give the meetings of a year of the cells in which the link was, by date."""
    member = histories.member(link.member) if link.member else None
    cells = {stay.cell for stay in eligible(link, member)} if member else set()
    ids = {m for cell in cells for m in histories.meetings_of(cell, year)}
    held = [
        m for m in map(histories.meeting, sorted(ids)) if m.held and m.held.occurred_on.year == year
    ]
    return sorted(held, key=lambda m: (m.held.occurred_on, m.held.position) if m.held else ())


def _on_day(
    link: Link, member: Member, meetings: list[Meeting], day: date, histories: Histories
) -> Iterator[Obligation]:
    absences = [a for m in meetings if (a := _absence(m, link, member, day))]
    for ordinal, absence in enumerate(absences, start=1):
        letter = link.open_letter_on(absence.held_on)
        matter = matter_of(letter, link, member, histories) if letter else None
        if letter is None or matter is None:
            continue
        closed = letter.open_days.end if letter.open_days else FOREVER
        secret = class_b_from(member, absence.known_on)
        gone = min(closed, secret, matter.departed_on)
        if day < gone:
            yield from _asked(matter, absence, ordinal, day)


def _absence(meeting: Meeting, link: Link, member: Member, day: date) -> Absence | None:
    """Find the absence from a meeting as it is known on a day; an excuse shown later undoes it."""
    held = meeting.held
    if held is None or held.occurred_on > day:
        return None
    if called_in(link, member, held.occurred_on) != held.cell:
        return None
    if meeting.attendance_on(day).get(link.id) not in ABSENT:
        return None
    if any(e.link == link.id and e.effect_date <= day for e in meeting.of(AbsenceExcused)):
        return None
    return Absence(meeting, held.occurred_on, _known_on(meeting, link), held)


def _known_on(meeting: Meeting, link: Link) -> date:
    """Name the day of the list that first says of a member that he was absent."""
    lists = (e.effect_date for e in meeting.of(MeetingHeld, AttendanceRecorded))
    return next(day for day in lists if meeting.attendance_on(day).get(link.id) in ABSENT)


def _asked(matter: Matter, absence: Absence, ordinal: int, day: date) -> Iterator[Obligation]:
    rules = matter.rule_set(absence.opened, absence.known_on)
    step = "REMIND" if ordinal < rules.count("absence.report_from") else "REPORT"
    meeting = absence.meeting.id
    ground = Ground(
        "G13",
        step,
        f"absence/{matter.link.id if matter.link else None}/{meeting}",
        absence.opened.id,
        rules,
    )
    clock = matter.clock(absence.held_on, ground)
    if any(day in pause for pause in clock.pauses) or _answered(matter, meeting, step, day):
        return
    due_on = clock.due("absence.follow_days", day)
    for row in matter.standing(ground, absence.held_on, day, due_on):
        yield replace(row, cell=absence.meeting.cell)


def _answered(matter: Matter, meeting: UUID, step: str, day: date) -> bool:
    follow_ups = matter.link.of(AbsenceReported, AbsenceReminded) if matter.link else []
    return any(
        meeting in entry.meetings and entry.effect_date <= day
        for entry in follow_ups
        if step == "REMIND" or isinstance(entry, AbsenceReported)
    )


def household_proxy(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days one person comes for several of a household: G16, cell by cell."""
    links = [histories.link(link) for link in histories.links_of_household(subject[1])]
    people = [Called(link, histories.member(link.member)) for link in links if link.member]
    cells = {stay.cell for one in people for stay in eligible(one.link, one.member)}
    for cell in sorted(cells):
        yield from Household(subject[1], cell, people, histories).rows()


@dataclass(frozen=True)
class Household:
    """The members of one household, as one cell calls them."""

    token: str
    cell: UUID
    people: list[Called]
    histories: Histories

    def rows(self) -> Iterator[Obligation]:
        """Ask on each day on which something about them or their meetings changes."""
        changes: set[date] = set()
        for one in self.people:
            changes |= {e.effect_date for e in (*one.link.effective, *one.member.effective)}
            changes |= {day for stay in one.stays_in(self.cell) for day in stay.days}
        meetings = self._meetings(changes)
        changes |= {e.effect_date for m in meetings for e in m.effective}
        if meetings:
            first = min(m.held.occurred_on for m in meetings if m.held)
            yield from joined(
                Interval(first, FOREVER), changes, lambda day: self._on_day(meetings, day)
            )

    def _meetings(self, changes: set[date]) -> list[Meeting]:
        last = self.histories.horizon.year
        first = min((day.year for day in changes if day < FOREVER), default=last + 1)
        span = range(first, last + 1)
        ids = {m for year in span for m in self.histories.meetings_of(self.cell, year)}
        held = [m for m in map(self.histories.meeting, sorted(ids)) if m.held]
        return sorted(held, key=lambda m: (m.held.occurred_on, m.held.position) if m.held else ())

    def _on_day(self, meetings: list[Meeting], day: date) -> Iterator[Obligation]:
        opened: Meeting | None = None
        due_on: date | None = None
        for meeting in meetings:
            statuses = self._statuses(meeting, day)
            came = statuses.count(Attendance.PRESENT)
            if (
                len(statuses) < SEVERAL
                or Attendance.UNKNOWN in statuses
                or Attendance.EXCUSED in statuses
            ):
                continue
            if came >= SEVERAL:
                opened, due_on = None, None
            elif came == 1 and opened is None:
                opened = meeting
            elif came == 1 and due_on is None and meeting.held:
                due_on = meeting.held.occurred_on
            if opened and opened.held and self._mended(opened.held, day):
                opened, due_on = None, None
        if opened and opened.held and opened.held.occurred_on >= self._followed_from():
            yield from self._rows(opened.held, due_on)

    def _mended(self, opened: Event, day: date) -> bool:
        """Tell whether somebody spoke with one of them, or they were too few to be called."""
        ends = {stay.days.end for one in self.people for stay in one.stays_in(self.cell)}
        days = [day, *(end for end in ends if opened.effect_date <= end <= day)]
        return self._talked_over(opened, day) or any(self._eligible(on) < SEVERAL for on in days)

    def _followed_from(self) -> date:
        issuers = {one.issuer for one in self.people if one.issuer}
        entries = [self.histories.organization(issuer).registered for issuer in issuers]
        return min((entry.followed_from for entry in entries if entry), default=date.min)

    def _statuses(self, meeting: Meeting, day: date) -> list[Attendance]:
        """Give the attendance of those called, as it is known on a day; excuses applied."""
        held = meeting.held
        if held is None or held.cell != self.cell or held.occurred_on > day:
            return []
        called = [p.link.id for p in self.people if self._is_called(p, held.occurred_on)]
        return [meeting.status_on(link, day) for link in called]

    def _is_called(self, one: Called, day: date) -> bool:
        return called_in(one.link, one.member, day) == self.cell

    def _eligible(self, day: date) -> int:
        return sum(self._is_called(one, day) for one in self.people)

    def _talked_over(self, opened: Event, day: date) -> bool:
        talks = (f for one in self.people for f in one.link.of(FeedbackGiven))
        return any(f.on == ATTENDANCE and opened.effect_date <= f.effect_date <= day for f in talks)

    def _rows(self, held: MeetingHeld, due_on: date | None) -> Iterator[Obligation]:
        day = held.occurred_on
        published = rule_set_of(held, day, self.histories)
        rules = rules_of_body(published, self.cell, day, self.histories)
        if rules.holds("G16", day):
            yield self._row(held, due_on, rules)

    def _row(self, held: MeetingHeld, due_on: date | None, rules: RuleSet) -> Obligation:
        day = held.occurred_on
        called = [p for p in self.people if self._is_called(p, day)]
        issuers = {letter.issuer for p in called if (letter := p.link.open_letter_on(day))}
        cells = {p.member.cell_on(day) for p in called}
        above = parent_on(self.cell, day, self.histories)
        seen = {self.cell, above, *issuers, *cells}
        return Obligation(
            code="G16",
            weight=rules.weight("G16"),
            key=f"G16:household/{self.token}:{held.id}",
            step=None,
            owner=self.cell,
            office=rules.obligations["G16"].step().owner.value,
            about=f"household/{self.token}",
            member=None,
            link=None,
            cell=self.cell,
            workplace=None,
            viewers=tuple(sorted(body for body in seen if body)),
            rule_set=rules.id,
            from_day=day,
            late_from=FOREVER,
            to_day=FOREVER,
            due_on=due_on,
            opened_by=held.id,
            settled_by=None,
        )
