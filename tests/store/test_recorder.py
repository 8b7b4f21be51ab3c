from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from eventsourcing.persistence import (
    DataError,
    IntegrityError,
    InterfaceError,
    NotSupportedError,
    StoredEvent,
)

from service.store.address import open_database
from service.store.recorder import LogRecorder
from service.store.tables import LOG
from tests.databases import Databases
from tests.store.rows import MORNING, positions, row, rows
from tests.store.threads import at_once

STREAM = UUID("11111111-1111-4111-8111-111111111111")
MICROSECOND = timedelta(microseconds=1)


def raw(database: Databases, statement: str) -> list[tuple[object, ...]]:
    """Run a statement past the recorder, as somebody with the password would."""
    if database.kind == "sqlite":
        connection = sqlite3.connect(database.log, isolation_level=None)
        try:
            return connection.execute(statement).fetchall()
        finally:
            connection.close()
    with psycopg.connect(database.log, options="-c search_path=log", autocommit=True) as server:
        cursor = server.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


def recorded_at(event: StoredEvent) -> str:
    return str(json.loads(event.state)["recorded_at"])


def test_an_empty_log(log: LogRecorder) -> None:
    assert log.max_notification_id() is None
    assert log.position_at(MORNING) == 0
    assert log.select_events(STREAM) == []
    assert log.select_streams([]) == {}
    assert log.select_notifications(1, 10) == []
    assert log.insert_events([]) == []


def test_positions_begin_at_one_and_follow_one_another(log: LogRecorder) -> None:
    assert log.insert_events(rows(STREAM, 3)) == [1, 2, 3]
    assert log.insert_events([row(uuid4()), row(STREAM, 4)]) == [4, 5]
    assert log.max_notification_id() == 5


def test_a_stream_is_read_with_positions(log: LogRecorder) -> None:
    log.insert_events([row(uuid4()), *rows(STREAM, 4)])
    events = log.select_events(STREAM)
    assert [(e.originator_id, e.originator_version, e.id) for e in events] == [
        (STREAM, 1, 2),
        (STREAM, 2, 3),
        (STREAM, 3, 4),
        (STREAM, 4, 5),
    ]
    assert events[0].topic == "test.said"
    assert events[0].state == row(STREAM).state


@pytest.mark.parametrize(
    ("bounds", "versions"),
    [
        ({"gt": 1}, [2, 3, 4]),
        ({"lte": 2}, [1, 2]),
        ({"gt": 1, "lte": 3}, [2, 3]),
        ({"lte": 0}, []),
        ({"desc": True}, [4, 3, 2, 1]),
        ({"desc": True, "limit": 1}, [4]),
        ({"limit": 2}, [1, 2]),
    ],
    ids=str,
)
def test_a_part_of_a_stream(log: LogRecorder, bounds: dict[str, int], versions: list[int]) -> None:
    log.insert_events(rows(STREAM, 4))
    found = log.select_events(STREAM, **bounds)  # type: ignore[arg-type]
    assert [event.originator_version for event in found] == versions


def test_several_streams_at_once(log: LogRecorder) -> None:
    other, absent = uuid4(), uuid4()
    log.insert_events([*rows(STREAM, 2), *rows(other, 3)])
    streams = log.select_streams([other, absent, STREAM, other])
    assert list(streams) == [other, absent, STREAM]
    assert streams[absent] == []
    assert streams[other] == log.select_events(other)
    assert streams[STREAM] == log.select_events(STREAM)


def test_pages_of_the_log(log: LogRecorder) -> None:
    log.insert_events(rows(STREAM, 5))
    other = StoredEvent(uuid4(), 1, "test.other", row(STREAM).state)
    log.insert_events([other])

    def page(start: int | None, limit: int, stop: int | None = None, **which: Any) -> list[int]:
        return [event.id for event in log.select_notifications(start, limit, stop, **which)]

    assert page(None, 100) == [1, 2, 3, 4, 5, 6]
    assert page(2, 2) == [2, 3]
    assert page(2, 2, inclusive_of_start=False) == [3, 4]
    assert page(2, 100, 4) == [2, 3, 4]
    assert page(1, 100, topics=("test.other", "test.unheard_of")) == [6]


def test_a_version_is_taken_once(log: LogRecorder) -> None:
    log.insert_events(rows(STREAM, 2))
    with pytest.raises(IntegrityError):
        log.insert_events([row(uuid4()), row(STREAM, 2)])
    assert positions(log) == [1, 2]


def test_a_stream_has_no_holes(log: LogRecorder) -> None:
    with pytest.raises(IntegrityError):
        log.insert_events([row(STREAM, 1), row(STREAM, 3)])
    assert positions(log) == []


