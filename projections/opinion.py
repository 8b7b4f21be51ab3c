"""The residence's opinion of a member for a year: how far its slip has come, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import bindparam, select

from domain.entries import Event, EventT
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
    OpinionDisclosed,
    Proposal,
    ProposalOutcome,
    ProposalResolved,
    Purpose,
    StatementRecorded,
    weak_points,
)
from domain.intervals import FOREVER
from domain.introduction.events import FeedbackGiven
from domain.introduction.link import Link
from domain.local_figures import days_of_adoption
from domain.member import Member, MemberEnrolled
from domain.obligations.evaluation_on_day import later
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
    by criterion, 1 the lowest; ``weak`` are those at it, ``feedback_on`` is the day on which they
    were talked over. ``remarks`` and ``statement``, the member's own view, name the places of
    sealed texts; the last statement stands, with its day. ``late_recorded`` counts, by year, its
    entries that were entered late.
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
    weak: tuple[str, ...]
    feedback_on: date | None
    disclosed_on: date | None
    statement: str | None
    statement_on: date | None
    outcome: ProposalOutcome | None
    resolved_on: date | None
    defects: tuple[str, ...]
    late_recorded: dict[str, int]
    from_day: date
    to_day: date


def opinions(subject: Subject, facts: Facts) -> Iterator[Opinion]:
    """Give the rows of one evaluation."""
    evaluation = facts.evaluation(UUID(subject[1]))
    link = facts.link(evaluation.link) if evaluation.link else None
    if link is None or link.member is None:
        return
    member = facts.member(link.member)
    talks = link.of(FeedbackGiven)
    days = {entry.effect_date for entry in (*evaluation.effective, *talks)}
    first = min(days, default=FOREVER)
    for committee in {entry.committee for entry in member.of(MemberEnrolled)}:
        days |= {day for day in days_of_adoption(committee, facts) if day > first}

    def on(day: date) -> Opinion | None:
        return _on(day, evaluation.as_of(day), link.as_of(day), member.as_of(day), facts)

    yield from runs(days, on)


def _on(
    day: date, evaluation: Evaluation, link: Link, member: Member, facts: Facts
) -> Opinion | None:
    about = evaluation.about
    if about is None:
        return None
    received = evaluation.last(EvaluationReceived)
    draft = evaluation.slip_of(received) if received else None
    talked_over = _first(_talks(evaluation, link))
    disclosed = _first(evaluation.chain(OpinionDisclosed))
    statement = evaluation.last(StatementRecorded)
    resolved = _first(evaluation.chain(ProposalResolved))
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
        weak=weak_points(draft, facts.rulebook) if draft else (),
        feedback_on=talked_over.occurred_on if talked_over else None,
        disclosed_on=disclosed.occurred_on if disclosed else None,
        statement=place_of(statement.statement) if statement else None,
        statement_on=statement.occurred_on if statement else None,
        outcome=resolved.outcome if resolved else None,
        resolved_on=resolved.occurred_on if resolved else None,
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


def _talks(evaluation: Evaluation, link: Link) -> list[FeedbackGiven]:
    """Select the talks on an evaluation that no return left behind."""
    returned = evaluation.last(EvaluationReturned)
    talks = [talk for talk in link.of(FeedbackGiven) if talk.on == str(evaluation.id)]
    return [talk for talk in talks if returned is None or later(talk, returned)]


def _first(entries: Sequence[EventT]) -> EventT | None:
    return next(iter(entries), None)


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
