"""Any number of pumps, in threads and in processes: every page is written once."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from projections.models import MODELS
from projections.pump import Pump
from projections.views import Views
from tests.agreement.walk import Walk
from tests.projections.asking import RULEBOOK, built, rows_of
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog
from tests.projections.world import HORIZON

SEED, STEPS = 5, 250
NEAR = date(2025, 12, 31)


def go_on(address: str, schema: str, page: int, horizon: date) -> int:
    """What one of several processes does."""
    views = Views(address, MODELS, schema)
    pump = Pump(MemoryLog(Walk(SEED).go(STEPS)), views, RULEBOOK, NEAR, page=page)
    pump.extend(horizon)
    reached = pump.catch_up()
    pump.close()
    views.close()
    return reached


def test_threads(places: Places) -> None:
    log = Walk(SEED).go(STEPS)
    views = places(MODELS)
    start = Barrier(3, timeout=60)

    def race(page: int) -> int:
        pump = Pump(MemoryLog(log), views, RULEBOOK, NEAR, page=page)
        start.wait()
        if page == 2:
            pump.extend(HORIZON)
        reached = pump.catch_up()
        pump.close()
        return reached

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(race, (1, 2, 5))) == [len(log)] * 3
    assert rows_of(views) == rows_of(built(places, MODELS, log))


@pytest.mark.parametrize("processes", [3])
def test_processes(places: Places, processes: int) -> None:
    log = Walk(SEED).go(STEPS)
    views = places(MODELS)
    work = [(views.address, views.schema, page, HORIZON) for page in range(1, processes + 1)]
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        assert pool.starmap(go_on, work, chunksize=1) == [len(log)] * processes
        pool.close()
        pool.join()
    assert rows_of(views) == rows_of(built(places, MODELS, log))
