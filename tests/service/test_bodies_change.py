"""A body is renamed, moved, ended, succeeded: the register says so from the day on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from domain.organization import organization_id
from tests.service.scenario import Scenario, Sent
from tests.service.town import OTHER_WARD, QUARTER, WARD, act, person

MERGED_WARD = organization_id("DU-HOA-BINH")
MERGED_QUARTER = organization_id("CB-TO-15")
THE_DAY = "2026-07-01"
DECISION = {"number": "77-QĐ/TU", "dated": "2026-06-20"}


def registered(code: str, kind: str, name: str, **facts: Any) -> Sent:
    by_default = {"symbol": code, "sides": ["RESIDENCE"], "followed_from": "2026-01-01"}
    return act(
        "administrator",
        "register-organization",
        "2026-06-20",
        code=code,
        kind=kind,
        name=name,
        exists_from="2026-06-20",
        **by_default | facts,
    )


MERGED = (
    registered("DU-HOA-BINH", "committee_above_grassroots", "Đảng ủy phường Hòa Bình"),
    registered("CB-TO-15", "cell", "Chi bộ Tổ dân phố 15", parent=MERGED_WARD),
)


def merged(**facts: Any) -> Sent:
    """The two wards become one; the quarter's cell is merged into a new one."""
    usual = {
        "predecessors": [WARD, OTHER_WARD],
        "to": MERGED_WARD,
        "cells": [{"from": QUARTER, "to": MERGED_QUARTER}],
        "how": "MERGER",
        "on": THE_DAY,
        "decision": DECISION,
    }
    return act("administrator", "succeed-organization", "2026-06-20", **usual | facts)


def changed(command: str, body: UUID, **facts: Any) -> Sent:
    return act("administrator", command, "2026-06-20", organization=body, **facts)


def standing(scenario: Scenario, day: str) -> dict[str, dict[str, Any]]:
    """The register of a day, by code."""
    scenario.asked("administrator", f"/api/organizations?as_of={day}")
    return {body["code"]: body for body in scenario.items}


def test_a_body_bears_its_new_name_from_its_day_on(scenario: Scenario) -> None:
    name = {"name": "Đảng ủy phường An Hòa Tây", "symbol": "ĐUAHT"}
    scenario.when(changed("rename-organization", WARD, **name, from_=THE_DAY))
    scenario.then("organization.renamed")
    assert standing(scenario, "2026-06-30")["DU-AN-HOA"]["name"] == "Đảng ủy phường An Hòa"
    assert standing(scenario, THE_DAY)["DU-AN-HOA"]["name"] == "Đảng ủy phường An Hòa Tây"
    assert scenario.asked("ward clerk", "/api/whoami").said["organization_name"] == name["name"]


def test_a_body_belongs_under_another_from_its_day_on(scenario: Scenario) -> None:
    scenario.when(changed("place-organization", QUARTER, parent=OTHER_WARD, from_=THE_DAY))
    scenario.then("organization.placed")
    assert standing(scenario, "2026-06-30")["CB-TO-5"]["parent"] == str(WARD)
    assert standing(scenario, THE_DAY)["CB-TO-5"]["parent"] == str(OTHER_WARD)
    loop = changed("place-organization", OTHER_WARD, parent=QUARTER, from_=THE_DAY)
    scenario.when(loop).refused(409, "TreeLoop", "parent")


def test_a_body_that_ends_stands_until_its_last_day(scenario: Scenario) -> None:
    ended = changed("dissolve-organization", OTHER_WARD, on=THE_DAY, decision=DECISION)
    scenario.when(ended).then("organization.dissolved")
    assert standing(scenario, "2026-06-30")["DU-TAN-LAP"]["stands_until"] == THE_DAY
    assert "DU-TAN-LAP" not in standing(scenario, THE_DAY)
    again = changed("rename-organization", OTHER_WARD, name="X", symbol="X", from_=THE_DAY)
    scenario.when(again).refused(409, "OrganizationEnded", "organization")


def test_two_bodies_are_succeeded_at_once_by_one_entry_each(scenario: Scenario) -> None:
    scenario.given(*MERGED).when(merged())
    scenario.then("organization.succeeded", "organization.succeeded")
    assert {UUID(e["stream"]) for e in scenario.said["events"]} == {WARD, OTHER_WARD}
    before = standing(scenario, "2026-06-30")
    assert before["DU-AN-HOA"]["succeeded_by"] == str(MERGED_WARD)
    assert before["CB-TO-5"]["succeeded_by"] == str(MERGED_QUARTER)
    after = standing(scenario, THE_DAY)
    assert not {"DU-AN-HOA", "DU-TAN-LAP", "CB-TO-5"} & after.keys()
    assert after["TO-DANG-1"]["parent"] == str(MERGED_QUARTER)


def test_the_same_succession_again_changes_nothing(scenario: Scenario) -> None:
    scenario.given(*MERGED, merged()).when(merged())
    scenario.repeated("organization.succeeded", "organization.succeeded")
    scenario.when(merged(how="SPLIT")).refused(409, "OtherFactsOnRecord", "how")


def test_one_refusal_refuses_all_of_them(scenario: Scenario) -> None:
    stranger = [{"from": person("nobody"), "to": MERGED_QUARTER}]
    scenario.given(*MERGED).when(merged(cells=stranger))
    scenario.refused(409, "OrganizationEnded", "cells")
    assert "DU-TAN-LAP" in standing(scenario, THE_DAY)
    scenario.when(merged(predecessors=[])).refused(422, "InvalidBody")
    scenario.when(merged()._replace(who="clerk")).refused(404, "NotVisible")
