"""The performance: the founding, the list, the papers of the year, and what the service reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import httpx

from domain.decisions import VIETNAM
from service.demo.bodies import Officer
from service.demo.days import LAST_DAY, LISTED_ON, YEAR
from service.demo.gaps import standing
from service.demo.members_list import row_of, write_list
from service.demo.player import Player
from service.demo.rehearsal_clock import RehearsalClock
from service.demo.story import OfficeList, Story
from service.importing.client import ServiceClient
from service.importing.importer import import_file

LIST_FILE = "danh-sach.xlsx"
TIMEOUT = 120.0


class ListRefused(Exception):
    """The service refused a row of the list: story and rules do not agree."""


class Moment(NamedTuple):
    """A day that is asked about, and the day as whose evening knows it."""

    day: date
    known_on: date


class Difference(NamedTuple):
    """A code of which another number is reported at a moment than was planted."""

    moment: Moment
    code: str
    planted: int
    reported: int


_MONTH_ENDS = [date(YEAR, month, 1) - timedelta(days=1) for month in range(2, 13)]
MOMENTS = (
    *(Moment(day, known_on) for day in _MONTH_ENDS for known_on in (day, LAST_DAY)),
    Moment(LAST_DAY, LAST_DAY),
)
"""The end of each month, as it was known then and as it is known now."""


@dataclass(frozen=True)
class Performance:
    """What was played, and the gaps that the service reports, by code, moment by moment.

    ``member`` gives the id of a member by his name in the story.
    """

    story: Story
    events: int
    commands: int
    reports: Mapping[Moment, Counter[str]]
    member: Callable[[str], UUID]

    @property
    def reported(self) -> Counter[str]:
        """The gaps that are reported on the last day."""
        return self.reports[MOMENTS[-1]]

    @property
    def agrees(self) -> bool:
        """Tell whether the service reports the planted gaps, no more and no fewer."""
        return not self.differences

    @property
    def differences(self) -> list[Difference]:
        """List what is reported otherwise than it was planted."""
        found = []
        for moment, reported in self.reports.items():
            planted = standing(self.story.gaps, *moment)
            codes = sorted(planted.keys() | reported.keys())
            found += [Difference(moment, c, planted[c], reported[c]) for c in codes]
        return [one for one in found if one.planted != one.reported]

    @property
    def as_json(self) -> dict[str, Any]:
        """The performance as one JSON object; the gaps are those of the last day."""
        year = self.story.year
        return {
            "members": year.size,
            "cells": len(year.workplace.cells),
            "events": self.events,
            "commands": self.commands,
            "planted": dict(sorted(self.story.planted.items())),
            "reported": dict(sorted(self.reported.items())),
            "agrees": self.agrees,
            "day": LAST_DAY.isoformat(),
            "moments": len(self.reports),
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

    def perform(self, story: Story, moments: Sequence[Moment] = MOMENTS) -> Performance:
        """Play the whole story, then ask; raise ``PaperRefused`` or ``ListRefused``."""
        with httpx.Client(base_url=self.address, timeout=TIMEOUT) as http:
            player = Player(http, self.clock, self.token_of, self.told)
            player.play(story.founding)
            files = zip(self._list_files(story), story.lists, strict=True)
            listed = sum(self._import(one, file, player, http) for file, one in files)
            player.play(story.papers)
            self.clock.close(LAST_DAY)
            offices = [
                ServiceClient(http, self.token_of(committee.clerk))
                for committee in story.year.workplaces
            ]
            reports = {moment: _reported(offices, moment, player.position) for moment in moments}
            commands = player.commands + listed
            return Performance(story, player.position, commands, reports, player.member)

    def _list_files(self, story: Story) -> list[Path]:
        """Name the file of each office: ours has the plain name."""
        others = [f"danh-sach-{committee.code}.xlsx" for committee in story.year.neighbours]
        return [self.folder / name for name in (LIST_FILE, *others)]

    def _import(self, office: OfficeList, file: Path, player: Player, http: httpx.Client) -> int:
        """Write an office's list and import it; give the number of commands that it took."""
        committee, listed = office
        write_list(file, committee.name, listed)
        self.clock.work_on(LISTED_ON)
        client = ServiceClient(http, self.token_of(committee.clerk))
        report = import_file(file, client)
        members = {row.number: row.member for row in report.rows}
        if report.refused:
            raise ListRefused("; ".join(report.as_text))
        for place, one in enumerate(listed):
            member = members[row_of(place)]
            if member is None:
                raise ListRefused(f"row {row_of(place)}")
            player.know(one.name, member)
        self.told(len(report.rows))
        return client.sent


def _reported(offices: Sequence[ServiceClient], moment: Moment, position: int) -> Counter[str]:
    """Ask each office for the gaps of a day, as that evening or as of all that was ever entered.

    What several of them see is one gap.
    """
    asked = {"as_of": str(moment.day), "after": str(position)}
    if moment.known_on < LAST_DAY:
        asked["known_at"] = datetime.combine(moment.known_on, time.max, VIETNAM).isoformat()
    gaps = (gap for office in offices for gap in office.listed("/api/gaps", **asked))
    return Counter({gap["key"]: gap["code"] for gap in gaps}.values())
