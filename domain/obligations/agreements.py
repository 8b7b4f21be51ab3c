"""Two committees with enough members between them agree on rules: G30, off unless switched on.

What stands on the day on which it begins decides: the rules, and how many links are enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.coordination import Coordination, coordination_id
from domain.intervals import FOREVER
from domain.local_figures import days_of_agreement, rules_of_pair
from domain.obligations.clock import clipped
from domain.obligations.obligation import Histories, Obligation
from domain.reconciliation import Pair
from domain.rulebook import RuleSet

CODE = "G30"


@dataclass(frozen=True)
class Spell:
    """Days on which an agreement is lacking, and the rules of the first of them."""

    rules: RuleSet
    start: date


def no_agreement(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days two committees lack an agreement; both stand in the register."""
    pair = Pair(UUID(subject[1]), UUID(subject[2]))
    workplace, residence = (
        histories.organization(body).registered for body in (pair.workplace, pair.residence)
    )
    if workplace and residence:
        yield from Contact(pair, workplace.followed_from, histories).rows()


@dataclass(frozen=True)
class Contact:
    """Two committees, from the day on which the workplace is followed."""

    pair: Pair
    followed_from: date
    histories: Histories

    def rows(self) -> Iterator[Obligation]:
        """Give each spell; where it is never asked, no link is looked at."""
        days = self._days_of_rules()
        if not any(self._rules(day).holds(CODE, day) for day in days):
            return
        ids = self.histories.links_between(self.pair.workplace, self.pair.residence)
        links = [self.histories.link(link) for link in ids]
        days |= {entry.effect_date for link in links for entry in link.effective}
        spell: Spell | None = None
        for day in sorted(day for day in days if self.followed_from <= day < FOREVER):
            count = sum(self.pair.has(link, day) for link in links)
            if spell and not self._lacks(spell.rules, count, day):
                yield self._row(spell, day)
                spell = None
            rules = self._rules(day)
            if spell is None and rules.holds(CODE, day) and self._lacks(rules, count, day):
                spell = Spell(rules, day)
        if spell:
            yield self._row(spell, FOREVER)

    def _days_of_rules(self) -> set[date]:
        """Name the days on which another rule set, other figures or an agreement may begin."""
        days = {self.followed_from}
        for rules in self.histories.rulebook.rule_sets:
            days |= {rules.in_force_from, rules.obligations[CODE].holds_from or self.followed_from}
        return days.union(days_of_agreement(*self._ids, self.histories))

    def _rules(self, day: date) -> RuleSet:
        return rules_of_pair(self.histories.rulebook.in_force(day), *self._ids, day, self.histories)

    def _lacks(self, rules: RuleSet, links: int, day: date) -> bool:
        return links >= rules.count("coordination.min_links") and not self._agreed.in_force(day)

    @property
    def _ids(self) -> tuple[UUID, UUID]:
        return self.pair.workplace, self.pair.residence

    @property
    def _agreed(self) -> Coordination:
        return self.histories.coordination(coordination_id(*self._ids))

    def _row(self, spell: Spell, end: date) -> Obligation:
        run, about = clipped(spell.start, end, spell.start), f"pair/{'/'.join(map(str, self._ids))}"
        ground = spell.start.isoformat()
        settling = next((agreement for agreement in self._agreed.in_force(end)), None)
        return Obligation(
            code=CODE,
            weight=spell.rules.weight(CODE),
            key=f"{CODE}:{about}:{ground}",
            step=None,
            owner=self.pair.workplace,
            office=spell.rules.obligations[CODE].step().owner.value,
            about=about,
            member=None,
            link=None,
            cell=None,
            workplace=self.pair.workplace,
            viewers=self._ids,
            rule_set=spell.rules.id,
            from_day=run.start,
            late_from=run.late,
            to_day=run.end,
            due_on=run.due_on,
            opened_by=ground,
            settled_by=settling.id if settling else None,
        )
