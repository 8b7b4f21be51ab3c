"""A database that is one SQLite file: each commit durable, one writer, any number of readers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from eventsourcing.persistence import OperationalError

from service.store.connections import Connections
from service.store.database import Row, translated
from service.store.tables import Tables

LOCK_TIMEOUT = 10.0
_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)


class SQLiteConnection:
    """A connection to the file; without ``BEGIN`` each statement is a transaction."""

    def __init__(self, path: Path) -> None:
        with translated(sqlite3):
            self._connection = sqlite3.connect(
                path, timeout=LOCK_TIMEOUT, isolation_level=None, check_same_thread=False
            )
        # Of several that switch a new file at the same moment, all but one hear that it is locked.
        with suppress(OperationalError):
            self.execute("PRAGMA journal_mode = WAL")
        for setting in _SETTINGS:
            self.execute(setting)

    def execute(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Run one statement and fetch its rows."""
        with translated(sqlite3):
            return self._connection.execute(statement, values).fetchall()

    def execute_each(self, statement: str, rows: Sequence[Sequence[object]]) -> list[list[Row]]:
        """Run one statement with each row of values, and fetch the rows of each run."""
        with translated(sqlite3):
            return [self._connection.execute(statement, values).fetchall() for values in rows]

    def is_dropped(self) -> bool:
        """A file does not hang up."""
        return False

    def close(self) -> None:
        """Close the connection; SQLite rolls an open transaction back."""
        self._connection.close()


class SQLiteDatabase:
    """One file, which only the user of this process may read; its folder has to be there."""

    def __init__(self, path: Path, tables: Tables) -> None:
        self._path = path
        self._connections = Connections(lambda: SQLiteConnection(path))
        path.touch(mode=0o600)
        self._create(tables)

    def execute(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Run one statement in a transaction of its own and fetch its rows."""
        with self._connections.lend() as connection:
            return connection.execute(statement, values)

    def execute_each(self, statement: str, rows: Sequence[Sequence[object]]) -> list[list[Row]]:
        """Run one statement with each row of values, and fetch the rows of each run."""
        with self._connections.lend() as connection:
            return connection.execute_each(statement, rows)

    @contextmanager
    def transaction(self, table: str) -> Iterator[SQLiteConnection]:
        """Open a transaction that alone writes to the file, the table among others."""
        with self._connections.lend() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    def scrub(self, table: str) -> None:
        """Empty the write-ahead log, where the pages as they were before may still stand.

        In the file itself ``secure_delete`` has overwritten what went.
        """
        [(busy, _, _)] = self.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise OperationalError("Readers hold the write-ahead log: scrub again.")

    def close(self) -> None:
        """Close every connection."""
        self._connections.close()

    def _create(self, tables: Tables) -> None:
        connection = SQLiteConnection(self._path)
        try:
            connection.execute("BEGIN IMMEDIATE")
            for statement in tables.sqlite:
                connection.execute(statement)
            connection.execute("COMMIT")
        finally:
            connection.close()
