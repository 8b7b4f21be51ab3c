"""The log, as the projections read it: pages in order, and one stream at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Protocol
from uuid import UUID

from eventsourcing.persistence import Notification, StoredEvent

from domain.entries import Event

_AT_ONCE = 5_000  # streams read with one statement


class Log(Protocol):
    """What the pump needs of a log; every event that it gives carries its position."""

    def page(self, after: int, limit: int) -> Sequence[Event]:
        """Give the events that follow a position, in order, ``limit`` at most."""

    def stream(self, stream: UUID, upto: int) -> Sequence[Event]:
        """Give the events of a stream up to a position, in order; none where there is no stream."""

    def streams(self, streams: Iterable[UUID], upto: int) -> Mapping[UUID, Sequence[Event]]:
        """Give the events of some streams up to a position, with as few questions as can be."""

    def end(self) -> int:
        """Give the last position; 0 where the log is empty."""

    def position_at(self, instant: datetime) -> int:
        """Find the last position recorded by an instant; 0 where there is none."""


class Recorder(Protocol):
    """What is asked of the recorder of the log: each stored event comes with its position."""

    def select_notifications(
        self, start: int | None, limit: int, *, inclusive_of_start: bool = True
    ) -> Sequence[Notification]:
        """Read a page of the log."""

    def select_events(self, originator_id: UUID) -> Sequence[StoredEvent]:
        """Read one stream."""

    def select_streams(self, ids: Sequence[UUID]) -> Mapping[UUID, Sequence[Notification]]:
        """Read some streams."""

    def max_notification_id(self) -> int | None:
        """Give the last position, or ``None`` where the log is empty."""

    def position_at(self, instant: datetime) -> int:
        """Find the last position recorded by an instant."""


class StoredLog:
    """The log behind a recorder; ``event_of`` makes the event of a stored row."""

    def __init__(self, recorder: Recorder, event_of: Callable[[StoredEvent], Event]) -> None:
        self.recorder = recorder
        self._event_of = event_of

    def page(self, after: int, limit: int) -> Sequence[Event]:
        """Give the events that follow a position."""
        return self._events(
            self.recorder.select_notifications(after, limit, inclusive_of_start=False)
        )

    def stream(self, stream: UUID, upto: int) -> Sequence[Event]:
        """Give the events of a stream up to a position."""
        events = self._events(self.recorder.select_events(stream))
        return [event for event in events if event.position <= upto]

    def streams(self, streams: Iterable[UUID], upto: int) -> Mapping[UUID, Sequence[Event]]:
        """Give the events of some streams up to a position."""
        found: dict[UUID, Sequence[Event]] = {}
        wanted = iter(streams)
        while some := list(islice(wanted, _AT_ONCE)):
            for stream, stored in self.recorder.select_streams(some).items():
                found[stream] = self._events(event for event in stored if event.id <= upto)
        return found

    def end(self) -> int:
        """Give the last position."""
        return self.recorder.max_notification_id() or 0

    def position_at(self, instant: datetime) -> int:
        """Find the last position recorded by an instant."""
        return self.recorder.position_at(instant)

    def _events(self, stored: Iterable[StoredEvent]) -> list[Event]:
        return [self._event_of(event) for event in stored]
