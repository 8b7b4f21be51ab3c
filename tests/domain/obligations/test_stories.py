"""What is owed in years that do not go straight: other workplaces, moves, letters written anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from domain.introduction.events import (
    ClosingReason,
    LetterReturned,
    LetterVoided,
    LinkClosed,
    ReturnReason,
    VoidReason,
)
from domain.introduction.link import Link, link_id
from domain.member import ExemptionClass
from domain.obligations.eligibility import called_in
from tests import year
from tests.domain.obligations.town import (
    AN,
    AN_LINK,
    BODIES,
    OTHER_OFFICE,
    OTHER_WORKPLACE,
    departed,
    exempt,
    introduced,
    owed,
    stands,
)
from tests.paper import Paper, corrected, voided
from tests.scenario import Scenario, given
from tests.year import OTHER_WARD, QUARTER, WARD, WORKPLACE, papers

INTRODUCED = introduced(AN)
ENROLLED, DECLARED, ISSUED, RECEIVED, FORWARDED = INTRODUCED
_link = papers(Link, AN_LINK)


def closed(month: int, day: int, reason: ClosingReason, attempt: int = 1) -> Paper:
    facts: dict[str, Any] = {"attempt": attempt, "reason": reason, "notice_number": None}
    return _link(LinkClosed, month, day, **facts, on=date(2026, month, day))


def again(paper: Paper, month: int, day: int, attempt: int, **facts: Any) -> Paper:
    return paper.on(date(2026, month, day)).but(attempt=attempt, **facts)


def who_owes(scenario: Scenario, month: int, day: int, *codes: str) -> set[tuple[str, Any]]:
    return {(row.code, row.owner) for row in owed(scenario, month, day, *codes)}


# On 1 July An goes from one workplace to another; the link is closed on the 6th.

GONE = departed(INTRODUCED, 7, 1)
ARRIVED = ENROLLED.on(date(2026, 7, 1)).but(committee=OTHER_WORKPLACE, cell=OTHER_OFFICE)
HANDED_ON = [*BODIES, *INTRODUCED, GONE, ARRIVED]
WRITTEN_THERE = again(ISSUED, 7, 8, 2, issuer=OTHER_WORKPLACE, number="3-GT/ĐU")
THERE = [
    closed(7, 6, ClosingReason.DEPARTED),
    WRITTEN_THERE,
    again(RECEIVED, 7, 13, 2),
    FORWARDED.on(date(2026, 7, 14)),
]


def test_each_workplace_owes_what_is_its_own() -> None:
    record = given(*HANDED_ON)
    codes = ("G01", "G02", "G34", "G40")
    assert who_owes(record, 7, 2, *codes) == {("G34", WORKPLACE), ("G01", OTHER_WORKPLACE)}
    assert stands(record, 7, 2, "G01") == ("waits", "07-16")
    assert who_owes(given(*HANDED_ON, *THERE), 7, 20, *codes) == set()


def test_he_is_called_under_either_letter_and_not_between() -> None:
    record = given(*HANDED_ON, *THERE)
    member, link = record.member(AN), record.link(AN_LINK)
    days = {day: called_in(link, member, date(2026, 7, day), record) for day in (5, 10, 14)}
    assert called_in(link, member, date(2026, 6, 30), record) == QUARTER
    assert days == {5: None, 10: None, 14: QUARTER}
    assert [letter.issuer for letter in link.letters] == [WORKPLACE, OTHER_WORKPLACE]


def test_the_slip_of_the_new_letter_is_owed_anew() -> None:
    record = given(*HANDED_ON, *THERE)
    [row] = owed(record, 7, 20, "G05")
    assert (row.owner, row.workplace) == (WARD, OTHER_WORKPLACE)


# On 4 May An moves to another ward, is received there on the 11th.

MOVED = DECLARED.on(date(2026, 5, 4)).but(residence_no=2, body=OTHER_WARD, household="d" * 64)
NEW_LINK = link_id(AN, 2)
THERE_TOO = [
    replace(ISSUED.on(date(2026, 5, 6)).but(residence_no=2, to_body=OTHER_WARD), stream=NEW_LINK),
    replace(RECEIVED.on(date(2026, 5, 11)).but(by=OTHER_WARD), stream=NEW_LINK),
]
BEFORE_MOVE = [*BODIES, year.OTHER_WARD_REGISTERED, *INTRODUCED, MOVED]


def test_a_move_asks_for_a_letter_and_then_for_the_end_of_the_old_link() -> None:
    assert stands(given(*BEFORE_MOVE), 5, 5, "G02") == ("waits", "05-19")
    both = given(*BEFORE_MOVE, *THERE_TOO)
    assert stands(both, 5, 12, "G02") is None
    assert stands(both, 5, 12, "G33") == ("waits", "05-26")
    assert both.link(AN_LINK).is_open_on(date(2026, 5, 12))
    one = given(*BEFORE_MOVE, *THERE_TOO, closed(5, 20, ClosingReason.MOVED))
    assert stands(one, 5, 20, "G33") is None


def test_a_letter_for_the_new_stay_says_nothing_of_the_old_one() -> None:
    record = given(*BEFORE_MOVE, THERE_TOO[0])
    assert {row.link for row in owed(record, 5, 12, "G04")} == {NEW_LINK}
    assert stands(record, 5, 12, "G33") is None


# Sent back, lost, received in the end.

SENT_BACK = _link(
    LetterReturned, 2, 9, attempt=1, by=WARD, reason=ReturnReason.WRONG_DATA, note=None
)
SECOND = again(ISSUED, 2, 12, 2, number="2-GT/ĐU", replaces=f"{AN_LINK}/1")
LOST = _link(LetterVoided, 2, 20, attempt=2, reason=VoidReason.LOST)
THIRD = again(ISSUED, 2, 24, 3, number="3-GT/ĐU", replaces=f"{AN_LINK}/2")
WRITTEN = [*BODIES, *INTRODUCED[:3]]


def test_what_comes_back_or_is_lost_is_owed_anew_from_that_day() -> None:
    assert stands(given(*WRITTEN, SENT_BACK), 2, 9, "G01") == ("waits", "02-24")
    assert stands(given(*WRITTEN, SENT_BACK, SECOND), 2, 12, "G01") is None
    lost = given(*WRITTEN, SENT_BACK, SECOND, LOST)
    assert stands(lost, 2, 20, "G01") == ("waits", "03-07")
    assert stands(lost, 2, 20, "G04") is None
    there = given(*WRITTEN, SENT_BACK, SECOND, LOST, THIRD, again(RECEIVED, 3, 2, 3))
    assert who_owes(there, 3, 2, "G01", "G02", "G04") == set()
    assert stands(there, 3, 2, "G05") == ("waits", "03-17")


def test_a_letter_that_class_b_left_standing_is_one_for_a_new_member_when_it_comes_back() -> None:
    secret = exempt(AN, date(2026, 4, 20), date(2026, 6, 1), ExemptionClass.B)
    nameless = ENROLLED.but(full_name=None, birth_date=None, sex=None, admitted_on=None)
    papers_before = [nameless if paper is ENROLLED else paper for paper in BEFORE_MOVE]
    sent_back = replace(SENT_BACK, stream=NEW_LINK).on(date(2026, 6, 10)).but(by=OTHER_WARD)
    record = given(*papers_before, THERE_TOO[0], secret, sent_back)
    assert who_owes(record, 6, 9, "G01", "G02") == set()
    assert stands(record, 6, 10, "G01") == ("waits", "06-25")


# A paper that another one takes the place of reads as the other, on every day.


def test_a_letter_under_its_right_date_was_never_late() -> None:
    late = ISSUED.on(date(2026, 3, 2))
    record = [*BODIES, ENROLLED, DECLARED, late]
    assert stands(given(*record), 2, 28, "G01") == ("late", "02-17")
    mended = given(*record, corrected(late, {"occurred_on": "2026-02-16"}))
    assert stands(mended, 2, 28, "G01") is None
    assert stands(mended, 2, 28, "G04") == ("waits", "04-03")


def test_a_letter_struck_through_was_never_written() -> None:
    record = given(*WRITTEN, voided(ISSUED))
    assert stands(record, 2, 28, "G01") == ("late", "02-17")
    assert record.link(AN_LINK).letters == []
