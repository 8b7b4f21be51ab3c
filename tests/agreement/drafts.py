"""Rule sets that might be next, at random: other figures, and without some obligations."""

from __future__ import annotations

import random
import tomllib

from domain.rulebook import Rulebook, SupposedRulebook, load_rulebook, read_draft
from tests.reference.rule_sets import RuleSet, read_rule_set, rule_sets
from tests.variants import shaken_text

AT_LEAST_ONE = ("coordination.min_links", "generic.min", "meeting.eligible_days")


def supposed(dice: random.Random) -> tuple[Rulebook, RuleSet]:
    """A rule set for both readers, now and then the one of 2000."""
    book = load_rulebook()
    if dice.random() < 0.2:
        return SupposedRulebook(book.named("76-2000"), book), rule_sets()["76-2000"]
    text = sensible_text(dice)
    draft = read_draft(text.encode(), book, "draft.toml")
    return SupposedRulebook(draft, book), read_rule_set(tomllib.loads(text))


def sensible_text(dice: random.Random) -> str:
    """A draft in which one half follows the other, and nothing is found where there is nothing."""
    while True:
        text = shaken_text(dice)
        figures = {name: of["value"] for name, of in tomllib.loads(text)["figures"].items()}
        in_order = figures["meeting.first_half_ends"] < figures["meeting.second_half_ends"]
        if in_order and all(figures[name] > 0 for name in AT_LEAST_ONE):
            return text
