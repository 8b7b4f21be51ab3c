"""The town of the service's tests on SQLite, in which everybody is in office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.app import create_app, service_of
from service.settings import Settings
from tests.service.scenario import Scenario
from tests.service.town import OFFICERS, TODAY, town


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Scenario]:
    """Nobody has written anything yet."""
    clock = tmp_path / "clock"
    clock.write_text(TODAY)
    app = create_app(Settings(tmp_path / "data", clock_file=clock))
    yield Scenario(app, OFFICERS).given(*town())
    service_of(app).close()
