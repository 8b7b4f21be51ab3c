"""One job's error is its own; what befalls the database is everybody's."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from uuid import uuid4

import psycopg
import pytest
from eventsourcing.persistence import (
    DataError,
    IntegrityError,
    OperationalError,
    PersistenceError,
    StoredEvent,
)

from service.store import batch
from service.store.address import open_database
from service.store.admission import Job, StaleRead
from service.store.ledger import KeyTaken
from service.store.recorder import LogRecorder
from service.store.tables import LOG
from tests.databases import Databases
from tests.store.rows import command, positions, row, rows
from tests.store.threads import at_once

UNENCODABLE = "\ud800"


def test_jobs_of_one_transaction_stand_or_fall_alone(database: Databases) -> None:
    stream, other = uuid4(), uuid4()
    opened = open_database(database.log, LOG)
    jobs = [
        Job(rows(stream, 2), command("first"), {stream: 0}),
        Job([row(other), row(stream, 2)], command("conflict")),
        Job([row(other)], command("stale"), {stream: 1}),
        Job([row(other)], command("first")),
        Job([StoredEvent(other, 1, "test.said", b"{}")], command("formless")),
        Job([row(other)], command("last"), {stream: 2, other: 0}),
    ]
    with opened.transaction("event") as connection:
        outcomes = batch.write(connection, jobs)
    assert [outcomes[0], outcomes[-1]] == [[1, 2], [3]]
    kinds = [type(outcome) for outcome in outcomes[1:-1]]
    assert kinds == [IntegrityError, StaleRead, KeyTaken, DataError]
    opened.close()
    log = LogRecorder(open_database(database.log, LOG))
    assert positions(log) == [1, 2, 3]
    assert [log.find_command(None, key) is None for key in ("conflict", "stale")] == [True, True]
    log.close()


def test_what_the_database_itself_refuses_leaves_no_hole(log: LogRecorder) -> None:
    def refused() -> list[int]:
        return log.insert_events(rows(uuid4(), 2), command=command("bad", digest=UNENCODABLE))

    def good(number: int) -> list[int]:
        return log.insert_events([row(uuid4())], command=command(str(number)))

    for start in range(0, 60, 6):
        work: list[Callable[[], list[int]]] = [partial(good, start + n) for n in range(6)]
        answers = at_once(*work, refused, refused)
        assert all(isinstance(answer, list) for answer in answers[:6])
        assert all(isinstance(answer, UnicodeEncodeError) for answer in answers[6:])
    assert positions(log) == list(range(1, 61))


def test_positions_have_no_holes_through_conflicts(log: LogRecorder) -> None:
    streams = [uuid4() for _ in range(5)]

    def write(stream_number: int) -> int:
        written = 0
        for version in range(1, 21):
            try:
                log.insert_events([row(uuid4()), row(streams[stream_number % 5], version)])
            except IntegrityError:
                continue
            written += 1
        return written

    counts = at_once(*(partial(write, number) for number in range(16)))
    assert sum(count for count in counts if isinstance(count, int)) == 100
    assert positions(log) == list(range(1, 201))
    for stream in streams:
        assert [e.originator_version for e in log.select_events(stream)] == list(range(1, 21))


def test_a_database_that_is_gone_is_told_to_each_caller(
    log: LogRecorder, database: Databases
) -> None:
    log.insert_events([row(uuid4())])
    remove(database)
    answers = at_once(*[lambda: log.insert_events([row(uuid4())])] * 8)
    assert len(answers) == 8
    assert all(isinstance(answer, PersistenceError) for answer in answers)


def remove(database: Databases) -> None:
    if database.kind == "sqlite":
        connection = sqlite3.connect(database.log, isolation_level=None)
        connection.execute("DROP TABLE event")
        connection.close()
    else:
        with psycopg.connect(database.log, autocommit=True) as server:
            server.execute("DROP SCHEMA log CASCADE")


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_lost_connection_is_replaced(log: LogRecorder, database: Databases) -> None:
    log.insert_events([row(uuid4())])
    hang_up(database)
    assert log.insert_events([row(uuid4())]) == [2]
    hang_up(database)
    assert log.max_notification_id() == 2


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_connection_lost_within_a_transaction_writes_nothing(database: Databases) -> None:
    opened = open_database(database.log, LOG)
    transaction = opened.transaction("event")
    connection = transaction.__enter__()
    assert batch.write(connection, [Job([row(uuid4())])]) == [[1]]
    hang_up(database)
    with pytest.raises(OperationalError):
        transaction.__exit__(None, None, None)
    assert opened.execute("SELECT count(*) FROM event") == [(0,)]
    opened.close()


def hang_up(database: Databases) -> None:
    """End every connection to the database but this one, and wait until they are gone."""
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with psycopg.connect(database.log, autocommit=True) as server:
        server.execute(f"SELECT pg_terminate_backend(pid, 5000) {others}".encode())
