"""From where one looks back: as of which day, as known at which position."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from projections.log import Log


class Viewpoint(NamedTuple):
    """A day, and the position up to which the log is known; both may lie in the past."""

    as_of: date
    known_at: int

    def bound(self, **values: object) -> dict[str, object]:
        """Give the values that a statement is asked with, with others beside."""
        return {"day": self.as_of.toordinal(), "position": self.known_at, **values}


def position_of(known_at: int | datetime | None, log: Log, reached: int) -> int:
    """Resolve what is asked for to a position: an instant by the log, nothing to what is reached.

    Give at most ``reached``, the position up to which the read models know.
    """
    if known_at is None:
        return reached
    position = log.position_at(known_at) if isinstance(known_at, datetime) else known_at
    return min(position, reached)
