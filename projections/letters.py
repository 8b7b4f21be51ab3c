"""A letter and the link that it opens, as both stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.entries import Event
from domain.introduction.events import (
    LetterDrafted,
    LetterIssued,
    LinkCarriedOver,
)
from domain.introduction.letter import Letter
from domain.introduction.link import Link
from domain.member import Member, MemberEnrolled
from domain.organization import Bodies


class Slip(StrEnum):
    """What became of the slip that answers a letter."""

    NONE = "NONE"
    RETURNED = "RETURNED"
    FILED = "FILED"
    CARRIED_OVER = "CARRIED_OVER"


@dataclass(frozen=True)
class Introduction:
    """A letter with its link, read as of the day that is asked about."""

    link: Link
    letter: Letter
    day: date
    bodies: Bodies

    @property
    def residence_no(self) -> int:
        """The number of the stay for which it was written."""
        return _first(self.letter).residence_no

    @property
    def is_closed(self) -> bool:
        """Whether the link has ended by the day."""
        return self.letter.closed is not None

    @property
    def is_in_force(self) -> bool:
        """Whether it was neither returned nor voided, nor its link closed."""
        return not (self.letter.returned or self.letter.voided or self.is_closed)

    @property
    def is_open(self) -> bool:
        """Whether the link is open: received or carried over, and not closed."""
        return self.letter.open_days is not None and self.day in self.letter.open_days

    @property
    def slip(self) -> Slip:
        """What became of its slip."""
        if self.letter.filed:
            return Slip.FILED
        if self.letter.slip:
            return Slip.RETURNED
        return Slip.CARRIED_OVER if self.letter.carried_over else Slip.NONE

    @property
    def slip_as_sent(self) -> Slip:
        """What the residence knows of its slip: that it left, not what the office did with it."""
        return Slip.RETURNED if self.slip is Slip.FILED else self.slip

    @property
    def cell(self) -> UUID | None:
        """The residence cell in which it last was by the day."""
        return self.link.cell_of(self.letter, self.day)

    @property
    def group(self) -> UUID | None:
        """The Party group assigned since the link came to its cell."""
        return self.link.group_of(self.letter, self.day, self.bodies)

    @property
    def monitor(self) -> UUID | None:
        """Who was named to follow the member since the link came to its cell."""
        return self.link.monitor_of(self.letter, self.day, self.bodies)


def introductions(link: Link, day: date, bodies: Bodies) -> list[Introduction]:
    """Give every letter of a link as it stands on a day, in the order in which they were begun."""
    known = link.as_of(day)
    letters = sorted(known.letters, key=lambda letter: _order(_first(letter)))
    return [Introduction(known, letter, day, bodies) for letter in letters]


def enrolment_of(letter: Letter, member: Member) -> MemberEnrolled | None:
    """Find the enrolment under which a letter was written: the last one begun by then."""
    first = _first(letter)
    enrolled = member.of(MemberEnrolled)
    rested = (first.effect_date, first.position)
    begun = [entry for entry in enrolled if (entry.effect_date, entry.position) <= rested]
    known = begun[-1:] or enrolled[:1]
    return known[0] if known else None


def _first(letter: Letter) -> LinkCarriedOver | LetterDrafted | LetterIssued:
    begun = (letter.carried_over, letter.drafted, letter.issued)
    return min((entry for entry in begun if entry), key=_order)


def _order(entry: Event) -> tuple[date, int]:
    return entry.effect_date, entry.originator_version
