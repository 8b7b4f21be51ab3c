"""The command on the meeting that agrees comments on members."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from domain.collective_meeting import (
    AgreeingBody,
    CollectiveMeetingHeld,
    collective_meeting_id,
)
from service.commands.command import Command
from service.commands.meetings import sides_of_cell
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class HoldCollectiveMeeting(Command):
    """Record the meeting in which a cell's committee, with the Front, agreed its comments."""

    NAME = "hold-collective-meeting"
    TITLE = "Họp lấy ý kiến tập thể"
    ENTITLED = entitled("Rc Ro", "Wo")

    cell: UUID
    body: AgreeingBody
    sat: tuple[UUID, ...]
    of: int
    front_present: bool
    front_count: int = 0
    considered: tuple[UUID, ...]
    minutes_digest: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record who sat, and on whom they agreed."""
        work.begin(self, sides_of_cell(self.cell, work))
        work.record(
            work.collective_meeting(collective_meeting_id(self.cell, self.occurred_on)),
            CollectiveMeetingHeld,
            cell=self.cell,
            body=self.body,
            sat=self.sat,
            of=self.of,
            front_present=self.front_present,
            front_count=self.front_count,
            considered=self.considered,
            minutes_digest=self.minutes_digest,
        )
