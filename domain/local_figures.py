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
from domain.organization import Bodies, OrganizationRegistered, RuleSetAdopted, lineage
from domain.rulebook import Rulebook, RuleSet


class Regulated(Bodies, Protocol):
    """Wherever bodies can be looked up, with the rule sets that they adopt and what they agreed."""

    @property
    def rulebook(self) -> Rulebook:
        """The rule sets, by day and by name."""

    def coordination(self, coordination_id: UUID) -> Coordination:
        """What two committees agreed on."""


def rules_of_body(rules: RuleSet, body: UUID, day: date, streams: Regulated) -> RuleSet:
    """Give a rule set with the figures that a body goes by on a day.

    What was adopted last counts, and only where it adopts this rule set.
    """
    found = (one.last(RuleSetAdopted, on=day) for one in lineage(body, day, streams))
    for adopted in reversed([entry for entry in found if entry]):
        if streams.rulebook.means(adopted.adopts, rules):
            rules = rules.with_local(adopted.figures)
    return rules


def rules_of_pair(
    rules: RuleSet, workplace: UUID, residence: UUID, day: date, streams: Regulated
) -> RuleSet:
    """Give a rule set with the figures of the workplace, and of what both sides agreed on."""
    rules = rules_of_body(rules, workplace, day, streams)
    for agreement in streams.coordination(coordination_id(workplace, residence)).in_force(day):
        rules = rules.with_local(agreement.figures)
    return rules


def days_of_adoption(body: UUID, streams: Regulated) -> Iterator[date]:
    """Name the days on which the figures that a body goes by may change."""
    left, seen = [body], {body}
    while left:
        entries = streams.organization(left.pop()).of(OrganizationRegistered, RuleSetAdopted)
        yield from (entry.effect_date for entry in entries)
        above = {e.parent for e in entries if isinstance(e, OrganizationRegistered) and e.parent}
        left += above - seen
        seen |= above


def days_of_agreement(workplace: UUID, residence: UUID, streams: Regulated) -> Iterator[date]:
    """Name the days on which the figures that a pair goes by may change."""
    yield from days_of_adoption(workplace, streams)
    pair = streams.coordination(coordination_id(workplace, residence))
    for agreement in pair.of(CoordinationAgreed):
        yield from pair.days_of(agreement)
