"""Some need not attend for a time (class A); who comes back is reported back in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.intervals import through
from domain.member import ExemptionClass
from service.demo.days import worked
from service.demo.paper import Paper
from service.demo.people import Member
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
    for number, member in enumerate(members):
        kind = KINDS[number % len(KINDS)]
        last = kind.ended_on - timedelta(days=1) if kind.ended_on else kind.last
        member.part = f"{PART}/{kind.ground}"
        member.exempt.append(through(kind.first, last))


def papers(year: Year) -> Iterator[Paper]:
    """Grant each exemption, and report its end."""
    for kind in KINDS:
        for member in year.members:
            if member.part == f"{PART}/{kind.ground}":
                yield _granted(member, kind)
                if kind.ended_on:
                    yield _ended(member, kind.ended_on)


def _granted(member: Member, kind: Kind) -> Paper:
    return Paper(
        key=f"exempted/{member.name}",
        entered_on=kind.first,
        by=member.committee.secretary,
        command="grant-exemption",
        occurred_on=kind.first,
        fields={
            "member": member.reference,
            "class": ExemptionClass.A,
            "ground": kind.ground,
            "from": kind.first,
            "until": kind.last,
            "evidence": "Công văn của đơn vị",
        },
    )


def _ended(member: Member, on: date) -> Paper:
    return Paper(
        key=f"exemption ended/{member.name}",
        entered_on=worked(on),
        by=member.committee.clerk,
        command="end-exemption",
        occurred_on=worked(on),
        fields={
            "member": member.reference,
            "exemption_no": 1,
            "on": on,
            "reason": "Trở về nơi cư trú",
        },
    )