def test_nothing_is_recorded_before_what_stands_in_front_of_it(log: LogRecorder) -> None:
    late = MORNING + timedelta(hours=1)
    log.insert_events([row(STREAM, 1, at=late)])
    log.insert_events([row(STREAM, 2, at=MORNING, says="Đã nhận"), row(STREAM, 3, at=MORNING)])
    log.insert_events([row(STREAM, 4, at=late + MICROSECOND)])
    events = log.select_events(STREAM)
    assert [recorded_at(event) for event in events] == [
        "2026-11-24T09:01:36.123456Z",
        "2026-11-24T09:01:36.123456Z",
        "2026-11-24T09:01:36.123456Z",
        "2026-11-24T09:01:36.123457Z",
    ]
    assert json.loads(events[1].state)["says"] == "Đã nhận"


def test_an_instant_names_a_position(log: LogRecorder) -> None:
    late = MORNING + timedelta(hours=1)
    log.insert_events([row(STREAM, 1), row(STREAM, 2)])
    log.insert_events([row(STREAM, 3, at=late)])
    log.insert_events([row(STREAM, 4, at=MORNING)])
    assert log.position_at(MORNING - MICROSECOND) == 0
    assert log.position_at(MORNING) == 2
    assert log.position_at(late - MICROSECOND) == 2
    assert log.position_at(late) == 4
    assert log.position_at(late.astimezone(timezone(timedelta(hours=7)))) == 4
    assert log.position_at(datetime(9999, 12, 31, tzinfo=UTC)) == 4
    with pytest.raises(ValueError, match="time zone"):
        log.position_at(MORNING.replace(tzinfo=None))


@pytest.mark.parametrize(
    "state",
    [
        b"{}",
        b'{"recorded_at":"2026-11-24T08:01:36Z","occurred_on":"2026-11-24"}',
        b'{"recorded_at":"2026-11-24T08:01:36.123456+07:00"}',
        b'{"says":"","recorded_at":"2026-11-24T08:01:36.123456Z"}',
        b"",
    ],
)
def test_a_state_begins_with_its_instant(log: LogRecorder, state: bytes) -> None:
    with pytest.raises(DataError):
        log.insert_events([StoredEvent(STREAM, 1, "test.said", state)])
    assert positions(log) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET topic = 'test.other'",
        "UPDATE event SET position = 7 WHERE position = 1",
        "DELETE FROM event",
        "DELETE FROM event WHERE position = 2",
    ],
)
def test_the_log_is_never_rewritten(log: LogRecorder, database: Databases, statement: str) -> None:
    log.insert_events(rows(STREAM, 2))
    before = log.select_events(STREAM)
    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError), match="an event is never"):
        raw(database, statement)
    assert log.select_events(STREAM) == before


def test_the_log_is_not_emptied_or_replaced(log: LogRecorder, database: Databases) -> None:
    log.insert_events(rows(STREAM, 2))
    before = log.select_events(STREAM)
    replace = "INSERT OR REPLACE INTO event SELECT {}, topic, state, recorded_at FROM event"
    replacing = {
        "postgresql": ["TRUNCATE event"],
        "sqlite": [replace.format("1, stream, 3"), replace.format("9, stream, 1")],
    }
    for statement in replacing[database.kind]:
        with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
            raw(database, statement)
    assert log.select_events(STREAM) == before


def test_the_columns_can_be_read_by_anybody(log: LogRecorder, database: Databases) -> None:
    log.insert_events([row(STREAM)])
    [(position, stream, version, topic, state, instant)] = raw(database, "SELECT * FROM event")
    assert (position, version, topic) == (1, 1, "test.said")
    assert stream == (str(STREAM) if database.kind == "sqlite" else STREAM)
    assert state == row(STREAM).state
    assert instant == 1_795_507_296_123_456


def test_the_log_is_there_when_it_is_opened_again(database: Databases) -> None:
    for version in (1, 2, 3):
        log = LogRecorder(open_database(database.log, LOG))
        assert log.insert_events([row(STREAM, version)]) == [version]
        log.close()


def test_a_new_log_is_opened_by_many_at_once(database: Databases) -> None:
    def use() -> list[int]:
        log = LogRecorder(open_database(database.log, LOG))
        written = log.insert_events([row(uuid4())])
        log.close()
        return written

    answers = at_once(*[use] * 8)
    assert sorted(map(str, answers)) == [f"[{position}]" for position in range(1, 9)]


def test_a_closed_log_says_so(log: LogRecorder) -> None:
    log.close()
    log.close()
    with pytest.raises(InterfaceError):
        log.insert_events([row(STREAM)])
    with pytest.raises(InterfaceError):
        log.max_notification_id()


def test_what_the_log_does_not_do(log: LogRecorder) -> None:
    with pytest.raises(NotSupportedError, match="select_notifications"):
        log.subscribe()
    with pytest.raises(NotSupportedError, match="tracking"):
        log.insert_events([row(STREAM)], tracking="somewhere")
    assert log.insert_events([row(STREAM)], tracking=None) == [1]
