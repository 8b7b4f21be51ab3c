"""Whatever is sent, the answer is one that was foreseen: never a 5xx."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.app import create_app, service_of
from service.commands import COMMANDS
from service.settings import Settings
from tests.service.bodies import ANY_JSON, taken_by
from tests.service.scenario import Scenario, Sent
from tests.service.town import OFFICERS, TODAY, YEAR, town

many_times = settings(
    deadline=None,
    max_examples=1500,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture(scope="module")
def after_a_year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenario]:
    folder = tmp_path_factory.mktemp("service")
    clock: Path = folder / "clock"
    clock.write_text(TODAY)
    app = create_app(Settings(folder / "data", clock_file=clock))
    yield Scenario(app, OFFICERS).given(*town(), *YEAR)
    service_of(app).close()


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
