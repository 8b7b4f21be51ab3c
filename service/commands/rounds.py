"""Commands on the yearly round of a workplace committee."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from domain.private import Personal
from domain.round import (
    FocusEntry,
    FocusListNamed,
    FocusReason,
    RoundClosed,
    RoundMode,
    RoundOpened,
    round_id,
)
from service.commands.command import Command
from service.officers import Sides, entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class OpenRound(Command):
    """Open the yearly round: opinions are asked of all members, or of those to be named."""

    NAME = "open-round"
    TITLE = "Mở đợt lấy ý kiến"
    ENTITLED = entitled("Ws Wo")

    committee: UUID
    year: int
    mode: RoundMode
    figures: dict[str, Any] = field(default_factory=dict)

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the opening with its local figures."""
        work.begin(self, Sides(workplace=self.committee))
        work.record(
            work.round(round_id(self.committee, self.year)),
            RoundOpened,
            committee=self.committee,
            year=self.year,
            mode=self.mode,
            figures=self.figures,
        )


@dataclass(frozen=True, kw_only=True)
class FocusGiven:
    """One member of whom an opinion is asked, and why, as it is entered."""

    member: UUID
    reason: FocusReason


@dataclass(frozen=True, kw_only=True)
class NameFocusList(Command):
    """Name of whom opinions are asked in a focused round; replaces the list before."""

    NAME = "name-focus-list"
    TITLE = "Đề xuất danh sách lấy ý kiến"
    ENTITLED = entitled("Ws Wo")

    committee: UUID
    year: int
    entries: tuple[FocusGiven, ...]

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the names; the reasons are sealed."""
        work.begin(self, Sides(workplace=self.committee))
        named = (FocusEntry(e.member, Personal(e.member, e.reason)) for e in self.entries)
        work.record(
            work.round(round_id(self.committee, self.year)), FocusListNamed, entries=tuple(named)
        )


@dataclass(frozen=True, kw_only=True)
class CloseRound(Command):
    """Close the year's round."""

    NAME = "close-round"
    TITLE = "Kết thúc đợt lấy ý kiến"
    ENTITLED = entitled("Ws Wo")

    committee: UUID
    year: int
    on: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the end."""
        work.begin(self, Sides(workplace=self.committee))
        work.record(work.round(round_id(self.committee, self.year)), RoundClosed, on=self.on)
