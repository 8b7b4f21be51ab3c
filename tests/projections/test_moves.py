"""What is said to change no row of a subject changes none."""

from __future__ import annotations

from collections import Counter

import pytest

from projections.models import MODELS
from projections.moves import may_move
from projections.read_model import AnyReadModel
from projections.subjects import Subject
from tests.agreement.walk import Walk
from tests.projections.prefix import Prefix, prefix_of
from tests.projections.world import HORIZON


def stored(model: AnyReadModel, subject: Subject, prefix: Prefix) -> Counter[tuple[object, ...]]:
    fold = model.folds.get(subject[0])
    return Counter(map(model.versioned.stored, fold(subject, prefix)) if fold else ())


@pytest.mark.parametrize("seed", [31, 33, 35, 63, 71, 139, 151, 197])
def test_what_is_said_to_move_nothing_moves_nothing(seed: int) -> None:
    log = Walk(seed).go(300)
    looked_at: Counter[str] = Counter()
    for event in log:
        after = prefix_of(log[: event.position], HORIZON)
        unmoved = [s for s in after.subjects if not may_move(event, s)]
        if not unmoved:
            continue
        before = prefix_of(log[: event.position - 1], HORIZON)
        for subject in unmoved:
            looked_at[subject[0]] += 1
            for model in MODELS:
                assert stored(model, subject, before) == stored(model, subject, after), event
    assert looked_at["cell_half"]
    assert looked_at["cell_year"]
    assert looked_at["inputs"]
