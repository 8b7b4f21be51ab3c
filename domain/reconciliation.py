"""Two rosters compared: one side states its own list, each difference is answered.

The stream is a pair of committees and the day that a list speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID, uuid5

from domain.decisions import Objections, Streams, decides, not_before
from domain.entries import Event, Stream
from domain.introduction.link import Link
from domain.names import LIENHE
from domain.organization import Bodies, same_on, standing_body
from domain.private import Private
from domain.refusals import BeforeItsGround, NoSuchDifference, NoSuchLink


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


# Differences.


class DifferenceKind(StrEnum):
    """How the residence's list differs from what is on record between the two committees."""

    NOT_AT_RESIDENCE = "NOT_AT_RESIDENCE"
    NOT_AT_WORKPLACE = "NOT_AT_WORKPLACE"
    OTHER_CELL = "OTHER_CELL"
    OTHER_STATE = "OTHER_STATE"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, named by its kind and the link, or the number of an entry without one."""

    kind: DifferenceKind
    link: UUID | None
    entry: StatedEntry | None

    @property
    def key(self) -> str:
        """The name under which it is answered: ``OTHER_CELL:<link>``, ``NOT_AT_WORKPLACE:2``."""
        which = self.link or (self.entry.entry_no if self.entry else "")
        return f"{self.kind}:{which}"


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """The two committees between which rosters are compared."""

    workplace: UUID
    residence: UUID

    @property
    def ids(self) -> tuple[UUID, UUID]:
        """The workplace and the residence."""
        return self.workplace, self.residence

    def has(self, link: Link, day: date, bodies: Bodies) -> bool:
        """Tell whether a link between the two, or what they have taken over, is open on a day."""
        letter = link.open_letter_on(day)
        if letter is None or letter.issuer is None or letter.body is None:
            return False
        ours = same_on(letter.issuer, self.workplace, day, bodies)
        return ours and same_on(letter.body, self.residence, day, bodies)


def pair_of(stated: RosterStated) -> Pair:
    """Name the two committees of a list: the order of their ids in the stream says who is who."""
    if reconciliation_id(stated.by, stated.about, stated.as_on) == stated.originator_id:
        return Pair(stated.by, stated.about)
    return Pair(stated.about, stated.by)


def is_of_residence(stated: RosterStated) -> bool:
    """Tell whether the residence states the list: only such a one opens differences."""
    return pair_of(stated).residence == stated.by


def of_entry(
    entry: StatedEntry, link: Link | None, pair: Pair, day: date, bodies: Bodies
) -> Difference | None:
    """Find how one entry of the residence's list differs from what is on record on its day."""
    if link is None or not pair.has(link, day, bodies):
        return Difference(DifferenceKind.NOT_AT_WORKPLACE, entry.link, entry)
    cell = link.cell_on(day)
    if entry.cell and cell and not same_on(entry.cell, cell, day, bodies):
        return Difference(DifferenceKind.OTHER_CELL, entry.link, entry)
    if (entry.status is StatedStatus.PLACED) != (cell is not None):
        return Difference(DifferenceKind.OTHER_STATE, entry.link, entry)
    return None


# Decide.


@decides(RosterStated)
def state_roster(lists: Reconciliation, entry: RosterStated, streams: Streams) -> Objections:
    """A committee that stands states whom it has, of a day that has been."""
    for body, field in ((entry.by, "by"), (entry.about, "about")):
        yield from standing_body(body, entry.as_on, streams, field)
    if entry.as_on > entry.occurred_on:
        yield BeforeItsGround(field="as_on", day=entry.occurred_on, ground=entry.as_on)
    for stated in entry.entries:
        if stated.link and streams.link(stated.link).member is None:
            yield NoSuchLink(field="entries", link=stated.link)


@decides(DifferenceAnswered)
def answer_difference(
    lists: Reconciliation, entry: DifferenceAnswered, streams: Streams
) -> Objections:
    """An answer names a difference between the residence's list and what is on record."""
    stated = lists.of_residence
    if stated is None or not _differs(stated, entry.difference, streams):
        yield NoSuchDifference(field="difference", difference=entry.difference)
        return
    yield from not_before(entry, stated)


def _differs(stated: RosterStated, key: str, streams: Streams) -> bool:
    pair, day = pair_of(stated), stated.as_on
    kind, _, which = key.partition(":")
    if kind == DifferenceKind.NOT_AT_RESIDENCE:
        link = _id(which)
        listed = {entry.link for entry in stated.entries}
        if link is None or link in listed:
            return False
        return pair.has(streams.link(link), day, streams)
    found = (
        of_entry(e, streams.link(e.link) if e.link else None, pair, day, streams)
        for e in stated.entries
    )
    return any(difference and difference.key == key for difference in found)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


class Reconciliation(Stream):
    """The lists that two committees stated of a day, as their stream has them."""

    @property
    def of_residence(self) -> RosterStated | None:
        """The residence's list, which opens the differences."""
        return next((e for e in self.of(RosterStated) if is_of_residence(e)), None)
