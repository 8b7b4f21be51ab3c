"""The old list: who was a member before the year began, and where they live."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from domain.intervals import FOREVER, Interval
from domain.member import How
from service.demo import names, places
from service.demo.bodies import ResidenceCell
from service.demo.days import FOLLOWED_FROM, is_worked
from service.demo.people import Home, Household, ListedLetter, Member, Residence
from service.demo.year import MODEL_SIZE, Year

WITHOUT_LETTER = 0.1
SHARED_OF_248, CHORUS_OF_248, LEAST_CHORUS = 32, 31, 6
FAMILIES_OF_248 = 6


def settle_members(year: Year) -> None:
    """Invent the members of the list, nine of ten with a letter from before the year."""
    chance = year.chance("members")
    cells = _homes(year, chance)
    may_lack = [number for number in range(year.size) if cells[number] is not year.chorus]
    without = set(chance.sample(may_lack, max(1, round(year.size * WITHOUT_LETTER))))
    for number in range(year.size):
        member = _member(year, f"m{number + 1:04}", cells[number], chance)
        if number not in without:
            _carry_over(member, number, chance)
        if cells[number] is year.chorus:
            member.part = "one of many"
        year.members.append(member)
    _families(year)


def settle_neighbours(year: Year) -> None:
    """Invent the members of the other workplaces: all of them live in the shared cell."""
    chance = year.chance("neighbours")
    for committee in year.neighbours:
        for number in range(committee.members):
            name = f"{committee.code}{number + 1:04}"
            member = _member(year, name, year.shared, chance)
            member.cell = committee.cells[number % len(committee.cells)]
            member.part = "neighbour"
            _carry_over(member, number, chance)
            year.members.append(member)


def new_home(year: Year, chance: Random, not_in: str = "") -> ResidenceCell:
    """Draw a residential cell in another ward than the one named, none of the crowded ones.

    Where there are very few, a crowded one has to do.
    """
    cells = [cell for cell in year.cells if cell.ward.code != not_in]
    quiet = [cell for cell in cells if cell in year.uncrowded]
    return chance.choice(quiet or cells)


def invent_member(year: Year, name: str, chance: Random) -> Member:
    """Invent a member without a home, in a workplace cell drawn by chance."""
    known = {m.full_name for m in year.members}
    person = names.invent(chance)
    while person.full in known:
        person = names.invent(chance)
    born = date(chance.randint(1966, 1998), 1, 1) + timedelta(days=chance.randint(0, 364))
    admitted = born + timedelta(days=chance.randint(22 * 365, 26 * 365))
    return Member(
        name=name,
        full_name=person.full,
        sex=person.sex,
        born_on=born,
        admitted_on=admitted,
        official_on=admitted + timedelta(days=365),
        how=How.INITIAL,
        enrolled_on=FOLLOWED_FROM,
        cell=chance.choice(year.workplace.cells),
        homes=[],
    )


def _homes(year: Year, chance: Random) -> list[ResidenceCell]:
    """Draw a cell for each member: two for many, each of the others once as far as they go."""
    homes = [year.shared for _ in range(round(SHARED_OF_248 * year.size / MODEL_SIZE))]
    if year.chorus:
        many = max(LEAST_CHORUS, round(CHORUS_OF_248 * year.size / MODEL_SIZE))
        homes += [year.chorus for _ in range(many)]
    others = year.uncrowded
    homes += chance.sample(others, min(year.size - len(homes), len(others)))
    homes += chance.choices(others, k=year.size - len(homes))
    chance.shuffle(homes)
    return homes


def _member(year: Year, name: str, cell: ResidenceCell, chance: Random) -> Member:
    member = invent_member(year, name, chance)
    member.cell = year.workplace.cells[len(year.members) % len(year.workplace.cells)]
    member.homes.append(
        Home(
            residence_no=1,
            cell=cell,
            dwelling=_free_dwelling(year, cell, chance),
            declared_on=FOLLOWED_FROM,
        )
    )
    return member


def _free_dwelling(year: Year, cell: ResidenceCell, chance: Random) -> str:
    taken = {m.homes[0].dwelling for m in year.members if m.homes[0].cell is cell}
    dwelling = places.dwelling(chance)
    while dwelling in taken:
        dwelling = places.dwelling(chance)
    return dwelling


def _carry_over(member: Member, number: int, chance: Random) -> None:
    cell = member.homes[0].cell
    dated = FOLLOWED_FROM - timedelta(days=chance.randint(120, 3000))
    while not is_worked(dated):
        dated += timedelta(days=1)
    member.letter = ListedLetter(
        number=f"{number + 1:03}-GGT/ĐU",
        dated=dated,
        slip_on=dated + timedelta(days=chance.randint(14, 60)),
    )
    member.residences[1] = Residence(
        ward=cell.ward, days=Interval(FOLLOWED_FROM, FOREVER), placed=[(FOLLOWED_FROM, cell)]
    )


def _families(year: Year) -> None:
    """Let some members of one cell live under one roof; all of them come to meetings."""
    together = Counter(m.homes[0].cell.code for m in year.without_part())
    cells = sorted(code for code, count in together.items() if count > 1)
    for code in year.some(cells, FAMILIES_OF_248, "families"):
        pair = [m for m in year.without_part() if m.homes[0].cell.code == code][:2]
        share_roof(pair, by_proxy=False)


def share_roof(members: list[Member], *, by_proxy: bool) -> None:
    """Move members of one cell under the roof of the first of them, before the list is written."""
    household = Household(members[0].homes[0].dwelling, by_proxy)
    for member in members:
        member.household = household
        member.homes[0] = replace(member.homes[0], dwelling=household.dwelling)
