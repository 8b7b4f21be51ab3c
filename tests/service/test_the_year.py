"""The main job over HTTP: a member is introduced, called, evaluated, and the slip is filed."""

from __future__ import annotations

from tests.service.scenario import Scenario
from tests.service.town import MEMBER, YEAR


def test_a_year_between_two_committees(scenario: Scenario) -> None:
    scenario.given(*YEAR).asked("clerk", "/api/classification-inputs?year=2026")
    print(scenario.answer.text)
    for who, q in (
        ("clerk", "roster"),
        ("ward clerk", "roster"),
        ("quarter secretary", "roster"),
        ("other clerk", "roster"),
        ("clerk", "gaps"),
        ("ward clerk", "gaps"),
        ("clerk", "obligations"),
        ("clerk", "history"),
        ("clerk", f"members/{MEMBER}/chronicle"),
        ("ward clerk", f"members/{MEMBER}/chronicle"),
        ("administrator", "organizations"),
        ("administrator", "roster"),
        ("inspector", "roster"),
        ("clerk", "whoami"),
        ("clerk", "health"),
        ("group leader", "roster"),
    ):
        print(
            "\n###",
            who,
            q,
            scenario.asked(who, f"/api/{q}").answer.status_code,
            scenario.answer.text[:3000],
        )
