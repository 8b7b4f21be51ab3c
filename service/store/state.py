"""The one thing that the writer reads in a stored state: when it was recorded.

``recorded_at`` stands at the front in a fixed width, so that it can be raised under the write
lock without reading, or writing anew, what follows it.
"""

from __future__ import annotations

from datetime import datetime

from eventsourcing.persistence import DataError

from service.store.instants import WIDTH, instant_of, microseconds_of, text_of

_FRONT = b'{"recorded_at":"'
_END = len(_FRONT) + WIDTH


def recorded_at(state: bytes) -> int:
    """Read the instant at the front, in microseconds; raise ``DataError`` where there is none."""
    try:
        instant = datetime.fromisoformat(state[len(_FRONT) : _END].decode("ascii"))
        if state.startswith(_FRONT) and state[_END - 1 : _END + 1] == b'Z"':
            return microseconds_of(instant)
    except ValueError:
        pass
    raise DataError("A stored state begins with recorded_at, to the microsecond and in UTC.")


def recorded_again(state: bytes, microseconds: int) -> bytes:
    """Give the state with another instant at its front."""
    return _FRONT + text_of(instant_of(microseconds)).encode() + state[_END:]
