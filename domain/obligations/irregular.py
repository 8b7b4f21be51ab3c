"""Who comes to less than his share of the meetings of a year: G15, which comes and goes.

Excused and unknown absences leave both sides of the fraction. Talked over, it opens anew with the
next meeting to which he is called, if it still holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.introduction.events import ATTENDANCE, FeedbackGiven
from domain.introduction.link import Link
from domain.local_figures import days_of_agreement
from domain.meeting import Attendance, Meeting
from domain.member import ExemptionClass, Member
from domain.obligations.absences import called_to
from domain.obligations.matter import Ground, Matter, matter_of
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import changes_of
from domain.rulebook import RuleSet

UNCOUNTED = frozenset({Attendance.EXCUSED, Attendance.UNKNOWN})


def irregular_attendance(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days the attendance of a link in a year is irregular."""
    link, year = histories.link(UUID(subject[1])), int(subject[2])
    if link.member is None:
        return
    member = histories.member(link.member)
    meetings = called_to(link, member, year, histories)
    yield from Attending(link, member, meetings, year, histories).rows()


@dataclass(frozen=True)
class Spell:
    """Days on which attendance is irregular: under which letter, and by which figures."""

    matter: Matter
    rules: RuleSet
    start: date
    end: date

    def due(self, _: date) -> date:
        """Due the same day, whatever stops the clock afterwards."""
        return self.start


@dataclass(frozen=True)
class Attending:
    """A link in a year, with the meetings to which it was called."""

    link: Link
    member: Member
    meetings: Sequence[Meeting]
    year: int
    histories: Histories

    def rows(self) -> Iterator[Obligation]:
        """Give each spell, except for the days on which its clock is stopped."""
        for spell in self._spells():
            about, ground = f"link/{self.link.id}/{self.year}", spell.start.isoformat()
            found = Ground("G15", "", about, ground, spell.rules)
            runs = spell.matter.clock(spell.start, found).runs(spell.due, spell.end)
            yield from spell.matter.obligations(found, spell.start, runs)

    def _spells(self) -> Iterator[Spell]:
        """Go through the days on which something changes, to the end of the year."""
        called_on = {m.held.occurred_on for m in self.meetings if m.held}
        feedback = {e.effect_date for e in self.link.of(FeedbackGiven) if e.on == ATTENDANCE}
        year_over = date(self.year + 1, 1, 1)
        spell: Spell | None = None
        talked_over = False
        for day in self._changes(year_over):
            matter = self._matter(day)
            if spell and not self._goes_on(spell, matter, day):
                yield replace(spell, end=day)
                spell = None
            if matter and not spell:
                rules = matter.rules_on(day)
                irregular = self._is_irregular(day, rules)
                talked_over = talked_over and irregular
                if irregular and (day in called_on or not talked_over):
                    spell, talked_over = Spell(matter, rules, day, year_over), False
            if spell and day in feedback:
                if spell.start < day:
                    yield replace(spell, end=day)
                spell, talked_over = None, True
        if spell:
            yield spell

    def _changes(self, year_over: date) -> list[date]:
        """Name the days of the year on which attendance, the member or the figures change."""
        days = changes_of([*self.meetings, self.link, self.member], self.member)
        days |= {one.in_force_from for one in self.histories.rulebook.rule_sets}
        for letter in self.link.letters:
            if letter.issuer and letter.body:
                days |= set(days_of_agreement(letter.issuer, letter.body, self.histories))
        return sorted(day for day in days if date(self.year, 1, 1) <= day < year_over)

    def _matter(self, day: date) -> Matter | None:
        """Find whose the link is on a day; nobody's once it is closed, or he has left."""
        letter = self.link.open_letter_on(day)
        matter = matter_of(letter, self.link, self.member, self.histories) if letter else None
        if matter is None or day >= matter.departed_on:
            return None
        return None if self.member.is_exempt(ExemptionClass.B, day) else matter

    def _goes_on(self, spell: Spell, matter: Matter | None, day: date) -> bool:
        is_same = matter is not None and matter.letter == spell.matter.letter
        return is_same and self._is_irregular(day, spell.rules)

    def _is_irregular(self, day: date, rules: RuleSet) -> bool:
        known = [status for status in self._statuses(day) if status not in UNCOUNTED]
        present = known.count(Attendance.PRESENT)
        if len(known) < rules.count("attendance.min_known"):
            return False
        return present * 100 < rules.percent("attendance.min_share") * len(known)

    def _statuses(self, day: date) -> Iterator[Attendance]:
        for meeting in self.meetings:
            if meeting.held and meeting.held.occurred_on <= day:
                yield meeting.status_on(self.link.id, day)
