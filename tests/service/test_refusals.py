"""Every prohibition, and every other failure, is told with a status, its ground and a way on."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator

from domain.refusals import (
    NotVisible,
    OutsideYourSide,
    ReadByAdministrator,
    ReadByResidence,
    Refusal,
    WithoutOffice,
)
from service.errors import STATUSES, problem_of
from service.openapi import document
from service.problems import LANGUAGES
from service.wordings import WORDINGS
from tests.service.scenario import Scenario
from tests.service.town import MEMBER

REFUSALS = sorted(Refusal.__subclasses__(), key=lambda refusal: refusal.code)
FORBIDDEN = {OutsideYourSide, ReadByAdministrator, ReadByResidence, WithoutOffice}
PROBLEM = OAS31Validator(
    {"$ref": "#/components/schemas/Problem", "components": document()["components"]}
)


def told(scenario: Scenario, error: Exception, language: str) -> dict[str, Any]:
    """Describe a failure of a request in that language."""
    with scenario.app.test_request_context(headers={"Accept-Language": language}):
        scenario.app.preprocess_request()
        return problem_of(error)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.code)
def test_a_refusal_names_its_rule_its_clause_and_the_next_step(
    at_rest: Scenario, kind: type[Refusal], language: str
) -> None:
    said = told(at_rest, kind(field="member", member=MEMBER, number=None), language)
    status = HTTPStatus.FORBIDDEN if kind in FORBIDDEN else HTTPStatus.CONFLICT
    assert said["status"] == (HTTPStatus.NOT_FOUND if kind is NotVisible else status)
    assert (said["rule"], said["type"]) == (kind.code, f"urn:lienhe:problem:{kind.code}")
    title, step = (kind.title, kind.next_step)
    if language == "en":
        title, step = (kind.title_en, kind.next_step_en)
    assert (said["title"], said["clause"], said["next_step"]) == (title, kind.clause, step)
    assert said["title"]
    assert said["clause"]
    assert said["next_step"]
    assert (said["field"], said["facts"]) == ("member", {"member": MEMBER})


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.code)
def test_a_refusal_is_a_problem_as_it_is_published(at_rest: Scenario, kind: type[Refusal]) -> None:
    PROBLEM.validate(told(at_rest, kind(), "vi"))


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.code)
def test_a_refusal_has_an_example_as_it_is_answered(at_rest: Scenario, kind: type[Refusal]) -> None:
    example = document()["components"]["examples"][kind.code]
    PROBLEM.validate(example["value"])
    said = told(at_rest, kind(), "vi") | {"request_id": example["value"]["request_id"]}
    assert example["value"] == said
    assert example["summary"] == f"{kind.title} · {kind.title_en}"
    response = document()["components"]["responses"][f"Problem{said['status']}"]
    assert kind.code in response["content"]["application/problem+json"]["examples"]


def test_every_other_failure_has_an_example_too() -> None:
    examples = document()["components"]["examples"]
    assert {kind.__name__ for kind in WORDINGS} <= examples.keys()
    for example in examples.values():
        PROBLEM.validate(example["value"])


def test_every_failure_with_a_status_has_its_words_and_the_other_way_round() -> None:
    assert STATUSES.keys() - WORDINGS.keys() == {Refusal, NotVisible, *FORBIDDEN}
    assert WORDINGS.keys() <= STATUSES.keys()


def test_every_status_is_described_in_the_published_document() -> None:
    described = document()["paths"]["/api/commands/enroll-member"]["post"]["responses"]
    assert {str(int(status)) for status in STATUSES.values()} <= described.keys()
