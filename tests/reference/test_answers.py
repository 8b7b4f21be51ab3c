"""What the reference says of what is reported and answered, and of what a slip says."""

from __future__ import annotations

import pytest

from tests.reference.paper import Papers, due


def introduced() -> tuple[Papers, str]:
    """A member introduced in March."""
    papers = Papers()
    return papers, papers.introduce("m", "03-02")


def report(papers: Papers, link: str, kind: str, arrived_on: str | None = None) -> str:
    return papers.enter(
        "report", "report.sent", "08-03", link=link, kind=kind, arrived_on=arrived_on
    )


def test_a_notice_is_answered_by_the_cell() -> None:
    papers, link = introduced()
    notice = papers.enter(link, "absence.reported", "06-20", meetings=["x"])
    assert due(papers, "06-19", "G14") == []
    assert due(papers, "07-05", "G14") == [("G14", "07-05", False)]
    assert due(papers, "07-06", "G14") == [("G14", "07-05", True)]
    papers.enter(link, "absence.answered", "07-08", report=f"{link}/99")
    assert due(papers, "07-08", "G14") == [("G14", "07-05", True)]
    papers.enter(link, "absence.answered", "07-09", report=notice)
    assert due(papers, "07-09", "G14") == []


@pytest.mark.parametrize(
    ("kind", "arrived_on", "expected"),
    [
        ("ADVERSE", None, ("G27", "09-02", False)),
        ("ADVERSE", "08-10", ("G27", "09-09", False)),
        ("COMMENDING", None, ("G28", "10-02", False)),
        ("COMMENDING", "08-10", ("G28", "10-02", False)),
    ],
)
def test_a_report_is_answered(
    kind: str, arrived_on: str | None, expected: tuple[str, str, bool]
) -> None:
    papers, link = introduced()
    report(papers, link, kind, arrived_on)
    assert due(papers, "08-20", "G27", "G28") == [expected]
    papers.enter("report", "report.answered", "08-21")
    assert due(papers, "08-21", "G27", "G28") == []


def test_a_request_for_a_letter_is_answered() -> None:
    papers, _ = introduced()
    papers.enter("asked", "letter.asked", "08-05", by="R", to="W")
    assert due(papers, "08-05", "G38") == [("G38 ASKED", "09-04", False)]
    papers.enter("asked", "letter.ask_answered", "09-10")
    assert due(papers, "09-09", "G38") == [("G38 ASKED", "09-04", True)]
    assert due(papers, "09-10", "G38") == []


def test_what_a_slip_says_has_to_be_followed_up() -> None:
    papers, link = introduced()
    said = {"levels": {"contact": 1}, "proposal": "COMMEND", "purpose": "APPOINTMENT"}
    papers.evaluate("slip", link, "11-10", **said)
    papers.arrive("slip", link, "11-17", purpose="APPOINTMENT")
    codes = ("G25", "G26", "G28")
    assert due(papers, "11-16", *codes) == []
    assert due(papers, "11-17", *codes) == [
        ("G25", "12-17", False),
        ("G26", "11-27", False),
        ("G28", "01-16", False),
    ]
    papers.enter(link, "link.feedback_given", "11-20", on="slip")
    papers.enter("slip", "evaluation.disclosed", "11-20")
    papers.enter("slip", "evaluation.proposal_resolved", "11-20")
    assert due(papers, "11-20", *codes) == []
    papers.enter("slip", "evaluation.returned", "11-21")
    assert due(papers, "11-21", *codes) == []
    papers.arrive("slip", link, "11-27", purpose="APPOINTMENT")
    assert [code for code, *_ in due(papers, "11-27", *codes)] == list(codes)


def test_class_b_ends_all_of_it() -> None:
    papers, link = introduced()
    papers.enter(link, "absence.reported", "06-20", meetings=["x"])
    report(papers, link, "ADVERSE")
    papers.evaluate("slip", link, "08-04", levels={"contact": 1}, proposal="COMMEND")
    papers.arrive("slip", link, "08-05")
    codes = ("G14", "G25", "G27", "G28")
    assert [code for code, *_ in due(papers, "08-05", *codes)] == list(codes)
    papers.exempt("m", "B", "08-06", "08-31")
    assert due(papers, "08-06", *codes) == []
    assert due(papers, "09-30", *codes) == []
