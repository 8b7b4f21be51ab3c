"""How many may be excellent: of whom the share is taken, and how it is rounded."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.excellence import Cap, Denominator, Rounding
from domain.rulebook import load_rulebook

LEVELS = Counter(EXCELLENT=2, GOOD=8, COMPLETED=3, NOT_COMPLETED=1)


@pytest.mark.parametrize(
    ("denominator", "counted"),
    [
        (Denominator.ALL_RATED, 14),
        (Denominator.GOOD_ONLY, 8),
        (Denominator.GOOD_OR_BETTER, 10),
    ],
)
def test_the_share_is_taken_of_those_whom_the_figure_names(
    denominator: Denominator, counted: int
) -> None:
    assert Cap(20, denominator, Rounding.DOWN).counted(LEVELS) == counted


@pytest.mark.parametrize(
    ("rounding", "allowed"),
    [
        (Rounding.DOWN, [0, 0, 0, 1, 1, 2]),
        (Rounding.NEAREST, [0, 0, 1, 1, 2, 2]),
        (Rounding.UP, [0, 1, 1, 1, 2, 2]),
    ],
)
def test_what_is_allowed_is_rounded_as_the_figure_says(
    rounding: Rounding, allowed: list[int]
) -> None:
    cap = Cap(20, Denominator.GOOD_ONLY, rounding)
    assert [cap.allowed(counted) for counted in (0, 2, 3, 5, 8, 10)] == allowed


@given(st.integers(0, 5000), st.integers(0, 100))
def test_rounding_goes_to_a_neighbour(counted: int, percent: int) -> None:
    down, nearest, up = (Cap(percent, Denominator.ALL_RATED, r).allowed(counted) for r in Rounding)
    assert down <= nearest <= up <= down + 1
    assert (down == up) == (counted * percent % 100 == 0)


def test_the_case_that_shows_why_the_denominator_matters() -> None:
    """Ten members, two of them excellent: a fifth of all, a quarter of those rated good."""
    levels = Counter(EXCELLENT=2, GOOD=8)
    said: dict[Any, bool] = {}
    for denominator in (Denominator.ALL_RATED, Denominator.GOOD_ONLY):
        cap = Cap(20, denominator, Rounding.DOWN)
        said[denominator] = levels["EXCELLENT"] > cap.allowed(cap.counted(levels))
    assert said == {Denominator.ALL_RATED: False, Denominator.GOOD_ONLY: True}


@pytest.mark.parametrize("rules", load_rulebook().rule_sets, ids=lambda rules: rules.id)
def test_every_rule_set_has_a_cap(rules: Any) -> None:
    assert Cap.of(rules) == Cap(20, Denominator.GOOD_ONLY, Rounding.DOWN)
