"""One member's activity is suspended in the summer, and resumes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.intervals import Interval
from domain.introduction.events import StatusChange
from service.demo.acts.departures import notified
from service.demo.days import after
from service.demo.paper import EntryOf, Paper
from service.demo.people import Member
from service.demo.year import Year

SUSPENDED_OF_248 = 1
FROM, RESUMED = date(2025, 7, 7), date(2025, 8, 25)
PART = "suspended"


def plan(year: Year) -> None:
    """Suspend a member or two."""
    for member in year.some(year.without_part(), SUSPENDED_OF_248, "suspensions"):
        member.part = PART
        member.suspended.append(Interval(FROM, RESUMED))


def papers(year: Year) -> Iterator[Paper]:
    """Record the decision and its end, and tell the residence of both."""
    chance = year.chance("suspensions/papers")
    for member in year.members:
        if member.part == PART:
            yield _suspended(member)
            yield notified(member, StatusChange.SUSPENDED, after(FROM, chance, 1, 5))
            yield _resumed(member)
            yield notified(member, StatusChange.RESUMED, after(RESUMED, chance, 1, 5))


def _suspended(member: Member) -> Paper:
    return Paper(
        key=f"suspended/{member.name}",
        entered_on=FROM,
        by=member.committee.secretary,
        command="suspend-activity",
        occurred_on=FROM,
        fields={
            "member": member.reference,
            "from": FROM,
            "decision": "Quyết định đình chỉ sinh hoạt đảng số 14-QĐ/ĐU",
        },
    )


def _resumed(member: Member) -> Paper:
    suspension = EntryOf(f"suspended/{member.name}", "member.activity_suspended")
    return Paper(
        key=f"resumed/{member.name}",
        entered_on=RESUMED,
        by=member.committee.secretary,
        command="resume-activity",
        occurred_on=RESUMED,
        fields={"member": member.reference, "suspension": suspension, "on": RESUMED},
    )
