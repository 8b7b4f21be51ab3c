"""How two answers to one obligation stand to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.intervals import FOREVER
from domain.obligations.obligation import Obligation
from domain.rulebook import Weight
from projections.comparison import Outcome, compared

TODAY = date(2026, 6, 1)
OFFICE, WARD = UUID(int=1), UUID(int=2)


def owed(due_in: int, key: str = "G05:letter/1:1", **facts: Any) -> Obligation:
    """An obligation that falls due so many days from now; negative: it is a gap."""
    due_on = TODAY + timedelta(days=due_in)
    row = Obligation(
        code="G05",
        weight=Weight.DUTY,
        key=key,
        step=None,
        owner=WARD,
        office="Ro",
        about="letter/1",
        member=None,
        link=None,
        cell=None,
        workplace=OFFICE,
        viewers=(OFFICE, WARD),
        rule_set="213-2020",
        from_day=date(2026, 1, 1),
        late_from=due_on + timedelta(days=1),
        to_day=FOREVER,
        due_on=due_on,
        opened_by="1",
        settled_by=None,
    )
    return replace(row, **facts)


LATE, LATER, WAITING = owed(-9), owed(-3), owed(5)


@pytest.mark.parametrize(
    ("here", "there", "as_gap", "as_obligation"),
    [
        (LATE, LATE, Outcome.SAME, Outcome.SAME),
        (LATE, LATER, Outcome.OTHER_DUE_DATE, Outcome.OTHER_DUE_DATE),
        (LATE, WAITING, Outcome.ONLY_HERE, Outcome.OTHER_DUE_DATE),
        (WAITING, LATE, Outcome.ONLY_THERE, Outcome.OTHER_DUE_DATE),
        (LATE, None, Outcome.ONLY_HERE, Outcome.ONLY_HERE),
        (None, LATE, Outcome.ONLY_THERE, Outcome.ONLY_THERE),
        (WAITING, WAITING, None, Outcome.SAME),
        (WAITING, None, None, Outcome.ONLY_HERE),
        (LATE, replace(LATE, owner=OFFICE), Outcome.OTHER_DUTY, Outcome.OTHER_DUTY),
        (LATE, replace(LATE, step="SIGN"), Outcome.OTHER_DUTY, Outcome.OTHER_DUTY),
        (LATE, replace(LATE, weight=Weight.ADVISORY), Outcome.OTHER_DUTY, Outcome.OTHER_DUTY),
        (LATE, replace(LATE, rule_set="76-2000"), Outcome.SAME, Outcome.SAME),
    ],
)
def test_a_gap_is_a_gap_on_its_own_side(
    here: Obligation | None,
    there: Obligation | None,
    as_gap: Outcome | None,
    as_obligation: Outcome,
) -> None:
    sides = [row for row in (here,) if row], [row for row in (there,) if row]
    for late, outcome in ((True, as_gap), (False, as_obligation)):
        found = compared(*sides, (TODAY, TODAY), late=late)
        assert [one.outcome for one in found] == ([outcome] if outcome else [])
        assert all((one.here, one.there) == (here, there) for one in found)


def test_each_side_is_asked_about_its_own_day() -> None:
    tomorrow = WAITING.late_from
    [found] = compared([WAITING], [WAITING], (TODAY, tomorrow), late=True)
    assert found.outcome is Outcome.ONLY_THERE
    [found] = compared([WAITING], [WAITING], (tomorrow, tomorrow), late=True)
    assert found.outcome is Outcome.SAME


def test_what_is_late_longest_on_either_side_comes_first() -> None:
    here = [owed(-1, "a"), owed(-5, "b")]
    there = [owed(-8, "a"), owed(-2, "c"), owed(-5, "d")]
    found = compared(here, there, (TODAY, TODAY), late=True)
    assert [one.key for one in found] == ["a", "b", "d", "c"]
