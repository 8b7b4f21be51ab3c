"""Two folds written by two people from one specification say the same of random histories."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from tests.agreement.compare import rows, said_on, theirs_on
from tests.agreement.names import FIRST_DAY
from tests.agreement.remembered import prefix
from tests.agreement.walk import Walk
from tests.reference.reference import NOW

HORIZON = date(2028, 12, 31)
SEEDS = 24
STEPS = 250
PREFIXES = 2
DAYS = 5


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_obligation_is_that_of_the_reference(seed: int) -> None:
    """Any day, as known at any position: late papers, corrections, pauses, calendar duties."""
    walk = Walk(seed)
    log = walk.go(STEPS)
    rng = random.Random(seed)
    for _ in range(PREFIXES):
        position = rng.randint(20, len(log))
        known = list(rows(prefix(log, position), HORIZON))
        for _ in range(DAYS):
            day = FIRST_DAY + timedelta(days=rng.randrange((walk.today - FIRST_DAY).days + 120))
            ours = {said_on(row, day) for row in known if row.from_day <= day < row.to_day}
            assert ours == theirs_on(log, day, position), f"seed {seed}, {day} at {position}"


def test_the_walks_reach_every_kind_of_obligation() -> None:
    """The comparison would prove nothing about a code that no walk ever opens."""
    met: Counter[str] = Counter()
    for seed in range(SEEDS):
        walk = Walk(seed)
        met.update(row.code for row in rows(walk.go(STEPS), HORIZON))
    assert set(met) == NOW
