from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from service.demo.acts.founding import ADMINISTRATOR
from service.demo.days import LAST_DAY, LISTED_ON, REGISTERED_ON
from service.demo.rehearsal_clock import RehearsalClock
from service.demo.server import serving
from service.demo.stage import Moment, Performance, Stage
from service.demo.story import tell
from service.demo.tokens import Tokens
from service.settings import Settings

DAYS = [LISTED_ON + timedelta(days=n) for n in range((LAST_DAY - LISTED_ON).days + 1)]


def performance(folder: Path, size: int, seed: int, days: list[date]) -> Performance:
    """Play a story, and ask what stood on some days, as known then and as known now."""
    file = folder / "clock"
    clock = RehearsalClock(file)
    clock.work_on(REGISTERED_ON)
    moments = [Moment(day, known_on) for day in days for known_on in (day, LAST_DAY)]
    with Tokens(Settings(data=folder, clock_file=file), REGISTERED_ON) as tokens:
        tokens.of(ADMINISTRATOR)
        with serving(folder, file) as address:
            return Stage(address, folder, clock, tokens.of).perform(tell(size, seed), moments)


@pytest.mark.parametrize(("size", "seed", "step"), [(20, 3, 1), (60, 2, 2), (60, 4, 3)])
def test_on_any_day_what_was_planted_is_reported_no_more_and_no_fewer(
    tmp_path: Path, size: int, seed: int, step: int
) -> None:
    played = performance(tmp_path, size, seed, DAYS[::step])
    assert played.differences == []
    assert any(played.reports.values())
