"""Some are not introduced, for secrecy (class B): an id and a ground on file is all there is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from domain.intervals import Interval, through
from domain.introduction.events import ClosingReason
from domain.member import ON_FILE, ExemptionClass, How
from service.demo.paper import Paper
from service.demo.people import Member
from service.demo.year import Year

INTRODUCED_BEFORE_OF_248, NEVER_KNOWN_OF_248 = 1, 1
FROM, ENROLLED_ON = date(2025, 5, 12), date(2025, 2, 5)
PART = "secret"


def plan(year: Year) -> None:
    """Let one be exempt who was introduced long ago, and one be enrolled without a name."""
    for member in year.some(year.without_part(), INTRODUCED_BEFORE_OF_248, "secrets"):
        member.part = PART
        member.exempt.append(through(FROM, None))
        member.residences[1].days = Interval(member.residences[1].days.start, FROM)
    chance = year.chance("secrets/never known")
    for _ in range(year.about(NEVER_KNOWN_OF_248, "secrets/never known")):
        year.members.append(
            Member(
                name=f"x{len(year.members) + 1:04}",
                full_name="",
                sex="",
                born_on=date.min,
                admitted_on=date.min,
                official_on=None,
                how=How.TRANSFERRED_IN,
                enrolled_on=ENROLLED_ON,
                cell=chance.choice(year.workplace.cells),
                homes=[],
                part=PART,
                exempt=[through(ENROLLED_ON, None)],
                person=UUID(int=chance.getrandbits(128), version=4),
            )
        )


def papers(year: Year) -> Iterator[Paper]:
    """Grant the exemption and withdraw the link, or enrol with nothing but an id."""
    for member in year.members:
        if member.person:
            yield _enrolled(member, member.person)
        elif member.part == PART:
            yield _exempted(member)
            yield _withdrawn(member)


def _enrolled(member: Member, person: UUID) -> Paper:
    return Paper(
        key=f"enrolled/{member.name}",
        entered_on=ENROLLED_ON,
        by=member.committee.clerk,
        command="enroll-member",
        occurred_on=ENROLLED_ON,
        fields={
            "committee": member.committee.id,
            "cell": member.cell.id,
            "how": member.how,
            "person": person,
            "secret": True,
        },
    )


def _exempted(member: Member) -> Paper:
    return Paper(
        key=f"secret/{member.name}",
        entered_on=FROM,
        by=member.committee.secretary,
        command="grant-exemption",
        occurred_on=FROM,
        fields={
            "member": member.reference,
            "class": ExemptionClass.B,
            "ground": ON_FILE,
            "from": FROM,
        },
    )


def _withdrawn(member: Member) -> Paper:
    return Paper(
        key=f"closed/{member.name}",
        entered_on=FROM,
        by=member.committee.clerk,
        command="close-link",
        occurred_on=FROM,
        fields={"link": member.link(1), "reason": ClosingReason.WITHDRAWN, "on": FROM},
    )
