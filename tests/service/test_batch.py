"""Many commands in one request: each has its own key, its own status, its own answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.scenario import Scenario, Sent
from tests.service.town import DECLARE, ENROL, INTRODUCTION, ISSUE, act, officers


def item(sent: Sent, key: str) -> dict[str, Any]:
    return {"command": sent.command, "key": key, "body": sent.body}


def post(scenario: Scenario, content: Any, who: str = "clerk") -> Any:
    scenario.answer = scenario.client.post(
        "/api/commands", json=content, headers=scenario.headers(who)
    )
    return scenario.said


def test_each_item_is_answered_in_its_place(scenario: Scenario) -> None:
    wrong = act("clerk", "assign-cell", "2026-03-02", member="x")
    said = post(
        scenario,
        [
            item(ENROL, "1"),
            item(DECLARE, "2"),
            item(DECLARE, "2"),
            item(wrong, "3"),
            item(ISSUE._replace(command="issue-lettre"), "4"),
            item(ISSUE, "1"),
            item(ISSUE, "5"),
            "no item",
            {"command": "issue-letter", "key": "6"},
        ],
    )
    assert scenario.answer.status_code == 200
    assert [one["status"] for one in said] == [201, 201, 200, 422, 404, 422, 201, 422, 422]
    rules = [one.get("rule") for one in said]
    assert rules[3:6] == ["InvalidBody", "UnknownCommand", "KeyReused"]
    assert said[6]["events"][0]["topic"] == "letter.issued"
    assert [error["field"] for error in said[8]["errors"]] == ["body"]


def test_a_refused_item_stops_nobody_behind_it(scenario: Scenario) -> None:
    said = post(scenario, [item(ISSUE, "1"), item(ENROL, "2")])
    assert [one["status"] for one in said] == [409, 201]
    assert said[0]["type"] == "urn:lienhe:problem:NotOurMember"


def test_an_item_and_a_request_share_their_keys(scenario: Scenario) -> None:
    [one] = post(scenario, [item(ENROL, "one")])
    scenario.when(ENROL._replace(key="one")).repeated("member.enrolled")
    assert scenario.said["command_id"] == one["command_id"]


def test_a_thousand_items_are_taken_and_no_more(in_a_file: Scenario) -> None:
    again = [item(officers()[0], "one")] * 1_000
    assert {one["status"] for one in post(in_a_file, again, "administrator")} == {200}
    post(in_a_file, [*again, again[0]], "administrator")
    in_a_file.refused(422, "InvalidBody")


def test_an_empty_batch_has_an_empty_answer(at_rest: Scenario) -> None:
    assert post(at_rest, []) == []


@pytest.mark.parametrize("content", [{}, "x", 1])
def test_a_batch_is_a_list(at_rest: Scenario, content: Any) -> None:
    post(at_rest, content)
    at_rest.refused(422, "InvalidBody")


def test_a_whole_introduction_in_one_request(scenario: Scenario) -> None:
    own = [sent for sent in INTRODUCTION if sent.who == "clerk"]
    statuses = [one["status"] for one in post(scenario, [item(s, s.command) for s in own])]
    assert statuses == [201, 201, 201, 409]
