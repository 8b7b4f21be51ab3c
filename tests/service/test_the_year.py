"""The main job over HTTP: a member is introduced, called, evaluated, and the slip is filed."""

from __future__ import annotations

from tests.service.scenario import Scenario
from tests.service.town import YEAR, act


def test_a_year_between_two_committees(scenario: Scenario) -> None:
    scenario.given(*YEAR)
    position = scenario.answer.json["position"]
    events = scenario.when(
        act("clerk", "correct-entry", "2026-12-11", event="x/1", reason="r", facts={})
    )
    print(events.answer.text)
