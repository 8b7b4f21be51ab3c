"""Whether what goes out comes back, and how long each step takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from domain.evaluation.evaluation import LOWEST
from projections.courses import Course, PaperKind, Step
from projections.measures.observation import Measure, Observation


class Leg(NamedTuple):
    """The way from one step of a paper to another, and the measure of its days."""

    kind: PaperKind
    start: Step
    end: Step
    measure: Measure


LEGS = (
    Leg(PaperKind.LETTER, Step.DRAFTED, Step.ISSUED, Measure.DAYS_TO_SIGN_LETTER),
    Leg(PaperKind.LETTER, Step.ISSUED, Step.RECEIVED, Measure.DAYS_TO_RECEIVE_LETTER),
    Leg(PaperKind.LETTER, Step.RECEIVED, Step.SLIP_RETURNED, Measure.DAYS_TO_RETURN_SLIP),
    Leg(PaperKind.LETTER, Step.SLIP_RETURNED, Step.FILED, Measure.DAYS_TO_FILE_SLIP),
    Leg(PaperKind.REQUEST, Step.REQUESTED, Step.SENT, Measure.DAYS_TO_SEND_EVALUATION),
    Leg(PaperKind.REQUEST, Step.SENT, Step.RECEIVED, Measure.DAYS_TO_RECEIVE_EVALUATION),
    Leg(PaperKind.REQUEST, Step.RECEIVED, Step.FILED, Measure.DAYS_TO_FILE_EVALUATION),
)


def of_papers(courses: Iterable[Course]) -> Iterator[Observation]:
    """Observe each paper that was not taken back: whether it came back, how long each leg took."""
    for course in courses:
        if not course.ended:
            yield from _closed(course)
            yield from _legs(course)
            yield from _levels(course)


def _closed(course: Course) -> Iterator[Observation]:
    if course.kind is PaperKind.LETTER and Step.ISSUED in course.steps:
        came_back = Step.SLIP_RETURNED in course.steps
        yield _observed(
            course, Measure.LETTERS_WITH_SLIP, course.steps[Step.ISSUED], int(came_back)
        )
    if course.kind is PaperKind.REQUEST and Step.REQUESTED in course.steps:
        came_back = Step.RECEIVED in course.steps
        asked_on = course.steps[Step.REQUESTED]
        yield _observed(course, Measure.REQUESTS_WITH_EVALUATION, asked_on, int(came_back))


def _legs(course: Course) -> Iterator[Observation]:
    for leg in LEGS:
        start, end = course.steps.get(leg.start), course.steps.get(leg.end)
        if leg.kind is course.kind and start and end:
            yield _observed(course, leg.measure, end, max((end - start).days, 0))


def _levels(course: Course) -> Iterator[Observation]:
    received = course.steps.get(Step.RECEIVED)
    for criterion, level in course.levels.items() if received else ():
        if received:
            lowest = int(level == LOWEST)
            yield _observed(course, Measure.LOWEST_LEVEL, received, lowest, detail=criterion)


def of_uniformity(courses: Sequence[Course]) -> Iterator[Observation]:
    """Observe each slip received: whether it is one of the most frequent of its cell and form.

    A cell with one slip of a form in a year says nothing about likeness.
    """
    slips = [c for c in courses if c.fingerprint and Step.RECEIVED in c.steps]
    groups: dict[tuple[object, ...], Counter[str | None]] = {}
    for slip in slips:
        groups.setdefault(_alike(slip), Counter())[slip.fingerprint] += 1
    for slip in slips:
        group = groups[_alike(slip)]
        if group.total() > 1:
            most = max(group.values())
            is_one = most > 1 and slip.fingerprint == _most_frequent(group)
            received_on = slip.steps[Step.RECEIVED]
            yield _observed(slip, Measure.UNIFORM_SLIPS, received_on, int(is_one))


def _alike(slip: Course) -> tuple[object, ...]:
    return slip.residence_cell, slip.year, slip.form


def _most_frequent(group: Counter[str | None]) -> str | None:
    most = max(group.values())
    return min(print_ for print_, number in group.items() if number == most and print_)


def _observed(
    course: Course, measure: Measure, on: date, part: int, *, detail: str | None = None
) -> Observation:
    return Observation(
        measure=measure,
        detail=detail,
        part=part,
        whole=1,
        year=course.year,
        on=on,
        about=course.about,
        member=course.member,
        link=course.link,
        workplace=course.workplace,
        workplace_cell=course.workplace_cell,
        residence=course.residence,
        residence_cell=course.residence_cell,
    )
