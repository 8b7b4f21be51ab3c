"""The leaf of an event: the bytes that a tree over the log is made of. Frozen by docs/format.md."""

from __future__ import annotations

from eventsourcing.persistence import Notification


def leaf(event: Notification) -> bytes:
    """Give position, stream, version and topic, a line each, and then the state as it is stored."""
    place = f"{event.id}\n{event.originator_id}\n{event.originator_version}\n{event.topic}\n"
    return f"lienhe/event/1\n{place}".encode() + event.state
