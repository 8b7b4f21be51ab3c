"""Rows of a log and commands of its ledger, with just enough in them to be told apart."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid4

from eventsourcing.persistence import StoredEvent

from service.store.instants import text_of
from service.store.ledger import CommandEntry
from service.store.recorder import LogRecorder

MORNING = datetime(2026, 11, 24, 8, 1, 36, 123456, tzinfo=UTC)


def row(stream: UUID, version: int = 1, at: datetime = MORNING, says: str = "") -> StoredEvent:
    state = f'{{"recorded_at":"{text_of(at)}","says":"{says}"}}'
    return StoredEvent(stream, version, "test.said", state.encode())


def rows(stream: UUID, count: int) -> list[StoredEvent]:
    return [row(stream, version) for version in range(1, count + 1)]


def command(key: str, digest: str = "same", scope: UUID | None = None) -> CommandEntry:
    return CommandEntry(scope, key, digest, uuid4())


def positions(log: LogRecorder) -> list[int]:
    return [event.id for event in log.select_notifications(1, 1_000_000)]
