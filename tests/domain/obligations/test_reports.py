"""What the residence writes waits for an answer: G14, G27, G28, a request for a letter G38."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.introduction.events import AbsenceAnswered, AbsenceOutcome, AbsenceReported
from domain.introduction.link import Link
from domain.meeting import Attendance
from domain.member import ActivitySuspended, ExemptionClass, Member
from domain.private import Personal
from domain.report import AskOutcome, ReportKind, report_id
from tests import year
from tests.domain.obligations.town import (
    AN,
    AN_LINK,
    BODIES,
    OTHER_OFFICE,
    OTHER_WORKPLACE,
    Gathering,
    departed,
    exempt,
    introduced,
    owed,
    stands,
)
from tests.paper import Paper, voided
from tests.scenario import given
from tests.year import CELL, QUARTER, WARD, WORKPLACE, papers

AN_CAME = introduced(AN)
MEETING = Gathering()
ABSENT = MEETING.held({AN_LINK: Attendance.UNEXCUSED})
_link = papers(Link, AN_LINK)
NOTICE = _link(AbsenceReported, 6, 20, meetings=(MEETING.id,), number="9", note=None)
NOTICED = (*BODIES, *AN_CAME, MEETING.convened(), ABSENT, NOTICE)
ANSWER = _link(AbsenceAnswered, 7, 1, report=NOTICE, outcome=AbsenceOutcome.WILL_ATTEND, note=None)
REPORT = report_id(AN_LINK, "12")
ADVERSE = replace(year.REPORT_SENT.but(link=AN_LINK), stream=REPORT)
COMMENDING = ADVERSE.but(kind=ReportKind.COMMENDING)
ANSWERED = replace(year.REPORT_ANSWERED, stream=REPORT)
LIVING_HERE = (*BODIES, *AN_CAME)
SUSPENDED = papers(Member, AN)(
    ActivitySuspended,
    6,
    25,
    from_=date(2026, 6, 25),
    until=date(2026, 6, 29),
    decision=Personal(AN, "3-QĐ"),
)


def arrived(paper: Paper, month: int, day: int) -> Paper:
    """The same paper copied at the workplace, where it came later."""
    copy = paper.transcribed()
    assert copy.copied_from
    on = date(2026, month, day)
    return replace(copy, copied_from=replace(copy.copied_from, arrived_on=on))


# G14: the workplace cell answers a notice of absence.


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((6, 19), None),
        ((6, 20), ("waits", "07-05")),
        ((7, 5), ("waits", "07-05")),
        ((7, 6), ("late", "07-05")),
    ],
)
def test_a_notice_is_answered_in_fifteen_days(
    day: tuple[int, int], standing: tuple[str, str] | None
) -> None:
    assert stands(given(*NOTICED), *day, "G14") == standing


def test_a_notice_on_paper_is_answered_from_its_arrival() -> None:
    late = given(*NOTICED[:-1], arrived(NOTICE, 6, 29))
    assert stands(late, 6, 28, "G14") is None
    assert stands(late, 6, 29, "G14") == ("waits", "07-14")


def test_an_answer_settles_its_own_notice_and_no_other() -> None:
    second = _link(AbsenceReported, 6, 22, meetings=(MEETING.id,), number="10", note=None)
    answered = given(*NOTICED, second, ANSWER)
    assert len(owed(answered, 6, 30, "G14")) == 2
    assert stands(answered, 7, 1, "G14") == ("waits", "07-07")
    [settled] = owed(answered, 6, 20, "G14")
    assert settled.settled_by == answered.entry_of[ANSWER].id


def test_the_cell_of_the_member_owes_it_and_both_sides_see_it() -> None:
    [row] = owed(given(*NOTICED), 7, 6, "G14")
    assert (row.office, row.owner) == ("Wc", CELL)
    assert set(row.viewers) == {WORKPLACE, CELL, WARD, QUARTER}
    assert row.about == f"notice/{AN_LINK}/4"


def test_a_suspension_pauses_the_answer_and_a_departure_ends_it() -> None:
    paused = given(*NOTICED, SUSPENDED)
    assert stands(paused, 6, 25, "G14") is None
    assert stands(paused, 6, 30, "G14") == ("waits", "07-10")
    gone = given(*NOTICED, departed(AN_CAME, 7, 2))
    assert stands(gone, 7, 1, "G14") == ("waits", "07-05")
    assert stands(gone, 7, 2, "G14") is None


def test_a_notice_belongs_to_the_workplace_that_introduced_the_member() -> None:
    at_the_other = introduced(AN, by=OTHER_WORKPLACE)
    scenario = given(*BODIES, *at_the_other, MEETING.convened(), ABSENT, NOTICE)
    [row] = owed(scenario, 7, 6, "G14")
    assert (row.owner, row.workplace) == (OTHER_OFFICE, OTHER_WORKPLACE)


# G27 and G28: the workplace says what came of a report.


@pytest.mark.parametrize(
    ("paper", "code", "due"), [(ADVERSE, "G27", "09-02"), (COMMENDING, "G28", "10-02")]
)
def test_a_report_is_answered_by_the_secretary(paper: Paper, code: str, due: str) -> None:
    scenario = given(*LIVING_HERE, paper)
    assert stands(scenario, 8, 2, code) is None
    assert stands(scenario, 8, 3, code) == ("waits", due)
    [row] = owed(scenario, 8, 3, "G27", "G28")
    assert (row.office, row.owner, row.about) == ("Ws", WORKPLACE, f"report/{REPORT}")
    assert set(row.viewers) == {WORKPLACE, CELL, WARD, QUARTER}
    scenario.when(ANSWERED)
    assert stands(scenario, 8, 19, code) == ("waits", due)
    assert stands(scenario, 8, 20, code) is None


def test_an_adverse_report_counts_from_its_arrival_a_commending_one_from_its_date() -> None:
    adverse = given(*LIVING_HERE, arrived(ADVERSE, 8, 10))
    assert stands(adverse, 8, 9, "G27") is None
    assert stands(adverse, 8, 10, "G27") == ("waits", "09-09")
    commending = given(*LIVING_HERE, arrived(COMMENDING, 8, 10))
    assert stands(commending, 8, 3, "G28") == ("waits", "10-02")


def test_no_departure_ends_a_report() -> None:
    gone = given(*LIVING_HERE, ADVERSE, departed(AN_CAME, 8, 10))
    assert stands(gone, 9, 3, "G27") == ("late", "09-02")


@pytest.mark.parametrize("paper", [ADVERSE, COMMENDING])
def test_class_b_ends_whatever_was_reported(paper: Paper) -> None:
    secret = exempt(AN, date(2026, 8, 10), date(2026, 8, 31), ExemptionClass.B)
    scenario = given(*LIVING_HERE, paper, secret)
    assert owed(scenario, 8, 9, "G27", "G28")
    assert not owed(scenario, 8, 10, "G27", "G28")
    assert not owed(scenario, 9, 15, "G27", "G28")


def test_nothing_waits_for_an_answer_to_what_was_struck() -> None:
    assert not owed(given(*LIVING_HERE, ADVERSE, voided(ADVERSE)), 8, 10, "G27")


# G38: the workplace answers a request for a letter.


def test_a_request_for_a_letter_is_answered_in_thirty_days() -> None:
    asked = given(*BODIES, year.LETTER_ASKED)
    assert stands(asked, 8, 4, "G38") is None
    assert stands(asked, 8, 5, "G38") == ("waits", "09-04")
    assert stands(asked, 9, 5, "G38") == ("late", "09-04")
    [row] = owed(asked, 9, 5, "G38")
    assert (row.step, row.office, row.owner) == ("ASKED", "Wo", WORKPLACE)
    assert (row.member, row.link, set(row.viewers)) == (None, None, {WORKPLACE, WARD})


@pytest.mark.parametrize("outcome", AskOutcome)
def test_either_answer_settles_it(outcome: AskOutcome) -> None:
    answered = given(*BODIES, year.LETTER_ASKED, year.LETTER_ASK_ANSWERED.but(outcome=outcome))
    assert stands(answered, 8, 17, "G38") == ("waits", "09-04")
    assert stands(answered, 8, 18, "G38") is None


def test_a_request_before_the_record_began_is_owed_by_nobody() -> None:
    before = [body.but(followed_from=date(2026, 8, 6)) for body in BODIES[:1]]
    assert not owed(given(*before, *BODIES[1:], year.LETTER_ASKED), 9, 5, "G38")
