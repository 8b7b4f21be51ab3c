"""What a workplace owes once a year: from which day, until when, and what ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.obligations.obligation import Obligation
from domain.review import InspectionKind, ReviewKind, StocktakingKind, review_id
from tests import year
from tests.paper import Paper, Pen, corrected, voided
from tests.scenario import given
from tests.year import CELL, DINH_ENROLLED, ENROLLED, OTHER_CELL, WORKPLACE

BODIES = (
    year.WORKPLACE_REGISTERED,
    year.CELL_REGISTERED,
    year.OTHER_CELL_REGISTERED,
    year.SECRETARY_APPOINTED,
)
THE_END, NEXT_DAY = date(2026, 12, 31), date(2027, 1, 1)
EACH = pytest.mark.parametrize(
    ("code", "body"), [("G24", CELL), ("G31", WORKPLACE), ("G32", WORKPLACE)]
)


def owed(code: str, body: UUID, *papers: Paper | Pen, on: date) -> Obligation | None:
    kind = "cell" if code == "G24" else "committee"
    return given(*BODIES, *papers).obligation(f"{code}:{kind}/{body}:2026", on)


def due_on(code: str, body: UUID, *papers: Paper | Pen, on: date) -> date | None:
    row = owed(code, body, *papers, on=on)
    return row.due_on if row else None


def reviewed(on: date, **facts: Any) -> Paper:
    paper = year.REVIEW_HELD.but(body=CELL, **facts).on(on)
    return replace(paper, stream=review_id(CELL, 2026))


@EACH
def test_it_waits_through_the_year_and_is_late_after_its_last_day(code: str, body: UUID) -> None:
    for day, late in ((date(2026, 1, 1), False), (THE_END, False), (NEXT_DAY, True)):
        row = owed(code, body, DINH_ENROLLED, on=day)
        assert row is not None
        assert (row.due_on, row.late_from <= day) == (THE_END, late)
        assert (row.owner, row.workplace, row.opened_by) == (body, WORKPLACE, "2026")
        assert row.office == ("Wc" if code == "G24" else "Ws")
        assert set(row.viewers) == {body, WORKPLACE}


@pytest.mark.parametrize("kind", [ReviewKind.COLLECTIVE, ReviewKind.CLASSIFICATION])
def test_a_review_with_its_item_settles_it(kind: ReviewKind) -> None:
    held = reviewed(date(2026, 12, 18), kind=kind)
    assert owed("G24", CELL, DINH_ENROLLED, held, on=date(2026, 12, 17))
    assert owed("G24", CELL, DINH_ENROLLED, held, on=date(2026, 12, 18)) is None
    assert owed("G24", CELL, DINH_ENROLLED, held, on=NEXT_DAY) is None


@pytest.mark.parametrize(
    "facts",
    [
        {"regulation_item": False},
        {"kind": ReviewKind.WORK_SUMMARY},
        {"kind": ReviewKind.INDIVIDUAL},
    ],
)
def test_another_review_or_one_without_the_item_does_not(facts: dict[str, Any]) -> None:
    held = reviewed(date(2026, 12, 18), **facts)
    assert owed("G24", CELL, DINH_ENROLLED, held, on=NEXT_DAY)


def test_the_review_of_another_cell_settles_nothing_here() -> None:
    assert owed("G24", CELL, DINH_ENROLLED, year.REVIEW_HELD, on=NEXT_DAY)


def test_a_review_held_late_ends_the_gap_on_its_day() -> None:
    held = reviewed(date(2027, 1, 12))
    row = owed("G24", CELL, DINH_ENROLLED, held, on=date(2027, 1, 11))
    assert row is not None
    assert (row.late_from, row.to_day) == (NEXT_DAY, date(2027, 1, 12))
    assert row.settled_by == f"{review_id(CELL, 2026)}/1"


def test_a_review_struck_through_settles_nothing_any_more() -> None:
    held = reviewed(date(2026, 12, 18))
    assert owed("G24", CELL, DINH_ENROLLED, held, voided(held), on=NEXT_DAY)
    without = corrected(held, {"regulation_item": False})
    assert owed("G24", CELL, DINH_ENROLLED, held, without, on=NEXT_DAY)


def test_the_year_of_a_cell_is_over_when_the_round_is_closed() -> None:
    closed = year.ROUND_CLOSED.but(on=date(2026, 12, 19)).on(date(2026, 12, 18))
    papers = (DINH_ENROLLED, year.ROUND_OPENED, closed)
    assert due_on("G24", CELL, *papers, on=date(2026, 12, 18)) == THE_END
    assert due_on("G24", CELL, *papers, on=date(2026, 12, 19)) == date(2026, 12, 19)
    row = owed("G24", CELL, *papers, on=date(2026, 12, 20))
    assert row is not None
    assert row.late_from == date(2026, 12, 20)
    assert due_on("G31", WORKPLACE, *papers, on=date(2026, 12, 20)) == THE_END


@pytest.mark.parametrize("kind", StocktakingKind)
def test_stock_taken_midway_or_at_the_end_settles_it(kind: StocktakingKind) -> None:
    taken = year.STOCK_TAKEN.but(kind=kind).on(date(2026, 7, 2))
    assert owed("G31", WORKPLACE, DINH_ENROLLED, taken, on=date(2026, 7, 1))
    assert owed("G31", WORKPLACE, DINH_ENROLLED, taken, on=NEXT_DAY) is None
    assert owed("G32", WORKPLACE, DINH_ENROLLED, taken, on=NEXT_DAY)


@pytest.mark.parametrize("kind", InspectionKind)
def test_an_inspection_settles_the_year_in_which_it_is_made(kind: InspectionKind) -> None:
    made = year.INSPECTED.but(kind=kind)
    assert owed("G32", WORKPLACE, DINH_ENROLLED, made, on=NEXT_DAY) is None
    too_late = made.on(date(2027, 1, 5))
    assert owed("G32", WORKPLACE, DINH_ENROLLED, too_late, on=date(2027, 1, 6))


@EACH
def test_whoever_has_nobody_owes_nothing(code: str, body: UUID) -> None:
    assert owed(code, body, on=THE_END) is None


def test_a_cell_owes_it_that_has_somebody_on_the_due_day() -> None:
    moved = year.CELL_ASSIGNED.on(date(2026, 8, 20))
    papers = (ENROLLED, moved)
    assert owed("G24", CELL, *papers, on=date(2026, 2, 1)) is None
    assert owed("G24", CELL, *papers, on=date(2026, 8, 31))
    assert owed("G24", CELL, *papers, on=date(2026, 9, 1)) is None
    assert owed("G24", OTHER_CELL, *papers, on=date(2026, 8, 31)) is None
    assert owed("G24", OTHER_CELL, *papers, on=date(2026, 9, 1))
    assert owed("G24", OTHER_CELL, *papers, on=NEXT_DAY)


@EACH
def test_nobody_is_covered_who_left_by_the_due_day(code: str, body: UUID) -> None:
    left = year.DEPARTED.but(enrolment=DINH_ENROLLED)
    gone = replace(left, stream=DINH_ENROLLED.stream)
    assert owed(code, body, DINH_ENROLLED, gone, on=date(2026, 12, 30))
    assert owed(code, body, DINH_ENROLLED, gone, on=THE_END) is None
    stayed = replace(left.but(on=NEXT_DAY), stream=DINH_ENROLLED.stream)
    assert owed(code, body, DINH_ENROLLED, stayed, on=NEXT_DAY)


@EACH
def test_nor_anybody_who_is_kept_secret_then(code: str, body: UUID) -> None:
    papers = (DINH_ENROLLED, year.KEPT_SECRET)
    assert owed(code, body, *papers, on=date(2026, 11, 30))
    assert owed(code, body, *papers, on=date(2026, 12, 1)) is None
    for_a_while = year.KEPT_SECRET.but(until=date(2026, 12, 30))
    assert owed(code, body, DINH_ENROLLED, for_a_while, on=date(2026, 12, 2))


@EACH
def test_it_opens_when_the_committee_begins_to_be_followed(code: str, body: UUID) -> None:
    followed = year.WORKPLACE_REGISTERED.but(followed_from=date(2026, 3, 1))
    scenario = given(followed, *BODIES[1:], DINH_ENROLLED)
    key = f"{code}:{'cell' if code == 'G24' else 'committee'}/{body}:2026"
    assert scenario.obligation(key, date(2026, 2, 28)) is None
    assert scenario.obligation(key, date(2026, 3, 1))


def test_figures_of_the_committee_and_of_the_round_move_the_last_day() -> None:
    adopted = year.RULES_ADOPTED.but(
        figures={"review.by": "12-20", "inspection.by": "11-30"}, from_=date(2026, 1, 1)
    )
    papers = (DINH_ENROLLED, adopted)
    assert due_on("G24", CELL, *papers, on=date(2026, 5, 1)) == date(2026, 12, 20)
    assert due_on("G32", WORKPLACE, *papers, on=date(2026, 5, 1)) == date(2026, 11, 30)
    opened = year.ROUND_OPENED.but(figures={"review.by": "12-15"})
    assert due_on("G24", CELL, *papers, opened, on=date(2026, 10, 11)) == date(2026, 12, 20)
    assert due_on("G24", CELL, *papers, opened, on=date(2026, 10, 12)) == date(2026, 12, 15)
