"""The published description is valid, complete, and true of what the service takes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate

from service.answers.forms import FILES
from service.commands import COMMANDS
from service.openapi import document, every_field, required_only
from service.openapi.components import in_path, required
from service.queries.questions import QUESTIONS
from service.schema import load, load_item
from tests.service.scenario import Scenario
from tests.service.town import MEMBER

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
        re.sub(r"<(?:[^<>:]+:)?(\w+)>", r"{\1}", rule.rule)
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
    statuses = {"200", "201", "400", "401", "403", "404", "406", "409", "413", "415", "422", "503"}
    assert described["responses"].keys() == statuses


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


def test_the_example_of_a_batch_is_taken() -> None:
    content = PATHS["/api/commands"]["post"]["requestBody"]["content"]["application/json"]
    items = content["examples"]["introduction"]["value"]
    OAS31Validator(content["schema"] | {"components": document()["components"]}).validate(items)
    for item in map(load_item, items):
        load(COMMANDS[item["command"]], item["body"])
    assert len({item["key"] for item in items}) == len(items)


def test_what_is_open_to_everybody_is_described_as_open(at_rest: Scenario) -> None:
    for path, methods in PATHS.items():
        address = path.replace("{member}", str(MEMBER)).replace("{ending}", "csv")
        for method, described in methods.items():
            needs_token = described.get("security") != []
            status = at_rest.client.open(address, method=method, json={}).status_code
            assert (status == 401) == needs_token == ("401" in described["responses"])


def test_each_question_describes_its_parameters() -> None:
    for question in QUESTIONS:
        address = re.sub(r"<(\w+)>", r"{\1}", question.address)
        described = PATHS[f"/api/{address}"]["get"]
        names = [parameter["$ref"].rpartition("/")[2] for parameter in described["parameters"]]
        asked = [required(n) if n in question.needs else n for n in question.parameters]
        assert names == [*map(in_path, question.ids), *asked, "Purpose"]
        assert described["summary"] == question.title.vi
        assert described["description"]
        described = PATHS[f"/api/{address}.{{ending}}"]["get"]
        media_types = {form.media_type for form in FILES.values()}
        assert described["responses"]["200"]["content"].keys() == media_types
        for feed in question.feeds:
            described = PATHS[f"/api/{address}.{feed.ending}"]["get"]
            assert described["responses"]["200"]["content"].keys() == {feed.media_type}


def test_a_problem_is_what_the_schema_says(at_rest: Scenario) -> None:
    validator = OAS31Validator(schema("Problem"))
    headers = {"Idempotency-Key": "k", **at_rest.headers("clerk")}
    answer = at_rest.client.post("/api/commands/void-entry", json={}, headers=headers)
    validator.validate(answer.get_json(force=True))
    validator.validate(at_rest.asked("clerk", "/api/nowhere").said)


def test_an_answer_is_what_the_schema_says(at_rest: Scenario) -> None:
    validator = OAS31Validator(schema("Answer"))
    validator.validate(at_rest.asked("clerk", "/api/organizations").said)
