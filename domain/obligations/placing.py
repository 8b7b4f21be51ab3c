"""The placing: to a cell, to a group (G07), followed by somebody (G08)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from domain.entries import Event, EventT
from domain.intervals import FOREVER, Interval, covers
from domain.introduction.events import (
    GroupAssigned,
    LinkCarriedOver,
    MemberForwarded,
    MonitorAssigned,
)
from domain.introduction.letter import Letter
from domain.introduction.link import Link
from domain.member import ResidenceDeclared
from domain.obligations.eligibility import class_b_from
from domain.obligations.explained import until_explained
from domain.obligations.matter import Ground, Matter, matter_of
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import outside
from domain.organization import Kind, OfficerAppointed, Organization, exists_on


def placing(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a link waits for a cell, a group, somebody to follow it.

    What was carried over waits for nothing: only what happened since opens an obligation.
    """
    link = histories.link(UUID(subject[1]))
    if link.member is None:
        return
    member = histories.member(link.member)
    for letter in link.letters:
        if letter.open_days:
            matter = matter_of(letter, link, member, histories)
            if matter:
                yield from Placing(matter, link, letter, letter.open_days).rows()


@dataclass(frozen=True)
class Placing:
    """One open letter at the residence: from its arrival to the end of the link."""

    matter: Matter
    link: Link
    letter: Letter
    days: Interval

    def rows(self) -> Iterator[Obligation]:
        """Give the one open step on each day: the cell, then a group in it, then a monitor."""
        taken: list[Interval] = []
        for step in (self._cell(), self._groups(), self._monitors()):
            for row in until_explained(step, self.matter.histories):
                yield from outside(row, taken)
                taken.append(Interval(row.from_day, row.to_day))

    def _groups(self) -> Iterator[Obligation]:
        for stay in self._in_cells():
            yield from self._group(stay)

    def _monitors(self) -> Iterator[Obligation]:
        for stay in self._in_cells():
            yield from self._monitor(stay)

    @property
    def residence_no(self) -> int | None:
        """The number of the stay for which the letter was written."""
        return self.letter.written.residence_no if self.letter.written else None

    def _within(self, kind: type[EventT]) -> list[EventT]:
        return [entry for entry in self.link.of(kind) if entry.effect_date in self.days]

    def _in_cells(self) -> Iterator[InCell]:
        """Give each stay in a cell: from when acts for it count, and when another follows.

        A new cell asks anew; for the first one whatever was done before counts too.
        """
        placings: list[Event] = [*self._within(MemberForwarded)]
        if self.letter.carried_over and self.letter.carried_over.cell:
            placings.insert(0, self.letter.carried_over)
        for index, (cell, stay) in enumerate(groupby(placings, key=_cell_of)):
            entries = list(stay)
            forwarded = [e for e in entries if isinstance(e, MemberForwarded)]
            later = placings[placings.index(entries[-1]) + 1 :]
            moved_on = later[0].effect_date if later else FOREVER
            if cell:
                yield InCell(cell, forwarded, entries[0] if index else None, moved_on)

    def _cell(self) -> Iterator[Obligation]:
        """A letter received, or another neighborhood under the same body, asks for a cell."""
        causes: list[tuple[Event, date]] = []
        if self.letter.received:
            causes.append((self.letter.received, self.letter.received.occurred_on))
        causes += [(declared, declared.since) for declared in self._new_neighborhoods()]
        for opened, cause in causes:
            answers = (f for f in self._within(MemberForwarded) if _answers(f, opened, cause))
            yield from self._owed("G07", "CELL", opened, opened.effect_date, next(answers, None))

    def _new_neighborhoods(self) -> Iterator[ResidenceDeclared]:
        before: ResidenceDeclared | None = None
        for declared in self.matter.member.of(ResidenceDeclared):
            day = declared.occurred_on
            present = self.matter.member.as_of(day).residence_on(day)
            if present is not declared:
                continue
            if before and day in self.days and self._moves_within(before, declared):
                yield declared
            before = declared

    def _moves_within(self, before: ResidenceDeclared, declared: ResidenceDeclared) -> bool:
        """Tell whether somebody moves to another neighborhood within the stay of the letter."""
        within = before.residence_no == declared.residence_no == self.residence_no
        return within and before.neighborhood_token != declared.neighborhood_token

    def _group(self, stay: InCell) -> Iterator[Obligation]:
        """A cell that has groups that day places the member in one of them."""
        for entry in stay.forwarded:
            groups = _groups_of(stay.cell, entry.occurred_on, self.matter.histories)
            if groups:
                placed = (g for g in self._within(GroupAssigned) if g.group in groups)
                settled = next((g for g in placed if stay.counts(g)), None)
                day = entry.occurred_on
                yield from self._owed("G07", "GROUP", entry, day, settled, stay.moved_on)
                return

    def _monitor(self, stay: InCell) -> Iterator[Obligation]:
        """Somebody follows the member, and somebody else once his office has ended."""
        offices = Offices(self.matter.histories, (stay.cell, self.letter.body))
        assigned = [m for m in self._within(MonitorAssigned) if stay.counts(m)]
        serving = [m for m in assigned if offices.serves(m.monitor, m.occurred_on)]
        settled = next(iter(serving), None)
        if stay.forwarded:
            opened, base = stay.forwarded[0], stay.forwarded[0].occurred_on
            yield from self._owed("G08", "", opened, base, settled, stay.moved_on)
        while settled:
            serving = [m for m in serving if m.occurred_on >= settled.occurred_on]
            ended = offices.next_end(serving)
            if ended is None or ended.day >= stay.moved_on:
                return
            answers = (m for m in serving if _answers(m, ended.entry, ended.day))
            settled = next(answers, None)
            yield from self._owed("G08", "", ended.entry, ended.day, settled, stay.moved_on)

    def _owed(  # noqa: PLR0917 - one row: which, opened by what, from when, settled by what
        self,
        code: str,
        step: str,
        opened: Event,
        base: date,
        settled: Event | None,
        out: date = FOREVER,
    ) -> Iterator[Obligation]:
        secret = class_b_from(self.matter.member, base)
        end = min(out, secret, self.days.end, self.matter.departed_on)
        ground = Ground(
            code,
            step,
            f"link/{self.link.id}",
            opened.id,
            self.matter.rule_set(opened, base),
            settled.id if settled and settled.effect_date <= end else None,
        )
        end = min(end, settled.effect_date if settled else FOREVER)
        runs = self.matter.clock(base, ground).running(self.matter.figure(ground), end)
        yield from self.matter.obligations(ground, base, runs)


