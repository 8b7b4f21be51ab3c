"""The yearly round and the slip (4.3-10, 4.3-13; G17 to G23)."""

from __future__ import annotations

from tests.reference.paper import CELL, WARD, WORKPLACE, WORKPLACE_CELL, Papers, due, full, owed

CHAIN = ("G18", "G19", "G20", "G21", "G23")
ROUND = {"committee": WORKPLACE, "year": 2026, "figures": None}


def introduced() -> tuple[Papers, str]:
    papers = Papers()
    return papers, papers.introduce("m", "02-01")


def test_the_calendar_opens_the_round_even_where_nobody_did() -> None:
    papers, link = introduced()
    assert due(papers, "10-14", "G17") == []
    assert due(papers, "10-15", "G17") == [("G17", "11-01", False)]
    [asked] = owed(papers, "11-02", "G17")
    assert (asked.late, asked.owner.office, asked.owner.body) == (True, "Wc", WORKPLACE_CELL)
    request = papers.ask("slip", link, "11-05")
    assert due(papers, "11-05", "G17") == []
    papers.enter("slip", "evaluation.request_withdrawn", "11-06", request=request)
    assert due(papers, "11-06", "G17") == [("G17", "11-01", True)]


def test_an_opinion_received_unasked_settles_the_request() -> None:
    papers, link = introduced()
    papers.arrive("slip", link, "10-20")
    assert due(papers, "10-20", "G17") == []


def test_who_is_stopped_on_the_day_of_the_request_is_not_asked_about() -> None:
    papers, _ = introduced()
    papers.exempt("m", "A", "10-20", "11-01")
    assert due(papers, "10-19", "G17") == [("G17", "11-01", False)]
    assert due(papers, "10-20", "G17") == []
    papers.lines[-1]["until"] = full("10-31")
    assert due(papers, "10-20", "G17") == [("G17", "11-01", False)]


def test_class_b_after_the_day_of_the_request_does_not_end_it() -> None:
    papers, _ = introduced()
    papers.exempt("m", "B", "11-10", None)
    assert due(papers, "11-11", "G17") == [("G17", "11-01", True)]


def test_a_focused_round_asks_only_about_those_named() -> None:
    papers, _ = introduced()
    papers.enter("round", "round.opened", "10-20", mode="FOCUSED", **ROUND)
    assert due(papers, "10-19", "G17") == [("G17", "11-01", False)]
    assert due(papers, "10-20", "G17") == []
    papers.enter("round", "focus_list.named", "11-05", entries=[{"member": "m"}])
    assert due(papers, "11-05", "G17") == [("G17", "11-01", True)]
    papers.lines[-2]["occurred_on"] = full("11-01")
    assert due(papers, "11-02", "G17") == [("G17", "11-01", True)]


def test_without_a_link_in_the_year_nobody_is_asked_about() -> None:
    papers = Papers()
    papers.enroll("m", "03-01")
    papers.declare("m", "03-01")
    assert due(papers, "11-02", "G17") == []


def test_the_slip_goes_from_hand_to_hand_with_one_step_open() -> None:
    papers, link = introduced()
    papers.agree("11-08", link)
    papers.ask("slip", link, "11-02")
    papers.evaluate("slip", link, "11-10")
    papers.enter("slip", "evaluation.signed", "11-12")
    papers.confirm("slip", "11-16")
    papers.enter("slip", "evaluation.sent", "11-18")
    papers.arrive("slip", link, "11-20", arrived_on="11-23")
    papers.enter("slip", "evaluation.consolidated", "11-25", cell=WORKPLACE_CELL)
    papers.enter("slip", "evaluation.filed", "12-01")
    steps = {
        "11-02": [("G18", "12-02", False)],
        "11-10": [("G21 SIGN", "11-17", False)],
        "11-12": [("G21 CONFIRM", "11-19", False)],
        "11-16": [("G18", "12-02", False)],
        "11-18": [],
        "11-23": [("G23 CELL", "12-03", False)],
        "11-25": [("G23 FILE", "12-31", False)],
        "12-01": [],
    }
    assert {day: due(papers, day, *CHAIN) for day in steps} == steps
    days = ("11-02", "11-10", "11-12", "11-16", "11-23", "11-25")
    owners = [owed(papers, day, *CHAIN)[0].owner for day in days]
    assert [(owner.office, owner.body) for owner in owners] == [
        ("Rc", CELL),
        ("Rc", CELL),
        ("Ro", WARD),
        ("Ro", WARD),
        ("Wc", WORKPLACE_CELL),
        ("Wo", WORKPLACE),
    ]


def test_sent_and_not_received_the_cell_is_reminded_ten_days_later() -> None:
    papers, link = introduced()
    papers.enter("slip", "evaluation.requested", "03-01", link=link, purpose="REWARD", year=2026)
    papers.enter("slip", "evaluation.sent", "03-10")
    assert due(papers, "03-19", "G23") == []
    assert due(papers, "03-20", "G23") == [("G23 CELL", "03-30", False)]
    papers.enter("slip", "evaluation.consolidated", "03-25", cell=WORKPLACE_CELL)
    assert due(papers, "03-25", "G23") == [("G23 FILE", "04-04", False)]


