"""The opinion on a member: asked for, agreed, drafted, signed, sent, filed, replied to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto

from domain.evaluation import Proposal, Purpose
from service.demo.bodies import ResidenceCell
from service.demo.days import YEAR
from service.demo.gaps import RULES, late_after, late_from
from service.demo.paper import EvaluationOf, LinkOf
from service.demo.people import Member

LOWEST = 1


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


class Reply(Enum):
    """What the workplace makes of a slip that it received."""

    TALKED_OVER = auto()
    TOLD = auto()
    RESOLVED = auto()


GIVES_TIME = {
    Reply.TALKED_OVER: "feedback.days",
    Reply.TOLD: "disclose.days",
    Reply.RESOLVED: "proposal.days",
}
"""The figure that gives time for a reply, from the day on which the slip is received."""


@dataclass(frozen=True)
class NeedlessRequest:
    """A yearly opinion that is asked for on somebody who need not attend; perhaps withdrawn."""

    member: Member
    on: date
    withdrawn_on: date | None


@dataclass(kw_only=True, eq=False)
class Opinion:
    """One opinion: the day of each act, the act that never happens, what the slip lacks.

    ``alike`` are those of a cell that says of everybody the same; ``replies`` have their days.
    """

    member: Member
    link: LinkOf
    cell: ResidenceCell
    met_on: date
    days: dict[Stage, date]
    levels: dict[str, int]
    remarks: str
    proposal: Proposal = Proposal.NONE
    purpose: Purpose = Purpose.ANNUAL
    number: str | None = None
    alike: bool = False
    missing: Stage | None = None
    lacks: Defect | None = None
    filed_late_on: date | None = None
    replies: dict[Reply, date] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Name the opinion in the story."""
        return f"{self.purpose.lower()}/{self.link.member}/{self.link.residence_no}"

    @property
    def reference(self) -> EvaluationOf:
        """How a paper names the evaluation."""
        return EvaluationOf(self.link, YEAR, self.purpose, self.number)

    @property
    def is_weak(self) -> bool:
        """Tell whether one of its criteria is at the lowest level."""
        return LOWEST in self.levels.values()

    @property
    def on_paper(self) -> bool:
        """Tell whether the slip comes on paper and is transcribed at the workplace."""
        return not self.cell.ward.online

    @property
    def has_part(self) -> bool:
        """Tell whether something special is in it: no two faults in one."""
        return self.alike or self.missing is not None or self.lacks is not None

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
                return self._unfiled_from()

    def _overdue_from(self) -> date:
        """Some days after it was asked for; the yearly one in good time for the year's end."""
        asked = self.days[Stage.REQUESTED]
        answered = late_from(asked, "evaluation.answer_days")
        if self.purpose is not Purpose.ANNUAL:
            return answered
        in_time = min(answered, late_after("round.slips_by"))
        return max(in_time, late_from(asked, "evaluation.least_days"))

    def _unfiled_from(self) -> date:
        passed_up = self.days[Stage.CONSOLIDATED]
        if self.purpose is not Purpose.ANNUAL:
            return late_from(passed_up, "file.days")
        return max(late_after("file.by"), late_from(passed_up, "file.wd"))

    def reply_late_from(self, reply: Reply) -> date:
        """Name the first day on which a reply is late: then it is a gap that there is none."""
        return late_from(self.days[Stage.RECEIVED], GIVES_TIME[reply])
