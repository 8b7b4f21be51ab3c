"""Whatever is sent, the answer is one that was foreseen: never a 5xx, never a traceback."""

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
from tests.service.town import MEMBER, OFFICE_CELL, OFFICERS, WARD, YEAR

_COMMAND = st.sampled_from(list(COMMANDS)) | ANY_JSON
ITEM = ANY_JSON | st.fixed_dictionaries(
    {}, optional={"command": _COMMAND, "key": ANY_JSON, "body": ANY_JSON, "x": ANY_JSON}
)
ASKED = {"year": 2026, "from_as_of": "2026-06-30"}
NEEDED = {"cell": OFFICE_CELL, "with": WARD, "kind": "FINAL"}
many_times = settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


_TRACES = ("Traceback", 'File "', ".py", "Error:")


def foreseen(scenario: Scenario, *statuses: int) -> None:
    """The last answer has one of these statuses, and says nothing of how it came about."""
    told = scenario.answer.text
    assert scenario.answer.status_code in statuses, told
    assert not [trace for trace in _TRACES if trace in told]
    if scenario.answer.status_code >= 400:
        assert scenario.answer.content_type == "application/problem+json"


@pytest.fixture(scope="module")
def after_a_year(at_rest: Scenario) -> Scenario:
    return at_rest.given(*YEAR)


@pytest.mark.parametrize("name", COMMANDS)
@many_times
@given(body=ANY_JSON)
def test_any_json(after_a_year: Scenario, name: str, body: Any) -> None:
    headers = {"Idempotency-Key": "k", **after_a_year.headers("clerk")}
    sent = json.dumps(body)
    after_a_year.answer = after_a_year.client.post(
        f"/api/commands/{name}", data=sent, content_type="application/json", headers=headers
    )
    foreseen(after_a_year, 400, 422)


@pytest.mark.parametrize("name", COMMANDS)
@many_times
@given(data=st.data())
def test_any_body_of_the_right_form(after_a_year: Scenario, name: str, data: st.DataObject) -> None:
    body = data.draw(taken_by(COMMANDS[name]))
    who = data.draw(st.sampled_from([name for name in OFFICERS if "other" not in name]))
    after_a_year.when(Sent(who, name, body))
    foreseen(after_a_year, 200, 201, 403, 404, 409, 422)


@many_times
@given(items=st.lists(ITEM, max_size=4) | ANY_JSON)
def test_any_batch(after_a_year: Scenario, items: Any) -> None:
    sent = json.dumps(items)
    after_a_year.answer = after_a_year.client.post(
        "/api/commands",
        data=sent,
        content_type="application/json",
        headers=after_a_year.headers("clerk"),
    )
    foreseen(after_a_year, 400, 200 if isinstance(items, list) else 422)
    if after_a_year.answer.status_code == 200:
        statuses = [one["status"] for one in after_a_year.said]
        assert len(statuses) == len(items)
        assert set(statuses) <= {400, 404, 422}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
@many_times
@given(data=st.data())
def test_any_parameters(after_a_year: Scenario, question: Question, data: st.DataObject) -> None:
    known = st.sampled_from(question.parameters)
    given_ = data.draw(st.dictionaries(known, PARAMETER, max_size=4))
    address = question.address.replace("<member>", str(MEMBER))
    after_a_year.asked("clerk", f"/api/{address}?{urlencode(given_)}")
    foreseen(after_a_year, 200, 404, 422, 503)
    if after_a_year.answer.status_code == 503:
        after_a_year.refused(503, "NotYetVisible")


def test_whatever_was_accepted_can_be_read(after_a_year: Scenario) -> None:
    """Runs after the others: what they entered has to be folded and to be shown."""
    position = after_a_year.asked("clerk", "/api/health").said["position"]
    for question in QUESTIONS:
        asked = urlencode({n: v for n, v in ASKED.items() if n in question.parameters})
        needed = urlencode({n: v for n, v in NEEDED.items() if n in question.needs})
        for who in ("clerk", "ward clerk", "quarter secretary", "cell secretary"):
            address = question.address.replace("<member>", str(MEMBER))
            for ending in ("", ".csv", ".xlsx"):
                after_a_year.asked(who, f"/api/{address}{ending}?after={position}&{asked}&{needed}")
                assert after_a_year.answer.status_code in (200, 403, 404), after_a_year.answer.text
    after_a_year.asked("clerk", f"/api/members/{MEMBER}/chronicle?limit=1000")
    assert after_a_year.answer.status_code == 200
    assert service_of(after_a_year.app).rebuild().equal
