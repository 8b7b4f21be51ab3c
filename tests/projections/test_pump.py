"""Rows selected by a where-clause are the fold over the prefix, evaluated on the day."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.entries import Event
from tests.projections.asking import built, folded, pumping, rows_of, selected
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog
from tests.projections.toys import TOYS
from tests.projections.world import HORIZON, days, histories

many = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@many
@given(events=histories(), data=st.data())
def test_the_clause_is_the_fold(places: Places, events: list[Event], data: st.DataObject) -> None:
    views = built(places, TOYS, events, page=data.draw(st.integers(1, 12)))
    for _ in range(12):
        day = data.draw(days)
        position = data.draw(st.integers(0, len(events)))
        for model in TOYS:
            asked = selected(views, model, day, position)
            assert asked == folded(events, model, day, position, HORIZON)
    views.close()


@many
@given(events=histories(), page=st.integers(1, 50), kept=st.integers(0, 3))
def test_pages_and_memory_change_nothing(
    places: Places, events: list[Event], page: int, kept: int
) -> None:
    one = built(places, TOYS, events, page=1)
    other = built(places, TOYS, events, page=page, kept=kept)
    assert rows_of(one) == rows_of(other)


@many
@given(events=histories(), data=st.data())
def test_a_restart_changes_nothing(
    places: Places, events: list[Event], data: st.DataObject
) -> None:
    views, log = places(TOYS), MemoryLog(events)
    for until in sorted(data.draw(st.lists(st.integers(0, len(events)), max_size=4))):
        with pumping(log, views, page=7) as pump:
            pump.catch_up(until)
    with pumping(log, views) as pump:
        pump.catch_up()
    assert rows_of(views) == rows_of(built(places, TOYS, events))


@many
@given(events=histories(), data=st.data())
def test_a_farther_horizon_is_as_if_it_had_always_been(
    places: Places, events: list[Event], data: st.DataObject
) -> None:
    near = data.draw(st.sampled_from((date(2025, 12, 31), date(2026, 6, 30), date(2026, 12, 31))))
    views = places(TOYS)
    with pumping(MemoryLog(events), views, near, page=5) as pump:
        pump.catch_up(data.draw(st.integers(0, len(events))))
        pump.extend(HORIZON)
        pump.catch_up()
    assert rows_of(views) == rows_of(built(places, TOYS, events))
