"""What the yearly review of a member quotes from outside: ratings, commendations, discipline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Integer, bindparam, select

from domain.intervals import FOREVER
from domain.organization import committee_of
from domain.review import ReferenceKind, ReferenceRecorded
from projections.read_model import Facts, ReadModel
from projections.sealed import place_of
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class Reference:
    """One quotation, by which body of which committee; ``value`` names the sealed text's place."""

    event: str
    member: UUID
    year: int
    kind: ReferenceKind
    dated: date
    source: str
    value: str | None
    body: UUID
    committee: UUID
    from_day: date
    to_day: date


def references(subject: Subject, facts: Facts) -> Iterator[Reference]:
    """Give the quotations in the reviews of one body and year."""
    for entry in facts.review(UUID(subject[1])).of(ReferenceRecorded):
        yield Reference(
            event=entry.id,
            member=entry.member,
            year=entry.year,
            kind=entry.kind,
            dated=entry.occurred_on,
            source=entry.source,
            value=place_of(entry.value),
            body=entry.body,
            committee=committee_of(entry.body, entry.occurred_on, facts),
            from_day=entry.effect_date,
            to_day=FOREVER,
        )


REFERENCE = VersionedTable("reference", Reference, indexes=[("member", "year")])
REFERENCES = ReadModel(REFERENCE, {"review": references})

_TABLE = REFERENCE.table
_OF_MEMBERS = (
    select(*REFERENCE.columns)
    .where(
        _TABLE.c.member.in_(bindparam("members", expanding=True)),
        _TABLE.c.year == bindparam("year", type_=Integer),
        known(_TABLE),
        on_day(_TABLE),
    )
    .order_by(_TABLE.c.member, _TABLE.c.dated, _TABLE.c.event)
)


def references_to(
    views: Views, members: Sequence[UUID], year: int, viewpoint: Viewpoint
) -> list[Reference]:
    """List what is quoted of some members for a year, by date."""
    values = viewpoint.bound(members=[str(member) for member in members], year=year)
    return [REFERENCE.loaded(row) for row in views.ask(_OF_MEMBERS, values)]
