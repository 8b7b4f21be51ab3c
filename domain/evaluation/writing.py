"""Deciding on the slip at the residence: drafted, signed, confirmed, sent."""

from __future__ import annotations

from domain.acts import CELL_SIGNING_OFFICES, SIGNING_OFFICES
from domain.decisions import Objections, Streams, decides, not_before
from domain.evaluation.evaluation import Evaluation
from domain.evaluation.events import (
    EvaluationConfirmed,
    EvaluationDrafted,
    EvaluationSent,
    EvaluationSigned,
    Purpose,
)
from domain.member import ExemptionClass
from domain.organization import signed_by
from domain.refusals import (
    AlreadySigned,
    FormNotFilled,
    FrontAbsent,
    NoOpenLink,
    NotAsked,
    NotConfirmed,
    NotConsidered,
    NotDrafted,
    NotSigned,
    Unsealed,
    WithoutCollectiveMeeting,
    WrongForm,
)


@decides(EvaluationDrafted)
def draft(evaluation: Evaluation, entry: EvaluationDrafted, streams: Streams) -> Objections:
    """A comment rests on a collective meeting, with the Front, that considered the member."""
    if entry.purpose is not Purpose.ANNUAL and not evaluation.request_standing:
        yield NotAsked(field="purpose", purpose=entry.purpose)
    if evaluation.chain(EvaluationSigned):
        yield AlreadySigned(field="evaluation", evaluation=evaluation.id)
    if not streams.link(entry.link).was_open_in(entry.year, entry.occurred_on):
        yield NoOpenLink(field="link", link=entry.link, year=entry.year)
    yield from agreed(entry, streams)
    yield from form_filled(entry, streams)


def agreed(entry: EvaluationDrafted, streams: Streams) -> Objections:
    """A comment rests on a collective meeting of its year that considered the member."""
    if entry.stated_meeting and entry.transcribed:
        if not entry.stated_meeting.front_present:
            yield from _front_absent(entry, streams)
        return
    held = streams.collective_meeting(entry.rests_on).held if entry.rests_on else None
    day = entry.occurred_on
    if held is None or held.occurred_on > day or held.occurred_on.year != entry.year:
        yield WithoutCollectiveMeeting(field="rests_on", meeting=entry.rests_on, day=day)
        return
    if entry.link not in held.considered:
        yield NotConsidered(field="rests_on", link=entry.link, meeting=entry.rests_on)
    if not held.front_present:
        yield from _front_absent(entry, streams)


def _front_absent(entry: EvaluationDrafted, streams: Streams) -> Objections:
    if streams.rulebook.in_force(entry.occurred_on).front_required:
        yield FrontAbsent(field="rests_on", meeting=entry.rests_on)


def form_filled(entry: EvaluationDrafted, streams: Streams) -> Objections:
    """Each criterion of the form in force has one of its levels, and no other has one."""
    rule_set = streams.rulebook.in_force(entry.occurred_on)
    form = rule_set.forms.get(entry.form)
    if form is None:
        yield WrongForm(field="form", form=entry.form, rule_set=rule_set.id)
        return
    if form.attendance_exempt != _need_not_attend(entry, streams):
        yield WrongForm(field="form", form=entry.form, rule_set=rule_set.id)
    for criterion in form.quality_criteria:
        if entry.levels.get(criterion.code) not in criterion.levels:
            yield FormNotFilled(field=f"levels.{criterion.code}", criterion=criterion.code)
    for code in entry.levels.keys() - {criterion.code for criterion in form.quality_criteria}:
        yield FormNotFilled(field=f"levels.{code}", criterion=code)


def _need_not_attend(entry: EvaluationDrafted, streams: Streams) -> bool:
    """Whoever is exempt from attending has a form of his own (33-HD 1.1)."""
    member = streams.link(entry.link).member
    return member is not None and streams.member(member).is_exempt(
        ExemptionClass.A, entry.occurred_on
    )


@decides(EvaluationSigned)
def sign(evaluation: Evaluation, entry: EvaluationSigned, streams: Streams) -> Objections:
    """What was drafted is signed by the cell's secretary or deputy, once."""
    drafted = evaluation.draft
    if drafted is None:
        yield NotDrafted(field="evaluation", evaluation=evaluation.id)
        return
    yield from not_before(entry, drafted)
    day = entry.occurred_on
    cell = streams.link(drafted.link).host_of_year(drafted.year, day, streams)
    yield from signed_by(
        cell, entry.signer, entry.office, CELL_SIGNING_OFFICES, day, streams, ("signer", "office")
    )


@decides(EvaluationConfirmed)
def confirm(evaluation: Evaluation, entry: EvaluationConfirmed, streams: Streams) -> Objections:
    """The committee's secretary or deputy confirms the signature, with the seal."""
    signed = evaluation.chain(EvaluationSigned)
    drafted = evaluation.draft
    if not signed or drafted is None:
        yield NotSigned(field="evaluation", evaluation=evaluation.id)
    else:
        yield from not_before(entry, signed[-1])
        day = entry.occurred_on
        letter = streams.link(drafted.link).letter_of_year(drafted.year, day)
        body = letter.receiver_on(day, streams) if letter else None
        yield from signed_by(
            body, entry.by, entry.office, SIGNING_OFFICES, day, streams, ("by", "office")
        )
    if not entry.sealed:
        yield Unsealed(field="sealed", evaluation=evaluation.id)


@decides(EvaluationSent)
def send(evaluation: Evaluation, entry: EvaluationSent, streams: Streams) -> Objections:
    """Draft, sign, confirm, send: in this order."""
    if evaluation.draft is None:
        yield NotDrafted(field="evaluation", evaluation=evaluation.id)
        return
    if not evaluation.chain(EvaluationSigned):
        yield NotSigned(field="evaluation", evaluation=evaluation.id)
    elif not evaluation.chain(EvaluationConfirmed):
        yield NotConfirmed(field="evaluation", evaluation=evaluation.id)
    yield from not_before(entry, evaluation.chain_last or evaluation.draft)
