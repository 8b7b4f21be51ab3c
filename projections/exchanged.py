"""What passed between two committees: each paper that one side sent, and that it arrived.

What a workplace does with it afterwards (filed, passed up, resolved) stands here too; whoever asks
for a residence leaves that out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Integer, Select, bindparam, select

from domain.acts import Side
from domain.coordination import CoordinationAgreed, CoordinationEnded, coordination_id
from domain.entries import Event
from domain.evaluation import (
    EvaluationConsolidated,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationReturned,
    EvaluationSent,
    ProposalResolved,
    RequestWithdrawn,
)
from domain.intervals import FOREVER
from domain.introduction.events import (
    AbsenceAnswered,
    AbsenceReported,
    LetterIssued,
    LetterReceived,
    LetterReturned,
    LinkClosed,
    SlipFiled,
    SlipReturned,
    StatusNotified,
)
from domain.member import MemberEnrolled
from domain.reconciliation import DifferenceAnswered, RosterStated
from domain.report import LetterAskAnswered, LetterAsked, ReportAnswered, ReportSent
from projections.read_model import Facts, ReadModel
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views

_W, _R = Side.WORKPLACE, Side.RESIDENCE
_OF_LINK: Mapping[type[Event], Side] = {
    LetterIssued: _W,
    LetterReceived: _R,
    LetterReturned: _R,
    SlipReturned: _R,
    SlipFiled: _W,
    StatusNotified: _W,
    LinkClosed: _W,
    AbsenceReported: _R,
    AbsenceAnswered: _W,
}
_OF_EVALUATION: Mapping[type[Event], Side] = {
    EvaluationRequested: _W,
    RequestWithdrawn: _W,
    EvaluationSent: _R,
    EvaluationReceived: _W,
    EvaluationReturned: _W,
    EvaluationConsolidated: _W,
    EvaluationFiled: _W,
    ProposalResolved: _W,
}
_OF_REPORT: Mapping[type[Event], Side] = {ReportSent: _R, ReportAnswered: _W}
_OF_ASKING: Mapping[type[Event], Side] = {LetterAsked: _R, LetterAskAnswered: _W}
RECEIPTS = frozenset({LetterReceived.TOPIC, EvaluationReceived.TOPIC})
INNER = frozenset(
    kind.TOPIC for kind in (SlipFiled, EvaluationConsolidated, EvaluationFiled, ProposalResolved)
)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One entry between a workplace and a residence committee, as its papers name them.

    ``side`` is whose act it is, of what both signed neither's. ``detail`` is the code that the
    paper bears: what was reported, answered, decided, or what an opinion is for.
    """

    event: str
    topic: str
    side: Side | None
    detail: str | None
    done_on: date
    year: int
    member: UUID | None
    link: UUID | None
    workplace: UUID
    residence: UUID
    from_day: date
    to_day: date


@dataclass(frozen=True)
class _Between:
    """The two committees, and whom a paper between them is about."""

    workplace: UUID
    residence: UUID
    member: UUID | None = None
    link: UUID | None = None

    def row(self, entry: Event, side: Side | None, detail: str | None = None) -> Exchanged:
        """Give the row of one entry."""
        return Exchanged(
            event=entry.id,
            topic=entry.TOPIC,
            side=side,
            detail=detail or _code_of(entry),
            done_on=entry.occurred_on,
            year=entry.occurred_on.year,
            member=self.member,
            link=self.link,
            workplace=self.workplace,
            residence=self.residence,
            from_day=entry.effect_date,
            to_day=FOREVER,
        )


def _code_of(entry: Event) -> str | None:
    said = (getattr(entry, name, None) for name in ("outcome", "change", "reason", "kind"))
    return next((one.value for one in said if isinstance(one, StrEnum)), None)


def papers_of_link(subject: Subject, facts: Facts) -> Iterator[Exchanged]:
    """Give what passed about one link, each entry between the two of its letter."""
    link = facts.link(UUID(subject[1]))
    for entry in link.of(*_OF_LINK):
        attempt: int | None = getattr(entry, "attempt", None)
        letter = link.letter(attempt) if attempt else link.letter_behind(entry)
        if letter and letter.issuer and letter.body:
            between = _Between(letter.issuer, letter.body, link.member, link.id)
            yield between.row(entry, _OF_LINK[type(entry)])


