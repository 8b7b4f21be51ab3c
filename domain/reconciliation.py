"""Two rosters compared: one side states its own list, each difference is answered.

The stream is a pair of committees and the day that a list speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID, uuid5

from domain.entries import Event, Stream
from domain.names import LIENHE
from domain.private import Private


class StatedStatus(StrEnum):
    """How a member stands by the list of the side that states it."""

    RECEIVED = "RECEIVED"
    PLACED = "PLACED"


class DifferenceAnswer(StrEnum):
    """Whose list is right, or that the difference is mended."""

    OURS_RIGHT = "OURS_RIGHT"
    THEIRS_RIGHT = "THEIRS_RIGHT"
    MENDED = "MENDED"


def reconciliation_id(workplace: UUID, residence: UUID, as_on: date) -> UUID:
    """Name the stream of the lists that two committees state of one day."""
    return uuid5(LIENHE, f"reconciliation/{workplace}/{residence}/{as_on}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True, slots=True)
class StatedEntry:
    """One member by a stated list: a link, or a name that no link was found for."""

    ENTRY_ID: ClassVar[str] = "entry_no"

    entry_no: int
    link: UUID | None
    full_name: Private | None
    birth_date: Private | None
    cell: UUID | None
    status: StatedStatus


@dataclass(frozen=True)
class RosterStated(Event):
    """A side states its own list of a day. (Danh sách đối chiếu)"""

    TOPIC = "roster.stated"
    NATURAL_KEY = ("by",)

    by: UUID
    about: UUID
    as_on: date
    entries: tuple[StatedEntry, ...]


@dataclass(frozen=True)
class DifferenceAnswered(Event):
    """One difference is answered, named by kind and link or number. (Trả lời chênh lệch)"""

    TOPIC = "difference.answered"
    NATURAL_KEY = ("difference", "occurred_on")

    difference: str
    answer: DifferenceAnswer
    note: Private | None


class Reconciliation(Stream):
    """The lists that two committees stated of a day, as their stream has them."""
