"""A service on an empty SQLite folder and on an empty PostgreSQL database, with a clock that stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from service.app import create_app, service_of
from service.settings import Settings
from tests.service.scenario import Scenario
from tests.service.town import OFFICERS, TODAY, town


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    clock = tmp_path / "clock"
    clock.write_text(TODAY)
    return Settings(tmp_path / "data", clock_file=clock)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    yield app
    service_of(app).close()


@pytest.fixture
def scenario(app: Flask) -> Scenario:
    """Everybody is in office, and nobody has written anything."""
    return Scenario(app, OFFICERS).given(*town())
