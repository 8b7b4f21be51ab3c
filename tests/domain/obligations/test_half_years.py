"""G09: one meeting each half-year, where somebody is called for the thirty days before its end."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given as for_every
from hypothesis import strategies as some

from domain.intervals import FOREVER
from domain.obligations.half_years import Least
from tests.domain.obligations.town import (
    AN,
    BINH,
    BODIES,
    OTHER_WORKPLACE,
    Gathering,
    departed,
    introduced,
    owed,
    rows,
    stands,
)
from tests.scenario import given
from tests.year import CELL, QUARTER, WARD, WORKPLACE

JUNE, LATE = Gathering(), Gathering(date(2026, 6, 29))


def test_a_cell_whose_first_member_came_on_the_first_of_june_owes_the_half() -> None:
    found = given(*BODIES, *introduced(AN, 6, 1))
    assert stands(found, 6, 1, "G09") == ("waits", "07-15")
    [late, next_half] = owed(found, 7, 16, "G09")
    assert (late.opened_by, late.due_on, late.late_from) == (
        "2026-H1",
        date(2026, 7, 15),
        date(2026, 7, 16),
    )
    assert next_half.opened_by == "2026-H2"


def test_one_who_came_a_day_later_is_not_called_long_enough() -> None:
    found = given(*BODIES, *introduced(AN, 6, 2))
    assert "2026-H1" not in {row.opened_by for row in rows(found, ["G09"])}


def test_one_member_called_all_along_is_enough_and_his_leaving_ends_it() -> None:
    came = introduced(AN)
    found = given(*BODIES, *came, *introduced(BINH, 6, 20), departed(came, 6, 25))
    assert stands(found, 6, 24, "G09") == ("waits", "07-15")
    assert owed(found, 6, 25, "G09") == []


def test_the_first_meeting_of_the_half_settles_it_and_is_named() -> None:
    held = JUNE.held({})
    found = given(*BODIES, *introduced(AN), JUNE.convened(), held, LATE.convened(), LATE.held({}))
    [row] = [row for row in rows(found, ["G09"]) if row.opened_by == "2026-H1"]
    assert (row.to_day, row.settled_by) == (date(2026, 6, 12), found.entry_of[held].id)
    assert (row.owner, row.about) == (QUARTER, f"cell/{QUARTER}")


def test_every_workplace_with_a_member_there_sees_it() -> None:
    found = given(*BODIES, *introduced(AN), *introduced(BINH, by=OTHER_WORKPLACE))
    [row] = owed(found, 3, 1, "G09")
    assert {QUARTER, WARD, WORKPLACE, CELL, OTHER_WORKPLACE} < set(row.viewers)


CHANGES = some.lists(some.tuples(some.integers(0, 4), some.dates(max_value=FOREVER)), min_size=1)


@for_every(CHANGES)
def test_the_least_of_some_days_is_always_the_least(changes: list[tuple[int, date]]) -> None:
    least, days = Least(), dict[int, date]()
    assert least.value == FOREVER
    for key, day in changes:
        least.put(UUID(int=key), day)
        days[key] = day
        assert least.value == min(days.values())
