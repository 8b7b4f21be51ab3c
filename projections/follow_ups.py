"""What follows from the papers of a member's year: talked over, answered, resolved, stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from projections.opinion import Opinion
from projections.reports import AnswerState, PaperKind, Reported


@dataclass(frozen=True)
class FollowUps:
    """The opinions of a year, and the reports that were written to the committee in it."""

    opinions: Sequence[Opinion]
    reports: Sequence[Reported]

    @property
    def subjects(self) -> frozenset[str]:
        """Name what an obligation about one of these papers is about."""
        opinions = {f"evaluation/{one.evaluation}" for one in self.opinions}
        return frozenset(opinions | {f"report/{one.report}" for one in self.reports})

    @property
    def talked_over(self) -> bool:
        """Whether the weak points of an opinion were talked over with the member."""
        return any(one.weak and one.feedback_on for one in self.opinions)

    @property
    def stated(self) -> bool:
        """Whether the member said what he thinks of an opinion."""
        return any(one.statement for one in self.opinions)

    @property
    def answered(self) -> bool:
        """Whether an adverse report was answered."""
        return self._answered(PaperKind.ADVERSE)

    @property
    def resolved(self) -> bool:
        """Whether something came of a proposal, or of a report for the member."""
        proposals = any(one.resolved_on for one in self.opinions)
        return proposals or self._answered(PaperKind.COMMENDING)

    def _answered(self, kind: PaperKind) -> bool:
        return any(one.kind is kind and one.state is AnswerState.ANSWERED for one in self.reports)
