"""Two folds written by two people from one specification say the same of random histories."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from domain.rulebook import Rulebook
from tests.agreement.compare import rows, said_on, theirs_on
from tests.agreement.drafts import supposed
from tests.agreement.names import FIRST_DAY
from tests.agreement.remembered import prefix
from tests.agreement.walk import Walk
from tests.reference.reference import NOW
from tests.reference.rule_sets import RuleSet

HORIZON = date(2028, 12, 31)
SEEDS = 24
OTHER_RULES = 12
STEPS = 250
PREFIXES = 2
DAYS = 5


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_obligation_is_that_of_the_reference(seed: int) -> None:
    """Any day, as known at any position: late papers, corrections, pauses, calendar duties."""
    agree(Walk(seed), random.Random(seed))


@pytest.mark.parametrize("seed", range(SEEDS, SEEDS + OTHER_RULES))
def test_under_another_rule_set_it_is_so_too(seed: int) -> None:
    """Whatever the figures are, and although some obligations are not among its rows."""
    dice = random.Random(seed)
    agree(Walk(seed), dice, *supposed(dice))


def agree(
    walk: Walk, dice: random.Random, book: Rulebook | None = None, rules: RuleSet | None = None
) -> None:
    log = walk.go(STEPS)
    for _ in range(PREFIXES):
        position = dice.randint(20, len(log))
        known = list(rows(prefix(log, position), HORIZON, book))
        for _ in range(DAYS):
            day = FIRST_DAY + timedelta(days=dice.randrange((walk.today - FIRST_DAY).days + 120))
            ours = {said_on(row, day) for row in known if row.from_day <= day < row.to_day}
            assert ours == theirs_on(log, day, position, rules), f"{day} at {position}"


def test_the_walks_reach_every_kind_of_obligation() -> None:
    """The comparison would prove nothing about a code that no walk ever opens."""
    met: Counter[str] = Counter()
    for seed in range(SEEDS):
        walk = Walk(seed)
        met.update(row.code for row in rows(walk.go(STEPS), HORIZON))
    assert set(met) == NOW
