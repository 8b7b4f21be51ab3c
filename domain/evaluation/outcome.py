"""Deciding on what comes of a slip: the member hears of it and speaks, a proposal is resolved."""

from __future__ import annotations

from domain.decisions import Objections, Streams, decides
from domain.evaluation.arriving import received
from domain.evaluation.evaluation import Evaluation
from domain.evaluation.events import (
    EvaluationReceived,
    OpinionDisclosed,
    Proposal,
    ProposalResolved,
    StatementRecorded,
)
from domain.refusals import MemberHasDeparted, NothingProposed


@decides(OpinionDisclosed)
def disclose(evaluation: Evaluation, entry: OpinionDisclosed, streams: Streams) -> Objections:
    """The member is told of an opinion that is there."""
    yield from received(evaluation, entry)
    yield from _here(evaluation, entry, streams)


@decides(StatementRecorded)
def state(evaluation: Evaluation, entry: StatementRecorded, streams: Streams) -> Objections:
    """The member says what he thinks of an opinion that is there."""
    yield from received(evaluation, entry)
    yield from _here(evaluation, entry, streams)


def _here(
    evaluation: Evaluation, entry: OpinionDisclosed | StatementRecorded, streams: Streams
) -> Objections:
    member = streams.link(evaluation.link).member if evaluation.link else None
    if member and not streams.member(member).enrolment_on(entry.occurred_on):
        yield MemberHasDeparted(field="occurred_on", member=member, day=entry.occurred_on)


@decides(ProposalResolved)
def resolve(evaluation: Evaluation, entry: ProposalResolved, streams: Streams) -> Objections:
    """What is resolved is a proposal that the slip makes (the seed, row 38)."""
    yield from received(evaluation, entry)
    came = next(reversed(evaluation.chain(EvaluationReceived)), None)
    slip = evaluation.slip_of(came) if came else None
    if slip is None or slip.proposal is Proposal.NONE:
        yield NothingProposed(field="evaluation", evaluation=evaluation.id)
