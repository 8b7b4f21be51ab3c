"""One attempt to introduce a member: the letter, its slip, and the link that it opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.intervals import FOREVER, Interval
from domain.introduction.events import (
    LetterDrafted,
    LetterIssued,
    LetterReceived,
    LetterReturned,
    LetterVoided,
    LinkCarriedOver,
    LinkClosed,
    SlipFiled,
    SlipReturned,
)
from domain.organization import Bodies, in_place_of


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

    def receiver_on(self, day: date, bodies: Bodies) -> UUID | None:
        """Name the committee that has it, or is to receive it, on a day: or its successor."""
        return in_place_of(self.body, day, bodies) if self.body else None

    @property
    def cell_before(self) -> UUID | None:
        """The cell of a link that was in force before the record began."""
        return self.carried_over.cell if self.carried_over else None

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
    def opened(self) -> LetterReceived | LinkCarriedOver | None:
        """The entry that opened the link: its arrival, or that it was carried over."""
        return self.received or self.carried_over

    @property
    def open_days(self) -> Interval | None:
        """The days of the link that it opened, or ``None`` while it has not arrived."""
        if self.opened is None:
            return None
        return Interval(self.opened.occurred_on, self.closed.on if self.closed else FOREVER)
