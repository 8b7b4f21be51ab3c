"""A link on a day: its letters, whether it is open, the cell it is in, whether it is eligible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tests.reference.bodies import groups_of, present_body
from tests.reference.history import Entry, History
from tests.reference.members import Enrolment, declarations, enrolments
from tests.reference.stops import is_exempt, is_suspended

STARTS = ("letter.drafted", "letter.issued", "link.carried_over")
PLACINGS = ("link.forwarded", "link.carried_over")


@dataclass(frozen=True, eq=False)
class Letter:
    """One attempt to introduce a member, with what happened to it and to the link it opened.

    ``enrolment`` is the one under which it was written.
    """

    link: str
    attempt: int
    enrolment: Enrolment
    entries: tuple[Entry, ...]

    def all(self, *topics: str) -> list[Entry]:
        """List its entries of some topics."""
        return [entry for entry in self.entries if entry.topic in topics]

    def first(self, topic: str) -> Entry | None:
        """Find its first entry of a topic."""
        return next(iter(self.all(topic)), None)

    @property
    def start(self) -> Entry:
        """The entry that says whose letter it is, and to whom it goes."""
        return self.all(*STARTS)[-1]

    @property
    def member(self) -> str:
        """Who is introduced."""
        return str(self.start["member"])

    @property
    def residence_no(self) -> int:
        """The number of the stay that it is written for."""
        return int(self.start["residence_no"])

    @property
    def body(self) -> str:
        """The receiving body that it names."""
        start = self.start
        return str(start["body"] if start.topic == "link.carried_over" else start["to_body"])

    @property
    def carried_over(self) -> bool:
        """Such a link opens none of G01-G08 (4.1-9)."""
        return self.first("link.carried_over") is not None

    @property
    def opening(self) -> Entry | None:
        """What opened the link: receipt, or being carried over."""
        return next(iter(self.all("letter.received", "link.carried_over")), None)

    @property
    def undoing(self) -> Entry | None:
        """What took it back so that another is due: return, voiding, closing as VOIDED (G01)."""
        closed_void = [e for e in self.all("link.closed") if e["reason"] == "VOIDED"]
        undone = [*self.all("letter.returned", "letter.voided"), *closed_void]
        return min(undone, key=lambda entry: entry.order, default=None)

    def is_closed(self, day: date) -> bool:
        """`closed on` is the first day without (4.1-4)."""
        return any(entry.effect <= day for entry in self.all("link.closed"))

    def is_open(self, day: date) -> bool:
        """The link is open from receipt until it is closed."""
        opening = self.opening
        return opening is not None and opening.effect <= day and not self.is_closed(day)

    def cell(self, day: date) -> str | None:
        """Name the residence cell that the member was last forwarded to by a day, while open."""
        open_ = [e for e in self.all(*PLACINGS) if e.effect <= day and not self.is_closed(e.effect)]
        placed = [entry for entry in open_ if entry["cell"]]
        return str(placed[-1]["cell"]) if placed else None


@lru_cache(maxsize=1)
def letters(past: History) -> tuple[Letter, ...]:
    """List every letter on record."""
    streams = {entry.stream for topic in STARTS for entry in past.all(topic)}
    return tuple(letter for stream in sorted(streams) for letter in _letters_in(past, stream))


def letters_of(past: History, member: str) -> list[Letter]:
    """List the letters of a member."""
    return [letter for letter in letters(past) if letter.member == member]


def current_letter(past: History, link: str) -> Letter | None:
    """Find the last attempt of a link."""
    attempts = [letter for letter in letters(past) if letter.link == link]
    return attempts[-1] if attempts else None


def eligible_cell(past: History, letter: Letter, day: date) -> str | None:
    """Name the cell in which a link is eligible on a day, None if it is not (4.1-5)."""
    cell = letter.cell(day)
    member = letter.member
    stopped = (
        cell is None
        or not letter.is_open(day)
        or letter.enrolment.is_over(day)
        or is_exempt(past, member, "A", day)
        or is_exempt(past, member, "B", day)
        or is_suspended(past, member, day)
    )
    return None if stopped or cell is None else present_body(past, cell, day)


def household_of(past: History, letter: Letter, day: date) -> str | None:
    """Name the household of a link on a day: that of its own residence."""
    own = [
        entry
        for entry in declarations(past, letter.member, day)
        if entry["residence_no"] == letter.residence_no
    ]
    return own[-1]["household"] if own else None


def is_group_of(past: History, group: str, cell: str, day: date) -> bool:
    """Tell whether a Party group belongs to a cell on a day."""
    return group in groups_of(past, cell, day)


def _letters_in(past: History, link: str) -> list[Letter]:
    """Split a link's entries by attempt, in the order of the attempts.

    Entries without `attempt` belong to the last attempt before them (stream `link`).
    """
    attempts: dict[int, list[Entry]] = {}
    entries = past.of(link)
    attempt = next(int(entry["attempt"]) for entry in entries if entry.topic in STARTS)
    for entry in entries:
        if entry.topic in STARTS:
            attempt = entry["attempt"]
        attempts.setdefault(entry.facts.get("attempt", attempt), []).append(entry)
    found = (_letter(past, link, number, attempts[number]) for number in attempts)
    return [letter for letter in found if letter is not None]


def _letter(past: History, link: str, attempt: int, entries: list[Entry]) -> Letter | None:
    starts = [entry for entry in entries if entry.topic in STARTS]
    enrolment = _enrolment_of(past, starts[0]) if starts else None
    return Letter(link, attempt, enrolment, tuple(entries)) if enrolment else None


def _enrolment_of(past: History, start: Entry) -> Enrolment | None:
    """The enrolment that a letter rests on: the last one begun by its day, else the first."""
    known = enrolments(past, start["member"])
    begun = [enrolment for enrolment in known if enrolment.entry.order <= start.order]
    return [*known[:1], *begun][-1] if known else None
