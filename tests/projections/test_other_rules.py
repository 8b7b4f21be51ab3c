"""Read models follow the rule sets that were read: with another one they are built anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from domain.rulebook import Rulebook, load_rulebook
from projections.models import MODELS
from projections.pump import Pump
from projections.views import Views
from tests.projections.asking import RULEBOOK, rows_of
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog
from tests.projections.world import HORIZON, MEMBERS, World, declare, enroll
from tests.variants import figure, successor


def pumped(views: Views, log: MemoryLog, rulebook: Rulebook) -> int:
    """Catch up under some rules; give from where."""
    pump = Pump(log, views, rulebook, HORIZON)
    began = pump.position
    pump.catch_up()
    pump.close()
    return began


def test_a_successor_reaches_what_was_written_ahead(places: Places, tmp_path: Path) -> None:
    """The calendar of 2027 was written under 213 before anybody knew what would follow it."""
    world = World()
    enroll(world, MEMBERS[0], date(2026, 11, 2))
    declare(world, MEMBERS[0], date(2026, 11, 2))
    log, views, anew = MemoryLog(world.events), places(MODELS), places(MODELS)
    later = load_rulebook([successor(tmp_path, figure("round.opens", '"09-15"', was='"10-15"'))])
    assert pumped(views, log, RULEBOOK) == 0
    assert pumped(views, log, RULEBOOK) == len(world.events)
    assert pumped(views, log, later) == 0
    assert pumped(views, log, later) == len(world.events)
    pumped(anew, log, later)
    assert rows_of(views) == rows_of(anew)
