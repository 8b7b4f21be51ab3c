"""A database that is one schema of a PostgreSQL server, shared by several processes."""

from __future__ import annotations

import selectors
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from eventsourcing.persistence import InternalError
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from service.store.connections import Connections
from service.store.database import Row, translated
from service.store.tables import Tables

# A server that is gone, or a process that stopped inside its transaction, is given up after
# about ten seconds, so that nobody waits for ever.
_DEFAULTS: dict[str, Any] = {
    "application_name": "lienhe",
    "client_encoding": "utf8",
    "connect_timeout": 5,
    "keepalives_idle": 4,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
_SETTINGS = """
    SELECT set_config('search_path', ?, false),
        set_config('synchronous_commit', 'on', false),
        set_config('lock_timeout', '10s', false),
        set_config('idle_in_transaction_session_timeout', '10s', false)
"""
_CREATION = 0x6C69656E  # any number will do, as long as every process takes the same


class PostgresConnection:
    """A connection that sees one schema; without ``BEGIN`` each statement is a transaction."""

    def __init__(self, url: str, schema: str) -> None:
        with translated(psycopg):
            address = make_conninfo(**{**_DEFAULTS, **conninfo_to_dict(url)})
            self._connection = psycopg.connect(address, autocommit=True)
        self.execute(_SETTINGS, [schema])

    def execute(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Run one statement and fetch its rows."""
        with translated(psycopg):
            cursor = self._connection.execute(_marked(statement), values, binary=True)
            return _rows(cursor)

    def execute_each(self, statement: str, rows: Sequence[Sequence[object]]) -> list[list[Row]]:
        """Run one statement with each row of values, without waiting in between."""
        if not rows:
            return []
        with translated(psycopg), self._connection.cursor(binary=True) as cursor:
            cursor.executemany(_marked(statement), rows, returning=True)
            return [_rows(result) for result in cursor.results()]

    def begin(self, table: str) -> None:
        """Begin a transaction that alone writes to the table; readers go on reading.

        The lock comes first, so that every statement after it sees all that was committed.
        """
        with translated(psycopg):
            self._connection.execute(
                f"BEGIN ISOLATION LEVEL READ COMMITTED; LOCK TABLE {table} IN EXCLUSIVE MODE"
            )

    def commit(self) -> None:
        """Commit, and make sure: a transaction that failed answers ``ROLLBACK``, without error."""
        with translated(psycopg):
            answer = self._connection.execute("COMMIT").statusmessage
        if answer != "COMMIT":
            raise InternalError(f"Nothing was committed: the server answered {answer}.")

    def is_dropped(self) -> bool:
        """Tell whether the server has spoken unasked, as it does when it goes."""
        if self._connection.closed:
            return True
        with selectors.DefaultSelector() as selector:
            selector.register(self._connection.fileno(), selectors.EVENT_READ)
            return bool(selector.select(timeout=0))

    def close(self) -> None:
        """Close the connection; the server rolls an open transaction back."""
        self._connection.close()


class PostgresDatabase:
    """One schema, made by whoever comes first; the address is a ``postgresql://`` URL."""

    def __init__(self, url: str, tables: Tables) -> None:
        self._connections = Connections(lambda: PostgresConnection(url, tables.schema))
        self._create(PostgresConnection(url, tables.schema), tables)

    def execute(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Run one statement in a transaction of its own and fetch its rows."""
        with self._connections.lend() as connection:
            return connection.execute(statement, values)

    def execute_each(self, statement: str, rows: Sequence[Sequence[object]]) -> list[list[Row]]:
        """Run one statement with each row of values, and fetch the rows of each run."""
        with self._connections.lend() as connection:
            return connection.execute_each(statement, rows)

    @contextmanager
    def transaction(self, table: str) -> Iterator[PostgresConnection]:
        """Open a transaction that alone writes to the table, and commit it."""
        with self._connections.lend() as connection:
            connection.begin(table)
            yield connection
            connection.commit()

    def scrub(self, table: str) -> None:
        """Write the table anew, without what its rows no longer say.

        The server's own write-ahead log, archives and backups keep it until they expire.
        """
        self.execute(f"VACUUM (FULL) {table}")

    def close(self) -> None:
        """Close every connection."""
        self._connections.close()

    def _create(self, connection: PostgresConnection, tables: Tables) -> None:
        try:
            connection.execute("BEGIN")
            connection.execute("SELECT pg_advisory_xact_lock(?)", [_CREATION])
            [(found,)] = connection.execute(
                "SELECT to_regclass(?)", [f"{tables.schema}.{tables.first}"]
            )
            if found is None:
                connection.execute(f"CREATE SCHEMA IF NOT EXISTS {tables.schema}")
                for statement in tables.postgresql:
                    connection.execute(statement)
            connection.commit()
        finally:
            connection.close()


def _marked(statement: str) -> bytes:
    return statement.replace("%", "%%").replace("?", "%s").encode()


def _rows(cursor: psycopg.Cursor[Row]) -> list[Row]:
    return cursor.fetchall() if cursor.description else []
