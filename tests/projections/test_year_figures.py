"""A member's year, against a reader that somebody else wrote from the catalogue alone."""

from __future__ import annotations

import random
from dataclasses import asdict
from datetime import date, timedelta
from uuid import UUID

import pytest

from projections.classification import YearInputs, inputs_of_year
from projections.opinion import opinions
from tests.agreement.compare import line_of
from tests.agreement.walk import Walk
from tests.projections.prefix import Prefix, prefix_of
from tests.reference.reference import figures, year_link

HORIZON = date(2027, 12, 31)
YEARS = (2025, 2026)


@pytest.mark.parametrize("seed", range(30))
def test_a_year_counts_as_the_catalogue_says(seed: int) -> None:
    dice = random.Random(seed)
    log = Walk(seed).go(400)
    for year in YEARS:
        day = date(year, 1, 1) + timedelta(days=dice.randrange(500))
        position = dice.randrange(len(log) + 1)
        prefix = prefix_of(log[:position], HORIZON)
        lines = [line_of(event) for event in log[:position]]
        for member in sorted({s[1] for s in prefix.subjects if s[0] == "member"}):
            row = on(inputs_of_year(("inputs", member, str(year)), prefix), day)
            if row is not None:
                theirs = asdict(figures(lines, member, year, day, position))
                ours = asdict(row.figures)
                ours["late_recorded"] += late_in_opinions(prefix, row, day)
                assert ours == theirs
                assert row.year_link == link_of(year_link(lines, member, year, day, position))


def late_in_opinions(prefix: Prefix, inputs: YearInputs, day: date) -> int:
    found = (opinions(s, prefix) for s in prefix.subjects if s[0] == "evaluation")
    rows = (row for rows in found for row in rows if row.from_day <= day < row.to_day)
    own = (row for row in rows if row.member == inputs.member)
    return sum(row.late_recorded.get(str(inputs.year), 0) for row in own)


def on(rows: object, day: date) -> YearInputs | None:
    found = [row for row in rows if row.from_day <= day < row.to_day]  # type: ignore[attr-defined]
    assert len(found) <= 1
    return found[0] if found else None


def link_of(text: str | None) -> UUID | None:
    return UUID(text) if text else None
