"""Read models too simple for use, which read what real ones read: other streams, indexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.intervals import FOREVER
from domain.introduction.events import LinkClosed
from domain.member import MemberEnrolled
from projections.read_model import Facts, ReadModel
from projections.subjects import Subject
from projections.versions import Side, VersionedTable


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A member with the links that he has, and the days of his enrolment."""

    member: UUID
    committee: UUID
    links: tuple[UUID, ...]
    entries: int
    from_day: date
    to_day: date


def enrolled(subject: Subject, facts: Facts) -> Iterator[Enrolled]:
    member = facts.member(UUID(subject[1]))
    known = facts.links_of_member(member.id)
    links = tuple(sorted(link for link in known if facts.link(link).letters))
    entries = sum(len(facts.link(link).effective) for link in links)
    for entry in member.of(MemberEnrolled):
        days = (entry.occurred_on, member.departed_on(entry))
        if days[0] < days[1]:
            yield Enrolled(member.id, entry.committee, links, entries, *days)


@dataclass(frozen=True, slots=True)
class Half:
    """A cell's half-year in which it held meetings, or has links."""

    cell: UUID
    half: str
    meetings: int
    closed: int
    from_day: date
    to_day: date


def half(subject: Subject, facts: Facts) -> Iterator[Half]:
    cell, year = UUID(subject[1]), int(subject[2][:4])
    first, last = (1, date(year, 6, 30)) if subject[2].endswith("1") else (7, date(year, 12, 31))
    links = [link for link in facts.links_in(cell) if facts.link(link).cell_on(last) == cell]
    closed = sum(bool(facts.link(link).of(LinkClosed)) for link in links)
    held = (facts.meeting(meeting).held for meeting in facts.meetings_of(cell, year))
    meetings = [entry for entry in held if entry and entry.occurred_on.year == year]
    if links:
        yield Half(cell, subject[2], len(meetings), closed, date(year, first, 1), FOREVER)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A member, and how far the horizon is."""

    member: UUID
    horizon: date
    from_day: date
    to_day: date


def ahead(subject: Subject, facts: Facts) -> Iterator[Ahead]:
    for entry in facts.member(UUID(subject[1])).of(MemberEnrolled):
        yield Ahead(entry.originator_id, facts.horizon, entry.occurred_on, FOREVER)


ENROLLED = ReadModel(
    VersionedTable(
        "enrolled",
        Enrolled,
        indexes=[("committee", "to_day")],
        side=Side("enrolled_link", "links", "link", ("to_day", "from_day")),
    ),
    {"member": enrolled},
)
HALF = ReadModel(VersionedTable("half", Half), {"cell_half": half})
AHEAD = ReadModel(VersionedTable("ahead", Ahead), {"member": ahead})
TOYS = (ENROLLED, HALF, AHEAD)
