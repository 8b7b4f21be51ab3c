"""The published description is valid, complete, and true of what the service takes."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate

from service.commands import COMMANDS
from service.openapi import document, every_field, required_only
from service.queries.questions import QUESTIONS
from service.schema import load
from tests.service.scenario import Scenario

PATHS = document()["paths"]


def operation(name: str) -> dict[str, Any]:
    found: dict[str, Any] = PATHS[f"/api/commands/{name}"]["post"]
    return found


def schema(name: str) -> dict[str, Any]:
    """The published schema of a command's body, with what it refers to."""
    return {"$ref": f"#/components/schemas/{name}", "components": document()["components"]}


def test_the_description_is_valid() -> None:
    validate(document())


def test_it_is_served_to_everybody(at_rest: Scenario) -> None:
    answer = at_rest.client.get("/openapi.json")
    assert (answer.status_code, answer.get_json()) == (200, document())


def test_every_address_is_described_and_no_other(at_rest: Scenario) -> None:
    served = {
        rule.rule.replace("<", "{").replace(">", "}")
        for rule in at_rest.app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
    }
    commands = {f"/api/commands/{name}" for name in COMMANDS}
    assert PATHS.keys() - commands == served - {"/api/commands/{name}"}
    assert commands < PATHS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_described_in_both_languages(name: str) -> None:
    described = operation(name)
    assert described["summary"] == COMMANDS[name].TITLE
    sentence = (COMMANDS[name].__doc__ or "").partition(".")[0].replace("``", "`")
    assert described["description"].startswith(sentence)
    assert described["parameters"] == [{"$ref": "#/components/parameters/IdempotencyKey"}]
    statuses = {"200", "201", "400", "401", "403", "404", "409", "415", "422", "503"}
    assert statuses <= described["responses"].keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_pass_the_published_schema_and_are_taken(name: str) -> None:
    kind = COMMANDS[name]
    content = operation(name)["requestBody"]["content"]["application/json"]
    shown = [example["value"] for example in content["examples"].values()]
    assert shown == [every_field(kind), required_only(kind)]
    validator = OAS31Validator(schema(kind.__name__))
    for example in shown:
        validator.validate(example)
        load(kind, example)
    assert not validator.is_valid(shown[0] | {"nonsense": 1})


def test_each_question_describes_its_parameters() -> None:
    for question in QUESTIONS:
        described = PATHS[f"/api/{question.name}"]["get"]
        names = [parameter["$ref"].rpartition("/")[2] for parameter in described["parameters"]]
        assert names == [*question.parameters, "Purpose"]
        assert described["summary"] == question.title
        assert described["description"]


def test_a_problem_is_what_the_schema_says(at_rest: Scenario) -> None:
    validator = OAS31Validator(schema("Problem"))
    headers = {"Idempotency-Key": "k", **at_rest.headers("clerk")}
    answer = at_rest.client.post("/api/commands/void-entry", json={}, headers=headers)
    validator.validate(answer.get_json(force=True))
    validator.validate(at_rest.asked("clerk", "/api/nowhere").said)


def test_an_answer_is_what_the_schema_says(at_rest: Scenario) -> None:
    validator = OAS31Validator(schema("Answer"))
    validator.validate(at_rest.asked("clerk", "/api/organizations").said)
