"""The workplace's year: review by each cell (G24), stocktaking (G31), inspection (G32).

A body owes it that has a covered member on the due day. Asked earlier, what is known then is
taken to last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, Interval, covers, union
from domain.local_figures import days_of_adoption, rules_of_body
from domain.member import ExemptionClass, Member
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.rounds import round_figures
from domain.obligations.spells import joined
from domain.obligations.taken_over import counts_from, passed_on
from domain.organization import Tree, committee_of, kin
from domain.review import InspectionMade, PeriodicReviewHeld, ReviewHeld, ReviewKind, review_id
from domain.round import RoundClosed, round_of, rounds_of
from domain.rulebook import RuleSet

ASSESSING = frozenset({ReviewKind.COLLECTIVE, ReviewKind.CLASSIFICATION})
Acts = ReviewHeld | PeriodicReviewHeld | InspectionMade


def yearly_review(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a workplace cell owes the review of a year with its item: G24."""
    cell, year = UUID(subject[1]), int(subject[2])
    cells = kin(cell, histories)
    held = [e for one in cells for e in histories.review(review_id(one, year)).of(ReviewHeld)]
    settling = [entry for entry in held if entry.kind in ASSESSING and entry.regulation_item]
    members = dict.fromkeys(m for one in cells for m in histories.members_in(one))
    duty = OfAYear("G24", cell, year, list(members), Member.cell_on, histories, Tree(histories))
    yield from duty.rows(settling)


def stock_and_inspection(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a workplace committee owes stocktaking and inspection: G31, G32."""
    committee, year = UUID(subject[1]), int(subject[2])
    committees = kin(committee, histories)
    reviews = [histories.review(review_id(one, year)) for one in committees]
    stock = [entry for review in reviews for entry in review.of(PeriodicReviewHeld)]
    inspected = [entry for review in reviews for entry in review.of(InspectionMade)]
    in_year = [entry for entry in inspected if entry.occurred_on.year == year]
    members = list(dict.fromkeys(m for one in committees for m in histories.members_of(one)))
    tree = Tree(histories)
    for code, settling in (("G31", stock), ("G32", in_year)):
        duty = OfAYear(code, committee, year, members, _committee_on, histories, tree)
        yield from duty.rows(settling)


def _committee_on(member: Member, day: date) -> UUID | None:
    enrolment = member.enrolment_on(day)
    return enrolment.committee if enrolment else None


@dataclass(frozen=True)
class OfAYear:
    """What a body owes once in a year; ``members`` may be more than belong to it on a day."""

    code: str
    body: UUID
    year: int
    members: Sequence[UUID]
    is_in: Callable[[Member, date], UUID | None]
    histories: Histories
    tree: Tree

    def rows(self, settling: Iterable[Acts]) -> Iterator[Obligation]:
        """Give the rows up to the first entry that settles it."""
        settled_on, settled = self._settled(settling)
        year = Interval(date(self.year, 1, 1), settled_on)
        marks = {year.start, *(day for day in self._changes() if day in year)}
        covered = {due_on: self._covered(due_on) for due_on in {self._due_on(d) for d in marks}}

        def answer(day: date) -> Iterator[Obligation]:
            due_on = self._due_on(day)
            if covers(covered[due_on], day) and day < passed_on(self.body, due_on, self.tree):
                yield from self._owed(day, due_on, settled)

        edges = {day for spells in covered.values() for spell in spells for day in spell}
        if year.start < year.end:
            yield from joined(year, marks | edges, answer)

    def _settled(self, settling: Iterable[Acts]) -> tuple[date, Acts | None]:
        """Find the first act that counts, and the day from which it does."""
        last = date(self.year, 12, 31)
        found = [
            (counts_from(act.body, act.effect_date, self.body, last, self.tree), act)
            for act in settling
        ]
        counting = [at for at in found if at[0] < FOREVER]
        return min(counting, key=lambda at: (at[0], at[1].position), default=(FOREVER, None))

    def _changes(self) -> Iterator[date]:
        """Name the days on which the committee, its round or anybody's figures may change."""
        days = {date(self.year, 1, 1), *days_of_adoption(self.body, self.histories)}
        yield from days
        for committee in {committee_of(self.body, day, self.histories) for day in days}:
            yield self._opened_on(committee)
            for round_ in rounds_of(committee, self.year, self.histories):
                yield from (entry.effect_date for entry in round_.effective)

    def _opened_on(self, committee: UUID) -> date:
        registered = self.histories.organization(committee).registered
        return max(date(self.year, 1, 1), registered.followed_from if registered else date.min)

    def _rules(self, committee: UUID, day: date) -> RuleSet:
        opened_on = self._opened_on(committee)
        rules = self.histories.rulebook.in_force(opened_on)
        rules = rules_of_body(rules, self.body, opened_on, self.histories)
        return round_figures(committee, self.year, rules, day, self.histories)

    def _due_on(self, day: date) -> date:
        """Name the due day as it is known on a day: a cell's is over when the round is closed."""
        committee = committee_of(self.body, day, self.histories)
        rules = self._rules(committee, day)
        due_on = rules.day_of(self.year, rules.obligations[self.code].step().figures[0])
        closed = round_of(committee, self.year, day, self.histories).last(RoundClosed, on=day)
        return min(due_on, closed.on) if closed and self.code == "G24" else due_on

    def _covered(self, due_on: date) -> list[Interval]:
        """Give the days on which somebody is known to be covered on the due day.

        As soon as these are all days, nobody else has to be asked.
        """
        first, found = date(self.year, 1, 1), list[Interval]()
        for member in map(self.histories.member, self.members):
            found = union([*found, *self._spells(member, due_on)])
            if found == [Interval(first, FOREVER)]:
                break
        return found

    def _spells(self, member: Member, due_on: date) -> Iterator[Interval]:
        first = date(self.year, 1, 1)
        changes = {entry.effect_date for entry in member.effective}
        changes |= {self.tree.became_on(one, self.body) for one in kin(self.body, self.histories)}
        days = sorted({first, *(day for day in changes if first < day < FOREVER)})
        for start, end in zip(days, [*days[1:], FOREVER], strict=True):
            known = member.as_of(start)
            secret = known.is_exempt(ExemptionClass.B, due_on)
            named = self.is_in(known, due_on)
            here = named and self.tree.became_on(named, self.body) <= min(start, due_on)
            if here and not secret:
                yield Interval(start, end)

    def _owed(self, day: date, due_on: date, settled: Event | None) -> Iterator[Obligation]:
        committee = committee_of(self.body, day, self.histories)
        opened_on, rules = self._opened_on(committee), self._rules(committee, day)
        if not (opened_on <= day and opened_on <= due_on and rules.holds(self.code, opened_on)):
            return
        about = f"{'committee' if self.body == committee else 'cell'}/{self.body}"
        yield Obligation(
            code=self.code,
            key=f"{self.code}:{about}:{self.year}",
            step=None,
            owner=self.body,
            office=rules.obligations[self.code].step().owner.value,
            about=about,
            member=None,
            link=None,
            cell=None,
            workplace=committee,
            viewers=tuple(dict.fromkeys((self.body, committee))),
            rule_set=rules.id,
            weight=rules.weight(self.code),
            from_day=day,
            late_from=FOREVER,
            to_day=FOREVER,
            due_on=due_on,
            opened_by=str(self.year),
            settled_by=settled.id if settled else None,
        )
