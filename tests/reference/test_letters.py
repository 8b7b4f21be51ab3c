"""The letter handed from step to step (4.3-1 to 4.3-5, 4.3-15, 4.3-16)."""

from __future__ import annotations

from tests.reference.paper import WORKPLACE, Papers, due, full, on, owed

LETTER = ("G01", "G02", "G03", "G04", "G05", "G06", "G40")


def enrolled() -> Papers:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    return papers


def test_without_a_residence_only_the_residence_is_owed_and_the_letter_from_its_declaration() -> (
    None
):
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-10")
    assert due(papers, "03-09", *LETTER) == [("G40", "03-31", False)]
    assert due(papers, "03-10", *LETTER) == [("G01", "03-25", False)]


def test_one_step_is_open_at_a_time_from_the_letter_to_the_file() -> None:
    papers = enrolled()
    papers.draft("link", "m", "03-05")
    papers.issue("link", "m", "03-09")
    papers.receive("link", "03-20")
    papers.slip("link", "03-25", arrived_on="04-10")
    papers.enter("link", "slip.filed", "04-15", attempt=1)
    steps = {
        "03-04": [("G01", "03-16", False)],
        "03-05": [("G03", "03-12", False)],
        "03-09": [("G04", "04-20", False)],
        "03-20": [("G05", "04-04", False)],
        "03-25": [],
        "04-10": [("G06", "04-17", False)],
        "04-15": [],
    }
    assert {day: due(papers, day, *LETTER) for day in steps} == steps


def test_each_step_has_its_owner() -> None:
    papers = enrolled()
    papers.draft("link", "m", "03-05")
    papers.issue("link", "m", "03-09")
    papers.receive("link", "03-20")
    owners = [owed(papers, day, *LETTER)[0].owner for day in ("03-04", "03-05", "03-09", "03-20")]
    assert [(o.office, o.body) for o in owners] == [
        ("Wo", WORKPLACE),
        ("Ws", WORKPLACE),
        ("Wo", WORKPLACE),
        ("Ro", "R"),
    ]


def test_a_move_before_the_first_letter_keeps_the_first_duty_and_its_base() -> None:
    papers = enrolled()
    papers.declare("m", "03-10", number=2, body="elsewhere")
    assert due(papers, "03-12", *LETTER) == [("G01", "03-16", False)]


def test_a_move_after_a_letter_ends_its_steps_and_opens_the_duty_anew() -> None:
    papers = enrolled()
    papers.draft("link", "m", "03-05")
    papers.declare("m", "03-10", number=2, body="elsewhere")
    [moved] = owed(papers, "03-12", *LETTER)
    assert (moved.code, moved.due_on, moved.subject.residence_no) == ("G02", on("03-25"), 2)


def test_a_letter_for_a_residence_left_before_it_settles_nothing() -> None:
    papers = enrolled()
    papers.declare("m", "03-03", number=2, body="elsewhere")
    papers.draft("link", "m", "03-05")
    assert due(papers, "03-06", *LETTER) == [("G01", "03-16", False)]


def test_the_present_residence_is_the_one_lived_in_last_not_the_one_declared_last() -> None:
    papers = enrolled()
    papers.issue("link", "m", "03-02")
    papers.declare("m", "04-10", number=2, body="elsewhere", moved_on=full("02-01"))
    assert due(papers, "04-11", *LETTER) == [("G04", "04-13", False)]


def test_a_move_inside_the_receiving_body_needs_no_new_letter() -> None:
    papers = enrolled()
    papers.issue("link", "m", "03-02")
    papers.declare("m", "03-10", quarter="quarter-2")
    assert due(papers, "03-12", *LETTER) == [("G04", "04-13", False)]


def test_a_voided_draft_hands_the_duty_back_from_that_day() -> None:
    papers = enrolled()
    papers.draft("link", "m", "03-05")
    papers.undo("link", "letter.voided", "03-08")
    assert due(papers, "03-08", *LETTER) == [("G01", "03-23", False)]


def test_a_returned_letter_reopens_what_it_had_settled_until_the_next_attempt() -> None:
    papers = enrolled()
    papers.issue("link", "m", "03-05")
    papers.declare("m", "04-01", number=2, body="elsewhere")
    papers.issue("link-2", "m", "04-03", number=2)
    papers.undo("link-2", "letter.returned", "04-10")
    assert due(papers, "04-10", *LETTER) == [("G02", "04-25", False)]
    papers.draft("link-2", "m", "04-10", attempt=2, number=2)
    assert due(papers, "04-10", *LETTER) == [("G03", "04-17", False)]


def test_an_act_of_the_same_day_entered_before_the_return_does_not_answer_it() -> None:
    papers = enrolled()
    papers.issue("link", "m", "03-05")
    papers.draft("link", "m", "03-10", attempt=2)
    papers.undo("link", "letter.returned", "03-10")
    assert due(papers, "03-10", "G01") == [("G01", "03-25", False)]


