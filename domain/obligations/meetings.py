"""Meetings of a residence cell: one each half-year (G09), with a list of who came (G12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from domain.intervals import FOREVER, Interval, through
from domain.introduction.link import Link
from domain.meeting import Attendance, AttendanceRecorded, Meeting, MeetingHeld, MeetingKind
from domain.member import Member
from domain.obligations.eligibility import Stay, called_in, eligible
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import joined
from domain.rulebook import RuleSet


@dataclass(frozen=True)
class Called:
    """A link of a cell with its member."""

    link: Link
    member: Member

    @property
    def issuer(self) -> UUID | None:
        """The workplace that introduced the member last."""
        letter = self.link.last_letter
        return letter.issuer if letter else None

    def as_of(self, day: date) -> Called:
        """Give both as they count on a day."""
        return Called(self.link.as_of(day), self.member.as_of(day))

    def stays_in(self, cell: UUID) -> list[Stay]:
        """Give the days on which the cell calls the member."""
        return [stay for stay in eligible(self.link, self.member) if stay.cell == cell]


def called(cell: UUID, histories: Histories) -> list[Called]:
    """Give the links that were ever in a cell, with their members."""
    links = [histories.link(link) for link in histories.links_in(cell)]
    return [Called(link, histories.member(link.member)) for link in links if link.member]


def half_of(period: str, rule_set: RuleSet) -> Interval:
    """Give the days of a half-year, ``2026-H1``, as the rule set ends them."""
    year, half = int(period[:4]), period[5:]
    first_ends = rule_set.day_of(year, "meeting.first_half_ends")
    if half == "H1":
        return through(date(year, 1, 1), first_ends)
    return through(
        first_ends + timedelta(days=1), rule_set.day_of(year, "meeting.second_half_ends")
    )


def half_year_meeting(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a cell owes the meeting of one half-year: G09."""
    cell, period = UUID(subject[1]), subject[2]
    of_cell = called(cell, histories)
    half = half_of(period, histories.rulebook.in_force(date(int(period[:4]), 1, 1)))
    anchor = half.end - timedelta(days=1)
    matter = CellMatter(histories, cell, of_cell)
    followed = matter.followed_from
    held = [m for m in _periodic(cell, period, histories) if m.held]
    met = min((m.held.occurred_on for m in held if m.held), default=FOREVER)
    settled = next((m.held.id for m in held if m.held and m.held.occurred_on == met), None)

    def answer(day: date) -> Iterable[Obligation]:
        if day >= met:
            return
        opened_on = _opened_on(of_cell, cell, half, min(day, anchor), histories)
        if opened_on and followed <= anchor and opened_on <= day:
            rules = histories.rulebook.in_force(opened_on)
            due = anchor + timedelta(days=rules.days("meeting.grace_days"))
            days = Interval(opened_on, half.end)
            owed = matter.owed("G09", period, opened_by=period, due_on=due, days=days, rules=rules)
            yield replace(owed, settled_by=settled)

    changes = {day for c in of_cell for day in _changes(c, cell) if day <= anchor}
    yield from joined(Interval(half.start, FOREVER), {*changes, anchor, met}, answer)


def _changes(one: Called, cell: UUID) -> Iterator[date]:
    """Name the days on which a link's answer may change."""
    for entry in (*one.link.effective, *one.member.effective):
        yield entry.effect_date
    for stay in one.stays_in(cell):
        yield from stay.days


def _periodic(cell: UUID, period: str, histories: Histories) -> list[Meeting]:
    year = int(period[:4])
    ids = {m for y in (year, year + 1) for m in histories.meetings_of(cell, y)}
    meetings = [histories.meeting(m) for m in sorted(ids)]
    return [
        m
        for m in meetings
        if m.held
        and m.held.cell == cell
        and m.held.kind is MeetingKind.PERIODIC
        and m.held.period == period
    ]


