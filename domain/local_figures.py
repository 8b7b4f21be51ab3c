"""Figures that committees set for themselves, where the regulation leaves them open.

A body goes by what the bodies above it adopted, the highest first, and by what it adopted itself:
the last that says something wins. A pair adds what both signed (vocabulary 4.1-7).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol
from uuid import UUID

from domain.coordination import Coordination, CoordinationAgreed, coordination_id
from domain.organization import Bodies, Related, RuleSetAdopted, Tree, kin, same_on
from domain.rulebook import Rulebook, RuleSet


class Regulated(Bodies, Protocol):
    """Wherever bodies can be looked up, with the rule sets that they adopt and what they agreed."""

    @property
    def rulebook(self) -> Rulebook:
        """The rule sets, by day and by name."""

    def coordination(self, coordination_id: UUID) -> Coordination:
        """What two committees agreed on."""


class Agreeing(Regulated, Related, Protocol):
    """The same, where one can also ask who ever stood in whose place."""


def rules_of_body(rules: RuleSet, body: UUID, day: date, streams: Regulated) -> RuleSet:
    """Give a rule set with the figures that a body, or its successor, goes by on a day.

    What was adopted last counts, and only where it adopts this rule set.
    """
    tree = Tree(streams)
    above = tree.lineage(tree.in_place_of(body, day), day)
    found = (one.last(RuleSetAdopted, on=day) for one in above)
    for adopted in reversed([entry for entry in found if entry]):
        if streams.rulebook.means(adopted.adopts, rules):
            rules = rules.with_local(adopted.figures)
    return rules


def rules_of_pair(
    rules: RuleSet, workplace: UUID, residence: UUID, day: date, streams: Agreeing
) -> RuleSet:
    """Give a rule set with the figures of the workplace, and of what both sides agreed on.

    Whoever takes over from a side takes over its agreements; of several the last wins.
    """
    rules = rules_of_body(rules, workplace, day, streams)
    for agreement in agreed_on(workplace, residence, day, streams):
        rules = rules.with_local(agreement.figures)
    return rules


def agreed_on(
    workplace: UUID, residence: UUID, day: date, streams: Agreeing
) -> list[CoordinationAgreed]:
    """List the agreements between two sides, or what they have taken over, that hold on a day."""
    ours, theirs = (_one_with(side, day, streams) for side in (workplace, residence))
    pairs = (streams.coordination(coordination_id(w, r)) for w in ours for r in theirs)
    agreements = (agreement for pair in pairs for agreement in pair.in_force(day))
    return sorted(agreements, key=lambda a: (a.from_, a.position))


def _one_with(body: UUID, day: date, streams: Agreeing) -> list[UUID]:
    """Name the bodies that are one with a body on that day."""
    return [one for one in kin(body, streams) if same_on(one, body, day, streams)]


def days_of_adoption(body: UUID, streams: Regulated) -> Iterator[date]:
    """Name the days on which the figures that a body goes by may change."""
    tree = Tree(streams)
    yield from tree.days_of_change(body)
    for one in tree.ever_above(body):
        yield from (e.effect_date for e in streams.organization(one).of(RuleSetAdopted))


def days_of_agreement(workplace: UUID, residence: UUID, streams: Agreeing) -> Iterator[date]:
    """Name the days on which the figures that a pair goes by may change."""
    yield from days_of_adoption(workplace, streams)
    yield from Tree(streams).days_of_change(residence)
    for ours in kin(workplace, streams):
        for theirs in kin(residence, streams):
            pair = streams.coordination(coordination_id(ours, theirs))
            for agreement in pair.of(CoordinationAgreed):
                yield from pair.days_of(agreement)
