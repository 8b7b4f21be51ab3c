"""Two committees with enough members between them agree on rules: G30, off unless switched on.

What stands on the day on which it begins decides: the rules, and how many links are enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from domain.coordination import CoordinationAgreed
from domain.intervals import FOREVER
from domain.local_figures import agreed_on, days_of_agreement, rules_of_pair
from domain.obligations.clock import clipped
from domain.obligations.obligation import Histories, Obligation
from domain.organization import Tree, kin, same_on
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
        pairs = self._one_some_day()
        links = [
            self.histories.link(link) for link in dict.fromkeys(x for p in pairs for x in p[1])
        ]
        days |= {entry.effect_date for link in links for entry in link.effective}
        spell: Spell | None = None
        for day in sorted(day for day in days if self.followed_from <= day < FOREVER):
            here = self.pair == min(p for p, _ in pairs if self._is_one(p, day))
            count = sum(self.pair.has(link, day, self._tree) for link in links) if here else 0
            if spell and not self._lacks(spell.rules, count, day):
                yield self._row(spell, day)
                spell = None
            rules = self._rules(day)
            if spell is None and rules.holds(CODE, day) and self._lacks(rules, count, day):
                spell = Spell(rules, day)
        if spell:
            yield self._row(spell, FOREVER)

    def _one_some_day(self) -> list[tuple[Pair, tuple[UUID, ...]]]:
        """Give the pair, and those with which it is one by some day, each with its links.

        Of pairs that have become one, the first speaks for all.
        """
        ours, theirs = (kin(body, self.histories) for body in self._ids)
        pairs = (Pair(w, r) for w in ours for r in theirs)
        found = [(pair, self.histories.links_between(*pair.ids)) for pair in pairs]
        return [(pair, links) for pair, links in found if links or pair == self.pair]

    def _is_one(self, pair: Pair, day: date) -> bool:
        return all(
            same_on(*bodies, day, self._tree) for bodies in zip(pair.ids, self._ids, strict=True)
        )

    @cached_property
    def _tree(self) -> Tree:
        return Tree(self.histories)

    def _days_of_rules(self) -> set[date]:
        """Name the days on which another rule set, other figures or an agreement may begin."""
        days = {self.followed_from}
        for rules in self.histories.rulebook.rule_sets:
            days |= {rules.in_force_from, rules.obligations[CODE].holds_from or self.followed_from}
        return days.union(days_of_agreement(*self._ids, self.histories))

    def _rules(self, day: date) -> RuleSet:
        return rules_of_pair(self.histories.rulebook.in_force(day), *self._ids, day, self.histories)

    def _lacks(self, rules: RuleSet, links: int, day: date) -> bool:
        return links >= rules.count("coordination.min_links") and not self._agreed(day)

    @property
    def _ids(self) -> tuple[UUID, UUID]:
        return self.pair.ids

    def _agreed(self, day: date) -> list[CoordinationAgreed]:
        """List the agreements between the two, or what they have taken over, on a day."""
        return agreed_on(*self._ids, day, self.histories)

    def _row(self, spell: Spell, end: date) -> Obligation:
        run, about = clipped(spell.start, end, spell.start), f"pair/{'/'.join(map(str, self._ids))}"
        ground = spell.start.isoformat()
        settling = next((agreement for agreement in self._agreed(end)), None)
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
