"""The yearly opinion on a member: asked for, agreed, drafted, signed, sent, filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from service.demo.bodies import ResidenceCell
from service.demo.days import YEAR
from service.demo.gaps import RULES, late_after, late_from
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
    filed_late_on: date | None = None

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

    def entered_on(self, stage: Stage) -> date:
        """Say when the paper of an act is entered."""
        late = self.filed_late_on if stage is Stage.FILED else None
        return late or self.days[stage]

    def late_from(self, stage: Stage) -> date:
        """Name the first day on which an act is late: then it is a gap that it has not happened."""
        days = self.days
        match stage:
            case Stage.REQUESTED:
                return late_after("round.request_by")
            case Stage.DRAFTED | Stage.SENT:
                return self._overdue_from()
            case Stage.SIGNED | Stage.CONFIRMED:
                base = days[Stage.DRAFTED if stage is Stage.SIGNED else Stage.SIGNED]
                return min(late_from(base, "evaluation.sign_wd"), self._overdue_from())
            case Stage.RECEIVED:
                looked_for = timedelta(days=RULES.days("consolidate.sent_days"))
                return late_from(days[Stage.SENT] + looked_for, "consolidate.days")
            case Stage.CONSOLIDATED:
                return late_from(days[Stage.RECEIVED], "consolidate.days")
            case Stage.FILED:
                return max(late_after("file.by"), late_from(days[Stage.CONSOLIDATED], "file.wd"))

    def _overdue_from(self) -> date:
        """Some days after it was asked for, but in good time for the year's end."""
        asked = self.days[Stage.REQUESTED]
        in_time = min(late_from(asked, "evaluation.answer_days"), late_after("round.slips_by"))
        return max(in_time, late_from(asked, "evaluation.least_days"))
