"""What follows from what a slip says: talked over (G25), told the member (G26), resolved (G28).

A return ends all of it; what the next slip says opens it again.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.evaluation import (
    EvaluationReceived,
    EvaluationReturned,
    OpinionDisclosed,
    Proposal,
    ProposalResolved,
    Purpose,
    weak_points,
)
from domain.introduction.events import FeedbackGiven
from domain.obligations.evaluation_on_day import EvaluationOnDay, later
from domain.obligations.matter import Ground
from domain.obligations.obligation import Obligation


class Contents(EvaluationOnDay):
    """What the workplace has to do about a slip that it received."""

    def rows(self) -> Iterator[Obligation]:
        """Give what is still to be done on the day."""
        received = self._first(EvaluationReceived)
        if received is None or not self.link.letters or self._met_class_b(received.effect_date):
            return
        slip = self.evaluation.slip_of(received)
        weak = slip is not None and weak_points(slip, self.histories.rulebook)
        if weak and not self._is_talked_over():
            yield from self._owed("G25", received)
        if received.purpose is Purpose.APPOINTMENT and not self._first(OpinionDisclosed):
            yield from self._owed("G26", received, inner=True)
        proposed = slip is not None and slip.proposal is not Proposal.NONE
        if proposed and not self._first(ProposalResolved):
            yield from self._owed("G28", received)

    def _is_talked_over(self) -> bool:
        returned = self.evaluation.last(EvaluationReturned)
        talks = (talk for talk in self.link.of(FeedbackGiven) if talk.on == str(self.evaluation.id))
        return any(returned is None or later(talk, returned) for talk in talks)

    def _owed(
        self, code: str, received: EvaluationReceived, *, inner: bool = False
    ) -> Iterator[Obligation]:
        matter, base = self._matter(received), received.effect_date
        if matter is None:
            return
        rules = self._rules(matter, received, base)
        if not rules.holds(code, base):
            return
        if "D" in rules.obligations[code].ends and self._has_departed(received):
            return
        ground = Ground(code, "", f"evaluation/{self.evaluation.id}", received.id, rules)
        clock = matter.clock(base, ground)
        if not any(self.day in pause for pause in clock.pauses):
            due_on = clock.due(matter.figure(ground), self.day)
            yield from matter.standing(ground, base, self.day, due_on, residence_sees=not inner)
