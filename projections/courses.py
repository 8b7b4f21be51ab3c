"""How long each paper took: the day of every step of a letter and of a request for an opinion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from domain.entries import Event
from domain.evaluation import (
    Evaluation,
    EvaluationConsolidated,
    EvaluationDrafted,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationSent,
    Purpose,
)
from domain.intervals import FOREVER
from domain.introduction.letter import Letter
from domain.introduction.link import Link
from domain.member import Member
from projections.letters import enrolment_of
from projections.read_model import Facts, ReadModel
from projections.runs import runs
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


class PaperKind(StrEnum):
    """What goes from one side to the other and comes back."""

    LETTER = "LETTER"
    REQUEST = "REQUEST"


class Step(StrEnum):
    """A step of a paper, in the order in which they follow."""

    REQUESTED = "REQUESTED"
    DRAFTED = "DRAFTED"
    ISSUED = "ISSUED"
    SENT = "SENT"
    RECEIVED = "RECEIVED"
    SLIP_RETURNED = "SLIP_RETURNED"
    CONSOLIDATED = "CONSOLIDATED"
    FILED = "FILED"


@dataclass(frozen=True, slots=True)
class Course:
    """One letter or one evaluation, with the day of each step that it has taken, on a run of days.

    ``year`` is that of its first step, of an evaluation the year that it is about. ``ended``: the
    letter was returned or voided, the request withdrawn. ``levels`` and ``fingerprint`` are those
    of the slip as it was received.
    """

    about: str
    kind: PaperKind
    member: UUID
    link: UUID
    workplace: UUID
    workplace_cell: UUID | None
    residence: UUID | None
    residence_cell: UUID | None
    year: int
    purpose: Purpose | None
    steps: dict[str, date]
    ended: bool
    form: str | None
    levels: dict[str, int]
    fingerprint: str | None
    from_day: date
    to_day: date


def letters_of_link(subject: Subject, facts: Facts) -> Iterator[Course]:
    """Give the course of each letter of a link; what was carried over has none."""
    link = facts.link(UUID(subject[1]))
    member = facts.member(link.member) if link.member else None
    if member is None:
        return
    for letter in link.letters:
        if not letter.carried_over:
            yield from _course_of_letter(letter.attempt, link, member)


def _course_of_letter(attempt: int, link: Link, member: Member) -> Iterator[Course]:
    days = {entry.effect_date for stream in (link, member) for entry in stream.effective}

    def answer(day: date) -> Course | None:
        letter = link.as_of(day).letter(attempt)
        return _letter(letter, link.as_of(day), member.as_of(day), day) if letter else None

    yield from runs(days, answer)


def _letter(letter: Letter, link: Link, member: Member, day: date) -> Course | None:
    enrolment = enrolment_of(letter, member)
    steps = _days(
        {
            Step.DRAFTED: letter.drafted,
            Step.ISSUED: letter.issued,
            Step.RECEIVED: letter.received,
            Step.SLIP_RETURNED: letter.slip,
            Step.FILED: letter.filed,
        }
    )
    if enrolment is None or letter.issuer is None or not steps:
        return None
    return Course(
        about=f"letter/{link.id}/{letter.attempt}",
        kind=PaperKind.LETTER,
        member=member.id,
        link=link.id,
        workplace=letter.issuer,
        workplace_cell=member.last_cell_of(enrolment, day),
        residence=letter.body,
        residence_cell=link.cell_of(letter, day),
        year=min(steps.values()).year,
        purpose=None,
        steps=steps,
        ended=bool(letter.returned or letter.voided),
        form=None,
        levels={},
        fingerprint=None,
        from_day=day,
        to_day=FOREVER,
    )


def course_of_evaluation(subject: Subject, facts: Facts) -> Iterator[Course]:
    """Give the course of one evaluation, asked for or not."""
    evaluation = facts.evaluation(UUID(subject[1]))
    link = facts.link(evaluation.link) if evaluation.link else None
    if link is None or link.member is None:
        return
    member = facts.member(link.member)
    days = {e.effect_date for stream in (evaluation, link, member) for e in stream.effective}
    yield from runs(
        days, lambda day: _evaluation(evaluation.as_of(day), link.as_of(day), member, day)
    )


def _evaluation(evaluation: Evaluation, link: Link, history: Member, day: date) -> Course | None:
    asked = evaluation.last(EvaluationRequested)
    received = evaluation.last(EvaluationReceived)
    steps = _days(
        {
            Step.REQUESTED: asked,
            Step.DRAFTED: _first(evaluation.of(EvaluationDrafted)),
            Step.SENT: evaluation.last(EvaluationSent),
            Step.RECEIVED: received,
            Step.CONSOLIDATED: evaluation.last(EvaluationConsolidated),
            Step.FILED: evaluation.last(EvaluationFiled),
        }
    )
    letter = link.open_letter_on(day) or link.last_letter
    about = evaluation.about
    if not steps or letter is None or letter.issuer is None or about is None:
        return None
    slip = evaluation.slip_of(received) if received else None
    enrolment = enrolment_of(letter, history.as_of(day))
    return Course(
        about=f"evaluation/{evaluation.id}",
        kind=PaperKind.REQUEST,
        member=history.id,
        link=link.id,
        workplace=letter.issuer,
        workplace_cell=history.last_cell_of(enrolment, day) if enrolment else None,
        residence=letter.body,
        residence_cell=link.last_cell_on(day),
        year=about.year,
        purpose=about.purpose,
        steps=steps,
        ended=asked is not None and evaluation.request_standing is None and received is None,
        form=slip.form if slip else None,
        levels=slip.levels if slip else {},
        fingerprint=slip.fingerprint if slip else None,
        from_day=day,
        to_day=FOREVER,
    )


def _first(entries: Sequence[Event]) -> Event | None:
    return next(iter(entries), None)


def _days(entries: Mapping[Step, Event | None]) -> dict[str, date]:
    return {step.value: entry.occurred_on for step, entry in entries.items() if entry}


COURSE = VersionedTable(
    "course", Course, indexes=[("workplace", "to_day"), ("residence", "to_day")]
)
COURSES = ReadModel(COURSE, {"link": letters_of_link, "evaluation": course_of_evaluation})

_TABLE = COURSE.table
_ON_THE_DAY = select(*COURSE.columns).where(known(_TABLE), on_day(_TABLE))


def _seen_from(column: str) -> Any:
    return _ON_THE_DAY.where(_TABLE.c[column].in_(bindparam("bodies", expanding=True)))


_FROM = {column: _seen_from(column) for column in ("workplace", "residence")}


def courses(
    views: Views, bodies: Sequence[UUID], viewpoint: Viewpoint, *, of_workplace: bool
) -> list[Course]:
    """List the papers of some committees, as their workplace side or their residence side."""
    values = viewpoint.bound(bodies=[str(body) for body in bodies])
    statement = _FROM["workplace" if of_workplace else "residence"]
    return [COURSE.loaded(row) for row in views.ask(statement, values)]
