"""The whole story out of a size and a seed: the same papers every time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from service.demo import bodies
from service.demo.acts import (
    absences,
    classification,
    departures,
    exemptions,
    founding,
    gatherings,
    introductions,
    late,
    minutes,
    moves,
    moves_within,
    newcomers,
    opinions,
    slips_of_the_pen,
    suspensions,
    talks,
    twice,
    unlettered,
    workplace_year,
    yearly_round,
)
from service.demo.days import LAST_DAY
from service.demo.faults import (
    IN_FOLLOWING_UP,
    IN_LETTERS,
    IN_MEETINGS,
    IN_OPINIONS,
    IN_REVIEWS,
    IN_TALKS,
    Planter,
)
from service.demo.gaps import Gap, standing
from service.demo.letters import settle
from service.demo.paper import Paper
from service.demo.people import Member
from service.demo.settlement import settle_members
from service.demo.year import Year, dice


@dataclass(frozen=True)
class Story:
    """What is played: the founding, then the list, then the papers in the order of entry.

    ``gaps`` are those that the service has to report, on whichever day it is asked.
    """

    year: Year
    founding: list[Paper]
    listed: list[Member]
    papers: list[Paper]
    gaps: list[Gap]

    @property
    def planted(self) -> Counter[str]:
        """Count the gaps that stand on the last day, by code."""
        return standing(self.gaps, LAST_DAY, LAST_DAY)


def tell(size: int, seed: int) -> Story:
    """Make the story of a committee of so many members."""
    year = plan(size, seed)
    written = [
        *newcomers.papers(year),
        *introductions.papers(year),
        *moves.papers(year),
        *moves_within.papers(year),
        *exemptions.papers(year),
        *suspensions.papers(year),
        *departures.papers(year),
        *minutes.papers(year),
        *absences.papers(year),
        *talks.papers(year),
        *yearly_round.papers(year),
        *workplace_year.papers(year),
        *classification.papers(year),
    ]
    entered = slips_of_the_pen.with_corrections(year, written)
    entered += twice.again(year, entered)
    return Story(
        year=year,
        founding=sorted(founding.papers(year), key=lambda paper: paper.place),
        listed=year.members[:size],
        papers=sorted(entered, key=lambda paper: paper.place),
        gaps=year.gaps,
    )


def plan(size: int, seed: int) -> Year:
    """Plan the year, act by act, and plant the faults of each before the next rests on it."""
    year = _found(size, seed)
    settle_members(year)
    for act in (unlettered, newcomers, moves, moves_within, exemptions, suspensions, departures):
        act.plan(year)
    introductions.number(year)
    _plant(year, IN_LETTERS)
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
    opinions.plan(year)
    _plant(year, IN_OPINIONS)
    _plant(year, IN_REVIEWS)
    late.plan(year)
    return year


def _found(size: int, seed: int) -> Year:
    return Year(
        size,
        seed,
        workplace=bodies.workplace(size, dice(seed, "workplace")),
        wards=bodies.wards(size, dice(seed, "wards")),
    )


def _plant(year: Year, planters: tuple[Planter, ...]) -> None:
    for plant in planters:
        plant(year)
