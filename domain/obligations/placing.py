"""The placing: to a cell, to a group (G07), followed by somebody (G08)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from domain.entries import Event, EventT
from domain.intervals import FOREVER, Interval
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
from domain.obligations.monitors import Offices
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import outside
from domain.organization import Kind, Tree, kin, same_on


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
        stays = list(self._one_cell_each(placings))
        for index, stay in enumerate(stays):
            following = stays[index + 1 : index + 2]
            moved_on = following[0][0].effect_date if following else FOREVER
            forwarded = [e for e in stay if isinstance(e, MemberForwarded)]
            if cell := _cell_of(stay[0]):
                yield InCell(cell, forwarded, stay[0] if index else None, moved_on)

    def _one_cell_each(self, placings: Iterable[Event]) -> Iterator[list[Event]]:
        """Divide placings where one goes to another cell than that before has become by then."""
        stay: list[Event] = []
        for entry in placings:
            cell, before = _cell_of(entry), _cell_of(stay[-1]) if stay else None
            if cell and before and not same_on(cell, before, entry.effect_date, self.tree):
                yield stay
                stay = []
            stay.append(entry)
        if stay:
            yield stay

    @cached_property
    def tree(self) -> Tree:
        """Who stands in whose place."""
        return Tree(self.matter.histories)

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
        """Give the moves within the stay of the letter, wherever the member lived in between."""
        before: ResidenceDeclared | None = None
        for declared in self.matter.member.of(ResidenceDeclared):
            day = declared.occurred_on
            present = self.matter.member.as_of(day).residence_on(day)
            if present is not declared or declared.residence_no != self.residence_no:
                continue
            moved = before and before.neighborhood_token != declared.neighborhood_token
            if moved and day in self.days:
                yield declared
            before = declared

    def _group(self, stay: InCell) -> Iterator[Obligation]:
        """A cell that has groups that day places the member in one of them."""
        for entry in stay.forwarded:
            day = entry.occurred_on
            if self._groups_of(entry.cell, day):
                placed = (g for g in self._within(GroupAssigned) if self._is_of(g, entry.cell))
                settled = next((g for g in placed if stay.counts(g)), None)
                yield from self._owed("G07", "GROUP", entry, day, settled, stay.moved_on)
                return

    def _is_of(self, assigned: GroupAssigned, cell: UUID) -> bool:
        return assigned.group in self._groups_of(cell, assigned.occurred_on)

    def _groups_of(self, cell: UUID, day: date) -> set[UUID]:
        """Name the Party groups that a cell, or its successor, has on a day."""
        histories, here = self.matter.histories, self.tree.in_place_of(cell, day)
        under = {b for one in kin(cell, histories) for b in histories.bodies_under(one)}
        registered = ((body, histories.organization(body).registered) for body in under)
        groups = [body for body, entry in registered if entry and entry.kind is Kind.PARTY_GROUP]
        tree = self.tree
        return {g for g in groups if tree.parent_on(g, day) == here and tree.exists_on(g, day)}

    def _monitor(self, stay: InCell) -> Iterator[Obligation]:
        """Somebody follows the member, and somebody else once his office has ended."""
        offices = Offices(self.tree, [body for body in (stay.cell, self.letter.body) if body])
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
