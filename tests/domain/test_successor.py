"""A successor of 213 is one more file: what happens from its first day on is judged by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from domain.local_figures import rules_of_body
from domain.obligations.letters import under_way
from domain.obligations.rounds import Asking
from domain.organization import RuleSetAdopted
from domain.rulebook import Rulebook, load_rulebook
from tests.projections.prefix import Prefix, prefix_of
from tests.projections.world import (
    COMMITTEES,
    HORIZON,
    MEMBERS,
    World,
    declare,
    enroll,
    issue,
)
from tests.variants import figure, successor


@pytest.fixture
def rulebook(tmp_path: Path) -> Rulebook:
    return load_rulebook([successor(tmp_path, figure("letter.present_wd", 5, was=30))])


def issued(on: date, rulebook: Rulebook) -> Prefix:
    """A letter of that day, entered by a service that knows the successor."""
    world = World(rulebook)
    enroll(world, MEMBERS[0], date(2026, 11, 2), 1)
    declare(world, MEMBERS[0], date(2026, 11, 2), 1)
    issue(world, MEMBERS[0], on, 1)
    return prefix_of(world.events, HORIZON, rulebook)


@pytest.mark.parametrize(
    ("on", "due_on", "rule_set"),
    [
        (date(2026, 12, 31), date(2027, 2, 19), "213-2020"),
        (date(2027, 1, 4), date(2027, 1, 11), "300-2027"),
    ],
    ids=str,
)
def test_a_letter_is_judged_by_the_rules_of_its_day(
    on: date, due_on: date, rule_set: str, rulebook: Rulebook
) -> None:
    prefix = issued(on, rulebook)
    [link] = [s for s in prefix.subjects if s[0] == "link"]
    [row] = [row for row in under_way(link, prefix) if row.code == "G04"]
    assert (row.rule_set, row.due_on) == (rule_set, due_on)


@pytest.mark.parametrize(("year", "rule_set"), [(2026, "213-2020"), (2027, "300-2027")])
def test_a_round_is_judged_by_the_rules_of_the_day_on_which_it_opens(
    year: int, rule_set: str, rulebook: Rulebook
) -> None:
    prefix = issued(date(2026, 12, 31), rulebook)
    asking = Asking(prefix.member(MEMBERS[0]), year, prefix)
    assert asking.rules(COMMITTEES[0], date(year, 12, 1)).id == rule_set


def test_figures_adopted_for_213_are_not_those_of_its_successor(rulebook: Rulebook) -> None:
    world = World(rulebook)
    facts = {"adopts_digest": rulebook.named("213-2020").digest, "from_": date(2026, 1, 1)}
    figures = {"letter.present_wd": 9}
    world.write(
        COMMITTEES[0], RuleSetAdopted, date(2026, 1, 1), adopts="213-2020", figures=figures, **facts
    )
    prefix = prefix_of(world.events, HORIZON, rulebook)

    def days_on(day: date) -> int:
        rules = rules_of_body(rulebook.in_force(day), COMMITTEES[0], day, prefix)
        return rules.working_days("letter.present_wd")

    assert (days_on(date(2026, 12, 31)), days_on(date(2027, 1, 1))) == (9, 5)
