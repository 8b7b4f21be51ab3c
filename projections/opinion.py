"""The residence's opinion of a member for a year: how far its slip has come, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import bindparam, select

from domain.entries import Event
from domain.evaluation import (
    Evaluation,
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationDrafted,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationReturned,
    EvaluationSent,
    EvaluationSigned,
    Proposal,
    Purpose,
)
from domain.intervals import FOREVER
from domain.local_figures import days_of_adoption
from domain.member import Member, MemberEnrolled
from projections.late import count_late
from projections.read_model import Facts, ReadModel
from projections.runs import runs
from projections.sealed import place_of
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


class Stage(StrEnum):
    """How far an evaluation has come since it was last returned."""

    NONE = "NONE"
    REQUESTED = "REQUESTED"
    DRAFTED = "DRAFTED"
    SIGNED = "SIGNED"
    CONFIRMED = "CONFIRMED"
    SENT = "SENT"
    RECEIVED = "RECEIVED"
    RETURNED = "RETURNED"
    CONSOLIDATED = "CONSOLIDATED"
    FILED = "FILED"


ARRIVED = frozenset({Stage.RECEIVED, Stage.CONSOLIDATED, Stage.FILED})
_STEPS: tuple[tuple[type[Event], Stage], ...] = (
    (EvaluationFiled, Stage.FILED),
    (EvaluationConsolidated, Stage.CONSOLIDATED),
    (EvaluationReceived, Stage.RECEIVED),
    (EvaluationSent, Stage.SENT),
    (EvaluationConfirmed, Stage.CONFIRMED),
    (EvaluationSigned, Stage.SIGNED),
    (EvaluationDrafted, Stage.DRAFTED),
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One evaluation on a run of days; what it says is there once it was received, not before.

    ``enrolment`` is that of the member when it was asked for, else when it began. ``levels`` are
    by criterion, 1 the lowest. ``remarks`` names the place of the sealed text. ``late_recorded``
    counts, by year, its entries that were entered late.
    """

    evaluation: UUID
    link: UUID
    member: UUID
    enrolment: str | None
    purpose: Purpose
    year: int
    stage: Stage
    received_on: date | None
    form: str | None
    levels: dict[str, int]
    proposal: Proposal | None
    remarks: str | None
    defects: tuple[str, ...]
    late_recorded: dict[str, int]
    from_day: date
    to_day: date


def opinions(subject: Subject, facts: Facts) -> Iterator[Opinion]:
    """Give the rows of one evaluation."""
    evaluation = facts.evaluation(UUID(subject[1]))
    member_id = facts.link(evaluation.link).member if evaluation.link else None
    if member_id is None:
        return
    member = facts.member(member_id)
    days = {entry.effect_date for entry in evaluation.effective}
    first = min(days, default=FOREVER)
    for committee in {entry.committee for entry in member.of(MemberEnrolled)}:
        days |= {day for day in days_of_adoption(committee, facts) if day > first}
    yield from runs(days, lambda day: _on(day, evaluation.as_of(day), member.as_of(day), facts))


def _on(day: date, evaluation: Evaluation, member: Member, facts: Facts) -> Opinion | None:
    about = evaluation.about
    if about is None:
        return None
    received = evaluation.last(EvaluationReceived)
    draft = _draft_of(evaluation, received) if received else None
    return Opinion(
        evaluation=evaluation.id,
        link=about.link,
        member=member.id,
        enrolment=_enrolment(evaluation, member),
        purpose=about.purpose,
        year=about.year,
        stage=stage_of(evaluation),
        received_on=received.occurred_on if received else None,
        form=draft.form if draft else None,
        levels=draft.levels if draft else {},
        proposal=draft.proposal if draft else None,
        remarks=place_of(draft.remarks) if draft else None,
        defects=received.defects if received else (),
        late_recorded={
            str(year): n for year, n in count_late([evaluation], member, day, facts).items()
        },
        from_day=day,
        to_day=FOREVER,
    )


def _enrolment(evaluation: Evaluation, member: Member) -> str | None:
    """Name the enrolment in which the member was when he was asked about, else when it began."""
    first = evaluation.last(EvaluationRequested) or evaluation.about
    enrolment = member.last(MemberEnrolled, on=first.effect_date) if first else None
    return enrolment.id if enrolment else None


def _draft_of(evaluation: Evaluation, received: EvaluationReceived) -> EvaluationDrafted | None:
    """Find the draft that a received slip is: the last one before it."""
    arrived = (received.effect_date, received.position)
    drafts = evaluation.of(EvaluationDrafted)
    before = [draft for draft in drafts if (draft.effect_date, draft.position) < arrived]
    return before[-1] if before else None


def stage_of(evaluation: Evaluation) -> Stage:
    """Say how far an evaluation has come."""
    for step, stage in _STEPS:
        if evaluation.chain(step):
            return stage
    if evaluation.of(EvaluationReturned):
        return Stage.RETURNED
    return Stage.REQUESTED if evaluation.request_standing else Stage.NONE


OPINION = VersionedTable("opinion", Opinion, indexes=[("member", "to_day")])
OPINIONS = ReadModel(OPINION, {"evaluation": opinions})

_TABLE = OPINION.table
_OF_MEMBERS = (
    select(*OPINION.columns)
    .where(_TABLE.c.member.in_(bindparam("members", expanding=True)), known(_TABLE), on_day(_TABLE))
    .order_by(_TABLE.c.member, _TABLE.c.evaluation)
)


def opinions_of(views: Views, members: Sequence[UUID], viewpoint: Viewpoint) -> list[Opinion]:
    """List every evaluation of some members, of any year and purpose."""
    values = viewpoint.bound(members=[str(member) for member in members])
    return [OPINION.loaded(row) for row in views.ask(_OF_MEMBERS, values)]
