"""The levels that people decided for members and years; nothing here computes one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, bindparam, select

from domain.intervals import FOREVER
from projections.read_model import Facts, ReadModel
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class Classified:
    """The decision on one member and year; committee and cell are those of that day.

    ``number`` and ``dated`` are those of the decision on paper, where it names them.
    """

    event: str
    member: UUID
    year: int
    level: str
    decided_by: UUID
    decided_on: date
    number: str | None
    dated: date | None
    committee: UUID
    cell: UUID
    rule_set: str
    from_day: date
    to_day: date


def decisions(subject: Subject, facts: Facts) -> Iterator[Classified]:
    """Give the decision of one member and year, where there is one."""
    decided = facts.classification(UUID(subject[1])).decided
    if decided is None:
        return
    day, paper = decided.occurred_on, decided.decision
    member = facts.member(decided.member)
    enrolment = member.enrolment_on(day)
    yield Classified(
        event=decided.id,
        member=decided.member,
        year=decided.year,
        level=decided.level,
        decided_by=decided.decided_by,
        decided_on=day,
        number=paper.number if paper else None,
        dated=paper.dated if paper else None,
        committee=enrolment.committee if enrolment else decided.decided_by,
        cell=member.cell_on(day) or decided.decided_by,
        rule_set=decided.rule_set,
        from_day=day,
        to_day=FOREVER,
    )


CLASSIFIED = VersionedTable(
    "classified", Classified, indexes=[("member", "year"), ("committee", "year")]
)
DECISIONS = ReadModel(CLASSIFIED, {"classification": decisions})

_TABLE = CLASSIFIED.table


def decided_on_members(
    views: Views, members: Sequence[UUID], year: int, viewpoint: Viewpoint
) -> list[Classified]:
    """List what was decided on some members for a year."""
    values = viewpoint.bound(members=[str(member) for member in members], year=year)
    return _asked(views, _of("member", "members"), values)


def decided_in_committees(
    views: Views, committees: Sequence[UUID], year: int, viewpoint: Viewpoint
) -> list[Classified]:
    """List what was decided for a year on the members of some committees."""
    values = viewpoint.bound(committees=[str(one) for one in committees], year=year)
    return _asked(views, _of("committee", "committees"), values)


def _asked(views: Views, statement: Select[Any], values: dict[str, object]) -> list[Classified]:
    return [CLASSIFIED.loaded(row) for row in views.ask(statement, values)]


@cache
def _of(column: str, bound: str) -> Select[Any]:
    narrowed: ColumnElement[bool] = _TABLE.c[column].in_(bindparam(bound, expanding=True))
    year = _TABLE.c.year == bindparam("year", type_=Integer)
    statement = select(*CLASSIFIED.columns).where(narrowed, year, known(_TABLE), on_day(_TABLE))
    return statement.order_by(_TABLE.c.member)
