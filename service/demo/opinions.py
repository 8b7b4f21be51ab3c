"""The yearly opinion on a member: asked for, agreed, drafted, signed, sent, filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from service.demo.bodies import ResidenceCell
from service.demo.days import YEAR
from service.demo.paper import EvaluationOf, LinkOf
from service.demo.people import Member


class Stage(Enum):
    """The acts of an opinion; each rests on the one before it."""

    REQUESTED = auto()
    DRAFTED = auto()
    SIGNED = auto()
    CONFIRMED = auto()
    SENT = auto()
    RECEIVED = auto()
    CONSOLIDATED = auto()
    FILED = auto()


class Defect(Enum):
    """What a slip on paper may lack and still arrive."""

    MEETING = auto()
    FRONT = auto()
    SIGNATURE = auto()
    CONFIRMATION = auto()
    SEAL = auto()


@dataclass(kw_only=True, eq=False)
class Opinion:
    """One opinion: the day of each act, the act that never happens, what the slip lacks."""

    member: Member
    link: LinkOf
    cell: ResidenceCell
    met_on: date
    days: dict[Stage, date]
    levels: dict[str, int]
    remarks: str
    missing: Stage | None = None
    lacks: Defect | None = None

    @property
    def reference(self) -> EvaluationOf:
        """How a paper names the evaluation."""
        return EvaluationOf(self.link, YEAR)

    @property
    def on_paper(self) -> bool:
        """Tell whether the slip comes on paper and is transcribed at the workplace."""
        return not self.cell.ward.online

    @property
    def faulty(self) -> bool:
        """Tell whether a fault is planted in it."""
        return self.missing is not None or self.lacks is not None

    def happens(self, stage: Stage) -> bool:
        """Tell whether an act happens: nothing does from the missing one on."""
        return self.missing is None or stage.value < self.missing.value
