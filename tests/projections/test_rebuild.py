from __future__ import annotations

from sqlalchemy import text

from projections.models import MODELS
from projections.rebuild import rebuild
from tests.agreement.walk import Walk
from tests.projections.asking import RULEBOOK, built, pumping, rows_of
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog


def test_what_is_built_anew_is_equal(places: Places) -> None:
    log = Walk(3).go(150)
    views = built(places, MODELS, log)
    before = rows_of(views)
    rebuilt = rebuild(MemoryLog(log), views, places(MODELS), RULEBOOK)
    assert rebuilt.equal
    assert rebuilt.events == len(log)
    assert rows_of(views) == before


def test_an_earlier_position_is_compared_as_it_was(places: Places) -> None:
    log = Walk(3).go(150)
    views = places(MODELS)
    with pumping(MemoryLog(log), views) as pump:
        pump.catch_up(len(log) // 2)
        assert rebuild(MemoryLog(log), views, places(MODELS), RULEBOOK).equal
        assert pump.catch_up() == len(log)
    assert rows_of(views) == rows_of(built(places, MODELS, log))


def test_what_was_tampered_with_is_found_and_mended(places: Places) -> None:
    log = Walk(3).go(150)
    views = built(places, MODELS, log[:-5])
    right = rows_of(built(places, MODELS, log))
    with pumping(MemoryLog(log[:-5]), views) as running, views.engine.begin() as connection:
        running.catch_up()
        connection.execute(text("UPDATE on_roster SET suspended = true WHERE suspended = false"))
        connection.execute(text("DELETE FROM viewer"))
    rebuilt = rebuild(MemoryLog(log), views, places(MODELS), RULEBOOK)
    assert set(rebuilt.differing) == {"on_roster", "viewer"}
    assert rows_of(views) == right
    assert views.checkpoint().position == len(log)


def test_a_running_pump_goes_on_after_a_rebuild(places: Places) -> None:
    log = Walk(3).go(150)
    written, views = MemoryLog(log[:-20]), places(MODELS)
    with pumping(written, views) as pump:
        pump.catch_up()
        with views.engine.begin() as connection:
            connection.execute(text("DELETE FROM on_roster"))
        assert not rebuild(written, views, places(MODELS), RULEBOOK).equal
        for event in log[-20:]:
            written.append(event)
        pump.catch_up()
    assert rows_of(views) == rows_of(built(places, MODELS, log))
