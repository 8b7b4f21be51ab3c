"""What an evaluation is: asked for, written, arrived, by the chain since it was last returned."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from domain.entries import Event, EventT, Stream
from domain.evaluation.events import (
    EvaluationConfirmed,
    EvaluationDrafted,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationReturned,
    EvaluationSigned,
    OpinionDisclosed,
    RequestWithdrawn,
    StatementRecorded,
)
from domain.rulebook import Rulebook

LOWEST = 1


class Evaluation(Stream):
    """One evaluation as its stream has it."""

    @property
    def about(self) -> EvaluationRequested | EvaluationDrafted | EvaluationReceived | None:
        """The first entry that says about whom, for what and of which year it is."""
        return next(iter(self.of(EvaluationRequested, EvaluationDrafted, EvaluationReceived)), None)

    @property
    def link(self) -> UUID | None:
        """The link that it is about."""
        return self.about.link if self.about else None

    @property
    def request_standing(self) -> EvaluationRequested | None:
        """The request that nobody withdrew."""
        withdrawn = {entry.request for entry in self.of(RequestWithdrawn)}
        return next((r for r in self.of(EvaluationRequested) if r.id not in withdrawn), None)

    def rivals(self, candidate: EventT) -> Sequence[EventT]:
        """What a return starts anew rivals the last since then; a request or a return, each.

        So does each of the times that the member was told, or spoke, since then.
        """
        if isinstance(candidate, EvaluationRequested | RequestWithdrawn | EvaluationReturned):
            return self.of(type(candidate))
        if isinstance(candidate, OpinionDisclosed | StatementRecorded):
            return self.chain(type(candidate))
        return self.chain(type(candidate))[-1:]

    def chain(self, *kinds: type[EventT]) -> Sequence[EventT]:
        """Select the entries of some classes that came after the last return."""
        current: list[EventT] = []
        for entry in self.effective:
            if isinstance(entry, EvaluationReturned):
                current = []
            elif isinstance(entry, kinds):
                current.append(entry)
        return current

    @property
    def chain_last(self) -> Event | None:
        """The last signature or confirmation of the chain."""
        return next(reversed(self.chain(EvaluationSigned, EvaluationConfirmed)), None)

    @property
    def draft(self) -> EvaluationDrafted | None:
        """The last draft: after a return the former one may be signed again, unchanged."""
        return self.last(EvaluationDrafted)

    def slip_of(self, received: EvaluationReceived) -> EvaluationDrafted | None:
        """What the slip says that was received then: the last draft before it."""
        came = (received.effect_date, received.originator_version)
        drafts = self.of(EvaluationDrafted)
        before = [d for d in drafts if (d.effect_date, d.originator_version) < came]
        return next(reversed(before), None)


def weak_points(slip: EvaluationDrafted, rulebook: Rulebook) -> tuple[str, ...]:
    """Name the criteria of quality of which a slip gives the lowest level."""
    form = rulebook.named(slip.rule_set).forms.get(slip.form)
    criteria = form.quality_criteria if form else ()
    return tuple(c.code for c in criteria if slip.levels.get(c.code) == LOWEST)