def _opened_on(
    of_cell: list[Called], cell: UUID, half: Interval, day: date, histories: Histories
) -> date | None:
    """Find the first eligible day of the half, if the meeting is owed by what counts on a day."""
    anchor = half.end - timedelta(days=1)
    stays = [stay for one in of_cell for stay in one.as_of(day).stays_in(cell)]
    within = [
        stay.days for stay in stays if stay.days.start < half.end and stay.days.end > half.start
    ]
    if not within:
        return None
    first = max(half.start, min(days.start for days in within))
    needed = histories.rulebook.in_force(first).days("meeting.eligible_days")
    since = anchor - timedelta(days=needed - 1)
    if any(days.start <= since and anchor < days.end for days in within):
        return first
    return None


@dataclass(frozen=True)
class CellMatter:
    """What a residence cell owes for all whom it calls, and who may see it."""

    histories: Histories
    cell: UUID
    of_cell: Sequence[Called]

    @property
    def followed_from(self) -> date:
        """The earliest day from which a workplace with a link here is followed."""
        issuers = {one.issuer for one in self.of_cell if one.issuer}
        entries = [self.histories.organization(issuer).registered for issuer in issuers]
        return min((entry.followed_from for entry in entries if entry), default=date.min)

    def owed(
        self,
        code: str,
        about: str,
        *,
        opened_by: str,
        due_on: date,
        days: Interval,
        rules: RuleSet,
    ) -> Obligation:
        """Give an obligation of the cell, without its days."""
        return Obligation(
            code=code,
            key=f"{code}:cell/{self.cell}:{about}",
            step=None,
            owner=self.cell,
            office=rules.obligations[code].step().owner.value,
            about=about,
            member=None,
            link=None,
            cell=self.cell,
            workplace=None,
            viewers=self._viewers(days),
            rule_set=rules.id,
            from_day=days.start,
            late_from=FOREVER,
            to_day=FOREVER,
            due_on=due_on,
            opened_by=opened_by,
            settled_by=None,
        )

    def _viewers(self, days: Interval) -> tuple[UUID, ...]:
        """Name the cell, the committee above it, and each workplace with a member called there."""
        seen = {self.cell, self.histories.organization(self.cell).parent_on(days.start)}
        for one in self.of_cell:
            for stay in one.stays_in(self.cell):
                if stay.days.start < days.end and days.start < stay.days.end:
                    first = max(stay.days.start, days.start)
                    seen |= {stay.letter.issuer, one.member.cell_on(first)}
        return tuple(sorted(body for body in seen if body))


def attendance_list(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days the list of a meeting is incomplete: G12."""
    meeting = histories.meeting(UUID(subject[1]))
    held = meeting.held
    if held is None:
        return
    day = held.occurred_on
    of_cell = [
        c for c in called(held.cell, histories) if called_in(c.link, c.member, day) == held.cell
    ]
    rules = histories.rulebook.named(held.rule_set)
    due = day + timedelta(days=rules.days("meeting.attendance_days"))
    matter = CellMatter(histories, held.cell, of_cell)
    if day < matter.followed_from or not rules.holds("G12", day):
        return
    that_day = Interval(day, day + timedelta(days=1))
    owed = matter.owed(
        "G12", f"meeting/{meeting.id}", opened_by=held.id, due_on=due, days=that_day, rules=rules
    )

    def answer(on: date) -> Iterable[Obligation]:
        if _unknown(meeting, of_cell, on):
            yield owed

    changes = [entry.effect_date for entry in meeting.of(MeetingHeld, AttendanceRecorded)]
    yield from joined(Interval(day, FOREVER), changes, answer)


def _unknown(meeting: Meeting, of_cell: list[Called], on: date) -> bool:
    """Tell whether somebody called is unknown; a partial list is asked of who entered it."""
    known = meeting.attendance_on(on)
    asked = of_cell
    if meeting.held and meeting.held.partial:
        entered = {one.issuer for one in of_cell if one.link.id in known}
        asked = [one for one in of_cell if one.issuer in entered]
    return any(known.get(one.link.id, Attendance.UNKNOWN) is Attendance.UNKNOWN for one in asked)
