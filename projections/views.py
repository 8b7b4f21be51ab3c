"""Where the read models lie: an SQLite file of their own, or a schema of a PostgreSQL server.

They are derived. A commit that a power cut takes away takes its place in the log with it, so that
nothing has to wait for the disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    create_engine,
    event,
    inspect,
    make_url,
    select,
    text,
    update,
)
from sqlalchemy.engine import URL
from sqlalchemy.schema import CreateIndex, CreateTable, DDLElement

from projections.columns import TEXT
from projections.dependencies import DEPENDENCY
from projections.index import INDEX_ENTRY
from projections.read_model import AnyReadModel
from projections.standing import STANDING_DUTY

CHECKPOINT = Table(
    "checkpoint",
    MetaData(),
    Column("name", TEXT, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("horizon", Integer, nullable=False),
    Column("edition", BigInteger, nullable=False),
    Column("shape", TEXT, nullable=False),
)
NAME = "views"
LOCK_TIMEOUT = 30.0  # seconds: a page is folded under the lock
_CREATION = 21320  # the advisory lock under which tables are made
_SQLITE_SETTINGS = ("synchronous = NORMAL", "trusted_schema = OFF")
_HERE = CHECKPOINT.c.name == NAME
_SELECT_CHECKPOINT = select(
    CHECKPOINT.c.position, CHECKPOINT.c.horizon, CHECKPOINT.c.edition
).where(_HERE)


class Checkpoint(NamedTuple):
    """How far the read models have come.

    ``horizon`` is the ordinal of the last day for which calendar duties are written ahead;
    ``edition`` changes whenever rows are written otherwise than by going on in the log.
    """

    position: int
    horizon: int
    edition: int


class Views:
    """The tables of some read models, in one place; ``address`` is a file path or a URL."""

    def __init__(self, address: str, models: Sequence[AnyReadModel], schema: str = "views") -> None:
        self.models = tuple(models)
        self.address = address
        self.schema = schema
        self.engine = _engine(address, schema)

    @property
    def tables(self) -> list[Table]:
        """Every table, that of the checkpoint first."""
        books = [CHECKPOINT, INDEX_ENTRY, DEPENDENCY, STANDING_DUTY]
        return books + [table for model in self.models for table in model.versioned.tables]

    def create(self, horizon: date, rules: str) -> None:
        """Make the tables where they do not stand yet, empty and with that horizon.

        Tables of another shape, which other code has made, or that follow other ``rules`` (by the
        digest of a rulebook) are dropped: the log brings them back.
        """
        with self.engine.execution_options(alone=True).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_CREATION})"))
                connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {self.schema}"))
            shape = self._shape(connection, rules)
            if not self._is_of_shape(connection, shape):
                self._clear(connection)
                for statement in self._statements():
                    connection.execute(statement)
                beginning = {"position": 0, "horizon": horizon.toordinal(), "edition": 0}
                connection.execute(CHECKPOINT.insert().values(name=NAME, shape=shape, **beginning))

    def stand(self, rules: str) -> bool:
        """Tell whether the tables are there, in the shape that this code reads, by these rules."""
        with self.engine.connect() as connection:
            return self._is_of_shape(connection, self._shape(connection, rules))

    def drop(self) -> None:
        """Remove the tables and all that they hold."""
        with self.engine.execution_options(alone=True).begin() as connection:
            self._clear(connection)

    def _statements(self) -> Iterator[DDLElement]:
        for table in self.tables:
            yield CreateTable(table)
            yield from map(CreateIndex, sorted(table.indexes, key=lambda index: str(index.name)))

    def _shape(self, connection: Connection, rules: str) -> str:
        """Digest the statements that make the tables, and what their rows follow."""
        statements = (str(s.compile(dialect=connection.dialect)) for s in self._statements())
        return sha256("".join((*statements, rules)).encode()).hexdigest()

    def _is_of_shape(self, connection: Connection, shape: str) -> bool:
        if CHECKPOINT.name not in self._standing(connection):
            return False
        return connection.scalar(select(CHECKPOINT.c.shape).where(_HERE)) == shape

    def _clear(self, connection: Connection) -> None:
        for name in self._standing(connection):
            connection.execute(text(f"DROP TABLE {name}"))

    def _standing(self, connection: Connection) -> Sequence[str]:
        schema = self.schema if connection.dialect.name == "postgresql" else None
        return inspect(connection).get_table_names(schema)

    def checkpoint(self) -> Checkpoint:
        """Read how far the read models have come."""
        with self.reading() as connection:
            return read_checkpoint(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection that sees the tables at one moment."""
        with self.engine.connect() as connection:
            yield connection

    def own_connection(self) -> Connection:
        """Open a connection for somebody who keeps it: it is theirs to close."""
        connection = self.engine.connect()
        connection.detach()
        return connection

    def ask(self, statement: Any, values: Mapping[str, Any]) -> Sequence[Any]:
        """Fetch what a statement selects."""
        with self.reading() as connection:
            return connection.execute(statement, values).all()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def read_checkpoint(connection: Connection) -> Checkpoint:
    """Read how far the read models have come, as that connection sees it."""
    return Checkpoint(*connection.execute(_SELECT_CHECKPOINT).one())


def horizon_of(connection: Connection) -> date:
    """Read the last day for which calendar duties are written ahead."""
    return date.fromordinal(read_checkpoint(connection).horizon)


def move_checkpoint(connection: Connection, old: Checkpoint, new: Checkpoint) -> bool:
    """Move the checkpoint, unless somebody else has moved it first: then nothing happens.

    It comes first in its transaction: it takes the lock under which all the rest is written.
    """
    seen = (CHECKPOINT.c.position == old.position, CHECKPOINT.c.edition == old.edition)
    moved = connection.execute(update(CHECKPOINT).where(_HERE, *seen).values(new._asdict()))
    return moved.rowcount == 1


def _engine(address: str, schema: str) -> Engine:
    if address.startswith(("postgresql://", "postgres://")):
        settings = f"-csearch_path={schema} -csynchronous_commit=off"
        url = make_url(address).set(drivername="postgresql+psycopg")
        return create_engine(url, connect_args={"options": settings})
    Path(address).touch(mode=0o600)
    arguments = {"timeout": LOCK_TIMEOUT, "check_same_thread": False}
    engine = create_engine(URL.create("sqlite", database=address), connect_args=arguments)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver would begin a transaction where it sees fit
    # Of several that switch a new file at the same moment, all but one are told that it is locked.
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")
    for setting in _SQLITE_SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    alone = connection.get_execution_options().get("alone")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if alone else "BEGIN")