def test_received_unsigned_it_is_the_signature_that_is_missing() -> None:
    papers, link = introduced()
    papers.ask("slip", link, "11-01")
    papers.evaluate("slip", link, "11-10", stated_meeting={"front_present": True})
    papers.arrive("slip", link, "11-20")
    papers.confirm("slip", "11-20", sealed=False)
    assert due(papers, "11-20", "G18", "G21") == [("G21 SIGN", "11-17", True)]
    papers.enter("slip", "evaluation.signed", "11-20")
    assert due(papers, "11-20", "G18", "G21") == [("G21 CONFIRM", "11-30", False)]


def test_a_return_starts_the_chain_anew() -> None:
    papers, link = introduced()
    papers.ask("slip", link, "11-01")
    papers.evaluate("slip", link, "11-10")
    papers.enter("slip", "evaluation.signed", "11-10")
    papers.confirm("slip", "11-10")
    papers.arrive("slip", link, "11-12")
    papers.enter("slip", "evaluation.returned", "11-20")
    assert due(papers, "11-20", *CHAIN) == [("G18", "12-05", False)]
    papers.enter("slip", "evaluation.signed", "11-22")
    assert due(papers, "11-22", *CHAIN) == [("G21 CONFIRM", "11-30", False)]
    papers.confirm("slip", "11-23")
    papers.arrive("slip", link, "11-25")
    assert due(papers, "11-25", *CHAIN) == [("G23 CELL", "12-05", False)]


def test_a_withdrawn_request_and_a_departure_end_what_is_asked() -> None:
    papers = Papers()
    enrolment = papers.enroll("m", "02-01")
    papers.declare("m", "02-01")
    papers.carry_over("link", "m", "02-01")
    request = papers.ask("slip", "link", "11-01")
    papers.evaluate("slip", "link", "11-02")
    departed = papers.depart("m", enrolment, "11-10")
    assert due(papers, "11-09", "G18", "G21") == [("G21 SIGN", "11-09", False)]
    assert due(papers, "11-10", "G18", "G19", "G21") == []
    papers.void(departed, "11-11")
    papers.enter("slip", "evaluation.request_withdrawn", "11-10", request=request)
    assert due(papers, "11-10", "G18", "G19", "G21") == []


def test_departure_does_not_end_the_signature_of_a_slip_already_sent() -> None:
    papers = Papers()
    enrolment = papers.enroll("m", "02-01")
    papers.declare("m", "02-01")
    papers.carry_over("link", "m", "02-01")
    papers.evaluate("slip", "link", "11-02")
    papers.enter("slip", "evaluation.sent", "11-03")
    papers.depart("m", enrolment, "11-10")
    assert due(papers, "11-10", "G21") == [("G21 SIGN", "11-09", True)]


def test_an_old_link_is_still_answered_for_if_it_is_the_year_link() -> None:
    papers, link = introduced()
    papers.close(link, "10-20")
    papers.ask("slip", link, "11-01")
    assert due(papers, "11-01", "G18") == [("G18", "12-01", False)]
    papers.declare("m", "10-20", number=2, body="elsewhere")
    papers.enter(
        "link-2",
        "link.carried_over",
        "09-01",
        member="m",
        residence_no=2,
        attempt=1,
        body="elsewhere",
        cell=None,
    )
    assert due(papers, "11-01", "G18") == []


def test_the_pauses_of_the_slip() -> None:
    papers, link = introduced()
    papers.ask("slip", link, "09-01")
    papers.ask("other", link, "09-01", purpose="REWARD")
    papers.exempt("m", "A", "09-10", "09-14")
    assert [o.subject.evaluation for o in owed(papers, "09-12", "G18")] == ["other"]
    assert due(papers, "09-15", "G18") == [("G18", "10-01", False), ("G18", "10-06", False)]


def test_a_draft_rests_on_a_collective_meeting_in_which_the_front_sat() -> None:
    papers, link = introduced()
    papers.evaluate("slip", link, "11-10")
    assert due(papers, "11-10", "G19", "G20") == [("G19", "11-10", False)]
    papers.agree("11-11", link)
    assert due(papers, "11-11", "G19", "G20") == [("G19", "11-10", True)]
    papers.agree("11-09", link, front=False)
    assert due(papers, "11-11", "G19", "G20") == [("G20", "11-10", True)]
    papers.evaluate("slip", link, "11-12")
    assert due(papers, "11-12", "G19", "G20") == []


def test_what_a_transcribed_slip_says_of_its_meeting_is_enough() -> None:
    papers, link = introduced()
    papers.evaluate("slip", link, "11-10", stated_meeting={"front_present": False})
    assert due(papers, "11-10", "G19", "G20") == [("G20", "11-10", False)]


def test_under_regulation_76_the_front_is_not_asked_for() -> None:
    papers = Papers(followed_from="2019-01-01")
    for line in papers.lines:
        line["rule_set"] = "76-2000"
    link = papers.introduce("m", "2019-02-01")
    papers.evaluate("slip", link, "2019-11-10", year=2019, stated_meeting={"front_present": False})
    papers.lines[-1]["rule_set"] = "76-2000"
    assert due(papers, "2019-11-10", "G19", "G20") == []
