"""Half-year meetings, attendance, absences, households (4.3-6 to 4.3-8; G16)."""

from __future__ import annotations

from tests.reference.paper import CELL, OTHER_CELL, Papers, due, full, owed


def halves(papers: Papers, day: str) -> list[tuple[str | None, str, bool]]:
    found = owed(papers, day, "G09")
    return [(o.subject.period, o.owner.body, o.late) for o in found]


def test_a_meeting_settles_only_the_half_that_it_names() -> None:
    papers = Papers()
    papers.introduce("m", "01-05")
    papers.hold("late", "07-20", {}, period="2026-H1")
    papers.hold("other", "08-01", {})
    assert halves(papers, "07-19") == [("2026-H1", CELL, True), ("2026-H2", CELL, False)]
    assert halves(papers, "07-20") == [("2026-H2", CELL, False)]
    assert halves(papers, "12-31") == [("2026-H2", CELL, False)]


def test_asked_before_the_anchor_the_state_of_the_day_is_taken_to_last() -> None:
    papers = Papers()
    link = papers.introduce("m", "01-05")
    papers.close(link, "06-15")
    assert halves(papers, "06-14") == [("2026-H1", CELL, False)]
    assert halves(papers, "06-15") == []


def test_known_ends_of_an_exemption_are_reckoned_with() -> None:
    papers = Papers()
    papers.introduce("m", "01-05")
    papers.exempt("m", "A", "04-01", "06-01")
    assert halves(papers, "05-01") == []
    papers.lines[-1]["until"] = full("05-31")
    assert halves(papers, "05-01") == [("2026-H1", CELL, False)]


def test_one_link_must_be_eligible_all_along() -> None:
    papers = Papers()
    first = papers.introduce("m", "01-05")
    papers.introduce("n", "06-15")
    papers.close(first, "06-20")
    assert halves(papers, "07-01") == [("2026-H2", CELL, False)]


def test_a_missed_half_of_merged_cells_is_settled_by_one_meeting_of_the_successor() -> None:
    papers = Papers()
    papers.introduce("m", "01-05")
    other = papers.introduce("n", "01-05")
    papers.forward(other, "01-06", cell=OTHER_CELL)
    papers.hold("held", "06-01", {}, period="2026-H1")
    papers.body("new-cell", "cell", "R")
    papers.succeed("R", "new-ward", "08-01", cells={CELL: "new-cell", OTHER_CELL: "new-cell"})
    [missed, next_half] = owed(papers, "08-01", "G09")
    assert (missed.subject.cell, missed.owner.body) == (OTHER_CELL, "new-cell")
    assert next_half.subject.cell == "new-cell"
    papers.hold("late", "08-10", {}, cell="new-cell", period="2026-H1")
    assert halves(papers, "08-10") == [("2026-H2", "new-cell", False)]


def test_a_meeting_without_its_list_is_one_gap_until_the_list_is_complete() -> None:
    papers = Papers()
    first = papers.introduce("m", "01-05")
    second = papers.introduce("n", "01-05")
    papers.hold("held", "06-12", {first: "PRESENT"})
    papers.complete("held", "06-25", {second: "UNEXCUSED"})
    assert due(papers, "06-12", "G12", "G13") == [("G12", "06-19", False)]
    assert due(papers, "06-24", "G12", "G13") == [("G12", "06-19", True)]
    assert due(papers, "06-25", "G12", "G13") == [("G13 REMIND", "06-22", True)]


def test_of_a_partial_meeting_only_those_are_owed_whose_workplace_has_entered_somebody() -> None:
    papers = Papers()
    papers.body("W2", "grassroots_committee", None)
    link = papers.introduce("m", "01-05")
    papers.enroll("n", "01-05", committee="W2")
    papers.declare("n", "01-05")
    papers.carry_over("link-n", "n", "01-05")
    papers.hold("held", "06-12", {link: "PRESENT"}, partial=True)
    assert due(papers, "06-13", "G12") == []
    papers.lines[-1]["partial"] = False
    assert due(papers, "06-13", "G12") == [("G12", "06-19", False)]


