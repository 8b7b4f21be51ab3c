"""The whole story out of a size and a seed: the same papers every time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from service.demo import bodies
from service.demo.acts import (
    absences,
    appointments,
    classification,
    departures,
    exemptions,
    explanations,
    founding,
    gatherings,
    introductions,
    late,
    minutes,
    moves,
    moves_within,
    needless_requests,
    newcomers,
    opinions,
    reassignments,
    reconciliation,
    replies,
    reports,
    rounds,
    secrets,
    slips,
    slips_of_the_pen,
    suspensions,
    talks,
    transfers,
    twice,
    unlettered,
    workplace_year,
)
from service.demo.bodies import Workplace
from service.demo.days import LAST_DAY
from service.demo.faults import (
    IN_CLOSINGS,
    IN_COMMITTEES,
    IN_FOLLOWING_UP,
    IN_LETTERS,
    IN_LETTERS_FROM_WARDS,
    IN_MEETINGS,
    IN_MEMBERS,
    IN_OPINIONS,
    IN_REPLIES,
    IN_REVIEWS,
    IN_TALKS,
    Planter,
)
from service.demo.gaps import Gap, standing
from service.demo.letters import settle
from service.demo.paper import Paper
from service.demo.people import Member
from service.demo.settlement import settle_members, settle_neighbours
from service.demo.year import MODEL_SIZE, Year, dice

NEIGHBOURS_OF_248 = 131
HAS_CHORUS = 12
"""From this size on a cell can be spared in which the same is said of everybody."""
OF_MEMBERS = (
    unlettered,
    newcomers,
    moves,
    moves_within,
    reassignments,
    exemptions,
    secrets,
    suspensions,
    departures,
)
ACTS = (
    newcomers,
    introductions,
    moves,
    moves_within,
    reassignments,
    exemptions,
    secrets,
    suspensions,
    departures,
    transfers,
    minutes,
    absences,
    talks,
    rounds,
    secrets,
    slips,
    needless_requests,
    replies,
    reports,
    reconciliation,
    explanations,
    workplace_year,
    classification,
)
"""What writes papers."""


class OfficeList(NamedTuple):
    """The list that the office of a workplace has when the year begins."""

    committee: Workplace
    members: list[Member]


@dataclass(frozen=True)
class Story:
    """What is played: the founding, then the lists, then the papers in the order of entry.

    ``gaps`` are those that the service has to report, on whichever day it is asked.
    """

    year: Year
    founding: list[Paper]
    lists: list[OfficeList]
    papers: list[Paper]
    gaps: list[Gap]

    @property
    def listed(self) -> list[Member]:
        """The members on the list of our workplace."""
        return self.lists[0].members

    @property
    def planted(self) -> Counter[str]:
        """Count the gaps that stand on the last day, by code."""
        return standing(self.gaps, LAST_DAY, LAST_DAY)


def tell(size: int, seed: int) -> Story:
    """Make the story of a committee of so many members."""
    year = plan(size, seed)
    written = [paper for act in ACTS for paper in act.papers(year)]
    entered = slips_of_the_pen.with_corrections(year, written)
    entered += twice.again(year, entered)
    return Story(
        year=year,
        founding=sorted(founding.papers(year), key=lambda paper: paper.place),
        lists=[_list(year, committee) for committee in year.workplaces],
        papers=sorted(entered, key=lambda paper: paper.place),
        gaps=year.gaps,
    )


def _list(year: Year, committee: Workplace) -> OfficeList:
    return OfficeList(committee, [m for m in year.members if m.listed and m.committee is committee])


def plan(size: int, seed: int) -> Year:
    """Plan the year, act by act, and plant the faults of each before the next rests on it."""
    year = _found(size, seed)
    settle_members(year)
    settle_neighbours(year)
    for act in OF_MEMBERS:
        act.plan(year)
    _plant(year, IN_MEMBERS)
    departures.settle_departures(year)
    introductions.number(year)
    _plant(year, IN_LETTERS)
    moves.close(year)
    _plant(year, IN_CLOSINGS)
    for letter in year.introductions:
        settle(letter)
    gatherings.plan(year)
    late.bundle(year)
    _plant(year, IN_MEETINGS)
    absences.plan(year)
    _plant(year, IN_FOLLOWING_UP)
    talks.plan(year)
    _plant(year, IN_TALKS)
    talks.reckon(year)
    reports.plan(year)
    reconciliation.plan(year)
    _plant(year, IN_LETTERS_FROM_WARDS)
    _plant(year, IN_COMMITTEES)
    rounds.plan(year)
    opinions.plan(year)
    appointments.plan(year)
    _plant(year, IN_OPINIONS)
    replies.plan(year)
    _plant(year, IN_REPLIES)
    _plant(year, IN_REVIEWS)
    late.plan(year)
    return year


def _found(size: int, seed: int) -> Year:
    wards = bodies.wards(size, dice(seed, "wards"))
    crowded = bodies.crowded(wards, dice(seed, "crowded"))
    others = round(NEIGHBOURS_OF_248 * size / MODEL_SIZE)
    return Year(
        size,
        seed,
        workplace=bodies.workplace(size, dice(seed, "workplace")),
        neighbours=bodies.neighbours(others, dice(seed, "neighbours")),
        wards=wards,
        shared=crowded[0],
        chorus=crowded[1] if size >= HAS_CHORUS and len(crowded) > 1 else None,
    )


def _plant(year: Year, planters: tuple[Planter, ...]) -> None:
    for plant in planters:
        plant(year)
