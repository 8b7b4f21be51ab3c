"""Some are admitted or transferred in, from January to March, a few in October."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from domain.member import How
from service.demo.acts.residences import residence
from service.demo.days import LAST_DAY, after, within, worked
from service.demo.letters import Step, introduction
from service.demo.paper import Paper
from service.demo.people import Home, Member
from service.demo.places import dwelling
from service.demo.settlement import invent_member, new_home
from service.demo.year import Year

ADMITTED_OF_248 = 9
TRANSFERRED_OF_248 = 7
IN_AUTUMN_OF_248 = 3
PROBATION = timedelta(days=365)
SPRING = (date(2025, 1, 10), date(2025, 3, 20))
AUTUMN = (date(2025, 10, 24), date(2025, 10, 28))
"""Too late for an opinion: no link of theirs is open on the last day for asking."""


def plan(year: Year) -> None:
    """Enrol the newcomers and let their letters go their way."""
    chance = year.chance("newcomers")
    for how, in_model, (first, last) in (
        (How.ADMITTED, ADMITTED_OF_248, SPRING),
        (How.TRANSFERRED_IN, TRANSFERRED_OF_248, SPRING),
        (How.TRANSFERRED_IN, IN_AUTUMN_OF_248, AUTUMN),
    ):
        for _ in range(year.about(in_model, f"newcomers/{how}/{first}")):
            member = _newcomer(year, how, within(first, last, chance), chance)
            year.members.append(member)
            home = member.homes[0]
            year.introductions.append(introduction(member, home, home.declared_on, chance))


def _newcomer(year: Year, how: How, day: date, chance: Random) -> Member:
    member = invent_member(year, f"n{len(year.members) + 1:04}", chance)
    member.part = "newcomer"
    member.how = how
    member.enrolled_on = day
    if how is How.ADMITTED:
        member.admitted_on, member.official_on = day, None
    member.homes.append(
        Home(
            residence_no=1,
            cell=new_home(year, chance),
            dwelling=f"{dwelling(chance)}, căn số {len(year.members) + 1}",
            declared_on=after(day, chance, 0, 1),
        )
    )
    return member


def papers(year: Year) -> Iterator[Paper]:
    """Enrol each, declare where he lives, and recognize him after a year."""
    for member in year.members:
        if member.part == "newcomer":
            yield _enrolment(member)
            recognized = worked(member.enrolled_on + PROBATION)
            if member.how is How.ADMITTED and recognized < LAST_DAY:
                yield _recognized(member, recognized)
    for letter in year.introductions:
        if letter.member.part == "newcomer" and letter.happens(Step.DECLARED):
            yield residence(letter.member, letter.home)


def _recognized(member: Member, day: date) -> Paper:
    return Paper(
        key=f"recognized/{member.name}",
        entered_on=day,
        by=member.committee.clerk,
        command="recognize-full-member",
        occurred_on=day,
        fields={"member": member.reference, "on": day},
    )


def _enrolment(member: Member) -> Paper:
    return Paper(
        key=f"enrolled/{member.name}",
        entered_on=member.enrolled_on,
        by=member.committee.clerk,
        command="enroll-member",
        occurred_on=member.enrolled_on,
        fields={
            "committee": member.committee.id,
            "cell": member.cell.id,
            "how": member.how,
            "full_name": member.full_name,
            "birth_date": member.born_on,
            "sex": member.sex,
            "admitted_on": member.admitted_on,
            "official_on": member.official_on,
            "probationary": member.official_on is None,
        },
    )