def test_class_a_is_not_on_the_list() -> None:
    papers = Papers()
    papers.introduce("m", "01-05")
    papers.exempt("m", "A", "06-01", "06-30")
    papers.hold("held", "06-12", {})
    assert due(papers, "06-13", "G12") == []


def test_an_absence_entered_late_turns_a_reminder_into_a_report() -> None:
    papers = Papers()
    link = papers.introduce("m", "01-05")
    papers.hold("second", "06-12", {link: "UNEXCUSED"})
    papers.enter(link, "absence.reminded", "06-13", meetings=["second"])
    assert due(papers, "06-14", "G13") == []
    papers.hold("first", "05-01", {link: "REPRESENTED"})
    assert due(papers, "06-14", "G13") == [
        ("G13 REMIND", "05-11", True),
        ("G13 REPORT", "06-22", False),
    ]
    papers.enter(link, "absence.reported", "06-14", meetings=["first", "second"])
    assert due(papers, "06-14", "G13") == []


def test_an_excuse_shown_later_ends_the_absence() -> None:
    papers = Papers()
    link = papers.introduce("m", "01-05")
    papers.hold("held", "06-12", {link: "UNEXCUSED"})
    papers.enter("held", "meeting.absence_excused", "06-20", link=link)
    assert due(papers, "06-19", "G13") == [("G13 REMIND", "06-22", False)]
    assert due(papers, "06-20", "G13") == []


def test_an_absence_waits_while_the_member_is_exempt_or_suspended() -> None:
    papers = Papers()
    link = papers.introduce("m", "01-05")
    papers.hold("held", "06-12", {link: "UNEXCUSED"})
    papers.exempt("m", "A", "06-13", "06-17")
    papers.suspend("m", "06-19", "06-20")
    assert due(papers, "06-15", "G13") == []
    assert due(papers, "06-18", "G13") == [("G13 REMIND", "06-27", False)]
    assert due(papers, "06-21", "G13") == [("G13 REMIND", "06-29", False)]


def couple() -> tuple[Papers, str, str]:
    papers = Papers()
    first = papers.introduce("m", "01-05", household="home")
    return papers, first, papers.introduce("n", "01-05", household="home")


def test_one_for_the_household_is_due_on_the_next_meeting_that_counts() -> None:
    papers, first, second = couple()
    papers.hold("june", "06-12", {first: "PRESENT", second: "REPRESENTED"})
    papers.hold("july", "07-10", {first: "EXCUSED", second: "PRESENT"})
    papers.hold("december", "12-04", {first: "UNEXCUSED", second: "PRESENT"})
    assert due(papers, "06-12", "G16") == [("G16", None, False)]
    assert due(papers, "11-30", "G16") == [("G16", None, False)]
    assert due(papers, "12-04", "G16") == [("G16", "12-04", False)]
    assert due(papers, "12-05", "G16") == [("G16", "12-04", True)]


def test_a_household_that_comes_together_has_mended_it() -> None:
    papers, first, second = couple()
    papers.hold("june", "06-12", {first: "PRESENT", second: "UNEXCUSED"})
    papers.hold("december", "12-04", {first: "PRESENT", second: "PRESENT"})
    assert due(papers, "12-04", "G16") == []


def test_feedback_on_attendance_settles_the_household_and_other_feedback_does_not() -> None:
    papers, first, second = couple()
    papers.hold("june", "06-12", {first: "PRESENT", second: "UNEXCUSED"})
    papers.enter(second, "link.feedback_given", "06-20", on="slip-1")
    assert due(papers, "06-20", "G16") == [("G16", None, False)]
    papers.enter(second, "link.feedback_given", "06-21", on="ATTENDANCE")
    assert due(papers, "06-21", "G16") == []


def test_a_household_of_one_is_none_and_an_unknown_answer_proves_nothing() -> None:
    papers, first, second = couple()
    papers.hold("june", "06-12", {first: "PRESENT"})
    assert due(papers, "06-12", "G16") == []
    papers.complete("june", "06-20", {second: "UNEXCUSED"})
    assert due(papers, "06-20", "G16") == [("G16", None, False)]
    papers.close(second, "06-25")
    assert due(papers, "06-25", "G16") == []
