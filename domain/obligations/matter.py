"""What an obligation is about: the bodies that owe it, and those that may see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, Interval
from domain.introduction.events import MemberForwarded
from domain.introduction.letter import Letter
from domain.introduction.link import Link
from domain.local_figures import rules_of_body, rules_of_pair
from domain.member import CellAssigned, Member, MemberEnrolled
from domain.obligations.clock import Clock, Run, clipped, cut
from domain.obligations.eligibility import class_a
from domain.obligations.obligation import Histories, Obligation
from domain.rulebook import RuleSet
from domain.rulebook.obligation_rule import Owner, Step


@dataclass(frozen=True)
class Ground:
    """What opened an obligation, and what ended it: entries, or a period by its name."""

    code: str
    step: str
    subject: str
    opened_by: str
    rule_set: RuleSet
    settled_by: str | None = None


@dataclass(frozen=True)
class Matter:
    """One member at one workplace, and his link where there is one.

    ``towards`` is the committee at his residence while no letter names it.
    """

    histories: Histories
    member: Member
    enrolment: MemberEnrolled
    link: Link | None = None
    letter: Letter | None = None
    towards: UUID | None = None

    @property
    def workplace(self) -> UUID:
        """The committee in which the member is, or was, enrolled."""
        return self.enrolment.committee

    @property
    def receiver(self) -> UUID | None:
        """The committee at the residence, where there is a letter or a residence."""
        return self.letter.body if self.letter else self.towards

    @property
    def departed_on(self) -> date:
        """The first day without the enrolment; ``date.max`` while it holds."""
        return self.member.departed_on(self.enrolment)

    @property
    def followed_from(self) -> date:
        """The day from which the workplace's obligations are counted."""
        registered = self.histories.organization(self.workplace).registered
        return registered.followed_from if registered else date.min

    def rule_set(self, event: Event, opened_on: date) -> RuleSet:
        """Give the rules of an obligation, with the figures of the workplace or of the pair.

        They are those of the opening event, or those in force on the day where it is another.
        """
        return self._local(rule_set_of(event, opened_on, self.histories), opened_on)

    def rules_on(self, day: date) -> RuleSet:
        """Give the rules in force on a day, with the figures of the workplace or of the pair."""
        return self._local(self.histories.rulebook.in_force(day), day)

    def _local(self, rules: RuleSet, day: date) -> RuleSet:
        if self.receiver is None:
            return rules_of_body(rules, self.workplace, day, self.histories)
        return rules_of_pair(rules, self.workplace, self.receiver, day, self.histories)

    def clock(self, base: date, ground: Ground, *, annual: bool = True) -> Clock:
        """Give the clock of a step, stopped as its row says: ``a`` exempt, ``s`` suspended."""
        stops = self.step(ground).stops
        pauses: list[Interval] = []
        if "a" in stops and annual:
            pauses += class_a(self.member)
        if "s" in stops:
            pauses += self.member.suspensions()
        return Clock(base, ground.rule_set, pauses)

    def step(self, ground: Ground) -> Step:
        """Look the step up in the catalogue of its rule set."""
        return ground.rule_set.obligations[ground.code].step(ground.step)

    def figure(self, ground: Ground) -> str:
        """Name the figure that says how long a step may take."""
        return self.step(ground).figures[0]

    def obligations(
        self, ground: Ground, base: date, runs: Iterable[Run], *, residence_sees: bool = True
    ) -> Iterator[Obligation]:
        """Give the rows of an obligation, cut where its owner or a viewer changes.

        Nothing opens whose base is before the day from which the workplace is followed.
        """
        if base < self.followed_from or not ground.rule_set.holds(ground.code, base):
            return
        for run in cut(runs, self._changes()):
            yield self._row(ground, run, residence_sees)

    def standing(
        self, ground: Ground, base: date, day: date, due_on: date, *, residence_sees: bool = True
    ) -> Iterator[Obligation]:
        """Give the row of an obligation as it stands on a day, its end left open."""
        if base >= self.followed_from and ground.rule_set.holds(ground.code, base):
            yield self._row(ground, clipped(day, FOREVER, due_on), residence_sees)

    def _changes(self) -> Iterator[date]:
        yield from (entry.from_ for entry in self.member.of(CellAssigned))
        if self.link:
            yield from (entry.occurred_on for entry in self.link.of(MemberForwarded))

    def _row(self, ground: Ground, run: Run, residence_sees: bool) -> Obligation:
        bodies = self.bodies(run.start)
        owner = self.step(ground).owner
        if owner is Owner.RESIDENCE_CELL and bodies[owner] is None:
            owner = Owner.RESIDENCE_COMMITTEE
        ours = (self.workplace, bodies[Owner.WORKPLACE_CELL])
        theirs = (bodies[Owner.RESIDENCE_COMMITTEE], bodies[Owner.RESIDENCE_CELL])
        seen_by = (*ours, *theirs) if residence_sees else ours
        return Obligation(
            code=ground.code,
            weight=ground.rule_set.weight(ground.code),
            key=f"{ground.code}:{ground.subject}:{ground.opened_by}",
            step=ground.step or None,
            owner=bodies[owner] or self.workplace,
            office=owner.value,
            about=ground.subject,
            member=self.member.id,
            link=self.link.id if self.link else None,
            cell=bodies[Owner.RESIDENCE_CELL],
            workplace=self.workplace,
            viewers=tuple(dict.fromkeys(body for body in seen_by if body)),
            rule_set=ground.rule_set.id,
            from_day=run.start,
            late_from=run.late,
            to_day=run.end,
            due_on=run.due_on,
            opened_by=ground.opened_by,
            settled_by=ground.settled_by,
        )

    def bodies(self, day: date) -> dict[Owner, UUID | None]:
        """Name the body of each office on a day: of a cell, the last one where it has ended."""
        cell = self.link.last_cell_on(day) if self.link else None
        return {
            Owner.WORKPLACE_OFFICE: self.workplace,
            Owner.WORKPLACE_SECRETARY: self.workplace,
            Owner.WORKPLACE_CELL: self.member.last_cell_of(self.enrolment, day),
            Owner.RESIDENCE_COMMITTEE: self.receiver,
            Owner.RESIDENCE_SECRETARY: self.receiver,
            Owner.RESIDENCE_CELL: cell,
        }


