"""What a link is on a day: which letter is under way, since when it is open, in which cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID, uuid5

from domain.entries import Event, Remembered, Stream
from domain.intervals import FOREVER, Interval, before
from domain.introduction.events import (
    GroupAssigned,
    LetterDrafted,
    LetterIssued,
    LetterReceived,
    LetterReturned,
    LetterVoided,
    LinkCarriedOver,
    LinkClosed,
    MemberForwarded,
    MonitorAssigned,
    SlipFiled,
    SlipReturned,
)
from domain.names import LIENHE

AttemptT = TypeVar(
    "AttemptT",
    LinkCarriedOver,
    LetterDrafted,
    LetterIssued,
    LetterReceived,
    LetterReturned,
    LetterVoided,
    SlipReturned,
    SlipFiled,
    LinkClosed,
)


def link_id(member: UUID, residence_no: int) -> UUID:
    """Name the stream of a member's stay: all letters for it, those of a later workplace too."""
    return uuid5(LIENHE, f"link/{member}/{residence_no}")


def paper_number_id(issuer: UUID, year: int, number: str) -> UUID:
    """Name the tiny stream that guards one number of one issuer and year."""
    return uuid5(LIENHE, f"paper/{issuer}/{year}/{number}")


@dataclass(frozen=True)
class Letter:
    """One attempt to introduce: every entry that it has, or none."""

    attempt: int
    carried_over: LinkCarriedOver | None
    drafted: LetterDrafted | None
    issued: LetterIssued | None
    received: LetterReceived | None
    returned: LetterReturned | None
    voided: LetterVoided | None
    slip: SlipReturned | None
    filed: SlipFiled | None
    closed: LinkClosed | None

    @property
    def id(self) -> int:
        """The number of the attempt, which with the link names the letter."""
        return self.attempt

    @property
    def written(self) -> LetterDrafted | LetterIssued | LinkCarriedOver | None:
        """The first entry of the attempt: the draft, the letter, or what was carried over."""
        return self.drafted or self.issued or self.carried_over

    @property
    def issuer(self) -> UUID | None:
        """The workplace committee that introduces."""
        return self.written.issuer if self.written else None

    @property
    def body(self) -> UUID | None:
        """The receiving committee, as the paper has it."""
        paper = self.issued or self.drafted
        if paper:
            return paper.to_body
        return self.carried_over.body if self.carried_over else None

    @property
    def under_way(self) -> bool:
        """Tell whether it is written or issued and nobody has received or ended it."""
        begun = self.drafted or self.issued
        return bool(begun and not (self.received or self.returned or self.voided))

    @property
    def in_force(self) -> bool:
        """Tell whether it was issued and neither returned nor voided."""
        return bool(self.issued and not (self.returned or self.voided))

    @property
    def open_days(self) -> Interval | None:
        """The days of the link that it opened, or ``None`` while it has not arrived."""
        opened = self.received or self.carried_over
        if opened is None:
            return None
        return Interval(opened.occurred_on, self.closed.on if self.closed else FOREVER)


