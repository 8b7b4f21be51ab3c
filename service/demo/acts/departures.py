"""Some retire, are transferred, expelled or die; the residence is told, and the link closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from random import Random

from domain.intervals import Interval
from domain.introduction.events import ClosingReason, StatusChange
from domain.member import Departure, TransferKind
from service.demo.days import after, within
from service.demo.paper import Paper
from service.demo.people import Leaving, Member
from service.demo.places import elsewhere
from service.demo.year import Year

REASONS = (
    Departure.RETIRED,
    Departure.TRANSFERRED_OUT,
    Departure.RETIRED,
    Departure.DIED,
    Departure.RETIRED,
    Departure.EXPELLED,
    Departure.RETIRED,
    Departure.TRANSFERRED_OUT,
)
"""Of 248 members these leave in the year."""
SPRING = (date(2025, 4, 7), date(2025, 5, 20))
SUMMER = (date(2025, 7, 14), date(2025, 8, 22))
PART = "departed"


def plan(year: Year) -> None:
    """Let some members leave, outside the weeks of meetings."""
    chance = year.chance("departures")
    members = year.some(year.without_part(), len(REASONS), "departures")
    for member, reason in zip(members, cycle(REASONS), strict=False):
        member.part = PART
        on = within(*chance.choice((SPRING, SUMMER)), chance)
        member.leaving = _leaving(reason, on, chance)
        member.departed_on = on


def _leaving(reason: Departure, on: date, chance: Random) -> Leaving:
    told = after(on, chance, 1, 8)
    transferred = reason is Departure.TRANSFERRED_OUT
    return Leaving(
        reason=reason,
        decided_on=on - timedelta(days=chance.randint(25, 40)) if transferred else None,
        to=elsewhere(chance) if transferred else "",
        notified_on=told if chance.choice((True, False)) else None,
        closed_on=after(told, chance, 1, 6),
    )


def settle_departures(year: Year) -> None:
    """End the link of each who left, where the residence was told."""
    for member in year.members:
        if member.leaving and member.leaving.closed_on:
            opened = member.residences[1].days.start
            member.residences[1].days = Interval(opened, member.departed_on)


def papers(year: Year) -> Iterator[Paper]:
    """Record each departure, tell the residence, and close the link."""
    for member in year.members:
        if leaving := member.leaving:
            if leaving.decided_on:
                yield _transferred(member, leaving, leaving.decided_on)
            yield _departed(member, leaving)
            if leaving.notified_on:
                yield notified(member, StatusChange.DEPARTED, leaving.notified_on)
            if leaving.closed_on:
                yield _closed(member, leaving, leaving.closed_on)


def _transferred(member: Member, leaving: Leaving, decided: date) -> Paper:
    return transfer(member, leaving.to, decided, decided + timedelta(days=15))


def transfer(member: Member, to: str, decided: date, effective: date) -> Paper:
    """Write that a post elsewhere was decided, which the membership follows."""
    return Paper(
        key=f"transfer/{member.name}",
        entered_on=decided,
        by=member.committee.clerk,
        command="decide-transfer",
        occurred_on=decided,
        fields={
            "member": member.reference,
            "kind": TransferKind.OFFICIAL,
            "to_name": to,
            "effective_on": effective,
        },
    )


def _departed(member: Member, leaving: Leaving) -> Paper:
    return Paper(
        key=f"departed/{member.name}",
        entered_on=member.departed_on,
        by=member.committee.clerk,
        command="depart-member",
        occurred_on=member.departed_on,
        fields={
            "member": member.reference,
            "reason": leaving.reason,
            "on": member.departed_on,
        },
    )


def notified(member: Member, change: StatusChange, day: date) -> Paper:
    """Write to the residence what changed about a member."""
    return Paper(
        key=f"notified/{change.lower()}/{member.name}",
        entered_on=day,
        by=member.committee.clerk,
        command="notify-status",
        occurred_on=day,
        fields={
            "link": member.link(1),
            "change": change,
            "number": f"{member.name[1:]}-TB/ĐU",
        },
    )


def _closed(member: Member, leaving: Leaving, told: date) -> Paper:
    retired = leaving.reason is Departure.RETIRED
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
