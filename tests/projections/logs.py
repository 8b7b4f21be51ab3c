"""A log in memory, for tests of what reads it; the log of the service has tests of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from domain.entries import Event


class MemoryLog:
    def __init__(self, events: Sequence[Event] = ()) -> None:
        self.events: list[Event] = []
        self.kept: dict[UUID, list[Event]] = defaultdict(list)
        for event in events:
            self.append(event)

    def append(self, event: Event) -> None:
        assert event.position == len(self.events) + 1
        self.kept[event.originator_id].append(event)
        self.events.append(event)

    def page(self, after: int, limit: int) -> Sequence[Event]:
        return self.events[after : after + limit]

    def stream(self, stream: UUID, upto: int) -> Sequence[Event]:
        return [event for event in self.kept.get(stream, ()) if event.position <= upto]

    def streams(self, streams: Iterable[UUID], upto: int) -> dict[UUID, Sequence[Event]]:
        return {stream: self.stream(stream, upto) for stream in streams}

    def end(self) -> int:
        return len(self.events)

    def position_at(self, instant: datetime) -> int:
        return sum(event.timestamp <= instant for event in self.events)
