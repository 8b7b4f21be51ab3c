"""Deciding on the slip at the workplace: received, returned, passed up, filed."""

from __future__ import annotations

from domain.decisions import Objections, Streams, decides, not_before
from domain.entries import Event
from domain.evaluation.evaluation import Evaluation
from domain.evaluation.events import (
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationReturned,
    EvaluationSigned,
)
from domain.evaluation.writing import agreed, form_filled
from domain.refusals import (
    AlreadyFiled,
    NotConfirmed,
    NotConsolidated,
    NotDrafted,
    NotReceived,
    NotSigned,
    Unsealed,
)


@decides(EvaluationReceived)
def receive(evaluation: Evaluation, entry: EvaluationReceived, streams: Streams) -> Objections:
    """What arrives was drafted; what it lacks in form is recorded, for the paper exists."""
    drafted = evaluation.draft
    if drafted is None:
        yield NotDrafted(field="evaluation", evaluation=evaluation.id)
        return
    yield from not_before(entry, drafted)
    yield from agreed(drafted, streams)
    yield from form_filled(drafted, streams)
    if not evaluation.chain(EvaluationSigned):
        yield NotSigned(field="evaluation", evaluation=evaluation.id)
    confirmed = evaluation.chain(EvaluationConfirmed)
    if not confirmed:
        yield NotConfirmed(field="evaluation", evaluation=evaluation.id)
    elif not confirmed[-1].sealed:
        yield Unsealed(field="evaluation", evaluation=evaluation.id)


@decides(EvaluationReturned)
def return_(evaluation: Evaluation, entry: EvaluationReturned, streams: Streams) -> Objections:
    """Only what was received and is not yet filed is sent back."""
    yield from received(evaluation, entry)
    if evaluation.chain(EvaluationFiled):
        yield AlreadyFiled(field="evaluation", evaluation=evaluation.id)


@decides(EvaluationConsolidated)
def consolidate(
    evaluation: Evaluation, entry: EvaluationConsolidated, streams: Streams
) -> Objections:
    """A cell passes up what was received."""
    yield from received(evaluation, entry)


@decides(EvaluationFiled)
def file(evaluation: Evaluation, entry: EvaluationFiled, streams: Streams) -> Objections:
    """The office files what the cell passed up."""
    yield from received(evaluation, entry)
    consolidated = evaluation.chain(EvaluationConsolidated)
    if not consolidated:
        yield NotConsolidated(field="evaluation", evaluation=evaluation.id)
    else:
        yield from not_before(entry, consolidated[-1])


def received(evaluation: Evaluation, entry: Event) -> Objections:
    """What is done with a slip is done once it is there."""
    arrived = evaluation.chain(EvaluationReceived)
    if not arrived:
        yield NotReceived(field="evaluation", evaluation=evaluation.id)
    else:
        yield from not_before(entry, arrived[-1])
