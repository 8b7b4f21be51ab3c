"""A few move within their ward: the same link, another cell, another group and monitor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from service.demo.acts.placing import Placing
from service.demo.acts.residences import residence
from service.demo.days import after, within
from service.demo.paper import Paper
from service.demo.people import Home, Member
from service.demo.places import dwelling
from service.demo.year import Year

MOVED_OF_248 = 3
FIRST, LAST = date(2025, 2, 10), date(2025, 4, 18)
PART = "moved within"


def plan(year: Year) -> None:
    """Move some members to another quarter of the same ward, which forwards them to its cell."""
    chance = year.chance("moves within")
    roomy = [m for m in year.without_part() if len(m.homes[0].ward.cells) > 1]
    for member in year.some(roomy, MOVED_OF_248, "moves within"):
        declared = within(FIRST, LAST, chance)
        before = member.homes[0]
        cell = chance.choice([c for c in before.ward.cells if c is not before.cell])
        member.part = PART
        member.homes.append(
            Home(
                residence_no=1,
                cell=cell,
                dwelling=f"{dwelling(chance)}, nhà số {member.name[1:]}",
                declared_on=declared,
                moved_on=declared - timedelta(days=chance.randint(1, 6)),
            )
        )
        member.residences[1].placed.append((after(declared, chance, 1, 3), cell))


def papers(year: Year) -> Iterator[Paper]:
    """Declare the new home and place the member anew."""
    chance = year.chance("moves within/papers")
    for member in year.members:
        if member.part == PART:
            yield residence(member, member.homes[1])
            forwarded, _ = member.residences[1].placed[1]
            yield from _placed(member, forwarded, after(forwarded, chance, 2, 8))


def _placed(member: Member, forwarded: date, placed: date) -> Iterator[Paper]:
    cell = member.homes[1].cell
    placing = Placing(member.committee, member.link(1), cell, placed)
    yield placing.forwarded(forwarded)
    if cell.groups:
        yield placing.grouped(placed, 0)
    yield placing.monitored(placed)
