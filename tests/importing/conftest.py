"""A real service in a process of its own, with the bodies of a small story on record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from service.demo.days import LISTED_ON, REGISTERED_ON
from service.demo.player import Player
from service.demo.rehearsal_clock import RehearsalClock
from service.demo.server import serving
from service.demo.story import Story, tell
from service.demo.tokens import Tokens
from service.settings import Settings


@dataclass(frozen=True)
class Town:
    """The running service, the story whose bodies it knows, and tokens; one clerk has two."""

    address: str
    folder: Path
    story: Story
    clerk: str
    new_clerk: str
    ward_clerk: str

    @property
    def events(self) -> int:
        """How many entries the log has."""
        with sqlite3.connect(self.folder / "log.db") as log:
            [[count]] = log.execute("SELECT count(*) FROM event")
        log.close()
        return int(count)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("town")
    clock_file = folder / "clock"
    clock = RehearsalClock(clock_file)
    clock.work_on(REGISTERED_ON)
    story = tell(30, 1)
    with (
        serving(folder, clock_file) as address,
        Tokens(Settings(data=folder, clock_file=clock_file), REGISTERED_ON) as tokens,
        Tokens(Settings(data=folder, clock_file=clock_file), REGISTERED_ON) as more_tokens,
        httpx.Client(base_url=address, timeout=60) as http,
    ):
        Player(http, clock, tokens.of).play(story.founding)
        clock.work_on(LISTED_ON)
        year = story.year
        yield Town(
            address=address,
            folder=folder,
            story=story,
            clerk=tokens.of(year.workplace.clerk),
            new_clerk=more_tokens.of(year.workplace.clerk),
            ward_clerk=tokens.of(year.wards[0].clerk),
        )
