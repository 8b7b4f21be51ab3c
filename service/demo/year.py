"""Everything that is planned for the year, before a single paper is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import TypeVar

from domain.intervals import FOREVER, Interval
from service.demo.bodies import ResidenceCell, Ward, Workplace
from service.demo.gaps import ALWAYS, Gap
from service.demo.letters import Introduction
from service.demo.meetings import Meeting, Talk
from service.demo.opinions import NeedlessRequest, Opinion
from service.demo.people import Exemption, Member, OverdueTransfer
from service.demo.reports import LetterAsk, Report
from service.demo.rosters import RosterOf

MODEL_SIZE = 248
"""The size of the committee on which the story is modelled."""
HAS_EVERYTHING = 60
"""From this size on whatever the model has happens at least once."""

ItemT = TypeVar("ItemT")


def dice(seed: int, topic: str) -> Random:
    """Give the dice of one topic: a new topic changes nothing in the others."""
    return Random(f"{seed}/{topic}")  # noqa: S311 - a story, no secret


@dataclass
class Year:
    """The bodies, the people and their year; ``gaps`` are those that it leaves.

    The ``shared`` cell is the one in which the members of the neighbours live, too; that which is
    a ``chorus`` writes of everybody the same.
    """

    size: int
    seed: int
    workplace: Workplace
    neighbours: list[Workplace]
    wards: list[Ward]
    shared: ResidenceCell
    chorus: ResidenceCell | None
    members: list[Member] = field(default_factory=list)
    exemptions: list[Exemption] = field(default_factory=list)
    overdue_transfers: list[OverdueTransfer] = field(default_factory=list)
    introductions: list[Introduction] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    opinions: list[Opinion] = field(default_factory=list)
    appointments: list[Opinion] = field(default_factory=list)
    needless_requests: list[NeedlessRequest] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    letter_asks: list[LetterAsk] = field(default_factory=list)
    roster: RosterOf | None = None
    gaps: list[Gap] = field(default_factory=list)

    @property
    def workplaces(self) -> list[Workplace]:
        """Every workplace, ours first."""
        return [self.workplace, *self.neighbours]

    @property
    def ours(self) -> list[Member]:
        """The members of our workplace."""
        return [member for member in self.members if member.committee is self.workplace]

    @property
    def cells(self) -> list[ResidenceCell]:
        """Every residential cell."""
        return [cell for ward in self.wards for cell in ward.cells]

    @property
    def uncrowded(self) -> list[ResidenceCell]:
        """Every residential cell but for the two in which many live."""
        return [cell for cell in self.cells if cell is not self.shared and cell is not self.chorus]

    def plant(
        self,
        code: str,
        about: str,
        late_from: date,
        until: date = FOREVER,
        known: Interval = ALWAYS,
    ) -> None:
        """Leave a gap from its first late day on, before the day that ends it."""
        self.gaps.append(Gap(code, about, Interval(late_from, until), known))

    def chance(self, topic: str) -> Random:
        """Give the dice of one topic."""
        return dice(self.seed, topic)

    def about(self, in_model: float, topic: str) -> int:
        """Say how many a committee of this size has where 248 members have so many.

        What is less than one is drawn by chance, so that a small committee has some of all that;
        one that is not so small has everything once.
        """
        least = 1 if self.size >= HAS_EVERYTHING else 0
        drawn = in_model * self.size / MODEL_SIZE + self.chance(f"{topic}/about").random()
        return max(int(drawn), least)

    def some(self, of: Iterable[ItemT], in_model: float, topic: str) -> list[ItemT]:
        """Draw about as many of some things, as far as there are so many."""
        things = list(of)
        count = min(self.about(in_model, topic), len(things))
        return self.chance(f"{topic}/some").sample(things, count)

    def without_part(self) -> list[Member]:
        """List the members of the old list, introduced long ago, who have no part of their own."""
        return [m for m in self.members if m.letter and m.part is None and m.household is None]
