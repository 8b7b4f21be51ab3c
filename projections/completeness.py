"""What a year's papers about a member still lack, and who owes it (5.4): no more than that.

An item is missing where an obligation for it is open, due or not. What is neither there nor owed
is not required, and says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.evaluation import Purpose, evaluation_id
from domain.obligations.obligation import Obligation
from domain.refusals import FormNotFilled, WrongForm
from domain.rulebook.obligation_rule import Owner
from projections.classification import YearInputs
from projections.follow_ups import FollowUps
from projections.letters import Slip
from projections.opinion import ARRIVED, Opinion, Stage
from projections.roster import OnRoster, State


class Item(StrEnum):
    """What belongs to a member's year."""

    RESIDENCE = "RESIDENCE"
    LETTER = "LETTER"
    SLIP = "SLIP"
    SLIP_FILED = "SLIP_FILED"
    CELL_AND_GROUP = "CELL_AND_GROUP"
    MONITOR = "MONITOR"
    ATTENDANCE = "ATTENDANCE"
    REQUESTED = "REQUESTED"
    RECEIVED = "RECEIVED"
    WITHOUT_DEFECT = "WITHOUT_DEFECT"
    FILED = "FILED"
    FEEDBACK = "FEEDBACK"
    REPORTS_ANSWERED = "REPORTS_ANSWERED"
    PROPOSALS_RESOLVED = "PROPOSALS_RESOLVED"
    STATEMENT = "STATEMENT"


class Status(StrEnum):
    """Whether an item is there."""

    PRESENT = "PRESENT"
    MISSING = "MISSING"
    NOT_REQUIRED = "NOT_REQUIRED"


@dataclass(frozen=True, slots=True)
class Finding:
    """One item: missing with the obligation that is open, not required with the reason why."""

    status: Status
    code: str | None = None
    owner: UUID | None = None
    office: str | None = None
    due_on: date | None = None
    why: str | None = None


@dataclass(frozen=True)
class Known:
    """All that the read models know of a member's year on a day.

    ``elsewhere``: the opinion was given to another workplace, which has not handed him on.
    """

    inputs: YearInputs
    standing: OnRoster | None
    primary: Opinion | None
    obligations: Sequence[Obligation]
    follow_ups: FollowUps
    elsewhere: bool = False

    def findings(self) -> dict[Item, Finding]:
        """Say of each item whether it is there."""
        return {item: self._finding(item) for item in Item}

    def _finding(self, item: Item) -> Finding:
        if duty := self._owed(item):
            return Finding(Status.MISSING, duty.code, duty.owner, duty.office, duty.due_on)
        if item is Item.ATTENDANCE and self.inputs.figures.unknown:
            return self._of_the_cell(_CODES[item][0])
        if item is Item.WITHOUT_DEFECT and (defect := self._unmended()):
            return self._of_the_cell(why=defect)
        if self._is_there(item):
            return Finding(Status.PRESENT)
        return Finding(Status.NOT_REQUIRED, why=self._why(item))

    def _owed(self, item: Item) -> Obligation | None:
        codes = _CODES[item]
        if item is Item.RECEIVED and self._is_there(item):
            return None  # an unsigned slip that came is a defect of it, and no slip missing
        return next(
            (d for d in self.obligations if d.code in codes and self._belongs(item, d)), None
        )

    def _of_the_cell(self, code: str | None = None, why: str | None = None) -> Finding:
        """What only the residence cell can mend, although no obligation is open for it."""
        cell = self.standing.residence_cell if self.standing else None
        office = Owner.RESIDENCE_CELL.value if cell else None
        return Finding(Status.MISSING, code, cell, office, why=why)

    def _unmended(self) -> str | None:
        """Name a defect of the slip that came which nothing but another slip can mend."""
        defects = self.primary.defects if self.primary else ()
        return next((defect for defect in defects if defect in _OF_THE_SLIP_ITSELF), None)

    def _belongs(self, item: Item, duty: Obligation) -> bool:
        """Tell whether an obligation is of this committee, and for a yearly item of this year.

        What follows from papers follows from those of the year.
        """
        inputs = self.inputs
        workplaces = {one.workplace for one in duty.listed} or {duty.workplace}
        if workplaces.isdisjoint({None, inputs.committee}):
            return False
        if item in _FOLLOWING:
            return duty.about in self.follow_ups.subjects
        of_year = {f"member/{inputs.member}/{inputs.year}"}
        if inputs.year_link:
            annual = evaluation_id(inputs.year_link, Purpose.ANNUAL, inputs.year)
            of_year.add(f"evaluation/{annual}")
        return item not in _OF_THE_YEAR or duty.about in of_year

    def _is_there(self, item: Item) -> bool:
        if item in _FOLLOWING:
            return _followed_up(item, self.follow_ups)
        standing, stage = self.standing, self.primary.stage if self.primary else Stage.NONE
        match item:
            case Item.ATTENDANCE:
                return self.inputs.figures.called > 0
            case Item.REQUESTED:
                return stage is not Stage.NONE
            case Item.RECEIVED | Item.WITHOUT_DEFECT:
                return stage in ARRIVED
            case Item.FILED:
                return stage is Stage.FILED
        return standing is not None and _stands(item, standing)

    def _why(self, item: Item) -> str:
        if item in _OF_THE_YEAR:
            not_asked = self.inputs.not_asked.value if self.inputs.not_asked else NOT_DUE
            return ELSEWHERE if self.elsewhere else not_asked
        if item in _NOT_THERE:
            return _NOT_THERE[item]
        standing = self.standing
        if standing and standing.state in (State.DEPARTED, State.EXEMPT_B):
            return standing.state.value
        if standing and standing.slip is Slip.CARRIED_OVER and item in (Item.SLIP, Item.SLIP_FILED):
            return standing.slip.value
        if standing and standing.exempt and item is Item.MONITOR:
            return EXEMPT
        return NOT_DUE


