"""Some change their dwelling in the first months: a new letter, and the old link is closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from domain.introduction.events import ClosingReason
from service.demo.acts.residences import residence
from service.demo.days import after, within
from service.demo.letters import Introduction, Step, introduction
from service.demo.paper import Paper
from service.demo.people import Home
from service.demo.places import dwelling
from service.demo.settlement import new_home
from service.demo.year import Year

MOVED_OF_248 = 14
FIRST, LAST = date(2025, 1, 13), date(2025, 3, 10)


def plan(year: Year) -> None:
    """Move some members to another ward."""
    chance = year.chance("moves")
    for member in year.some(year.without_part(), MOVED_OF_248, "moves"):
        member.part = "moved"
        declared = within(FIRST, LAST, chance)
        home = Home(
            residence_no=2,
            cell=new_home(year, chance, not_in=member.homes[0].ward.code),
            dwelling=f"{dwelling(chance)}, nhà mới số {member.name[1:]}",
            declared_on=declared,
            moved_on=max(declared - timedelta(days=chance.randint(2, 20)), date(2025, 1, 2)),
        )
        member.homes.append(home)
        letter = introduction(member, home, declared, chance)
        letter.moved = True
        year.introductions.append(letter)


def papers(year: Year) -> Iterator[Paper]:
    """Declare each new home, and close the old link once the new one is open."""
    chance = year.chance("moves/papers")
    for letter in year.introductions:
        if letter.moved:
            yield residence(letter.member, letter.home)
            if received := letter.on(Step.RECEIVED):
                noticed = after(max(letter.arrived_on, received), chance, 0, 2)
                yield _closing(letter, received, noticed)


def _closing(letter: Introduction, received: date, noticed: date) -> Paper:
    return Paper(
        key=f"closed/{letter.member.name}",
        entered_on=noticed,
        by=letter.member.committee.clerk,
        command="close-link",
        occurred_on=noticed,
        fields={
            "link": letter.member.link(1),
            "reason": ClosingReason.MOVED,
            "on": received,
        },
    )
