"""The two folds of histories in which bodies are merged: whoever owes, and for how long."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.organization import OrganizationSucceeded, Tree
from tests.agreement.compare import Said, rows, said_on, theirs_on
from tests.agreement.merging import SUCCESSIONS, MergingWalk
from tests.agreement.names import FIRST_DAY
from tests.agreement.remembered import Remembered, prefix

HORIZON = date(2028, 12, 31)
SEEDS = 24
STEPS = 260
PREFIXES = 2
DAYS = 4
# What the reference still reads body by body, as papers name them.
APART = frozenset({"G24", "G30", "G31", "G32", "G38"})


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_obligation_is_that_of_the_reference(seed: int) -> None:
    walk = MergingWalk(seed)
    log = walk.go(STEPS)
    rng = random.Random(seed)
    for _ in range(PREFIXES):
        position = rng.randint(60, len(log))
        tree = Tree(Remembered(prefix(log, position), HORIZON))
        known = list(rows(prefix(log, position), HORIZON))
        for _ in range(DAYS):
            day = FIRST_DAY + timedelta(days=rng.randrange((walk.today - FIRST_DAY).days + 120))
            ours = {said_on(row, day) for row in known if row.from_day <= day < row.to_day}
            resolved = {_resolved(said, tree, day) for said in ours if said[0] not in APART}
            theirs = {said for said in theirs_on(log, day, position) if said[0] not in APART}
            assert resolved == theirs, f"seed {seed}, {day} at {position}"


def _resolved(said: Said, tree: Tree, day: date) -> Said:
    code, step, about, due_on, late, office, owner = said
    present = tree.in_place_of(UUID(owner), day)
    return code, step, about, due_on, late, office, str(present)


def test_the_walks_merge_every_body_that_they_plan_to() -> None:
    merged: Counter[object] = Counter()
    for seed in range(SEEDS):
        log = MergingWalk(seed).go(STEPS)
        merged.update(e.originator_id for e in log if isinstance(e, OrganizationSucceeded))
    assert len(merged) == len(SUCCESSIONS)
    assert min(merged.values()) > SEEDS / 4
