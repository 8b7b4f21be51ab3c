"""A number of a document, and the rows behind it: nothing is counted that cannot be listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Section(StrEnum):
    """A part of a document, in the order in which they follow."""

    INTRODUCTIONS = "INTRODUCTIONS"
    SLIPS = "SLIPS"
    COORDINATION = "COORDINATION"
    SENT_BY_WORKPLACE = "SENT_BY_WORKPLACE"
    SENT_BY_RESIDENCE = "SENT_BY_RESIDENCE"
    RECEIVED = "RECEIVED"
    MEETINGS = "MEETINGS"
    ATTENDANCE = "ATTENDANCE"
    OPINIONS = "OPINIONS"
    GAPS = "GAPS"
    OWED_BY_WORKPLACE = "OWED_BY_WORKPLACE"
    OWED_BY_RESIDENCE = "OWED_BY_RESIDENCE"
    COMMENDED_AND_HANDLED = "COMMENDED_AND_HANDLED"
    OWN_WORK = "OWN_WORK"


class Counted(StrEnum):
    """What is counted besides entries, which are counted by their topics."""

    MEMBERS = "MEMBERS"
    MEETINGS_HELD = "MEETINGS_HELD"
    ATTENDANCE = "ATTENDANCE"
    LEVELS = "LEVELS"
    PROPOSALS = "PROPOSALS"
    OBLIGATIONS = "OBLIGATIONS"
    STATED_COMMENDED = "STATED_COMMENDED"
    STATED_HANDLED = "STATED_HANDLED"


class Place(NamedTuple):
    """Where a number stands: ``name`` is a topic or what is counted, ``detail`` a code."""

    section: Section
    name: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row behind a number; it may count for several, or for none."""

    about: str
    on: date | None = None
    member: UUID | None = None
    body: UUID | None = None
    count: int = 1


@dataclass(frozen=True)
class Number:
    """What some rows come to."""

    place: Place
    lines: Sequence[Line]

    @property
    def count(self) -> int:
        """The number itself."""
        return sum(line.count for line in self.lines)


def numbers(lines: Iterable[tuple[Place, Line]]) -> list[Number]:
    """Gather rows into numbers, section by section, what was met first first, detail by detail."""
    found: dict[Place, list[Line]] = defaultdict(list)
    for place, line in lines:
        found[place].append(line)
    sections, names = list(Section), list(dict.fromkeys(place.name for place in found))

    def order(place: Place) -> tuple[int, int, str]:
        return sections.index(place.section), names.index(place.name), place.detail or ""

    return [Number(place, found[place]) for place in sorted(found, key=order)]
