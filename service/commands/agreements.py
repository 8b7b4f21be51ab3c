"""Commands on what two committees agree on for each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from domain.coordination import (
    Coordination,
    CoordinationAgreed,
    CoordinationEnded,
    coordination_id,
)
from service.commands.command import Command
from service.officers import Sides, entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class PairCommand(Command):
    """A command about a workplace and a residence committee: the act of both, entered by either."""

    ENTITLED = entitled("Ws Wo Rs Ro", "Wo Ro")

    workplace: UUID
    residence: UUID

    def begin(self, work: UnitOfWork) -> Coordination:
        """Settle for which of the two the officer enters it."""
        work.begin(self, Sides(workplace=self.workplace, residence=self.residence))
        return work.coordination(coordination_id(self.workplace, self.residence))


@dataclass(frozen=True, kw_only=True)
class AgreeCoordination(PairCommand):
    """Record common rules that a secretary of each side signed; ``until`` is the last day of them.

    Their figures hold for what opens while they do, where the rule set leaves them open.
    """

    NAME = "agree-coordination"
    TITLE = "Ký quy chế phối hợp"

    figures: dict[str, Any] = field(default_factory=dict)
    from_: date
    until: date | None = None
    signers: tuple[UUID, ...]

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the agreement."""
        work.record(
            self.begin(work),
            CoordinationAgreed,
            workplace=self.workplace,
            residence=self.residence,
            figures=self.figures,
            from_=self.from_,
            until=self.until,
            signers=self.signers,
        )


@dataclass(frozen=True, kw_only=True)
class EndCoordination(PairCommand):
    """End an agreement of two committees; ``on`` is the first day without it."""

    NAME = "end-coordination"
    TITLE = "Chấm dứt quy chế phối hợp"

    agreement: str
    on: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the end, which names the agreement."""
        work.record(self.begin(work), CoordinationEnded, agreement=self.agreement, on=self.on)
