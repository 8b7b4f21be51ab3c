"""The measures, each with the rows that it was counted from, for any day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.scenario import Scenario
from tests.service.town import OFFICE_CELL, QUARTER, WARD, WORKPLACE, YEAR


@pytest.fixture
def whole(scenario: Scenario) -> Scenario:
    return scenario.given(*YEAR)


def numbers(scenario: Scenario, who: str, **asked: str) -> dict[tuple[str, Any], dict[str, Any]]:
    address = "/api/measures?" + "&".join(f"{name}={value}" for name, value in asked.items())
    rows = scenario.asked(who, address).items
    return {(row["measure"], row["detail"]): row for row in rows}


def test_the_loop_of_the_year_is_closed(whole: Scenario) -> None:
    found = numbers(whole, "clerk", as_of="2026-12-31", year="2026")
    closed = ("LETTERS_WITH_SLIP", "REQUESTS_WITH_EVALUATION", "ATTENDANCE")
    assert [found[name, None]["value"] for name in closed] == [1, 1, 1]
    days = {name: row["value"] for (name, _), row in found.items() if row["unit"] == "DAYS"}
    assert days == {
        "DAYS_TO_RECEIVE_LETTER": 4,
        "DAYS_TO_RETURN_SLIP": 2,
        "DAYS_TO_FILE_SLIP": 8,
        "DAYS_TO_SEND_EVALUATION": 24,
        "DAYS_TO_RECEIVE_EVALUATION": 2,
        "DAYS_TO_FILE_EVALUATION": 13,
    }
    assert found["LOWEST_LEVEL", "civic_duty"]["value"] == 0


def test_a_day_before_the_slip_came_back_it_had_not(whole: Scenario) -> None:
    before = numbers(whole, "clerk", as_of="2026-03-11")
    assert before["LETTERS_WITH_SLIP", None]["value"] == 0
    assert before["LETTERS_WITH_SLIP", None]["whole"] == 1
    assert ("DAYS_TO_RETURN_SLIP", None) not in before


def test_what_was_known_earlier_is_measured_as_it_was_known(whole: Scenario) -> None:
    address = "/api/history?topic=slip.returned"
    [slip] = whole.asked("ward clerk", address).items
    known = numbers(whole, "clerk", as_of="2026-12-31", known_at=str(slip["position"] - 1))
    assert known["LETTERS_WITH_SLIP", None]["value"] == 0


@pytest.mark.parametrize(
    ("who", "by", "group"),
    [
        ("clerk", "COMMITTEE", WORKPLACE),
        ("clerk", "CELL", OFFICE_CELL),
        ("clerk", "OTHER", WARD),
        ("ward clerk", "CELL", QUARTER),
        ("ward clerk", "OTHER", WORKPLACE),
    ],
)
def test_numbers_are_told_apart_by_bodies(
    whole: Scenario, who: str, by: str, group: object
) -> None:
    found = numbers(whole, who, as_of="2026-12-31", by=by, measure="LETTERS_WITH_SLIP")
    assert found["LETTERS_WITH_SLIP", None]["group"]["id"] == str(group)
    by_year = numbers(whole, who, as_of="2026-12-31", by="YEAR", measure="LETTERS_WITH_SLIP")
    assert by_year["LETTERS_WITH_SLIP", None]["group"] == {"id": "2026", "name": "2026"}


def test_each_number_leads_to_its_rows(whole: Scenario) -> None:
    for who in ("clerk", "ward clerk"):
        found = numbers(whole, who, as_of="2026-12-31", by="CELL")
        assert found
        for number in found.values():
            rows = whole.asked(who, number["rows"]).items
            assert sum(row["part"] for row in rows) == number["part"]
            assert {row["measure"] for row in rows} == {number["measure"]}
    found = numbers(whole, "ward clerk", as_of="2026-12-31")
    letters = found["LETTERS_WITH_SLIP", None]["rows"]
    [letter] = whole.asked("ward clerk", letters).items
    assert letter["member"]["name"] == "Nguyễn Thị Thắm"


def test_the_residence_measures_its_meetings(whole: Scenario) -> None:
    found = numbers(whole, "ward clerk", as_of="2026-12-31", by="CELL")
    content = {name: found[name, None]["value"] for name in ("CONTENT_ITEMS", "CANDID_CONTENT")}
    assert content == {"CONTENT_ITEMS": 1, "CANDID_CONTENT": 0}
    assert found["ATTENDANCE", None]["value"] == 1


def test_another_workplace_measures_nothing_of_it(whole: Scenario) -> None:
    mine = numbers(whole, "other clerk", as_of="2026-12-31")
    assert {name for name, _ in mine} <= {"RECORDED_LATE"}