@dataclass(frozen=True)
class InCell:
    """A stay in one cell: its forwardings, since what, and the day of the next cell."""

    cell: UUID
    forwarded: Sequence[MemberForwarded]
    since: Event | None
    moved_on: date

    def counts(self, entry: Event) -> bool:
        """Tell whether an act was done for this stay."""
        return self.since is None or _answers(entry, self.since, self.since.effect_date)


def _cell_of(entry: Event) -> UUID | None:
    return entry.cell if isinstance(entry, MemberForwarded | LinkCarriedOver) else None


def _answers(entry: Event, opened: Event, cause: date) -> bool:
    """Tell whether an act counts: dated on or after the cause, on the same day later in the log."""
    if entry.effect_date == cause == opened.effect_date:
        return entry.position > opened.position
    return entry.effect_date >= cause


def _groups_of(cell: UUID, day: date, histories: Histories) -> set[UUID]:
    bodies = [histories.organization(body) for body in histories.bodies_under(cell)]
    groups = [b for b in bodies if b.registered and b.registered.kind is Kind.PARTY_GROUP]
    return {group.id for group in groups if exists_on(group.id, day, histories)}


class Ended(NamedTuple):
    """The first day without any office, and the entry that ended the last one."""

    entry: Event
    day: date


@dataclass(frozen=True)
class Offices:
    """Where a monitor may hold office: the cell, and the committee above it."""

    histories: Histories
    bodies: tuple[UUID | None, ...]

    def _organizations(self) -> Iterator[Organization]:
        return (self.histories.organization(body) for body in self.bodies if body)

    def serves(self, monitor: UUID, day: date) -> bool:
        """Tell whether a monitor is in office; one without any recorded office counts as such."""
        if any(monitor in body.committee_on(day) for body in self._organizations()):
            return True
        return not any(True for _ in self._held_by(monitor))

    def next_end(self, following: Sequence[MonitorAssigned]) -> Ended | None:
        """Find the day on which whoever follows has no office left, and the entry that says so."""
        for index, assigned in enumerate(following):
            replaced = [later.occurred_on for later in following[index + 1 :]]
            ended = self._first_end(assigned)
            if ended and ended.day < min(replaced, default=FOREVER):
                return ended
        return None

    def _first_end(self, assigned: MonitorAssigned) -> Ended | None:
        """Find the end after which he is out of office, though he may be appointed again later."""
        held = list(self._held_by(assigned.monitor))
        ends = [Ended(body.ending(h) or h, body.office_ended_on(h) or FOREVER) for body, h in held]
        terms = [Interval(h.from_, end.day) for (_, h), end in zip(held, ends, strict=True)]
        over = [end for end in ends if assigned.occurred_on < end.day < FOREVER]
        out = [end for end in over if not covers(terms, end.day)]
        return min(out, key=lambda end: end.day, default=None)

    def _held_by(self, monitor: UUID) -> Iterator[tuple[Organization, OfficerAppointed]]:
        for body in self._organizations():
            for held in body.of(OfficerAppointed):
                if held.officer == monitor:
                    yield body, held
