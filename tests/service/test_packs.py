"""The pack for a cell's review over HTTP: its members' years, its own review, who owes what."""

from __future__ import annotations

from typing import Any

from domain.review import review_id
from tests.service.scenario import Scenario
from tests.service.town import (
    DECLARE,
    ENROL,
    EVALUATION,
    INTRODUCTION,
    MEMBER,
    OF_THE_WORKPLACE,
    OFFICE_CELL,
    PLACING,
    QUARTER,
    REVIEW,
    WARD,
    WORKPLACE,
    YEAR,
    act,
    person,
)

ADDRESS = f"/api/review-pack?cell={OFFICE_CELL}&year=2026"


def pack(scenario: Scenario, who: str = "cell secretary", rest: str = "") -> dict[str, Any]:
    assert scenario.asked(who, ADDRESS + rest).answer.status_code == 200, scenario.answer.text
    said: dict[str, Any] = scenario.said
    return said


def test_a_complete_year_lies_in_the_pack_with_the_review_that_was_held(
    scenario: Scenario,
) -> None:
    scenario.given(*YEAR, *OF_THE_WORKPLACE)
    said = pack(scenario)
    assert said["cell"] == {"id": str(OFFICE_CELL), "name": "Chi bộ Văn phòng"}
    assert (said["year"], said["members"], said["complete"], said["owed"]) == (2026, 1, 1, [])
    [member] = said["items"]
    assert (member["member"], member["full_name"]) == (str(MEMBER), "Nguyễn Thị Thắm")
    assert member["evaluation"]["evaluation"] == str(EVALUATION)
    assert member["classification"]["level"] == "GOOD"
    review = said["review"]
    assert (review["status"], review["obligation"]) == ("PRESENT", None)
    assert review["held"] == [
        {
            "kind": "COLLECTIVE",
            "held_on": "2026-12-18",
            "regulation_item": True,
            "event": f"{review_id(OFFICE_CELL, 2026)}/2",
        }
    ]


def test_the_members_statement_stands_beside_the_opinion(in_a_file: Scenario) -> None:
    stated = act(
        "cell secretary",
        "record-statement",
        "2026-12-05",
        evaluation=EVALUATION,
        statement="Sẽ dự họp đầy đủ hơn.",
    )
    in_a_file.given(*YEAR, stated)
    [member] = pack(in_a_file)["items"]
    said = member["evaluation"]
    assert (said["remarks"], said["statement"]) == ("Gương mẫu.", "Sẽ dự họp đầy đủ hơn.")


def test_what_is_missing_is_counted_by_whoever_owes_it(in_a_file: Scenario) -> None:
    other = {"person": str(person("other")), "full_name": "Bùi Thanh An"}
    in_a_file.given(*INTRODUCTION[:3], ENROL._replace(body=ENROL.body | other))
    said = pack(in_a_file, rest="&as_of=2026-03-10")
    assert (said["members"], said["complete"]) == (2, 0)
    letter, residence = said["owed"]
    assert (letter["item"], letter["code"], letter["office"]) == ("LETTER", "G04", "Wo")
    assert (letter["owner"]["id"], letter["members"]) == (str(WORKPLACE), 1)
    assert (residence["item"], residence["code"]) == ("RESIDENCE", "G40")
    assert residence["first_due_on"] == "2026-03-31"


def test_the_review_that_the_cell_owes_itself_stands_in_its_pack(in_a_file: Scenario) -> None:
    in_a_file.given(*INTRODUCTION, *PLACING)
    review = pack(in_a_file)["review"]
    assert (review["status"], review["held"]) == ("MISSING", [])
    owed = review["obligation"]
    assert (owed["code"], owed["due_on"], owed["late"]) == ("G24", "2026-12-31", True)
    assert owed["owner"]["id"] == str(OFFICE_CELL)
    without = REVIEW._replace(body=REVIEW.body | {"regulation_item": False})
    review = pack(in_a_file.given(without))["review"]
    assert (review["status"], len(review["held"])) == ("MISSING", 1)
    held = REVIEW._replace(body=REVIEW.body | {"occurred_on": "2027-01-10"})
    position = in_a_file.said["known_at"]
    review = pack(in_a_file.given(held))["review"]
    assert (review["status"], len(review["held"])) == ("PRESENT", 2)
    then = pack(in_a_file, rest=f"&known_at={position}")["review"]
    assert (then["status"], len(then["held"])) == ("MISSING", 1)


def test_a_cell_without_members_owes_no_review(in_a_file: Scenario) -> None:
    said = pack(in_a_file)
    assert (said["items"], said["review"]["status"]) == ([], "NOT_REQUIRED")


def test_the_committee_gets_the_pack_of_each_of_its_cells(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL, DECLARE)
    assert pack(in_a_file, "clerk") == pack(in_a_file)


def test_a_pack_is_seen_by_its_own_side_only(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL)
    for who in ("other clerk", "ward clerk", "quarter secretary"):
        in_a_file.asked(who, ADDRESS).refused(404, "NotVisible", "organization")
    in_a_file.asked("ward clerk", f"/api/review-pack?cell={QUARTER}&year=2026")
    in_a_file.refused(403, "ReadByResidence")
    for body in (WORKPLACE, WARD):
        in_a_file.asked("clerk", f"/api/review-pack?cell={body}&year=2026")
        assert in_a_file.answer.status_code == 404
    in_a_file.asked("clerk", "/api/review-pack?year=2026").refused(422, "InvalidBody")
