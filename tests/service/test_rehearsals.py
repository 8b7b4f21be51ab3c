"""Trying before entering: the answers are those of the real thing, and nothing is kept."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator

from service.app import service_of
from service.openapi import document
from tests.service.scenario import Scenario, Sent
from tests.service.town import DECLARE, ENROL, ISSUE, MEMBER, YEAR

NOBODY = {"full_name": "Trần Văn Sáng", "person": None}


def item(sent: Sent, key: str | None = None) -> dict[str, Any]:
    return {"command": sent.command, "key": key or sent.command, "body": sent.body}


def rehearse(scenario: Scenario, content: Any, who: str = "clerk") -> Any:
    scenario.answer = scenario.client.post(
        "/api/rehearsals", json=content, headers=scenario.headers(who)
    )
    return scenario.said


def statuses(said: list[list[dict[str, Any]]]) -> list[list[int]]:
    return [[one["status"] for one in group] for group in said]


def log_end(scenario: Scenario) -> int:
    return service_of(scenario.app).coordination.log_end()


def test_each_act_meets_what_those_before_it_would_have_entered(scenario: Scenario) -> None:
    before = log_end(scenario)
    said = rehearse(scenario, [[item(ENROL), item(DECLARE)], [item(ISSUE)]])
    assert statuses(said) == [[201, 201], [201]]
    assert said[0][0]["events"] == [
        {
            "event_id": f"{MEMBER}/1",
            "topic": "member.enrolled",
            "stream": str(MEMBER),
            "version": 1,
        }
    ]
    assert log_end(scenario) == before


def test_the_real_thing_answers_alike(scenario: Scenario) -> None:
    own = [sent for sent in YEAR if sent.who == "clerk"][:3]
    [rehearsed] = rehearse(scenario, [[item(sent) for sent in own]])
    for one, sent in zip(rehearsed, own, strict=True):
        scenario.given(sent)
        names = ("event_id", "topic", "stream", "version")
        entered = [{name: e[name] for name in names} for e in scenario.said["events"]]
        assert one["events"] == entered


def test_what_is_entered_already_is_answered_so(scenario: Scenario) -> None:
    scenario.given(ENROL._replace(key="one"))
    said = rehearse(scenario, [[item(ENROL, "one")], [item(ENROL, "another key")]])
    assert statuses(said) == [[200], [200]]
    assert said[0] == said[1]


def test_a_key_says_one_thing_in_a_rehearsal_too(scenario: Scenario) -> None:
    other = ENROL._replace(body=ENROL.body | NOBODY)
    said = rehearse(scenario, [[item(ENROL, "k")], [item(ENROL, "k")], [item(other, "k")]])
    assert statuses(said) == [[201], [200], [422]]
    assert said[2][0]["rule"] == "KeyReused"


def test_a_group_stands_or_falls_as_one(scenario: Scenario) -> None:
    wrong = DECLARE._replace(body=DECLARE.body | {"body": DECLARE.body["member"]})
    said = rehearse(scenario, [[item(ENROL), item(wrong), item(ISSUE)], [item(DECLARE)]])
    assert statuses(said) == [[201, 404], [409]]
    assert said[1][0]["rule"] == "NotOurMember"


def test_what_may_not_be_entered_may_not_be_tried(scenario: Scenario) -> None:
    [[answer]] = rehearse(scenario, [[item(ENROL)]], "ward clerk")
    assert answer["status"] in {403, 404}
    scenario.answer = scenario.client.post("/api/rehearsals", json=[])
    scenario.refused(401, "UnknownToken")


@pytest.mark.parametrize("content", [{}, [{}], [[], "x"], [[{}] * 501, [{}] * 500]])
def test_groups_are_lists_of_together_a_thousand_items(at_rest: Scenario, content: Any) -> None:
    rehearse(at_rest, content)
    at_rest.refused(422, "InvalidBody")


@pytest.mark.parametrize(
    ("wrong", "status"), [("x", 422), ({"command": "no", "key": "1", "body": {}}, 404)]
)
def test_an_item_is_judged_by_itself(at_rest: Scenario, wrong: Any, status: int) -> None:
    assert statuses(rehearse(at_rest, [[wrong], []])) == [[status], []]


def test_the_example_and_the_answers_are_as_published(at_rest: Scenario) -> None:
    described = document()["paths"]["/api/rehearsals"]["post"]
    content = described["requestBody"]["content"]["application/json"]
    example = content["examples"]["enrolment"]["value"]
    components = {"components": document()["components"]}
    OAS31Validator(content["schema"] | components).validate(example)
    answers = described["responses"]["200"]["content"]["application/json"]["schema"]
    OAS31Validator(answers | components).validate(rehearse(at_rest, example))
