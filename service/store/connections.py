"""Idle connections, lent to one thread at a time and opened as they are needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Generic, TypeVar

from eventsourcing.persistence import InterfaceError, ProgrammingError

from service.store.database import Connection

ConnectionT = TypeVar("ConnectionT", bound=Connection)


class Connections(Generic[ConnectionT]):
    """As many connections as threads ever asked at once; what fails is closed and never lent again.

    The first use ties them to the process: neither database survives being shared over a fork.
    """

    def __init__(self, connect: Callable[[], ConnectionT]) -> None:
        self._connect = connect
        self._idle: list[ConnectionT] = []
        self._lock = Lock()
        self._closed = False
        self._process: int | None = None

    @contextmanager
    def lend(self) -> Iterator[ConnectionT]:
        """Lend a connection; an error inside closes it, and with it the transaction it was in."""
        connection = self._take()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        self._give_back(connection)

    def close(self) -> None:
        """Close what is idle now, and what is lent as it comes back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _take(self) -> ConnectionT:
        while (connection := self._last_used()) is not None:
            if not connection.is_dropped():
                return connection
            connection.close()
        return self._connect()

    def _last_used(self) -> ConnectionT | None:
        with self._lock:
            if self._closed:
                raise InterfaceError("The database has been closed.")
            if self._process not in (None, os.getpid()):
                raise ProgrammingError("The database was in use before a fork: open it after.")
            self._process = os.getpid()
            return self._idle.pop() if self._idle else None

    def _give_back(self, connection: ConnectionT) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()
