"""The yearly classification of a member: people decide the level, nothing computes it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

from domain.acts import NamedPaper
from domain.entries import Event, Stream
from domain.names import LIENHE


def classification_id(member: UUID, year: int) -> UUID:
    """Name the stream of the classification of a member in a year."""
    return uuid5(LIENHE, f"classification/{member}/{year}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class ClassificationDecided(Event):
    """People decided the level, one of those of the rule set. (Xếp loại chất lượng đảng viên)"""

    TOPIC = "classification.decided"
    NATURAL_KEY = ()

    member: UUID
    year: int
    level: str
    decided_by: UUID
    decision: NamedPaper | None


class Classification(Stream):
    """The classification of a member in a year, as its stream has it."""
