"""Deciding on the request for an opinion: made, withdrawn."""

from __future__ import annotations

from domain.decisions import Objections, Streams, decides, not_before
from domain.evaluation.evaluation import Evaluation
from domain.evaluation.events import (
    EvaluationRequested,
    EvaluationSent,
    Purpose,
    RequestWithdrawn,
)
from domain.refusals import AlreadySent, NoOpenLink, NotAsked, NotOnFocusList, SecondEvaluation
from domain.round import round_of


@decides(EvaluationRequested)
def request(evaluation: Evaluation, entry: EvaluationRequested, streams: Streams) -> Objections:
    """An opinion is asked for a link that was open in the year, once a link, purpose and year."""
    if not streams.link(entry.link).was_open_in(entry.year, entry.occurred_on):
        yield NoOpenLink(field="link", link=entry.link, year=entry.year)
    if asked := evaluation.request_standing:
        yield SecondEvaluation(field="link", evaluation=evaluation.id, asked_on=asked.occurred_on)
    if entry.purpose is Purpose.ANNUAL:
        yield from _named_in_round(entry, streams)


def _named_in_round(entry: EvaluationRequested, streams: Streams) -> Objections:
    """A focused round asks only for those named."""
    member = streams.link(entry.link).member
    enrolment = streams.member(member).enrolment_on(entry.occurred_on) if member else None
    if enrolment is None:
        return
    round_ = round_of(enrolment.committee, entry.year, entry.occurred_on, streams)
    named = round_.named_on(entry.occurred_on)
    if named is not None and member not in named:
        yield NotOnFocusList(field="link", link=entry.link, round=round_.id)


@decides(RequestWithdrawn)
def withdraw(evaluation: Evaluation, entry: RequestWithdrawn, streams: Streams) -> Objections:
    """Only a request that stands is withdrawn, and only before the slip was sent."""
    asked = evaluation.request_standing
    if asked is None or asked.id != entry.request:
        yield NotAsked(field="request", request=entry.request)
    else:
        yield from not_before(entry, asked)
    if evaluation.chain(EvaluationSent):
        yield AlreadySent(field="request", evaluation=evaluation.id)
