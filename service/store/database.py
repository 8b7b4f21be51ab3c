"""What the log and the keys ask of a database, in the same words for each kind of database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from types import ModuleType
from typing import Any, Protocol
from uuid import UUID

from eventsourcing import persistence

Row = tuple[Any, ...]

_ERRORS = (
    persistence.IntegrityError,
    persistence.DataError,
    persistence.OperationalError,
    persistence.InternalError,
    persistence.ProgrammingError,
    persistence.NotSupportedError,
    persistence.InterfaceError,
    persistence.DatabaseError,
)


class Executes(Protocol):
    """What runs a statement: a connection inside a transaction, or a database around it."""

    def execute(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Run one statement, ``?`` for each value, and fetch its rows, if it gives any.

        Raise the errors of ``eventsourcing.persistence``, whatever the driver calls them.
        """

    def execute_each(self, statement: str, rows: Sequence[Sequence[object]]) -> list[list[Row]]:
        """Run one statement with each row of values, and fetch the rows of each run."""


class Connection(Executes, Protocol):
    """A connection that is lent to one thread at a time."""

    def is_dropped(self) -> bool:
        """Tell whether the other side has closed an idle connection."""

    def close(self) -> None:
        """Close the connection; a transaction still open is rolled back."""


class Database(Executes, Protocol):
    """One database file or schema, with its tables made. Safe for many threads.

    What it executes itself is a transaction for each statement.
    """

    def transaction(self, table: str) -> AbstractContextManager[Connection]:
        """Open a transaction which alone may write to the table, and which ends committed.

        Where it is left by an error nothing of it stays, unless the commit itself failed on a
        lost connection: then nobody knows.
        """

    def scrub(self, table: str) -> None:
        """Remove from the files of the table what its rows no longer say.

        Raise ``OperationalError`` where readers stood in the way: then it has to be done again.
        """

    def close(self) -> None:
        """Close every connection; do it again without harm."""


def uuid_of(value: UUID | str) -> UUID:
    """Give an id that PostgreSQL keeps as one, and SQLite as text."""
    return value if isinstance(value, UUID) else UUID(value)


@contextmanager
def translated(driver: ModuleType) -> Iterator[None]:
    """Raise the errors of a DB-API driver as those of the same name that the library knows."""
    try:
        yield
    except driver.Error as error:
        for known in _ERRORS:
            if isinstance(error, getattr(driver, known.__name__)):
                raise known(str(error)) from error
        raise persistence.PersistenceError(str(error)) from error