def _stands(item: Item, standing: OnRoster) -> bool:
    """Tell whether an item is there, by how the member stands with his present residence."""
    there = {
        Item.RESIDENCE: standing.residence_no is not None,
        Item.LETTER: standing.state in (State.RECEIVED, State.PLACED),
        Item.SLIP: standing.slip in (Slip.RETURNED, Slip.FILED),
        Item.SLIP_FILED: standing.slip is Slip.FILED,
        Item.CELL_AND_GROUP: standing.residence_cell is not None,
        Item.MONITOR: standing.monitor is not None,
    }
    return there[item]


def _followed_up(item: Item, follow_ups: FollowUps) -> bool:
    """Tell whether what followed from the papers of the year was done."""
    there = {
        Item.FEEDBACK: follow_ups.talked_over,
        Item.REPORTS_ANSWERED: follow_ups.answered,
        Item.PROPOSALS_RESOLVED: follow_ups.resolved,
        Item.STATEMENT: follow_ups.stated,
    }
    return there[item]


def is_complete(findings: Mapping[Item, Finding]) -> bool:
    """Tell whether nothing is missing, due or not."""
    return all(finding.status is not Status.MISSING for finding in findings.values())


NOT_DUE = "NOT_DUE"
NOT_CALLED = "NOT_CALLED"
ELSEWHERE = "ELSEWHERE"
EXEMPT = "EXEMPT_A"
NOTHING_TO_ANSWER = "NOTHING_TO_ANSWER"
NOTHING_STATED = "NOTHING_STATED"
_FOLLOWING = frozenset(
    {Item.FEEDBACK, Item.REPORTS_ANSWERED, Item.PROPOSALS_RESOLVED, Item.STATEMENT}
)
_NOT_THERE: Mapping[Item, str] = {
    Item.ATTENDANCE: NOT_CALLED,
    Item.FEEDBACK: NOTHING_TO_ANSWER,
    Item.REPORTS_ANSWERED: NOTHING_TO_ANSWER,
    Item.PROPOSALS_RESOLVED: NOTHING_TO_ANSWER,
    Item.STATEMENT: NOTHING_STATED,
}
_OF_THE_SLIP_ITSELF = (FormNotFilled.defect, WrongForm.defect)
_OF_THE_YEAR = frozenset({Item.REQUESTED, Item.RECEIVED, Item.WITHOUT_DEFECT, Item.FILED})
_CODES: Mapping[Item, tuple[str, ...]] = {
    Item.RESIDENCE: ("G40",),
    Item.LETTER: ("G01", "G02", "G03", "G04"),
    Item.SLIP: ("G05",),
    Item.SLIP_FILED: ("G06",),
    Item.CELL_AND_GROUP: ("G07",),
    Item.MONITOR: ("G08",),
    Item.ATTENDANCE: ("G12",),
    Item.REQUESTED: ("G17",),
    Item.RECEIVED: ("G18", "G21"),
    Item.WITHOUT_DEFECT: ("G19", "G20", "G21"),
    Item.FILED: ("G23",),
    Item.FEEDBACK: ("G25",),
    Item.REPORTS_ANSWERED: ("G27",),
    Item.PROPOSALS_RESOLVED: ("G28",),
    Item.STATEMENT: ("G26",),
}
