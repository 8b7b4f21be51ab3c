"""Whatever is sent, the answer is one that was foreseen: never a 5xx."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.app import service_of
from service.commands import COMMANDS
from service.queries.questions import QUESTIONS, Question
from tests.service.bodies import ANY_JSON, PARAMETER, taken_by
from tests.service.scenario import Scenario, Sent
from tests.service.town import MEMBER, OFFICERS, YEAR

many_times = settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture(scope="module")
def after_a_year(at_rest: Scenario) -> Scenario:
    return at_rest.given(*YEAR)


@pytest.mark.parametrize("name", COMMANDS)
@many_times
@given(body=ANY_JSON)
def test_any_json(after_a_year: Scenario, name: str, body: Any) -> None:
    headers = {"Idempotency-Key": "k", **after_a_year.headers("clerk")}
    sent = json.dumps(body)
    answer = after_a_year.client.post(
        f"/api/commands/{name}", data=sent, content_type="application/json", headers=headers
    )
    assert answer.status_code in (400, 422)


@pytest.mark.parametrize("name", COMMANDS)
@many_times
@given(data=st.data())
def test_any_body_of_the_right_form(after_a_year: Scenario, name: str, data: st.DataObject) -> None:
    body = data.draw(taken_by(COMMANDS[name]))
    who = data.draw(st.sampled_from([name for name in OFFICERS if "other" not in name]))
    after_a_year.when(Sent(who, name, body))
    assert after_a_year.answer.status_code in (200, 201, 400, 403, 404, 409, 422)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
@many_times
@given(data=st.data())
def test_any_parameters(after_a_year: Scenario, question: Question, data: st.DataObject) -> None:
    known = st.sampled_from(question.parameters)
    given_ = data.draw(st.dictionaries(known, PARAMETER, max_size=4))
    after_a_year.asked("clerk", f"/api/{question.name}?{urlencode(given_)}")
    assert after_a_year.answer.status_code in (200, 404, 422, 503)


def test_whatever_was_accepted_can_be_read(after_a_year: Scenario) -> None:
    """Runs after the others: what they entered has to be folded and to be shown."""
    position = after_a_year.asked("clerk", "/api/health").said["position"]
    for question in QUESTIONS:
        year = "&year=2026" if "year" in question.parameters else ""
        for who in ("clerk", "ward clerk", "quarter secretary", "cell secretary"):
            after_a_year.asked(who, f"/api/{question.name}?after={position}{year}")
            assert after_a_year.answer.status_code in (200, 403), after_a_year.answer.text
    after_a_year.asked("clerk", f"/api/members/{MEMBER}/chronicle?limit=1000")
    assert after_a_year.answer.status_code == 200
    assert service_of(after_a_year.app).rebuild().equal
