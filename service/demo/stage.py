"""The performance: the founding, the list, the papers of the year, and what the service reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from service.demo.bodies import Officer
from service.demo.days import LAST_DAY, LISTED_ON
from service.demo.members_list import row_of, write_list
from service.demo.player import Player
from service.demo.rehearsal_clock import RehearsalClock
from service.demo.story import Story
from service.importing.client import ServiceClient
from service.importing.importer import import_file

LIST_FILE = "danh-sach.xlsx"
TIMEOUT = 120.0


class ListRefused(Exception):
    """The service refused a row of the list: story and rules do not agree."""


@dataclass(frozen=True)
class Performance:
    """What was played, and the gaps by code: as planted, and as the service reports them.

    ``member`` gives the id of a member by his name in the story.
    """

    story: Story
    events: int
    commands: int
    reported: Counter[str]
    member: Callable[[str], UUID]
    day: date = LAST_DAY

    @property
    def agrees(self) -> bool:
        """Tell whether the service reports the planted gaps, no more and no fewer."""
        return not self.differences

    @property
    def differences(self) -> list[tuple[str, int, int]]:
        """List the codes of which another number is reported than was planted."""
        planted, reported = self.story.planted, self.reported
        codes = sorted(planted.keys() | reported.keys())
        return [(c, planted[c], reported[c]) for c in codes if planted[c] != reported[c]]

    @property
    def as_json(self) -> dict[str, Any]:
        """The performance as one JSON object."""
        year = self.story.year
        return {
            "members": year.size,
            "cells": len(year.workplace.cells),
            "events": self.events,
            "commands": self.commands,
            "planted": dict(sorted(self.story.planted.items())),
            "reported": dict(sorted(self.reported.items())),
            "day": self.day.isoformat(),
            "seed": year.seed,
        }


@dataclass
class Stage:
    """A running service, its clock, its officers' tokens, and its data folder."""

    address: str
    folder: Path
    clock: RehearsalClock
    token_of: Callable[[Officer], str]
    told: Callable[[int], object] = field(default=lambda count: None)

    def perform(self, story: Story) -> Performance:
        """Play the whole story; raise ``PaperRefused`` or ``ListRefused``."""
        with httpx.Client(base_url=self.address, timeout=TIMEOUT) as http:
            player = Player(http, self.clock, self.token_of, self.told)
            player.play(story.founding)
            listed = self._import(story, player, http)
            player.play(story.papers)
            self.clock.close(LAST_DAY)
            client = ServiceClient(http, self.token_of(story.year.workplace.clerk))
            gaps = client.listed("/api/gaps", as_of=str(LAST_DAY), after=str(player.position))
            reported = Counter(gap["code"] for gap in gaps)
            commands = player.commands + listed
            return Performance(story, player.position, commands, reported, player.member)

    def _import(self, story: Story, player: Player, http: httpx.Client) -> int:
        """Write the office's list and import it; give the number of commands that it took."""
        workplace = story.year.workplace
        file = self.folder / LIST_FILE
        write_list(file, workplace.name, story.listed)
        self.clock.work_on(LISTED_ON)
        client = ServiceClient(http, self.token_of(workplace.clerk))
        report = import_file(file, client)
        members = {row.number: row.member for row in report.rows}
        if report.refused:
            raise ListRefused("; ".join(report.as_text))
        for place, listed in enumerate(story.listed):
            member = members[row_of(place)]
            if member is None:
                raise ListRefused(f"row {row_of(place)}")
            player.know(listed.name, member)
        self.told(len(report.rows))
        return client.sent
