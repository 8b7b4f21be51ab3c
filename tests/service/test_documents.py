"""The report for stocktaking and the yearly exchange: numbers with their rows, for any past."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.scenario import Scenario
from tests.service.town import (
    ENROL,
    EVALUATION,
    LINK,
    MEETING,
    MEMBER,
    OF_THE_WORKPLACE,
    OTHER_WARD,
    OTHER_WORKPLACE,
    QUARTER,
    WARD,
    WORKPLACE,
    YEAR,
    act,
    person,
)

REPORT = "/api/review-report?year=2026"
EXCHANGE = f"/api/exchange?year=2026&with={WARD}"
WARNED = act(
    "ward secretary",
    "send-report",
    "2026-09-10",
    link=LINK,
    kind="ADVERSE",
    subject="CIVIC_DUTY",
    text="Xây nhà lấn ngõ.",
)
NEIGHBOUR = ENROL._replace(
    body=ENROL.body | {"person": str(person("neighbour")), "full_name": "Bùi Thanh An"}
)

Numbers = dict[tuple[str, str, Any], list[dict[str, Any]]]


def numbers(scenario: Scenario, who: str, address: str) -> Numbers:
    found: Numbers = {}
    for item in scenario.asked(who, address).items:
        assert item["count"] == sum(row["count"] for row in item["rows"])
        assert item["section_title"]
        assert item["title_en"]
        found[item["section"], item["number"], item["detail"]] = item["rows"]
    return found


@pytest.fixture
def year(scenario: Scenario) -> Scenario:
    return scenario.given(*YEAR, *OF_THE_WORKPLACE, WARNED, NEIGHBOUR)


def test_the_final_report_counts_the_year_and_lists_what_it_counted(year: Scenario) -> None:
    found = numbers(year, "secretary", f"{REPORT}&kind=FINAL")
    tham = {"id": str(MEMBER), "name": "Nguyễn Thị Thắm"}
    [issued] = found["INTRODUCTIONS", "letter.issued", None]
    assert (issued["about"], issued["on"], issued["member"]) == (f"{LINK}/1", "2026-03-06", tham)
    assert issued["body"] == {"id": str(WARD), "name": "Đảng ủy phường An Hòa"}
    [placed] = found["INTRODUCTIONS", "MEMBERS", "PLACED"]
    assert placed["member"] == tham
    assert len(found["INTRODUCTIONS", "MEMBERS", "RESIDENCE_UNKNOWN"]) == 1
    assert found["SLIPS", "slip.returned", None][0]["on"] == "2026-03-12"
    assert found["MEETINGS", "MEETINGS_HELD", "PERIODIC"][0]["about"] == f"meeting/{MEETING}"
    [came] = found["ATTENDANCE", "ATTENDANCE", "PRESENT"]
    assert (came["member"], came["body"]["id"]) == (tham, str(QUARTER))
    for step in ("requested", "sent", "received", "consolidated", "filed"):
        assert found["OPINIONS", f"evaluation.{step}", "ANNUAL"][0]["member"] == tham
    [level] = found["OPINIONS", "LEVELS", "A/civic_duty/3"]
    assert level["about"] == f"evaluation/{EVALUATION}"
    assert [row["member"]["name"] for row in found["GAPS", "OBLIGATIONS", "G40"]] == [
        "Bùi Thanh An"
    ]
    assert found["COMMENDED_AND_HANDLED", "STATED_COMMENDED", "FINAL"][0]["count"] == 2
    assert found["COMMENDED_AND_HANDLED", "report.sent", "ADVERSE"][0]["member"] == tham
    own = {key for key in found if key[0] == "OWN_WORK"}
    assert own == {
        ("OWN_WORK", "review.held", "WITH_ITEM"),
        ("OWN_WORK", "periodic_review.held", "FINAL"),
        ("OWN_WORK", "inspection.made", "CHECK"),
        ("OWN_WORK", "regulation.disseminated", None),
        ("OWN_WORK", "classification.decided", "GOOD"),
    }
    said = year.said
    assert (said["committee"]["id"], said["kind"], said["year"]) == (str(WORKPLACE), "FINAL", 2026)
    assert (said["first_day"], said["last_day"]) == ("2026-01-01", "2026-12-31")


def test_the_details_are_said_in_words(year: Scenario) -> None:
    items = year.asked("secretary", f"{REPORT}&kind=FINAL").items
    titles = {(item["number"], item["detail"]): item["detail_title"] for item in items}
    assert titles["OBLIGATIONS", "G40"] == "Chưa kê khai nơi cư trú"
    assert titles["LEVELS", "A/civic_duty/3"].endswith("nơi cư trú: Gương mẫu đi đầu")
    assert titles["classification.decided", "GOOD"] == "Hoàn thành tốt nhiệm vụ"
    assert titles["MEMBERS", "PLACED"] == "đã về chi bộ nơi cư trú"


def test_the_interim_report_ends_with_the_first_half_year(year: Scenario) -> None:
    found = numbers(year, "secretary", f"{REPORT}&kind=INTERIM")
    assert found["MEETINGS", "MEETINGS_HELD", "PERIODIC"]
    assert not [key for key in found if key[0] == "OPINIONS"]
    assert ("OWN_WORK", "inspection.made", "CHECK") not in found
    assert ("OWN_WORK", "regulation.disseminated", None) in found
    assert year.said["last_day"] == "2026-06-30"


def test_a_report_asked_for_earlier_ends_earlier_and_knows_less(in_a_file: Scenario) -> None:
    position = in_a_file.given(*YEAR[:-1]).said["position"]
    in_a_file.given(YEAR[-1])
    filed = ("OPINIONS", "evaluation.filed", "ANNUAL")
    assert filed in numbers(in_a_file, "clerk", f"{REPORT}&kind=FINAL")
    assert filed not in numbers(in_a_file, "clerk", f"{REPORT}&kind=FINAL&as_of=2026-12-09")
    assert in_a_file.said["last_day"] == "2026-12-09"
    then = numbers(in_a_file, "clerk", f"{REPORT}&kind=FINAL&known_at={position}")
    assert filed not in then


@pytest.mark.parametrize("rest", ["", "&kind=YEARLY", "&kind=FINAL,INTERIM"])
def test_a_report_is_of_one_kind(at_rest: Scenario, rest: str) -> None:
    at_rest.asked("secretary", REPORT + rest).refused(422, "InvalidBody")


def test_a_committee_reports_of_itself_and_nobody_else_does(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL)
    address = f"{REPORT}&kind=FINAL"
    in_a_file.asked("cell secretary", address).refused(404, "NotVisible", "organization")
    in_a_file.asked("ward secretary", address).refused(403, "ReadByResidence")
    assert in_a_file.asked("other clerk", address).items == []
    in_a_file.asked("other clerk", f"{address}&organization={WORKPLACE}")
    in_a_file.refused(404, "NotVisible", "organization")


def test_both_sides_of_an_exchange_get_the_same(year: Scenario) -> None:
    ours = year.asked("clerk", EXCHANGE).items
    assert year.said["workplace"]["id"] == str(WORKPLACE)
    assert year.said["residence"]["id"] == str(WARD)
    theirs = year.asked("ward clerk", f"/api/exchange?year=2026&with={WORKPLACE}").items
    assert ours == theirs
    assert year.said["residence"]["id"] == str(WARD)


def test_an_exchange_tells_what_each_side_sent_received_and_owes(year: Scenario) -> None:
    found = numbers(year, "ward clerk", f"/api/exchange?year=2026&with={WORKPLACE}")
    keys = {(section, number) for section, number, _ in found}
    assert keys == {
        ("INTRODUCTIONS", "MEMBERS"),
        ("SENT_BY_WORKPLACE", "letter.issued"),
        ("SENT_BY_WORKPLACE", "evaluation.requested"),
        ("SENT_BY_RESIDENCE", "slip.returned"),
        ("SENT_BY_RESIDENCE", "evaluation.sent"),
        ("SENT_BY_RESIDENCE", "report.sent"),
        ("RECEIVED", "letter.received"),
        ("RECEIVED", "evaluation.received"),
        ("ATTENDANCE", "ATTENDANCE"),
        ("OPINIONS", "LEVELS"),
        ("OWED_BY_WORKPLACE", "OBLIGATIONS"),
        ("OWED_BY_RESIDENCE", "OBLIGATIONS"),
    }
    [warned] = found["SENT_BY_RESIDENCE", "report.sent", "ADVERSE"]
    assert warned["member"] == {"id": str(MEMBER), "name": "Nguyễn Thị Thắm"}
    [owed] = found["OWED_BY_WORKPLACE", "OBLIGATIONS", "G27"]
    assert (owed["on"], owed["body"]["id"]) == ("2026-10-10", str(WORKPLACE))
    [meeting] = found["OWED_BY_RESIDENCE", "OBLIGATIONS", "G09"]
    assert (meeting["on"], meeting["body"]["id"]) == ("2027-01-15", str(QUARTER))


def test_what_is_owed_is_owed_on_the_last_day(in_a_file: Scenario) -> None:
    in_a_file.given(*YEAR[:4])
    early = numbers(in_a_file, "clerk", f"{EXCHANGE}&as_of=2026-03-15")
    assert ("OWED_BY_RESIDENCE", "OBLIGATIONS", "G05") in early
    slip = act(
        *("ward clerk", "return-slip", "2026-03-16"),
        link=LINK,
        number="7-PB/ĐU",
        signer=person("ward secretary"),
    )
    in_a_file.given(slip)
    later = numbers(in_a_file, "clerk", f"{EXCHANGE}&as_of=2026-03-16")
    assert ("OWED_BY_RESIDENCE", "OBLIGATIONS", "G05") not in later
    assert ("SENT_BY_RESIDENCE", "slip.returned", None) in later


def test_nothing_passed_between_those_who_share_nobody(in_a_file: Scenario) -> None:
    in_a_file.given(*YEAR)
    other = f"/api/exchange?year=2026&with={OTHER_WARD}"
    assert in_a_file.asked("clerk", other).items == []
    assert in_a_file.asked("other clerk", EXCHANGE).items == []


@pytest.mark.parametrize(
    ("who", "other"),
    [
        ("clerk", OTHER_WORKPLACE),
        ("clerk", WORKPLACE),
        ("clerk", person("nobody")),
        ("ward clerk", OTHER_WARD),
    ],
)
def test_one_exchanges_with_a_committee_of_the_other_side(
    at_rest: Scenario, who: str, other: object
) -> None:
    at_rest.asked(who, f"/api/exchange?year=2026&with={other}")
    at_rest.refused(404, "NotVisible", "with")


@pytest.mark.parametrize("who", ["cell secretary", "quarter secretary"])
def test_a_cell_exchanges_nothing_by_itself(at_rest: Scenario, who: str) -> None:
    at_rest.asked(who, EXCHANGE).refused(404, "NotVisible", "organization")
