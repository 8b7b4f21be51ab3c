"""From the papers of links, evaluations, reports and pairs to what passed between whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

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
from projections.exchanges.exchanged import Between, Exchanged
from projections.read_model import Facts
from projections.subjects import Subject

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


def papers_of_link(subject: Subject, facts: Facts) -> Iterator[Exchanged]:
    """Give what passed about one link, each entry between the two of its letter."""
    link = facts.link(UUID(subject[1]))
    for entry in link.of(*_OF_LINK):
        attempt: int | None = getattr(entry, "attempt", None)
        letter = link.letter(attempt) if attempt else link.letter_behind(entry)
        if letter and letter.issuer and letter.body:
            between = Between(letter.issuer, letter.body, link.member, link.id)
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


def _about(link_id: UUID, first: Event, facts: Facts) -> Between | None:
    """Name the two committees of what began with an entry about a link."""
    link = facts.link(link_id)
    letter = link.open_letter_on(first.effect_date) or link.letter_behind(first)
    if letter is None or letter.body is None or letter.issuer is None:
        return None
    member = facts.member(link.member) if link.member else None
    enrolment = member.last(MemberEnrolled, on=first.effect_date) if member else None
    workplace = enrolment.committee if enrolment else letter.issuer
    return Between(workplace, letter.body, link.member, link.id)


def papers_of_asking(subject: Subject, facts: Facts) -> Iterator[Exchanged]:
    """Give a request for a letter and its answer; whom it is about is not said."""
    request = facts.report(UUID(subject[1]))
    if request.asked:
        between = Between(request.asked.to, request.asked.by)
        for entry in request.of(*_OF_ASKING):
            yield between.row(entry, _OF_ASKING[type(entry)])


def papers_of_pair(subject: Subject, facts: Facts) -> Iterator[Exchanged]:
    """Give the lists that two committees stated for each other, and what they agreed on."""
    between = Between(UUID(subject[1]), UUID(subject[2]))
    for stream in facts.reconciliations_of(between.workplace, between.residence):
        for entry in facts.reconciliation(stream).of(RosterStated, DifferenceAnswered):
            yield between.row(entry, _side_of(entry, between))
    coordination = facts.coordination(coordination_id(between.workplace, between.residence))
    for agreed in coordination.of(CoordinationAgreed, CoordinationEnded):
        yield between.row(agreed, None)


def _side_of(entry: RosterStated | DifferenceAnswered, between: Between) -> Side | None:
    if isinstance(entry, RosterStated):
        return _W if entry.by == between.workplace else _R
    if entry.transcribed is None:
        return entry.actor.side
    return _W if entry.transcribed.on_behalf_of == between.workplace else _R
