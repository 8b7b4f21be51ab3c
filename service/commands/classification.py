"""The command by which people decide the yearly level of a member."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from domain.acts import NamedPaper
from domain.classification import ClassificationDecided, classification_id
from service.commands.command import Command, DecisionGiven
from service.commands.reviews import sides_of_workplace
from service.officers import entitled
from service.unit_of_work import UnitOfWork

_BY_THE_COMMITTEE, _BY_THE_CELL = entitled("Ws"), entitled("Wc")


@dataclass(frozen=True, kw_only=True)
class DecideClassification(Command):
    """Record the level that people decided for a member and a year; nothing computes it.

    ``decided_by`` is the member's committee, or his cell where the figure
    ``classification.decided_by`` leaves it to the cells.
    """

    NAME = "decide-classification"
    TITLE = "Xếp loại chất lượng đảng viên"
    ENTITLED = entitled("Ws Wc")

    member: UUID
    year: int
    level: str
    decided_by: UUID
    decision: DecisionGiven | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the decision of a committee by its secretary, of a cell by the cell's."""
        body = work.organization(self.decided_by)
        allowed = _BY_THE_CELL if body.is_part else _BY_THE_COMMITTEE
        work.begin(self, sides_of_workplace(self.decided_by, work), allowed)
        paper = self.decision
        work.record(
            work.classification(classification_id(self.member, self.year)),
            ClassificationDecided,
            member=self.member,
            year=self.year,
            level=self.level,
            decided_by=self.decided_by,
            decision=NamedPaper(paper.number, paper.dated) if paper else None,
        )
