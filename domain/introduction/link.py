"""What a link is on a day: which letter is under way, since when it is open, in which cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID, uuid5

from domain.entries import Event, EventT, Remembered, Stream
from domain.intervals import Interval, before, overlap
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
from domain.introduction.letter import Letter
from domain.names import LIENHE
from domain.organization import Bodies, in_place_of, same_on

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

    def letter_behind(self, entry: Event) -> Letter | None:
        """Find the attempt to which an entry without one belongs: the last begun before it."""
        begun = self.of(LetterDrafted, LetterIssued, LinkCarriedOver)
        earlier = [e for e in begun if _order(e) < _order(entry)]
        own = next(reversed(earlier), next(iter(begun), None))
        return self.letter(own.attempt) if own else None

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
        return self.cell_of(letter, day) if letter else None

    def cell_of(self, letter: Letter, day: date) -> UUID | None:
        """Name the cell to which a letter had brought the member by a day."""
        forwarded = self._within(MemberForwarded, letter, day)
        return forwarded[-1].cell if forwarded else letter.cell_before

    def came_by(self, day: date, bodies: Bodies) -> MemberForwarded | None:
        """Find the forwarding that brought the member to the cell in which he is on that day.

        ``None`` where he is in none, or in that of the link that was carried over.
        """
        letter = self.open_letter_on(day)
        return next(reversed(self._moves(letter, day, bodies)), None) if letter else None

    def receiver_on(self, day: date, bodies: Bodies) -> UUID | None:
        """Name the committee that has the open link on a day: the addressee, or its successor."""
        letter = self.open_letter_on(day)
        return letter.receiver_on(day, bodies) if letter else None

    def host_on(self, day: date, bodies: Bodies) -> UUID | None:
        """Name the cell that has the member on a day: that of the paper, or its successor."""
        cell = self.cell_on(day)
        return in_place_of(cell, day, bodies) if cell else None

    def host_of_year(self, year: int, day: date, bodies: Bodies) -> UUID | None:
        """Name the cell that acts on a day for the link of a year, whether it has ended or not."""
        cell = self.cell_in_year(year, day)
        return in_place_of(cell, day, bodies) if cell else None

    def letter_of_year(self, year: int, day: date) -> Letter | None:
        """Find the attempt of the year that is open on that day, else the last one of the year."""
        of_year = Interval(date(year, 1, 1), date(year + 1, 1, 1))
        known = [x for x in self.letters if x.open_days and overlap(x.open_days, of_year)]
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

    def group_on(self, day: date, bodies: Bodies) -> UUID | None:
        """Name the Party group of the member on that day."""
        letter = self.open_letter_on(day)
        return self.group_of(letter, day, bodies) if letter else None

    def group_of(self, letter: Letter, day: date, bodies: Bodies) -> UUID | None:
        """Name the group in which a letter had placed the member by a day, in his last cell."""
        assigned = self._in_last_cell(GroupAssigned, letter, day, bodies)
        return assigned[-1].group if assigned else None

    def monitor_on(self, day: date, bodies: Bodies) -> UUID | None:
        """Name who follows the member on that day."""
        letter = self.open_letter_on(day)
        return self.monitor_of(letter, day, bodies) if letter else None

    def monitor_of(self, letter: Letter, day: date, bodies: Bodies) -> UUID | None:
        """Name who followed the member of a letter by a day, in his last cell."""
        assigned = self._in_last_cell(MonitorAssigned, letter, day, bodies)
        return assigned[-1].monitor if assigned else None

    def _in_last_cell(
        self, kind: type[EventT], letter: Letter, day: date, bodies: Bodies
    ) -> list[EventT]:
        """Select what was entered since the member came to his cell from another one.

        What was done before he came to the first one counts too.
        """
        moves = self._moves(letter, day, bodies)
        anew = moves if letter.cell_before else moves[1:]
        done = self._within(kind, letter, day)
        return [e for e in done if not anew or _order(e) > _order(anew[-1])]

    def _moves(self, letter: Letter, day: date, bodies: Bodies) -> list[MemberForwarded]:
        """Select the forwardings that brought the member of a letter to another cell, by a day."""
        cell = letter.cell_before
        moves = []
        for forwarded in self._within(MemberForwarded, letter, day):
            if cell is None or not same_on(cell, forwarded.cell, forwarded.occurred_on, bodies):
                moves.append(forwarded)
            cell = forwarded.cell
        return moves

    def _within(self, kind: type[EventT], letter: Letter, day: date) -> list[EventT]:
        """Select the entries from the days on which a letter kept the link open, by a day."""
        days = letter.open_days
        return [e for e in self.of(kind) if days and e.effect_date in days and e.effect_date <= day]

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


def _order(entry: Event) -> tuple[date, int]:
    return entry.effect_date, entry.originator_version