def test_a_link_closed_as_void_reopens_the_duty_and_one_closed_by_a_move_does_not() -> None:
    papers = enrolled()
    papers.issue("link", "m", "03-05")
    papers.receive("link", "03-06")
    papers.slip("link", "03-06")
    papers.enter("link", "slip.filed", "03-06", attempt=1)
    moved = papers.close("link", "04-01", reason="MOVED")
    assert due(papers, "04-01", *LETTER) == []
    papers.void(moved, "04-02")
    papers.close("link", "04-01", reason="VOIDED")
    assert due(papers, "04-01", *LETTER) == [("G01", "04-16", False)]


def test_a_letter_dated_before_the_enrolment_settles_it_as_never_late() -> None:
    papers = enrolled()
    papers.issue("link", "m", "02-27")
    assert due(papers, "03-01", "G01") == []


def test_the_slip_is_news_of_the_letter_even_without_receipt() -> None:
    papers = enrolled()
    papers.issue("link", "m", "03-05")
    papers.slip("link", "03-20")
    assert due(papers, "03-20", "G04", "G05") == []


def test_a_carried_over_link_and_its_slip_open_nothing() -> None:
    papers = Papers(followed_from="2026-01-01")
    papers.enroll("m", "01-01", how="INITIAL")
    papers.declare("m", "01-01")
    papers.carry_over("link", "m", "01-01")
    papers.slip("link", "02-01")
    assert due(papers, "03-01", *LETTER, "G07", "G08") == []


def test_the_filing_goes_on_after_departure_and_closing() -> None:
    papers = Papers()
    enrolment = papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    papers.issue("link", "m", "03-02")
    papers.receive("link", "03-05")
    papers.slip("link", "03-06")
    papers.depart("m", enrolment, "03-08")
    papers.close("link", "03-08", reason="DEPARTED")
    assert due(papers, "03-20", *LETTER) == [("G06", "03-13", True)]


def test_departure_ends_the_letter() -> None:
    papers = Papers()
    enrolment = papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    papers.issue("link", "m", "03-02")
    papers.depart("m", enrolment, "03-08")
    assert due(papers, "03-07", *LETTER) == [("G04", "04-13", False)]
    assert due(papers, "03-08", *LETTER) == []


def test_a_new_workplace_writes_its_own_letter_to_the_same_address() -> None:
    papers = Papers()
    papers.body("W2", "grassroots_committee", None)
    enrolment = papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    papers.carry_over("link", "m", "03-01")
    papers.depart("m", enrolment, "05-01")
    papers.enroll("m", "05-01", how="TRANSFERRED_IN", committee="W2")
    [letter] = owed(papers, "05-02", *LETTER)
    assert (letter.code, letter.due_on, letter.owner.body) == ("G01", on("05-16"), "W2")


def test_class_b_ends_every_step_and_the_day_after_the_first_one_opens() -> None:
    papers = enrolled()
    papers.issue("link", "m", "03-02")
    papers.exempt("m", "B", "03-10", "06-30")
    assert due(papers, "03-09", *LETTER) == [("G04", "04-13", False)]
    assert due(papers, "03-10", *LETTER) == []
    assert due(papers, "06-30", *LETTER) == []
    assert due(papers, "07-01", *LETTER) == [("G01", "07-16", False)]


def test_class_b_that_ends_early_ends_on_the_day_named() -> None:
    papers = enrolled()
    papers.exempt("m", "B", "03-10", "06-30")
    papers.enter("m", "member.exemption_ended", "04-01", exemption_no=0, on=full("04-01"))
    assert due(papers, "04-01", *LETTER) == [("G01", "04-16", False)]


def test_class_b_ends_the_filing_too() -> None:
    papers = enrolled()
    papers.issue("link", "m", "03-02")
    papers.receive("link", "03-05")
    papers.slip("link", "03-06")
    papers.exempt("m", "B", "03-10", "06-30")
    assert due(papers, "03-09", "G06") == [("G06", "03-13", False)]
    assert due(papers, "07-20", "G06") == []


def test_a_pause_lengthens_working_days_by_those_it_covers() -> None:
    papers = enrolled()
    papers.draft("link", "m", "03-06")
    papers.suspend("m", "03-07", "03-10")
    assert due(papers, "03-11", "G03") == [("G03", "03-17", False)]


def test_a_letter_under_way_stays_with_the_ward_that_took_over() -> None:
    papers = enrolled()
    papers.body("new-ward", "committee_above_grassroots", None)
    papers.issue("link", "m", "06-20")
    papers.succeed("R", "new-ward", "07-01")
    papers.receive("link", "07-05")
    assert [o.owner.body for o in owed(papers, "07-06", *LETTER)] == ["new-ward"]
