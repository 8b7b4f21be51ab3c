"""The worked dates of the catalogue, and what the entry points promise."""

from __future__ import annotations

import pytest

from tests.reference.paper import CELL, WARD, Papers, due, on, owed
from tests.reference.reference import gaps, open_obligations


def test_a_letter_of_6_march_is_a_gap_from_18_april() -> None:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    papers.issue("link", "m", "03-06")
    assert due(papers, "03-06", "G04") == [("G04", "04-17", False)]
    assert due(papers, "04-17", "G04") == [("G04", "04-17", False)]
    assert due(papers, "04-18", "G04") == [("G04", "04-17", True)]


def test_enrolled_on_1_march_and_suspended_for_five_days_the_letter_is_due_on_21_march() -> None:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    papers.suspend("m", "03-05", "03-09")
    assert due(papers, "03-04", "G01") == [("G01", "03-16", False)]
    assert due(papers, "03-05", "G01") == []
    assert due(papers, "03-09", "G01") == []
    assert due(papers, "03-10", "G01") == [("G01", "03-21", False)]
    assert due(papers, "03-22", "G01") == [("G01", "03-21", True)]


def test_a_cell_whose_first_member_came_on_1_june_owes_the_first_half_by_15_july() -> None:
    papers = Papers()
    papers.introduce("m", "06-01")
    half, _ = owed(papers, "07-16", "G09")
    assert (half.subject.cell, half.subject.period) == (CELL, "2026-H1")
    assert half.opened_on == on("06-01")
    assert (half.due_on, half.late) == (on("07-15"), True)
    assert (half.owner.office, half.owner.body) == ("Rc", CELL)


def test_a_cell_whose_first_member_came_on_2_june_owes_nothing_for_that_half() -> None:
    papers = Papers()
    papers.introduce("m", "06-02")
    assert due(papers, "06-30", "G09") == []
    assert due(papers, "07-16", "G09") == [("G09", "01-15", False)]


def test_the_first_absence_is_reminded_within_ten_days_and_the_second_reported() -> None:
    papers = Papers()
    link = papers.introduce("m", "02-01")
    papers.hold("summer", "06-12", {link: "UNEXCUSED"}, period="2026-H1")
    papers.hold("winter", "12-04", {link: "REPRESENTED"}, period="2026-H2")
    assert due(papers, "06-22", "G13") == [("G13 REMIND", "06-22", False)]
    assert due(papers, "06-23", "G13") == [("G13 REMIND", "06-22", True)]
    papers.enter(link, "absence.reminded", "06-20", meetings=["summer"])
    assert due(papers, "06-20", "G13") == []
    assert due(papers, "12-15", "G13") == [("G13 REPORT", "12-14", True)]


@pytest.mark.parametrize(
    ("asked", "due_on"), [("11-01", "12-01"), ("11-20", "12-05"), ("12-01", "12-11")]
)
def test_an_opinion_is_due_by_the_later_of_two_dates(asked: str, due_on: str) -> None:
    papers = Papers()
    link = papers.introduce("m", "02-01")
    papers.ask("slip", link, asked)
    assert due(papers, "12-01", "G18") == [("G18", due_on, False)]


def test_a_draft_of_3_december_keeps_the_date_and_the_gap_and_names_the_signer() -> None:
    papers = Papers()
    link = papers.introduce("m", "02-01")
    papers.ask("slip", link, "11-01")
    papers.evaluate("slip", link, "12-03")
    assert due(papers, "12-02", "G18", "G21") == [("G18", "12-01", True)]
    assert due(papers, "12-03", "G18", "G21") == [("G21 SIGN", "12-01", True)]


def test_gaps_are_the_obligations_that_are_late() -> None:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    for day in ("03-16", "03-17"):
        obligations = open_obligations(papers.lines, on(day), papers.position)
        assert gaps(papers.lines, on(day), papers.position) == {o for o in obligations if o.late}
    assert {o.code for o in gaps(papers.lines, on("03-17"), papers.position)} == {"G01"}


def test_only_the_codes_that_were_asked_for_are_given() -> None:
    papers = Papers()
    papers.enroll("m", "03-01")
    found = open_obligations(papers.lines, on("04-01"), papers.position)
    assert "G40" in {o.code for o in found}
    assert due(papers, "04-01", "G01") == []
    assert due(papers, "04-01", "G40") == [("G40", "03-31", True)]


def test_what_is_entered_later_is_not_known_before() -> None:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    before = papers.position
    papers.draft("link", "m", "03-10")
    late = open_obligations(papers.lines, on("03-20"), before, ["G01", "G03"])
    assert [o.code for o in late] == ["G01"]
    assert due(papers, "03-20", "G01", "G03") == [("G03", "03-17", True)]


def test_a_local_figure_of_the_ward_holds_for_its_cells() -> None:
    papers = Papers()
    papers.introduce("m", "02-01")
    adopted = {"adopts": "213-2020", "figures": {"meeting.grace_days": 20}, "from_": "2026-01-01"}
    papers.enter(WARD, "organization.rule_set_adopted", "01-01", **adopted)
    assert due(papers, "07-01", "G09") == [("G09", "07-20", False), ("G09", "01-20", False)]


def test_figures_of_a_round_hold_if_it_was_opened_in_time() -> None:
    papers = Papers()
    link = papers.introduce("m", "02-01")
    papers.ask("slip", link, "11-20")
    figures = {"round.slips_by": "12-10"}
    papers.enter(
        "round", "round.opened", "10-20", committee="W", year=2026, mode="ALL", figures=figures
    )
    assert due(papers, "11-20", "G18") == [("G18", "12-10", False)]
    papers.lines[-1]["occurred_on"] = "2026-11-01"
    assert due(papers, "11-20", "G18") == [("G18", "12-05", False)]


def test_nothing_opens_before_a_committee_is_followed() -> None:
    papers = Papers(followed_from="2026-03-02")
    papers.enroll("before", "03-01")
    papers.declare("before", "03-01")
    papers.enroll("listed", "03-02", how="INITIAL")
    papers.declare("listed", "03-02")
    assert [o.subject.member for o in owed(papers, "03-20", "G01")] == ["listed"]
