"""The log as JSON Lines: each entry with its place, and its state as it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import msgspec
from eventsourcing.persistence import Notification


class Pages(Protocol):
    """What is exported: a log that is read page by page."""

    def select_notifications(
        self, start: int | None, limit: int, *, inclusive_of_start: bool = True
    ) -> Sequence[Notification]:
        """Read a page of the log."""


def lines(log: Pages, page: int) -> Iterator[bytes]:
    """Give one line an entry, in the order of the log, without the newline.

    The state is not written anew: its bytes stand in the line as they stand in the log.
    """
    position = 0
    while events := log.select_notifications(position, page, inclusive_of_start=False):
        for event in events:
            yield line_of(event)
        position = events[-1].id


def lines_at(log: Pages, positions: Iterable[int], page: int) -> Iterator[bytes]:
    """Give the lines of some positions, which ascend; what lies between them is skipped."""
    held: dict[int, Notification] = {}
    for position in positions:
        if position not in held:
            held = {event.id: event for event in log.select_notifications(position, page)}
        yield line_of(held[position])


def line_of(event: Notification) -> bytes:
    """Put the place of an entry before its state."""
    place = {
        "position": event.id,
        "stream": str(event.originator_id),
        "version": event.originator_version,
        "topic": event.topic,
    }
    return msgspec.json.encode(place)[:-1] + b"," + event.state[1:]
