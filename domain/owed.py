"""What people say about one obligation: put off for a while, or explained and accepted.

An obligation itself is derived; only what is said about it is an event. The stream is its key.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from domain.entries import Event, Stream
from domain.names import LIENHE


def owed_id(key: str) -> UUID:
    """Name the stream of what is said about the obligation with this key."""
    return uuid5(LIENHE, f"obligation/{key}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class ObligationSnoozed(Event):
    """Out of the work list until that day, the first on it again; a gap stays one. (Hoãn nhắc)"""

    TOPIC = "obligation.snoozed"
    NATURAL_KEY = ("occurred_on",)

    obligation: str
    until: date
    reason: str


@dataclass(frozen=True)
class GapExplained(Event):
    """The gap cannot be cured; it was explained and accepted. (Giải trình)

    ``accepted_by`` is an officer of the side to which it is owed, or of the committee above.
    """

    TOPIC = "obligation.gap_explained"
    NATURAL_KEY = ()

    obligation: str
    reason: str
    accepted_by: UUID


class Owed(Stream):
    """What was said about one obligation, as its stream has it."""
