"""Which rule set and whose figures hold for one obligation (4.1-7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tests.reference.bodies import ancestors, present_body
from tests.reference.days import DayTest, after, never
from tests.reference.history import Entry, History
from tests.reference.rule_sets import RuleSet, is_open, rule_sets


@dataclass(frozen=True, eq=False)
class Figures:
    """The figures that hold for one obligation: local ones over those of its rule set.

    ``body`` is the workplace committee of the member, or the residence cell of a cell's row;
    ``pair`` a workplace committee and a residence body; ``year`` that of a yearly round, whose
    figures hold for what ``body`` asks in it, or for a cell of the committee ``round_of``.
    """

    past: History
    rule_set: RuleSet
    opened_on: date
    body: str
    pair: tuple[str, str] | None = None
    year: int | None = None
    round_of: str | None = None

    def __getitem__(self, name: str) -> Any:
        value = self.rule_set.figures[name]
        for figures in self._local():
            if name in figures and is_open(self.rule_set, name, figures[name]):
                value = figures[name]
        return value

    def hold(self, code: str) -> bool:
        """Tell whether the rule set has such an obligation on the day (column "sets"), not off."""
        rules = self.rule_set
        in_force = self.opened_on >= rules.holds_from.get(code, date.min)
        return (
            code in rules.codes
            and in_force
            and (code not in rules.off or code in self["obligations.on"])
        )

    def days_after(self, base: date, name: str, paused: DayTest = never) -> date:
        """Give the day on which so many unstopped days are full (4.1-2, 4.1-4)."""
        return after(base, self[name], lambda day: not paused(day))

    def working_days_after(self, base: date, name: str, paused: DayTest = never) -> date:
        """Give the n-th unstopped working day after a day (4.1-2, 4.1-4)."""
        working = self.rule_set.working_days.include
        return after(base, self[name], lambda day: working(day) and not paused(day))

    def day_of_year(self, name: str, year: int) -> date:
        """Give the day that a month and day names in a year."""
        return date.fromisoformat(f"{year}-{self[name]}")

    def _local(self) -> Iterator[Mapping[str, Any]]:
        """Body above, body of the owner, pair, round: the last wins (4.1-7)."""
        own = present_body(self.past, self.body, self.opened_on)
        for body in [*ancestors(self.past, own, self.opened_on), own]:
            yield from self._adopted_by(body)
        if self.pair:
            yield from self.agreed_by(*self.pair)
        if self.year:
            yield from self._of_round(self.year)

    def _adopted_by(self, body: str) -> Iterator[Mapping[str, Any]]:
        adopted = self.past.of(body, "organization.rule_set_adopted")
        in_force = [entry for entry in adopted if entry.effect <= self.opened_on]
        if in_force and in_force[-1]["adopts"] == self.rule_set.stands_for:
            yield in_force[-1]["figures"]

    def agreed_by(self, workplace: str, residence: str) -> Iterator[Mapping[str, Any]]:
        """Common rules that both sides signed, while they hold (coordination.agreed)."""
        for entry in self.past.all("coordination.agreed"):
            until = entry.day("until") or date.max
            ends = [
                end.effect
                for end in self.past.of(entry.stream, "coordination.ended")
                if end["agreement"] == entry.id
            ]
            if (
                self._same(entry["workplace"], workplace)
                and self._same(entry["residence"], residence)
                and entry.effect <= self.opened_on <= until
                and all(self.opened_on < end for end in ends)
            ):
                yield entry["figures"]

    def _of_round(self, year: int) -> Iterator[Mapping[str, Any]]:
        """Figures of a round opened before the rule set's own round.request_by (4.1-7)."""
        request_by = date.fromisoformat(f"{year}-{self.rule_set.figures['round.request_by']}")
        for entry in self.past.all("round.opened"):
            own = entry["year"] == year and self._same(
                entry["committee"], self.round_of or self.body
            )
            if own and entry.effect < request_by:
                yield entry["figures"] or {}

    def _same(self, body: str, other: str) -> bool:
        return present_body(self.past, body, self.opened_on) == present_body(
            self.past, other, self.opened_on
        )


def rule_set_of(past: History, opening: Entry | None, opened_on: date) -> RuleSet:
    """The rule set of the opening entry, or where that is not dated then, of the day (4.1-7)."""
    if opening and opening.effect == opened_on:
        return _supposed(past, rule_sets()[opening.rule_set])
    return rule_set_on(past, opened_on)


def rule_set_on(past: History, day: date) -> RuleSet:
    """The rule set in force on a day."""
    by_date = sorted(rule_sets().values(), key=lambda rule_set: rule_set.in_force_from)
    return _supposed(past, [by_date[0], *(r for r in by_date if r.in_force_from <= day)][-1])


def _supposed(past: History, named: RuleSet) -> RuleSet:
    return replace(past.rules, stands_for=named.id) if past.rules else named
