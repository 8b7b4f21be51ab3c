"""The log: events in one order without holes, which are added and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NoReturn
from uuid import UUID

from eventsourcing.persistence import (
    ApplicationRecorder,
    Notification,
    NotSupportedError,
    StoredEvent,
)

from service.store import batch, ledger
from service.store.admission import Job
from service.store.batch import Outcome
from service.store.database import Database, Row, uuid_of
from service.store.instants import microseconds_of
from service.store.ledger import CommandEntry
from service.store.writer import Writer

_EVENT = "SELECT stream, version, topic, state, position FROM event"
_UPWARDS = f"{_EVENT} WHERE stream = ? AND version > ? AND version <= ? ORDER BY version LIMIT ?"
_DOWNWARDS = _UPWARDS.replace("ORDER BY version", "ORDER BY version DESC")
_LAST_POSITION = "SELECT max(position) FROM event"
_POSITION_AT = """
    SELECT position FROM event WHERE recorded_at <= ?
    ORDER BY recorded_at DESC, position DESC LIMIT 1
"""
_UNLIMITED = 2**62


class LogRecorder(ApplicationRecorder):
    """The library's recorder over one table of events, with the ledger of commands beside it.

    Every event that is read carries its position (a ``Notification``). Safe for many threads;
    the database is closed with it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writer = Writer(self._write)

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        command: CommandEntry | None = None,
        reads: Mapping[UUID, int] | None = None,
        **others: Any,
    ) -> list[int]:
        """Write events durably and give their positions, which follow one another.

        ``recorded_at`` of an event is raised to that of the position before it where it is
        smaller. ``command`` is entered in the ledger with them; without events it repeats an
        earlier command, whose positions it names. ``reads`` is the version of each stream that
        the decision saw, 0 for none.

        Raise, with nothing written, ``KeyTaken``, ``StaleRead``, ``IntegrityError`` where a
        version of a stream is taken, or ``Overloaded``. After any other error, a connection
        lost during the commit for one, the events may be there or not: look the command up
        before saying no. Whoever simply tries again meets his own write as ``KeyTaken``, or
        without a command as ``IntegrityError``.
        """
        if any(value is not None for value in others.values()):
            raise NotSupportedError(f"The log records no {', '.join(others)}.")
        if not stored_events and command is None:
            return []
        return self._writer.submit(Job(stored_events, command, reads or {}))

    def find_command(self, scope: UUID | None, key: str) -> CommandEntry | None:
        """Look up what was answered under a key of a committee."""
        return ledger.find(self._database, [(scope, key)]).get((scope, key))

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> list[Notification]:
        """Read one stream, in the order of its versions or backwards."""
        bounds = [gt or 0, _UNLIMITED if lte is None else lte]
        most = _UNLIMITED if limit is None else limit
        statement = _DOWNWARDS if desc else _UPWARDS
        return _notifications(
            self._database.execute(statement, [str(originator_id), *bounds, most])
        )

    def select_streams(self, ids: Sequence[UUID]) -> dict[UUID, list[Notification]]:
        """Read some whole streams with one statement, at one state of the log.

        Each id has its list, empty where there is no such stream; 30,000 ids at most.
        """
        streams: dict[UUID, list[Notification]] = {stream: [] for stream in ids}
        if not streams:
            return streams
        statement = f"{_EVENT} WHERE stream IN ({_marks(streams)}) ORDER BY stream, version"
        rows = self._database.execute(statement, [str(stream) for stream in streams])
        for event in _notifications(rows):
            streams[uuid_of(event.originator_id)].append(event)
        return streams

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> list[Notification]:
        """Read a page of the log by position, of some topics only where any are given."""
        above = (start or 0) - int(inclusive_of_start)
        chosen = f" AND topic IN ({_marks(topics)})" if topics else ""
        statement = (
            f"{_EVENT} WHERE position > ? AND position <= ?{chosen} ORDER BY position LIMIT ?"
        )
        values = [above, _UNLIMITED if stop is None else stop, *topics, limit]
        return _notifications(self._database.execute(statement, values))

    def max_notification_id(self) -> int | None:
        """Give the last position, or ``None`` where the log is empty."""
        [(position,)] = self._database.execute(_LAST_POSITION)
        return None if position is None else int(position)

    def position_at(self, instant: datetime) -> int:
        """Find the last position recorded by that instant; 0 where there is none."""
        rows = self._database.execute(_POSITION_AT, [microseconds_of(instant)])
        return int(rows[0][0]) if rows else 0

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> NoReturn:
        """Refuse: what is read is kept up to date by the pump, page by page."""
        raise NotSupportedError("The log has no subscriptions: read it by select_notifications.")

    def close(self) -> None:
        """Write what waits, then close the database."""
        self._writer.close()
        self._database.close()

    def _write(self, jobs: Sequence[Job]) -> list[Outcome]:
        with self._database.transaction("event") as connection:
            return batch.write(connection, jobs)


def _notifications(rows: Iterable[Row]) -> list[Notification]:
    return [
        Notification(uuid_of(stream), version, topic, state, position)
        for stream, version, topic, state, position in rows
    ]


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
