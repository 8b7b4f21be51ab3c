"""Some change their dwelling: a new letter, and the old link is closed once the new one is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from domain.introduction.events import ClosingReason
from service.demo.acts.residences import residence
from service.demo.bodies import ResidenceCell
from service.demo.days import after, within
from service.demo.letters import Introduction, Step, introduction
from service.demo.paper import Paper
from service.demo.people import Home, Member
from service.demo.places import dwelling
from service.demo.settlement import new_home
from service.demo.year import Year

MOVED_OF_248 = 14
FIRST, LAST = date(2025, 1, 13), date(2025, 3, 10)


def plan(year: Year) -> None:
    """Move some members to another ward in the first months."""
    chance = year.chance("moves")
    for member in year.some(year.without_part(), MOVED_OF_248, "moves"):
        member.part = "moved"
        cell = new_home(year, chance, not_in=member.homes[0].ward.code)
        move(year, member, cell, within(FIRST, LAST, chance), chance)


def move(
    year: Year, member: Member, cell: ResidenceCell, declared: date, chance: Random
) -> Introduction:
    """Let a member move to a cell of another ward, and a letter go there."""
    home = Home(
        residence_no=2,
        cell=cell,
        dwelling=f"{dwelling(chance)}, nhà mới số {member.name[1:]}",
        declared_on=declared,
        moved_on=max(declared - timedelta(days=chance.randint(2, 20)), date(2025, 1, 2)),
    )
    member.homes.append(home)
    letter = introduction(member, home, declared, chance)
    letter.moved = True
    year.introductions.append(letter)
    return letter


def close(year: Year) -> None:
    """Say when each old link is closed: soon after it is known that the new one is open."""
    chance = year.chance("moves/closing")
    for letter in year.introductions:
        if letter.moved and (received := letter.on(Step.RECEIVED)):
            letter.old_closed_on = after(max(letter.arrived_on, received), chance, 0, 1)


def papers(year: Year) -> Iterator[Paper]:
    """Declare each new home, and close the old link."""
    for letter in year.introductions:
        if letter.moved:
            yield residence(letter.member, letter.home)
            if letter.old_closed_on:
                yield _closing(letter, letter.old_closed_on)


def _closing(letter: Introduction, day: date) -> Paper:
    return Paper(
        key=f"closed/{letter.member.name}",
        entered_on=day,
        by=letter.member.committee.clerk,
        command="close-link",
        occurred_on=day,
        fields={
            "link": letter.member.link(1),
            "reason": ClosingReason.MOVED,
            "on": letter.days[Step.RECEIVED],
        },
    )
