"""A rulebook as if one rule set had always been in force, under every name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.rulebook.rule_set import RuleSet
from domain.rulebook.rulebook import Rulebook


class SupposedRulebook(Rulebook):
    """What every rule set that was ever named is replaced by, for a replay of history.

    Local figures that held under one of them hold where the one supposed leaves them open.
    A paper keeps the form, and an exemption the ground, of the rule set under which it was written.
    """

    def __init__(self, supposed: RuleSet, book: Rulebook) -> None:
        """Suppose a rule set, a draft or one of the book, in the place of all those of a book."""
        super().__init__(book.rule_sets)
        self._supposed = self.completed(supposed)
        self._in_place_of = {
            real.id: replace(
                self._supposed, stands_for=real.id, forms=real.forms, grounds=real.grounds
            )
            for real in book.rule_sets
        }

    def in_force(self, day: date) -> RuleSet:
        """Give the supposed rule set, with the forms and grounds of the day."""
        return self._in_place_of[super().in_force(day).id]

    def named(self, rule_set: str) -> RuleSet:
        """Give the supposed rule set, with the forms and grounds of the one that is named."""
        if rule_set == self._supposed.id:
            return self._in_place_of.get(rule_set, self._supposed)
        return self._in_place_of[super().named(rule_set).id]
