"""What read models say of one body, to be asked twice: of those that stand, and of new ones.

New ones follow from the log alone. Where both say the same, what is read is what was entered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain.obligations.obligation import Obligation
from domain.rulebook import Rulebook
from projections.introduced import Introduced, Stage, introduced
from projections.log import Log
from projections.obligations import gaps, obligations
from projections.pump import Pump
from projections.roster import OnRoster, State, roster
from projections.viewpoint import Viewpoint
from projections.views import Views
from projections.year_review import MemberReview, reviews


class Asking(NamedTuple):
    """Of which body is asked: its committee, itself where it is a cell; and which year."""

    body: UUID
    committee: UUID
    cells: tuple[UUID, ...]
    year: int


@dataclass(frozen=True)
class Answers:
    """All that a body may ask for, from one viewpoint; private values stay sealed."""

    roster: Sequence[OnRoster]
    introduced: Sequence[Introduced]
    gaps: Sequence[Obligation]
    obligations: Sequence[Obligation]
    classification_inputs: Sequence[MemberReview]

    def differing(self, other: Answers) -> list[str]:
        """Name the questions that others answer otherwise."""
        names = (field.name for field in fields(self))
        return [name for name in names if getattr(self, name) != getattr(other, name)]


def answers(views: Views, asking: Asking, viewpoint: Viewpoint) -> Answers:
    """Ask read models for everything about one body."""
    committees, cells = [asking.committee], asking.cells
    return Answers(
        roster(views, committees, viewpoint, cells=cells, states=list(State)),
        introduced(views, committees, viewpoint, cells=cells, stages=list(Stage)),
        gaps(views, [asking.body], viewpoint),
        obligations(views, [asking.body], viewpoint),
        reviews(views, committees, asking.year, viewpoint, cells=cells),
    )


def build(log: Log, fresh: Views, rulebook: Rulebook, horizon: date, position: int) -> None:
    """Build read models in a fresh place, up to a position of the log."""
    pump = Pump(log, fresh, rulebook, horizon)
    try:
        pump.catch_up(position)
    finally:
        pump.close()
