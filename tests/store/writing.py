"""Processes that write to one log, to be run beside the test and killed by it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any
from uuid import UUID, uuid4

from eventsourcing.persistence import IntegrityError, PersistenceError

from service.store.address import open_database
from service.store.recorder import LogRecorder
from service.store.tables import LOG
from tests.databases import Databases
from tests.store.rows import command, row, rows
from tests.store.threads import at_once

_SPAWN = multiprocessing.get_context("spawn")
EVENTS = 3


@contextmanager
def running(work: Callable[..., None], *values: Any) -> Iterator[tuple[BaseProcess, Connection]]:
    """Run work in a process of its own; what it sends can be received."""
    receiver, sender = _SPAWN.Pipe(duplex=False)
    process = _SPAWN.Process(target=work, args=(sender, *values))
    process.start()
    sender.close()
    try:
        yield process, receiver
    finally:
        process.join()
        process.close()
        receiver.close()


def received(receiver: Connection) -> Iterator[Any]:
    """Receive until the other side ends, even in the middle of a word."""
    while True:
        try:
            yield receiver.recv()
        except (EOFError, OSError):
            return


def open_log(database: Databases) -> LogRecorder:
    return LogRecorder(open_database(database.log, LOG))


def write_until_killed(told: Connection, database: Databases, threads: int) -> None:
    """Tell of each command its key before it is written, and its positions after."""
    log, lock = open_log(database), Lock()

    def tell(key: str, positions: list[int] | None) -> None:
        with lock:
            told.send((key, positions))

    def write() -> None:
        for _ in count():
            stream = uuid4()
            tell(str(stream), None)
            tell(str(stream), write_once(log, str(stream)))

    at_once(*[write] * threads)


def write_once(log: LogRecorder, key: str) -> list[int]:
    """Write a command of three events to the stream that its key names."""
    stream = UUID(key)
    return log.insert_events(rows(stream, EVENTS), command=command(key), reads={stream: 0})


def write_so_many(
    told: Connection, database: Databases, threads: int, commands: int, shared: UUID
) -> None:
    """Write commands from several threads, each to its stream and to one that all share."""
    log = open_log(database)
    told.send("open")

    def write(thread: int) -> int:
        tries = 0
        for number in range(commands):
            key, written = f"{thread}/{number}/{uuid4()}", False
            while not written:
                version = len(log.select_events(shared))
                tries += 1
                written = write_to_both(log, key, shared, version)
        return tries

    told.send(
        sum(int(str(tries)) for tries in at_once(*(partial(write, n) for n in range(threads))))
    )
    log.close()


def write_to_both(log: LogRecorder, key: str, shared: UUID, version: int) -> bool:
    try:
        log.insert_events(
            [row(uuid4()), row(shared, version + 1)],
            command=command(key),
            reads={shared: version},
        )
    except IntegrityError:
        return False
    return True


def open_and_close(told: Connection, database: Databases) -> None:
    """Open the application as a web process does, write one event, and close."""
    log = open_log(database)
    told.send(log.insert_events([row(uuid4())]))
    log.close()


def use_over_a_fork(told: Connection, database: Databases) -> None:
    log = open_log(database)
    _tell_of_a_write(told, "parent", log)
    _in_a_fork(lambda: _tell_of_a_write(told, "child", log))
    _tell_of_a_write(told, "parent", log)
    log.close()


def open_before_a_fork(told: Connection, database: Databases) -> None:
    log = open_log(database)
    _in_a_fork(lambda: _tell_of_a_write(told, "child", log))
    _tell_of_a_write(told, "parent", log)
    log.close()


def _in_a_fork(work: Callable[[], None]) -> None:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def _tell_of_a_write(told: Connection, who: str, log: LogRecorder) -> None:
    try:
        told.send(f"{who} {log.insert_events([row(uuid4())])}")
    except PersistenceError as error:
        told.send(f"{who} {type(error).__name__}")
