"""One person who always comes for a whole household: G16, from one meeting to the next.

Cells that have become one are one: what was open in each of them goes on as one spell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, Interval
from domain.introduction.events import ATTENDANCE, FeedbackGiven
from domain.local_figures import rules_of_body
from domain.meeting import Attendance, Meeting, MeetingHeld
from domain.obligations.cells import Called
from domain.obligations.eligibility import eligible
from domain.obligations.matter import rule_set_of
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import joined
from domain.organization import Tree, kin
from domain.rulebook import RuleSet

SEVERAL = 2


def household_proxy(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days one person comes for several of a household: G16, cell by cell."""
    tree = Tree(histories)
    links = [histories.link(link) for link in histories.links_of_household(subject[1])]
    people = [Called(link, histories.member(link.member), tree) for link in links if link.member]
    named = {stay.cell for one in people for stay in eligible(one.link, one.member)}
    cells = {form.body for cell in named for form in tree.forms_of(cell)}
    for cell in sorted(cells):
        yield from Household(subject[1], cell, people, histories, tree).rows()


@dataclass(frozen=True)
class Household:
    """The members of one household, as one cell calls them."""

    token: str
    cell: UUID
    people: list[Called]
    histories: Histories
    tree: Tree

    @cached_property
    def kin(self) -> list[UUID]:
        """Every cell that ever was, or will be, one with it."""
        return kin(self.cell, self.histories)

    def rows(self) -> Iterator[Obligation]:
        """Ask on each day on which something about them or their meetings changes."""
        changes: set[date] = set()
        for one in self.people:
            changes |= {e.effect_date for e in (*one.link.effective, *one.member.effective)}
            changes |= {day for stay in one.stays_in(self.kin) for day in stay.days}
        changes |= {self.tree.became_on(cell, self.cell) for cell in self.kin} - {date.min}
        meetings = self._meetings(changes)
        changes |= {e.effect_date for m in meetings for e in m.effective}
        if meetings:
            first = min(m.held.occurred_on for m in meetings if m.held)
            last = next(self.tree.forms_of(self.cell)).days.end
            if first < last:
                span = Interval(first, last)
                yield from joined(span, changes, lambda day: self._on_day(meetings, day))

    def _meetings(self, changes: set[date]) -> list[Meeting]:
        last = self.histories.horizon.year
        first = min((day.year for day in changes if day < FOREVER), default=last + 1)
        span = range(first, last + 1)
        ids = {m for year in span for c in self.kin for m in self.histories.meetings_of(c, year)}
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
        ends = {stay.days.end for one in self.people for stay in one.stays_in(self.kin)}
        days = [day, *(end for end in ends if opened.effect_date <= end <= day)]
        too_few = any(self._eligible(on, day) < SEVERAL for on in days)
        return too_few or self._talked_over(opened, day)

    def _followed_from(self) -> date:
        issuers = {one.issuer for one in self.people if one.issuer}
        entries = [self.histories.organization(issuer).registered for issuer in issuers]
        return min((entry.followed_from for entry in entries if entry), default=date.min)

    def _statuses(self, meeting: Meeting, day: date) -> list[Attendance]:
        """Give the attendance of those called, as it is known on a day; excuses applied."""
        held = meeting.held
        if held is None or held.occurred_on > day or not self._is_one(held.cell, day):
            return []
        called = [p.link.id for p in self.people if p.called_in(held.occurred_on) == held.cell]
        return [meeting.status_on(link, day) for link in called]

    def _is_one(self, cell: UUID | None, day: date) -> bool:
        """Tell whether a cell is this one on a day, or has become it by then."""
        return cell is not None and self.tree.became_on(cell, self.cell) <= day

    def _eligible(self, on: date, day: date) -> int:
        """Count whom a cell called that has become this one by a day."""
        return sum(self._is_one(one.called_in(on), day) for one in self.people)

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
        called = [p for p in self.people if p.called_in(day) == held.cell]
        issuers = {letter.issuer for p in called if (letter := p.link.open_letter_on(day))}
        cells = {p.member.cell_on(day) for p in called}
        above = self.tree.parent_on(held.cell, day)
        seen = {self.cell, held.cell, above, *issuers, *cells}
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
