"""The placing: to a cell, to a group (G07), followed by somebody (G08)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.entries import Event, EventT
from domain.intervals import FOREVER, Interval
from domain.introduction.events import GroupAssigned, MemberForwarded, MonitorAssigned
from domain.introduction.link import Letter, Link
from domain.member import ResidenceDeclared
from domain.obligations.eligibility import class_b_from
from domain.obligations.matter import Ground, Matter, matter_of
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import outside
from domain.organization import Kind, OfficerAppointed, Organization


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
            for row in step:
                yield from outside(row, taken)
                taken.append(Interval(row.from_day, row.to_day))

    def _groups(self) -> Iterator[Obligation]:
        for entry, moved_on in self._forwardings():
            yield from self._group(entry, moved_on)

    def _monitors(self) -> Iterator[Obligation]:
        for entry, moved_on in self._forwardings():
            yield from self._monitor(entry, moved_on)

    @property
    def residence_no(self) -> int | None:
        """The number of the stay for which the letter was written."""
        return self.letter.written.residence_no if self.letter.written else None

    def _within(self, kind: type[EventT]) -> list[EventT]:
        return [entry for entry in self.link.of(kind) if entry.effect_date in self.days]

    def _forwardings(self) -> Iterator[tuple[MemberForwarded, date]]:
        """Give the forwarding to each cell with the day of the next to another one."""
        moves = self._within(MemberForwarded)
        for index, entry in enumerate(moves):
            if index and moves[index - 1].cell == entry.cell:
                continue
            others = (m.occurred_on for m in moves[index + 1 :] if m.cell != entry.cell)
            yield entry, min(others, default=FOREVER)

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
        token: str | None = None
        for declared in self.matter.member.of(ResidenceDeclared):
            day = declared.occurred_on
            present = self.matter.member.as_of(day).residence_on(day)
            if declared.residence_no != self.residence_no or present is not declared:
                continue
            if token and declared.neighborhood_token != token and day in self.days:
                yield declared
            token = declared.neighborhood_token

    def _group(self, entry: MemberForwarded, moved_on: date) -> Iterator[Obligation]:
        """A cell that has groups that day places the member in one of them."""
        groups = _groups_of(entry.cell, entry.occurred_on, self.matter.histories)
        if not groups:
            return
        day = entry.occurred_on
        placed = (g for g in self._within(GroupAssigned) if g.group in groups)
        settled = next((g for g in placed if _answers(g, entry, day)), None)
        yield from self._owed("G07", "GROUP", entry, day, settled, moved_on)

    def _monitor(self, entry: MemberForwarded, moved_on: date) -> Iterator[Obligation]:
        """Somebody follows the member, and somebody else once his office has ended."""
        opened: Event | None = entry
        base = entry.occurred_on
        offices = Offices(self.matter.histories, (entry.cell, self.letter.body))
        assigned = [m for m in self._within(MonitorAssigned) if _answers(m, entry, base)]
        serving = [m for m in assigned if offices.serves(m.monitor, m.occurred_on)]
        while opened and base < moved_on:
            settled = next((m for m in serving if _answers(m, opened, base)), None)
            yield from self._owed("G08", "", opened, base, settled, moved_on)
            serving = [m for m in serving if settled and m.occurred_on >= settled.occurred_on]
            opened, base = offices.next_end(serving)

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


def _answers(entry: Event, opened: Event, cause: date) -> bool:
    """Tell whether an act counts: dated on or after the cause, on the same day later in the log."""
    if entry.effect_date == cause == opened.effect_date:
        return entry.position > opened.position
    return entry.effect_date >= cause


def _groups_of(cell: UUID, day: date, histories: Histories) -> set[UUID]:
    bodies = [histories.organization(body) for body in histories.bodies_under(cell)]
    return {
        body.id
        for body in bodies
        if body.registered and body.registered.kind is Kind.PARTY_GROUP and body.exists_on(day)
    }


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

    def next_end(self, following: Sequence[MonitorAssigned]) -> tuple[Event | None, date]:
        """Find the day on which whoever follows has no office left, and the entry that says so."""
        for index, assigned in enumerate(following):
            replaced = [later.occurred_on for later in following[index + 1 :]]
            entry, end = self._last_end(assigned)
            if entry and end < min(replaced, default=FOREVER):
                return entry, end
        return None, FOREVER

    def _last_end(self, assigned: MonitorAssigned) -> tuple[Event | None, date]:
        ends = [
            (body.office_ended_on(held) or FOREVER, body.ending(held) or held)
            for body, held in self._held_by(assigned.monitor)
        ]
        end, entry = max(ends, key=lambda item: item[0], default=(FOREVER, None))
        return (entry, end) if assigned.occurred_on < end < FOREVER else (None, FOREVER)

    def _held_by(self, monitor: UUID) -> Iterator[tuple[Organization, OfficerAppointed]]:
        for body in self._organizations():
            for held in body.of(OfficerAppointed):
                if held.officer == monitor:
                    yield body, held