def rule_set_of(event: Event, opened_on: date, histories: Histories) -> RuleSet:
    """Choose the rule set of an obligation, without anybody's own figures."""
    if opened_on == event.effect_date:
        return histories.rulebook.named(event.rule_set)
    return histories.rulebook.in_force(opened_on)


def matter_of(letter: Letter, link: Link, member: Member, histories: Histories) -> Matter | None:
    """Give what a letter is about: the member under the enrolment on which it rests."""
    enrolment = enrolment_of(letter, member)
    return Matter(histories, member, enrolment, link, letter) if enrolment else None


def enrolment_of(letter: Letter, member: Member) -> MemberEnrolled | None:
    """Find the enrolment under which a letter was written."""
    written = letter.written
    return member.enrolment_behind(written.issuer, written.effect_date) if written else None


def first_after(events: Iterable[Event], opening: Event | None = None) -> Event | None:
    """Find the first of some entries; with an opening, only what came on or after it counts.

    On the same day, what stands later in the log.
    """
    found = [e for e in events if opening is None or _follows(e, opening)]
    return min(found, key=lambda e: (e.effect_date, e.position), default=None)


def _follows(event: Event, opening: Event) -> bool:
    return (event.effect_date, event.position) > (opening.effect_date, opening.position)


def ended(days: Iterable[date | None]) -> date:
    """Name the first of some ends, as far as there are any."""
    return min((day for day in days if day), default=FOREVER)
