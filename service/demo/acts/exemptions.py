"""Some need not attend for a time (class A); the residence is told, of the end, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from domain.intervals import through
from domain.introduction.events import StatusChange
from domain.member import ExemptionClass
from service.demo.acts.departures import notified
from service.demo.days import worked
from service.demo.paper import Paper
from service.demo.people import Exemption, Member
from service.demo.year import Year

EXEMPT_OF_248 = 12
PART = "exempt"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of exemption: its ground, its days, and the first day without it where one is told."""

    ground: str
    first: date
    last: date | None
    ended_on: date | None = None


KINDS = (
    Kind("FULL_TIME_COURSE", date(2025, 2, 17), date(2025, 8, 22), ended_on=date(2025, 8, 23)),
    Kind("ROTATED", date(2025, 3, 3), date(2026, 6, 30)),
    Kind("BARRACKS", date(2025, 3, 17), None),
    Kind("ITINERANT", date(2025, 4, 7), date(2026, 3, 31), ended_on=date(2025, 8, 18)),
)


def plan(year: Year) -> None:
    """Exempt some members, each kind in turn."""
    members = year.some(year.without_part(), EXEMPT_OF_248, "exemptions")
    for member, kind in zip(members, cycle(KINDS), strict=False):
        last = kind.ended_on - timedelta(days=1) if kind.ended_on else kind.last
        member.part = PART
        member.exempt.append(through(kind.first, last))
        year.exemptions.append(
            Exemption(
                member=member,
                ground=kind.ground,
                first=kind.first,
                last=kind.last,
                ended_on=kind.ended_on,
                told_on=worked(kind.ended_on) if kind.ended_on else None,
            )
        )


def papers(year: Year) -> Iterator[Paper]:
    """Grant each exemption, and report its end."""
    for exemption in year.exemptions:
        member = exemption.member
        yield _granted(exemption)
        yield notified(member, StatusChange.EXEMPT_A, worked(exemption.first + timedelta(days=3)))
        if exemption.told_on:
            yield _ended(member, exemption.ended_on or exemption.told_on, exemption.told_on)
            yield notified(member, StatusChange.EXEMPT_A_ENDED, exemption.told_on)


def _granted(exemption: Exemption) -> Paper:
    member, first = exemption.member, exemption.first
    return Paper(
        key=f"exempted/{member.name}",
        entered_on=first,
        by=member.committee.secretary,
        command="grant-exemption",
        occurred_on=first,
        fields={
            "member": member.reference,
            "class": ExemptionClass.A,
            "ground": exemption.ground,
            "from": first,
            "until": exemption.last,
            "evidence": "Công văn của đơn vị",
        },
    )


def _ended(member: Member, on: date, told: date) -> Paper:
    return Paper(
        key=f"exemption ended/{member.name}",
        entered_on=told,
        by=member.committee.clerk,
        command="end-exemption",
        occurred_on=told,
        fields={
            "member": member.reference,
            "exemption_no": 1,
            "on": on,
            "reason": "Trở về nơi cư trú",
        },
    )
