"""The yearly round: opinions asked, agreed in collective meetings, written, sent and filed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle, groupby
from random import Random

from domain.intervals import covers
from service.demo.bodies import ResidenceCell
from service.demo.days import after, within, working_days_after
from service.demo.opinions import Opinion, Stage
from service.demo.people import Member
from service.demo.words import WORDS
from service.demo.year import Year

REQUESTED = (date(2025, 10, 27), date(2025, 10, 31))
REQUEST_BY = date(2025, 11, 1)
MET = (date(2025, 11, 6), date(2025, 11, 14))
FILED_BY = date(2025, 12, 31)
CRITERIA = ("example", "civic_duty", "attendance", "contact", "contribution")
USUAL_LEVELS = (2, 3, 3)
REMARKS = WORDS["slip"]["remarks"]


@dataclass(frozen=True, slots=True)
class YearLink:
    """The link of a member's year, and the cell that is asked."""

    member: Member
    residence_no: int
    cell: ResidenceCell


def plan(year: Year) -> None:
    """Ask about whoever has a link of the year and is not exempt or suspended, or who is named."""
    chance = year.chance("opinions")
    members = (m for m in year.members if m.in_focus or not m.committee.focused)
    asked = [link for member in members if (link := _year_link(member))]
    asked.sort(key=lambda link: (link.cell.code, link.member.name))
    for _, of_cell in groupby(asked, key=lambda link: link.cell.code):
        met = within(*MET, chance)
        for link, remarks in zip(of_cell, cycle(REMARKS), strict=False):
            opinion = _opinion(link, met, remarks, chance)
            if link.cell is year.chorus:
                say_the_same(opinion)
            year.opinions.append(opinion)


def _year_link(member: Member) -> YearLink | None:
    """Find the link of the year and its cell: the one open on the last day for asking.

    Who came so late that no link of his is open on that day is not asked about.
    """
    if member.departed_on <= REQUEST_BY or covers(member.exempt + member.suspended, REQUEST_BY):
        return None
    for number, residence in reversed(member.residences.items()):
        if cell := residence.cell_on(REQUEST_BY):
            return YearLink(member, number, cell)
    return None


def _opinion(link: YearLink, met: date, remarks: str, chance: Random) -> Opinion:
    return Opinion(
        member=link.member,
        link=link.member.link(link.residence_no),
        cell=link.cell,
        met_on=met,
        days=_days(met, chance, online=link.cell.ward.online),
        levels={code: chance.choice(USUAL_LEVELS) for code in CRITERIA},
        remarks=remarks,
    )


def say_the_same(opinion: Opinion) -> None:
    """Write of a member what is written of all."""
    opinion.alike = True
    opinion.levels = dict.fromkeys(CRITERIA, USUAL_LEVELS[0])
    opinion.remarks = REMARKS[0]


def _days(met: date, chance: Random, *, online: bool) -> dict[Stage, date]:
    """Draw the day of each act; a slip on paper bears one date for all that it bears."""
    drafted = after(met, chance, 0, 1)
    signed = working_days_after(drafted, chance, 0, 1) if online else drafted
    confirmed = working_days_after(signed, chance, 1, 2) if online else drafted
    sent = working_days_after(confirmed, chance, 0, 1) if online else drafted
    received = after(sent, chance, 1 if online else 4, 6)
    consolidated = after(received, chance, 1, 8)
    return {
        Stage.REQUESTED: within(*REQUESTED, chance),
        Stage.DRAFTED: drafted,
        Stage.SIGNED: signed,
        Stage.CONFIRMED: confirmed,
        Stage.SENT: sent,
        Stage.RECEIVED: received,
        Stage.CONSOLIDATED: consolidated,
        Stage.FILED: within(after(consolidated, chance, 1, 4), FILED_BY, chance),
    }


def considered(
    opinions: Sequence[Opinion],
) -> Iterator[tuple[ResidenceCell, date, list[Opinion]]]:
    """Give the collective meeting of each cell with the opinions that it agreed."""
    for (_, met), together in groupby(opinions, key=lambda o: (o.cell.code, o.met_on)):
        agreed = [o for o in together if o.happens(Stage.DRAFTED)]
        if agreed:
            yield agreed[0].cell, met, agreed
