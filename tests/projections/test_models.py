"""The law of the read models, for those of the service and histories that the domain accepts."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from projections.chronicle import CHRONICLE
from projections.models import MODELS
from tests.agreement.merging import MergingWalk
from tests.agreement.walk import Walk
from tests.projections.asking import built, folded, pumping, rows_of, selected
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog
from tests.projections.world import HORIZON

DATED = tuple(model for model in MODELS if model is not CHRONICLE)


@pytest.mark.parametrize(
    ("walk", "seed"), [*((Walk, seed) for seed in range(12)), *((MergingWalk, s) for s in range(6))]
)
def test_the_clause_is_the_fold(places: Places, walk: type[Walk], seed: int) -> None:
    dice = random.Random(seed)
    log = walk(seed).go(260)
    views = built(places, MODELS, log, page=dice.randrange(1, 50))
    first = min(event.occurred_on for event in log)
    for _ in range(8):
        day = first + timedelta(days=dice.randrange(700))
        position = dice.randrange(len(log) + 1)
        for model in DATED:
            asked = selected(views, model, day, position)
            assert asked == folded(log, model, day, position, HORIZON)
    views.close()


@pytest.mark.parametrize("seed", range(12, 16))
def test_pages_restarts_and_the_horizon_change_nothing(places: Places, seed: int) -> None:
    dice = random.Random(seed)
    log = Walk(seed).go(260)
    views = places(MODELS)
    with pumping(MemoryLog(log), views, date(2025, 12, 31), page=3, kept=20) as pump:
        pump.catch_up(dice.randrange(len(log)))
    with pumping(MemoryLog(log), views, date(2025, 12, 31), page=11) as pump:
        pump.catch_up(dice.randrange(len(log)))
        pump.extend(date(2026, 6, 30))
    with pumping(MemoryLog(log), views, HORIZON) as pump:
        pump.catch_up()
    assert rows_of(views) == rows_of(built(places, MODELS, log))