class Link(Stream):
    """One member with one receiving committee, as its stream has it."""

    @property
    def member(self) -> UUID | None:
        """The member whose link it is; ``None`` for a stream that does not exist."""
        first = next(iter(self.of(LetterDrafted, LetterIssued, LinkCarriedOver)), None)
        return first.member if first else None

    @Remembered
    def letters(self) -> Sequence[Letter]:
        """Every attempt, in their order."""
        numbers = {e.attempt for e in self.of(LetterDrafted, LetterIssued, LinkCarriedOver)}
        return [self._letter(number) for number in sorted(numbers)]

    def letter(self, attempt: int) -> Letter | None:
        """Find one attempt."""
        return next((letter for letter in self.letters if letter.attempt == attempt), None)

    @property
    def last_letter(self) -> Letter | None:
        """The attempt that was made last."""
        return next(reversed(self.letters), None)

    def open_letter_on(self, day: date) -> Letter | None:
        """Find the attempt that keeps the link open on that day."""
        return next((x for x in self.letters if x.open_days and day in x.open_days), None)

    def is_open_on(self, day: date) -> bool:
        """Tell whether the link is open: received or carried over, and not closed."""
        return self.open_letter_on(day) is not None

    def cell_on(self, day: date) -> UUID | None:
        """Name the residence cell to which the member is forwarded on that day."""
        letter = self.open_letter_on(day)
        if letter is None:
            return None
        opened = letter.received or letter.carried_over
        moves = [
            f for f in self.of(MemberForwarded) if opened and _after(opened, f) and _by(f, day)
        ]
        if moves:
            return moves[-1].cell
        return letter.carried_over.cell if letter.carried_over else None

    def letter_of_year(self, year: int, day: date) -> Letter | None:
        """Find the attempt of the year that is open on that day, else the last one of the year."""
        of_year = Interval(date(year, 1, 1), date(year + 1, 1, 1))
        known = [x for x in self.letters if x.open_days and _meet(x.open_days, of_year)]
        today = self.open_letter_on(day)
        return today if today in known else next(reversed(known), None)

    def was_open_in(self, year: int, day: date) -> bool:
        """Tell whether the link was open on some day of the year, that day or before it."""
        letter = self.letter_of_year(year, day)
        return bool(letter and letter.open_days and letter.open_days.start <= day)

    def cell_in_year(self, year: int, day: date) -> UUID | None:
        """Name the cell on that day; after the end of the link the last one of the year."""
        letter = self.letter_of_year(year, day)
        if letter is None or letter.open_days is None:
            return None
        return self.cell_on(min(day, before(letter.open_days.end)))

    def last_cell_on(self, day: date) -> UUID | None:
        """Name the cell on that day; where the link has ended, the last one before it."""
        ended = [x.open_days for x in self.letters if x.open_days and x.open_days.end <= day]
        return self.cell_on(day) or next(
            (cell for days in reversed(ended) if (cell := self.cell_on(before(days.end)))), None
        )

    def was_in_cell(self, cell: UUID, year: int, day: date) -> bool:
        """Tell whether the member is in that cell on a day, or last was within the year."""
        return self.cell_in_year(year, day) == cell

    def group_on(self, day: date) -> UUID | None:
        """Name the Party group of the member on that day."""
        assigned = self.last(GroupAssigned, on=day)
        return assigned.group if assigned and self.is_open_on(day) else None

    def monitor_on(self, day: date) -> UUID | None:
        """Name who follows the member on that day."""
        assigned = self.last(MonitorAssigned, on=day)
        return assigned.monitor if assigned and self.is_open_on(day) else None

    def _letter(self, attempt: int) -> Letter:
        return Letter(
            attempt,
            carried_over=self._of_attempt(LinkCarriedOver, attempt),
            drafted=self._of_attempt(LetterDrafted, attempt),
            issued=self._of_attempt(LetterIssued, attempt),
            received=self._of_attempt(LetterReceived, attempt),
            returned=self._of_attempt(LetterReturned, attempt),
            voided=self._of_attempt(LetterVoided, attempt),
            slip=self._of_attempt(SlipReturned, attempt),
            filed=self._of_attempt(SlipFiled, attempt),
            closed=self._of_attempt(LinkClosed, attempt),
        )

    def _of_attempt(self, kind: type[AttemptT], attempt: int) -> AttemptT | None:
        return next((entry for entry in self.of(kind) if entry.attempt == attempt), None)


def _meet(one: Interval, other: Interval) -> bool:
    return one.start < other.end and other.start < one.end


def _after(opened: Event, entry: Event) -> bool:
    return entry.effect_date >= opened.effect_date


def _by(entry: Event, day: date) -> bool:
    return entry.effect_date <= day
