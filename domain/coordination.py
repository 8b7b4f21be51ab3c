"""Common rules that a workplace and a residence committee agree on for each other.

The stream is the pair; both sides sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from domain.entries import Event, Stream
from domain.names import LIENHE


def coordination_id(workplace: UUID, residence: UUID) -> UUID:
    """Name the stream of what a workplace and a residence committee agree on."""
    return uuid5(LIENHE, f"coordination/{workplace}/{residence}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class CoordinationAgreed(Event):
    """Both sides signed common rules, with figures of their own. (Quy chế phối hợp)"""

    TOPIC = "coordination.agreed"
    EFFECT = "from_"
    NATURAL_KEY = ("from_",)

    workplace: UUID
    residence: UUID
    figures: dict[str, Any]
    from_: date
    until: date | None
    signers: tuple[UUID, ...]


@dataclass(frozen=True)
class CoordinationEnded(Event):
    """The agreement holds no longer, from that day on. (Chấm dứt quy chế phối hợp)"""

    TOPIC = "coordination.ended"
    EFFECT = "on"
    NATURAL_KEY = ("agreement",)

    agreement: str
    on: date


class Coordination(Stream):
    """What two committees agreed on, as the stream of the pair has it."""
