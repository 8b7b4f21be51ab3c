"""Some retire, are transferred or die; the residence is told by the closing of the link."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.intervals import Interval
from domain.introduction.events import ClosingReason
from domain.member import Departure
from service.demo.days import after, within
from service.demo.paper import Paper
from service.demo.people import Member
from service.demo.year import Year

DEPARTED_OF_248 = 8
REASONS = (
    Departure.RETIRED,
    Departure.TRANSFERRED_OUT,
    Departure.RETIRED,
    Departure.DIED,
    Departure.RETIRED,
    Departure.EXPELLED,
)
SPRING = (date(2025, 4, 7), date(2025, 5, 20))
SUMMER = (date(2025, 7, 14), date(2025, 8, 22))
PART = "departed"


def plan(year: Year) -> None:
    """Let some members leave, outside the weeks of meetings."""
    chance = year.chance("departures")
    members = year.some(year.without_part(), DEPARTED_OF_248, "departures")
    for number, member in enumerate(members):
        member.part = PART
        member.departure = REASONS[number % len(REASONS)]
        member.departed_on = within(*chance.choice((SPRING, SUMMER)), chance)
        opened = member.residences[1].days.start
        member.residences[1].days = Interval(opened, member.departed_on)


def papers(year: Year) -> Iterator[Paper]:
    """Record each departure and close the link."""
    chance = year.chance("departures/papers")
    for member in year.members:
        if member.part == PART:
            yield _departed(member)
            yield _closed(member, after(member.departed_on, chance, 1, 8))


def _departed(member: Member) -> Paper:
    return Paper(
        key=f"departed/{member.name}",
        entered_on=member.departed_on,
        by=member.committee.clerk,
        command="depart-member",
        occurred_on=member.departed_on,
        fields={
            "member": member.reference,
            "reason": member.departure,
            "on": member.departed_on,
        },
    )


def _closed(member: Member, told: date) -> Paper:
    retired = member.departure is Departure.RETIRED
    return Paper(
        key=f"closed/{member.name}",
        entered_on=told,
        by=member.committee.clerk,
        command="close-link",
        occurred_on=told,
        fields={
            "link": member.link(1),
            "reason": ClosingReason.RETIRED if retired else ClosingReason.DEPARTED,
            "on": member.departed_on,
        },
    )
