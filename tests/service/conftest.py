"""A service on empty SQLite files and on empty PostgreSQL databases, under a clock that stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from service.app import create_app, service_of
from service.settings import Settings
from tests.databases import Databases
from tests.service.scenario import Scenario
from tests.service.town import OFFICERS, TODAY, YEAR, town


@pytest.fixture
def clock(tmp_path: Path) -> Path:
    clock = tmp_path / "clock"
    clock.write_text(TODAY)
    return clock


@pytest.fixture
def settings(database: Databases, tmp_path: Path, clock: Path) -> Settings:
    """Each kind of database in turn."""
    data = tmp_path / "data"
    if database.kind == "sqlite":
        return Settings(data, clock_file=clock)
    return Settings(data, database_url=database.log, keys_url=database.keys, clock_file=clock)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    yield app
    service_of(app).close()


@pytest.fixture
def scenario(app: Flask) -> Scenario:
    """Everybody is in office, and nobody has written anything."""
    return Scenario(app, OFFICERS).given(*town())


@pytest.fixture
def in_a_file(tmp_path: Path, clock: Path) -> Iterator[Scenario]:
    """The same on SQLite only, for what does not hang on the kind of database."""
    app = create_app(Settings(tmp_path / "data", clock_file=clock))
    yield Scenario(app, OFFICERS).given(*town())
    service_of(app).close()


@pytest.fixture(scope="module")
def at_rest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenario]:
    """The same for many tests together, which write nothing."""
    folder = tmp_path_factory.mktemp("service")
    (folder / "clock").write_text(TODAY)
    app = create_app(Settings(folder / "data", clock_file=folder / "clock"))
    yield Scenario(app, OFFICERS).given(*town())
    service_of(app).close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def year(data: Path, clock: Path) -> int:
    """A folder with a year in it; gives the number of its entries."""
    app = create_app(Settings(data, clock_file=clock))
    Scenario(app, OFFICERS).given(*town(), *YEAR)
    end = service_of(app).coordination.log_end()
    service_of(app).close()
    return end
