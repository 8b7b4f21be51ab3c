"""A pump in a process of its own does what one in a thread does."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from service.app import create_app, service_of
from service.pumping.in_process import PumpProcess
from service.settings import Settings
from tests.service.scenario import Scenario
from tests.service.town import ENROL, INTRODUCTION, OFFICERS, town


@pytest.fixture
def apart(settings: Settings) -> Iterator[Scenario]:
    app = create_app(replace(settings, pump="process", longest_wait=30.0))
    yield Scenario(app, OFFICERS).given(*town())
    service_of(app).close()


def test_what_was_entered_is_seen_once_the_other_process_has_folded_it(apart: Scenario) -> None:
    apart.given(*INTRODUCTION)
    position = apart.said["position"]
    [seen] = apart.asked("ward clerk", f"/api/roster?after={position}").items
    assert seen["state"] == "PLACED"


def test_a_farther_horizon_is_written_when_somebody_asks_beyond_it(apart: Scenario) -> None:
    apart.given(*INTRODUCTION)
    pump = service_of(apart.app).pump
    assert pump.horizon == date(2028, 12, 31)
    far = apart.asked("ward clerk", "/api/obligations?as_of=2029-08-01&code=G09").items
    assert "2029-H1" in [row["opened_by"] for row in far]
    assert pump.horizon == date(2029, 12, 31)


def test_a_pump_that_was_killed_is_started_again(apart: Scenario) -> None:
    pump = service_of(apart.app).pump
    assert isinstance(pump, PumpProcess)
    first = pump.child
    os.kill(first, signal.SIGKILL)
    apart.given(ENROL)
    position = apart.said["position"]
    assert apart.asked("clerk", f"/api/roster?after={position}").items
    assert pump.child != first


def test_it_ends_with_the_process_that_started_it(apart: Scenario) -> None:
    pump = service_of(apart.app).pump
    assert isinstance(pump, PumpProcess)
    child = pump.child
    pump.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
