"""What a stream answers about a day, whatever the order in which its papers were entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given as for_every
from hypothesis import strategies as some

from domain.acts import Office
from domain.evaluation import EvaluationSigned
from domain.intervals import covers
from domain.introduction.events import ClosingReason
from domain.introduction.link import link_id
from domain.meeting import Attendance, MeetingKind, half_year, periods_open_on
from domain.member import ExemptionClass, MemberEnrolled, ResidenceDeclared
from domain.organization import exists_on, is_under, organization_id
from domain.refusals import NoGround
from domain.round import RoundMode
from tests import year
from tests.paper import Paper
from tests.scenario import Scenario, given
from tests.year import (
    GROUP,
    LAN,
    LINK,
    QUARTER,
    THAM,
    WARD,
    WORKPLACE,
    YEAR,
    after,
    before,
)

RECORD = given(*YEAR)
BODY, SUB_CELL = RECORD.organization(WORKPLACE), RECORD.organization(QUARTER)
MEMBER, OPEN, SECRET = RECORD.member(THAM), RECORD.link(LINK), RECORD.member(year.DINH)
ENROLMENT = MEMBER.of(MemberEnrolled)[0]
MEETING, ROUND = RECORD.meeting(year.MEETING), RECORD.round(year.ROUND)
SIGNED = {Office.SECRETARY, Office.DEPUTY_SECRETARY}


def committee_of(day: date) -> object:
    enrolment = MEMBER.enrolment_on(day)
    return enrolment and enrolment.committee


# The first day on which the answer is another one, the answer until then, the answer from then on.
TURNS = [
    (lambda day: BODY.in_office(year.BINH, SIGNED, day), date(2026, 1, 2), False, True),
    (lambda day: BODY.in_office(year.CUONG, SIGNED, day), date(2026, 7, 1), True, False),
    (
        SUB_CELL.committee_on,
        date(2026, 1, 5),
        frozenset({year.MINH}),
        frozenset({year.MINH, year.LAN, year.PHUC}),
    ),
    (committee_of, date(2026, 2, 2), None, WORKPLACE),
    (committee_of, date(2026, 12, 31), WORKPLACE, None),
    (MEMBER.cell_on, date(2026, 2, 2), None, year.CELL),
    (MEMBER.cell_on, date(2026, 9, 1), year.CELL, year.OTHER_CELL),
    (MEMBER.cell_on, date(2026, 12, 31), year.OTHER_CELL, None),
    (lambda day: MEMBER.is_exempt(ExemptionClass.A, day), date(2026, 9, 7), False, True),
    (lambda day: MEMBER.is_exempt(ExemptionClass.A, day), date(2026, 9, 21), True, False),
    (lambda day: MEMBER.is_exempt(ExemptionClass.B, day), date(2026, 9, 7), False, False),
    (lambda day: SECRET.is_exempt(ExemptionClass.B, day), date(2026, 12, 1), False, True),
    (lambda day: covers(MEMBER.suspensions(), day), date(2026, 10, 1), False, True),
    (lambda day: covers(MEMBER.suspensions(), day), date(2026, 10, 8), True, False),
    (OPEN.is_open_on, date(2026, 3, 9), False, True),
    (OPEN.is_open_on, date(2026, 12, 16), True, False),
    (OPEN.cell_on, date(2026, 3, 10), None, QUARTER),
    (OPEN.cell_on, date(2026, 12, 16), QUARTER, None),
    (lambda day: OPEN.cell_in_year(2026, day), date(2026, 12, 16), QUARTER, QUARTER),
    (lambda day: OPEN.was_open_in(2026, day), date(2026, 3, 9), False, True),
    (lambda day: OPEN.was_open_in(2025, day), date(2026, 3, 9), False, False),
    (lambda day: OPEN.was_open_in(2027, day), date(2027, 1, 1), False, False),
    (lambda day: OPEN.group_on(day, RECORD), date(2026, 3, 12), None, year.GROUP),
    (lambda day: OPEN.monitor_on(day, RECORD), date(2026, 3, 13), None, year.LAN),
    (lambda day: OPEN.monitor_on(day, RECORD), date(2026, 12, 16), year.LAN, None),
    (
        lambda day: MEETING.attendance_on(day).get(year.DINH_LINK),
        date(2026, 6, 14),
        None,
        Attendance.EXCUSED,
    ),
    (OPEN.last_cell_on, date(2026, 3, 10), None, QUARTER),
    (OPEN.last_cell_on, date(2026, 12, 16), QUARTER, QUARTER),
    (lambda day: MEMBER.last_cell_of(ENROLMENT, day), date(2026, 2, 2), year.CELL, year.CELL),
    (lambda day: MEMBER.last_cell_of(ENROLMENT, day), date(2026, 9, 1), year.CELL, year.OTHER_CELL),
    (lambda day: MEMBER.last_cell_of(ENROLMENT, day), date(2026, 12, 31), *[year.OTHER_CELL] * 2),
    (lambda day: MEMBER.residence_no_for(WARD, day, RECORD), date(2026, 12, 15), 1, 3),
    (lambda day: MEMBER.residence_no_for(year.OTHER_WARD, day, RECORD), date(2026, 2, 3), 3, 2),
    (lambda day: MEMBER.residence_no_for(year.OTHER_WARD, day, RECORD), date(2026, 12, 15), 2, 2),
    (ROUND.named_on, date(2026, 10, 13), frozenset(), frozenset({THAM})),
]


@pytest.mark.parametrize(("question", "day", "until_then", "from_then_on"), TURNS)
def test_an_answer_turns_on_its_day(
    question: Callable[[date], object], day: date, until_then: object, from_then_on: object
) -> None:
    assert question(day - timedelta(days=1)) == until_then
    assert question(day) == from_then_on


def test_a_body_without_a_first_day_has_always_stood() -> None:
    assert exists_on(BODY.id, date.min, RECORD)
    assert not exists_on(LINK, date.max, RECORD)


def test_a_body_stands_under_another_at_any_depth_and_never_under_itself() -> None:
    day = date(2026, 1, 1)
    assert is_under(year.GROUP, QUARTER, day, RECORD)
    assert is_under(year.GROUP, WARD, day, RECORD)
    assert not is_under(WARD, year.GROUP, day, RECORD)
    assert not is_under(WARD, WARD, day, RECORD)


def test_letters_are_told_apart_by_their_attempts() -> None:
    first, second, third = OPEN.letters
    assert (first.attempt, second.attempt, third.attempt) == (1, 2, 3)
    assert [letter.in_force for letter in OPEN.letters] == [False, False, True]
    assert [letter.under_way for letter in OPEN.letters] == [False, False, False]
    assert (third.issuer, third.body) == (WORKPLACE, WARD)
    assert third.slip
    assert third.filed
    assert OPEN.last_letter == third
    assert OPEN.member == THAM


def test_a_stream_that_does_not_exist_answers_too() -> None:
    nobody = given().link(link_id(THAM, 9))
    assert (nobody.member, nobody.letters, nobody.last_letter) == (None, [], None)
    assert nobody.version == 0
    assert not nobody.is_open_on(date(2026, 1, 1))


def test_a_round_that_asks_about_all_names_nobody() -> None:
    record = given(*before(year.ROUND_OPENED), year.ROUND_OPENED.but(mode=RoundMode.ALL))
    assert record.round(year.ROUND).named_on(date(2026, 10, 13)) is None


def test_an_office_holds_on_its_last_day_and_to_the_end_of_days() -> None:
    for last, day_after in ((date(2026, 6, 30), date(2026, 7, 1)), (date.max, None)):
        appointed = year.SECRETARY_APPOINTED.but(until=last)
        body = given(*before(year.SECRETARY_APPOINTED), appointed).organization(WORKPLACE)
        assert body.in_office(year.BINH, SIGNED, date(2026, 6, 30))
        assert not day_after or not body.in_office(year.BINH, SIGNED, day_after)


def test_a_committee_sits_on_the_last_day_of_its_term() -> None:
    elected = year.COMMITTEE_ELECTED.but(until=date(2026, 6, 30))
    cell = given(*before(year.COMMITTEE_ELECTED), elected).organization(QUARTER)
    assert year.LAN in cell.committee_on(date(2026, 6, 30))
    assert year.LAN not in cell.committee_on(date(2026, 7, 1))


def test_a_link_that_begins_or_ends_on_new_year_was_open_in_one_year() -> None:
    assert not RECORD.link(year.DINH_LINK).was_open_in(2025, date(2026, 1, 1))
    assert RECORD.link(year.DINH_LINK).was_open_in(2026, date(2026, 1, 1))
    closed = year.CLOSED.but(on=date(2027, 1, 1))
    link = given(*before(year.CLOSED), closed).link(LINK)
    assert link.was_open_in(2026, date(2027, 1, 1))
    assert not link.was_open_in(2027, date(2027, 1, 1))


def test_a_member_is_in_the_cell_from_the_day_of_forwarding_even_the_first() -> None:
    at_once = year.FORWARDED.on(date(2026, 3, 9))
    link = given(*before(year.FORWARDED), at_once).link(LINK)
    assert link.cell_on(date(2026, 3, 9)) == QUARTER


# Placed anew: who was named for one cell, or for an earlier letter, is nobody in the next.


def test_group_and_monitor_end_with_the_move_to_another_cell() -> None:
    other = replace(
        year.QUARTER_REGISTERED.but(code="khu-dan-cu-5"), stream=organization_id("khu-dan-cu-5")
    )
    moved = year.FORWARDED.on(date(2026, 5, 4)).but(cell=other.stream)
    link = given(*after(year.MONITORED), other, moved).link(LINK)
    assert (link.group_on(date(2026, 5, 3), RECORD), link.monitor_on(date(2026, 5, 3), RECORD)) == (
        GROUP,
        LAN,
    )
    assert (link.group_on(date(2026, 5, 4), RECORD), link.monitor_on(date(2026, 5, 4), RECORD)) == (
        None,
        None,
    )


def test_forwarding_to_the_same_cell_again_changes_neither() -> None:
    again = year.FORWARDED.on(date(2026, 5, 4))
    link = given(*after(year.MONITORED), again).link(LINK)
    assert (link.group_on(date(2026, 5, 4), RECORD), link.monitor_on(date(2026, 5, 4), RECORD)) == (
        GROUP,
        LAN,
    )


def test_group_and_monitor_of_one_letter_are_not_those_of_the_next() -> None:
    closed = year.CLOSED.on(date(2026, 5, 1)).but(reason=ClosingReason.VOIDED, on=date(2026, 5, 1))
    issued = year.ISSUED_AT_LAST.on(date(2026, 5, 4)).but(attempt=4, number="30-GT/ĐU")
    received = year.RECEIVED.on(date(2026, 5, 6)).but(attempt=4)
    placed = year.FORWARDED.on(date(2026, 5, 7))
    link = given(*after(year.MONITORED), closed, issued, received, placed).link(LINK)
    assert link.cell_on(date(2026, 5, 7)) == QUARTER
    assert (link.group_on(date(2026, 5, 7), RECORD), link.monitor_on(date(2026, 5, 7), RECORD)) == (
        None,
        None,
    )


def test_a_departure_of_long_ago_is_no_ground_to_close_a_link() -> None:
    left = year.DEPARTED.on(date(2026, 2, 2)).but(on=date(2026, 2, 2))
    back = year.ENROLLED.on(date(2026, 2, 3))
    record = [p for p in before(year.MOVED) if p is not year.ENROLLED]
    at = record.index(year.RESIDENCE_DECLARED)
    given(*record[:at], year.ENROLLED, left, back, *record[at:]).when(
        year.CLOSED.but(reason=ClosingReason.DEPARTED)
    ).refused(NoGround)


# The evaluation: a return starts the chain anew.


def test_a_paper_rests_on_the_last_enrolment_begun_by_its_day_else_on_the_first() -> None:
    back = year.ENROLLED.on(date(2027, 1, 4))
    record = given(*after(year.DEPARTED), back)
    first, second = record.entry_of[year.ENROLLED], record.entry_of[back]
    behind = record.member(THAM).enrolment_behind
    assert behind(WORKPLACE, date(2026, 2, 1)) is first
    assert behind(WORKPLACE, date(2027, 1, 3)) is first
    assert behind(WORKPLACE, date(2027, 1, 4)) is second
    assert behind(WARD, date(2027, 1, 4)) is second  # of whoever took the committee over


def test_an_evaluation_is_about_its_link() -> None:
    assert RECORD.evaluation(year.EVALUATION).link == LINK
    assert given().evaluation(year.EVALUATION).link is None


def test_a_return_starts_the_chain_anew() -> None:
    def signed(scenario: Scenario) -> int:
        return len(scenario.evaluation(year.EVALUATION).chain(EvaluationSigned))

    assert signed(given(*after(year.ARRIVED))) == 1
    assert signed(given(*after(year.SENT_BACK))) == 0
    assert signed(given(*after(year.SIGNED_AGAIN))) == 1


def test_a_request_that_comes_again_after_a_return_is_the_same_request() -> None:
    given(*after(year.SENT_BACK)).when(year.REQUESTED).then()


def test_a_draft_may_be_written_again_until_it_is_signed_and_after_a_return() -> None:
    again = year.WRITTEN.but(levels={**year.LEVELS, "contact": 3})
    given(*after(year.WRITTEN)).when(again).then(again)
    mended = again.on(date(2026, 11, 19))
    given(*after(year.SENT_BACK)).when(mended).then(mended)


# Half-years.


@pytest.mark.parametrize(
    ("day", "half", "open_periods"),
    [
        (date(2026, 6, 30), "2026-H1", {"2026-H1"}),
        (date(2026, 7, 1), "2026-H2", {"2026-H1", "2026-H2"}),
        (date(2027, 1, 15), "2027-H1", {"2026-H2", "2027-H1"}),
        (date(2027, 1, 16), "2027-H1", {"2027-H1"}),
    ],
)
def test_the_half_years_that_a_meeting_may_stand_for(
    day: date, half: str, open_periods: set[str]
) -> None:
    assert half_year(day) == half
    assert periods_open_on(day, grace_days=15) == open_periods


@pytest.mark.parametrize("kind", MeetingKind)
def test_a_meeting_that_is_not_periodic_stands_for_no_half_year(kind: MeetingKind) -> None:
    period = "2026-H1" if kind is MeetingKind.PERIODIC else None
    called = year.CONVENED.but(kind=kind, period=period)
    given(*before(year.CONVENED)).when(called).then(called)


# Late papers: the residence on a day is that of the latest stay declared by then.

_MOVES = some.lists(
    some.tuples(
        some.dates(date(2026, 2, 3), date(2026, 12, 31)), some.sampled_from([WARD, year.OTHER_WARD])
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda move: move[0],
)


def moved(day: date, body: Any, number: int) -> Paper:
    stay = 1 if body == WARD else 2
    return year.RESIDENCE_DECLARED.on(day).but(body=body, household=f"{number}", residence_no=stay)


@for_every(_MOVES, some.randoms(), some.dates(date(2026, 2, 3), date(2026, 12, 31)))
def test_a_late_paper_does_not_become_the_present_residence(
    moves: list[tuple[date, Any]], order: Any, day: date
) -> None:
    papers = [moved(on, body, number) for number, (on, body) in enumerate(moves)]
    order.shuffle(papers)
    present = given(*after(year.ENROLLED), *papers).member(THAM).residence_on(day)
    known = [(on, body) for on, body in moves if on <= day]
    assert (present and (present.occurred_on, present.body)) == (max(known) if known else None)


@for_every(_MOVES, some.randoms())
def test_a_stay_has_one_number_in_whatever_order_its_papers_come(
    moves: list[tuple[date, Any]], order: Any
) -> None:
    record = given(*after(year.ENROLLED))
    papers = [moved(on, body, number) for number, (on, body) in enumerate(moves)]
    order.shuffle(papers)
    for paper in papers:
        number = record.member(THAM).residence_no_for(paper.facts["body"], paper.day, record)
        record.when(paper.but(residence_no=number))
    declared = record.member(THAM).of(ResidenceDeclared)
    assert len(declared) == len(moves)
    assert len({(r.residence_no, r.body) for r in declared}) == len(
        {r.residence_no for r in declared}
    )
    for one, following in pairwise(declared):
        assert one.body != following.body or one.residence_no == following.residence_no
