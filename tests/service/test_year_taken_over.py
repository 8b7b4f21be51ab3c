"""The year of a committee that was taken over is read by whoever stands in its place."""

from __future__ import annotations

import pytest

from tests.service.scenario import Scenario
from tests.service.town import (
    MEMBER,
    OF_THE_WORKPLACE,
    OFFICE_CELL,
    OTHER_WORKPLACE,
    WARD,
    WORKPLACE,
    YEAR,
    act,
)

TAKEN_OVER = act(
    "administrator",
    "succeed-organization",
    "2027-01-05",
    predecessors=[WORKPLACE],
    to=OTHER_WORKPLACE,
    cells=[],
    how="MERGER",
    on="2027-01-10",
    decision={"number": "9-QĐ/ĐUK", "dated": "2027-01-05"},
)


@pytest.fixture
def merged(in_a_file: Scenario) -> Scenario:
    return in_a_file.given(*YEAR, *OF_THE_WORKPLACE, TAKEN_OVER)


@pytest.mark.parametrize(
    "question",
    [
        "classification-inputs?year=2026",
        "classification-cap?year=2026",
        "review-report?year=2026&kind=FINAL&as_of=2027-01-12",
        f"review-pack?year=2026&cell={OFFICE_CELL}",
        f"exchange?year=2026&with={WARD}",
    ],
)
def test_the_successor_reads_what_its_predecessor_left(merged: Scenario, question: str) -> None:
    assert merged.asked("other clerk", f"/api/{question}").items


def test_what_was_decided_before_counts_for_the_successor(merged: Scenario) -> None:
    committee, cell = merged.asked("other clerk", "/api/classification-cap?year=2026").items
    assert committee["body"]["id"] == committee["committee"] == str(OTHER_WORKPLACE)
    assert (committee["rated"], cell["body"]["id"]) == (1, str(OFFICE_CELL))


def test_the_pack_has_the_review_that_was_held_before(merged: Scenario) -> None:
    address = f"/api/review-pack?year=2026&cell={OFFICE_CELL}"
    [member] = merged.asked("other clerk", address).items
    assert member["member"] == str(MEMBER)
    assert member["classification"]["level"] == "GOOD"
    assert merged.said["review"]["status"] == "PRESENT"


def test_on_a_day_before_it_the_other_committee_has_nothing(merged: Scenario) -> None:
    address = "/api/classification-cap?year=2026&as_of=2027-01-09"
    assert merged.asked("other clerk", address).items == []
