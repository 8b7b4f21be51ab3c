"""The cap on the top level over HTTP: counted, compared, warned of, never blocking."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.scenario import Scenario, Sent
from tests.service.town import CLASSIFY, ENROL, OFFICE_CELL, WORKPLACE, act, person

ADDRESS = "/api/classification-cap?year=2026"


def enrolled(*names: str) -> list[Sent]:
    return [
        ENROL._replace(body=ENROL.body | {"person": str(person(name)), "full_name": name})
        for name in names
    ]


def decided(name: str, level: str) -> Sent:
    return CLASSIFY._replace(body=CLASSIFY.body | {"member": str(person(name)), "level": level})


GOOD = [f"good {number}" for number in range(8)]
BEST = ["best 1", "best 2"]
COUNTED = [
    *enrolled(*GOOD, *BEST, "undecided"),
    *(decided(name, "GOOD") for name in GOOD),
    *(decided(name, "EXCELLENT") for name in BEST),
]


def adopted(**figures: Any) -> Sent:
    named = {name.replace("_", ".", 1): value for name, value in figures.items()}
    facts = {"organization": WORKPLACE, "adopts": "213-2020", "from_": "2026-12-01"}
    return act("secretary", "adopt-rule-set", "2026-12-01", **facts, figures=named)


def test_more_than_a_fifth_of_the_good_is_warned_of_with_its_arithmetic(
    scenario: Scenario,
) -> None:
    scenario.given(*COUNTED)
    committee, cell = scenario.asked("secretary", ADDRESS).items
    assert (committee["body"]["id"], committee["is_cell"]) == (str(WORKPLACE), False)
    assert (cell["body"]["id"], cell["is_cell"]) == (str(OFFICE_CELL), True)
    for row in (committee, cell):
        assert row["levels"] == {"EXCELLENT": 2, "GOOD": 8, "COMPLETED": 0, "NOT_COMPLETED": 0}
        assert (row["excellent"], row["counted"], row["allowed"]) == (2, 8, 1)
        assert (row["share_percent"], row["cap_percent"], row["undecided"]) == (25.0, 20, 1)
        assert row["above"]
        assert row["arithmetic"].startswith("2 / 8; 20 % × 8 = 1,6 → 1 (")
        assert row["arithmetic_en"].startswith("2 / 8; 20 % × 8 = 1.6 → 1 (")
        assert row["warning"].startswith("Xếp loại xuất sắc 2 đảng viên, mức trần là 1.")
        assert "366" in row["clause"]


@pytest.mark.parametrize(
    ("figures", "allowed", "above"),
    [
        ({"excellence_denominator": "ALL_RATED"}, 2, False),
        ({"excellence_rounding": "UP"}, 2, False),
        ({"excellence_cap": 10}, 0, True),
    ],
)
def test_the_figures_are_those_of_the_committee(
    in_a_file: Scenario, figures: dict[str, Any], allowed: int, *, above: bool
) -> None:
    in_a_file.given(adopted(**figures), *COUNTED)
    for row in in_a_file.asked("secretary", ADDRESS).items:
        assert (row["allowed"], row["above"]) == (allowed, above)
        assert (row["warning"] is not None) == above


def test_the_past_is_counted_by_the_figures_and_levels_known_then(in_a_file: Scenario) -> None:
    position = in_a_file.given(*COUNTED[:-1]).said["position"]
    in_a_file.given(COUNTED[-1], adopted(excellence_denominator="ALL_RATED"))
    [then, _] = in_a_file.asked("secretary", f"{ADDRESS}&known_at={position}").items
    assert (then["excellent"], then["denominator"], then["undecided"]) == (1, "GOOD_ONLY", 2)
    [before, _] = in_a_file.asked("secretary", f"{ADDRESS}&as_of=2026-12-27").items
    assert (before["rated"], before["allowed"], before["above"]) == (0, 0, False)
    assert (before["denominator"], before["undecided"]) == ("ALL_RATED", 11)


def test_a_cell_sees_its_own_row_and_nobody_else_sees_any(in_a_file: Scenario) -> None:
    in_a_file.given(*COUNTED)
    [row] = in_a_file.asked("cell secretary", ADDRESS).items
    assert row["body"]["id"] == str(OFFICE_CELL)
    assert [r["rated"] for r in in_a_file.asked("other clerk", ADDRESS).items] == []
    in_a_file.asked("ward secretary", ADDRESS).refused(403, "ReadByResidence")
    in_a_file.asked("secretary", "/api/classification-cap").refused(422, "InvalidBody")


def test_nothing_is_refused_for_the_cap(in_a_file: Scenario) -> None:
    in_a_file.given(*COUNTED, decided("undecided", "EXCELLENT"))
    assert in_a_file.said["events"]


def test_a_committee_whose_only_member_was_struck_has_none_to_count(in_a_file: Scenario) -> None:
    event = in_a_file.given(ENROL).said["events"][0]["event_id"]
    assert len(in_a_file.asked("secretary", ADDRESS).items) == 2
    in_a_file.given(act("clerk", "void-entry", "2026-03-02", event=event, reason="Nhầm người"))
    assert in_a_file.asked("secretary", ADDRESS).items == []