def papers_of_evaluation(subject: Subject, facts: Facts) -> Iterator[Exchanged]:
    """Give what passed about one evaluation, between the residence and whoever asked."""
    evaluation = facts.evaluation(UUID(subject[1]))
    about = evaluation.about
    between = _about(about.link, about, facts) if about else None
    if about and between:
        for entry in evaluation.of(*_OF_EVALUATION):
            purpose = None if isinstance(entry, ProposalResolved) else about.purpose.value
            yield between.row(entry, _OF_EVALUATION[type(entry)], purpose)


def papers_of_report(subject: Subject, facts: Facts) -> Iterator[Exchanged]:
    """Give a report and its answer."""
    report = facts.report(UUID(subject[1]))
    between = _about(report.sent.link, report.sent, facts) if report.sent else None
    if between:
        for entry in report.of(*_OF_REPORT):
            yield between.row(entry, _OF_REPORT[type(entry)])


def _about(link_id: UUID, first: Event, facts: Facts) -> _Between | None:
    """Name the two committees of what began with an entry about a link."""
    link = facts.link(link_id)
    letter = link.open_letter_on(first.effect_date) or link.letter_behind(first)
    if letter is None or letter.body is None or letter.issuer is None:
        return None
    member = facts.member(link.member) if link.member else None
    enrolment = member.last(MemberEnrolled, on=first.effect_date) if member else None
    workplace = enrolment.committee if enrolment else letter.issuer
    return _Between(workplace, letter.body, link.member, link.id)


def papers_of_asking(subject: Subject, facts: Facts) -> Iterator[Exchanged]:
    """Give a request for a letter and its answer; whom it is about is not said."""
    request = facts.report(UUID(subject[1]))
    if request.asked:
        between = _Between(request.asked.to, request.asked.by)
        for entry in request.of(*_OF_ASKING):
            yield between.row(entry, _OF_ASKING[type(entry)])


def papers_of_pair(subject: Subject, facts: Facts) -> Iterator[Exchanged]:
    """Give the lists that two committees stated for each other, and what they agreed on."""
    between = _Between(UUID(subject[1]), UUID(subject[2]))
    for stream in facts.reconciliations_of(between.workplace, between.residence):
        for entry in facts.reconciliation(stream).of(RosterStated, DifferenceAnswered):
            yield between.row(entry, _side_of(entry, between))
    coordination = facts.coordination(coordination_id(between.workplace, between.residence))
    for agreed in coordination.of(CoordinationAgreed, CoordinationEnded):
        yield between.row(agreed, None)


def _side_of(entry: RosterStated | DifferenceAnswered, between: _Between) -> Side | None:
    if isinstance(entry, RosterStated):
        return _W if entry.by == between.workplace else _R
    if entry.transcribed is None:
        return entry.actor.side
    return _W if entry.transcribed.on_behalf_of == between.workplace else _R


EXCHANGED = VersionedTable(
    "exchanged", Exchanged, indexes=[("workplace", "year"), ("residence", "year")]
)
EXCHANGES = ReadModel(
    EXCHANGED,
    {
        "link": papers_of_link,
        "evaluation": papers_of_evaluation,
        "report": papers_of_report,
        "letter_ask": papers_of_asking,
        "pair": papers_of_pair,
    },
)

_TABLE = EXCHANGED.table


def exchanged_by(
    views: Views, workplaces: Sequence[UUID], year: int, viewpoint: Viewpoint
) -> list[Exchanged]:
    """List what passed in a year between some workplaces and any residence, by date."""
    values = viewpoint.bound(workplaces=_texts(workplaces), year=year)
    return [EXCHANGED.loaded(row) for row in views.ask(_of_year(both=False), values)]


def exchanged_between(
    views: Views,
    workplaces: Sequence[UUID],
    residences: Sequence[UUID],
    year: int,
    viewpoint: Viewpoint,
) -> list[Exchanged]:
    """List what passed in a year between some workplaces and some residences, by date."""
    sides = {"workplaces": _texts(workplaces), "residences": _texts(residences)}
    values = viewpoint.bound(year=year, **sides)
    return [EXCHANGED.loaded(row) for row in views.ask(_of_year(both=True), values)]


@cache
def _of_year(*, both: bool) -> Select[Any]:
    statement = select(*EXCHANGED.columns).where(
        _TABLE.c.workplace.in_(bindparam("workplaces", expanding=True)),
        _TABLE.c.year == bindparam("year", type_=Integer),
        known(_TABLE),
        on_day(_TABLE),
    )
    if both:
        residences: BindParameter[Any] = bindparam("residences", expanding=True)
        statement = statement.where(_TABLE.c.residence.in_(residences))
    return statement.order_by(_TABLE.c.done_on, _TABLE.c.event)


def _texts(ids: Sequence[UUID]) -> list[str]:
    return [str(one) for one in ids]
