"""How two rosters differ: each difference from the list that opened it to what ended it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from domain.intervals import FOREVER
from domain.obligations.reconciliation import Disagreement, disagreements
from domain.reconciliation import (
    DifferenceAnswer,
    DifferenceKind,
    Pair,
    StatedEntry,
    StatedStatus,
)
from projections.read_model import Facts, ReadModel
from projections.sealed import place_of
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class Disagreed:
    """One difference between two committees, on the days on which it stands or is answered.

    ``answer`` is that of whoever settled it, ``None`` while it is open; ``stated_*`` are those of
    the residence's last list that has it, ``cell`` is the one on record. A name that no link was
    found for stays sealed: ``full_name`` gives its place.
    """

    workplace: UUID
    residence: UUID
    reconciliation: UUID
    as_on: date
    difference: str
    kind: DifferenceKind
    link: UUID | None
    member: UUID | None
    full_name: str | None
    stated_cell: UUID | None
    stated_status: StatedStatus | None
    cell: UUID | None
    opened_by: str
    settled_by: str | None
    answer: DifferenceAnswer | None
    from_day: date
    to_day: date


def rows_of_pair(subject: Subject, facts: Facts) -> Iterator[Disagreed]:
    """Give the differences that the residence's lists opened: open ones, then as answered."""
    pair = Pair(UUID(subject[1]), UUID(subject[2]))
    for row in disagreements(pair, facts):
        start = row.opened.effect_date
        if start < row.to_day:
            yield _row(row, pair, facts, start, row.to_day, settled=False)
        if row.answer:
            yield _row(row, pair, facts, row.to_day, FOREVER, settled=True)


def _row(
    row: Disagreement, pair: Pair, facts: Facts, start: date, end: date, *, settled: bool
) -> Disagreed:
    difference = row.difference
    link = facts.link(difference.link) if difference.link else None
    entry: StatedEntry | None = difference.entry
    return Disagreed(
        workplace=pair.workplace,
        residence=pair.residence,
        reconciliation=row.opened.originator_id,
        as_on=row.opened.as_on,
        difference=difference.key,
        kind=difference.kind,
        link=difference.link,
        member=link.member if link else None,
        full_name=place_of(entry.full_name) if entry else None,
        stated_cell=entry.cell if entry else None,
        stated_status=entry.status if entry else None,
        cell=link.cell_on(row.opened.as_on) if link else None,
        opened_by=row.opened.id,
        settled_by=row.ended.id if row.ended and settled else None,
        answer=row.answer.answer if row.answer and settled else None,
        from_day=start,
        to_day=end,
    )


DISAGREED = VersionedTable(
    "disagreed", Disagreed, indexes=[("workplace", "to_day"), ("residence", "to_day")]
)
RECONCILED = ReadModel(DISAGREED, {"pair": rows_of_pair})

_TABLE = DISAGREED.table
_OF_BODIES = (
    select(*DISAGREED.columns)
    .where(known(_TABLE), on_day(_TABLE))
    .where(
        or_(
            _TABLE.c.workplace.in_(bindparam("workplaces", expanding=True)),
            _TABLE.c.residence.in_(bindparam("residences", expanding=True)),
        )
    )
    .order_by(_TABLE.c.workplace, _TABLE.c.residence, _TABLE.c.difference, _TABLE.c.from_day)
)


def disagreed(views: Views, organizations: Sequence[UUID], viewpoint: Viewpoint) -> list[Disagreed]:
    """List the differences between some bodies and others, open or answered, pair by pair."""
    ids = [str(one) for one in organizations]
    values = viewpoint.bound(workplaces=ids, residences=ids)
    return [DISAGREED.loaded(row) for row in views.ask(_OF_BODIES, values)]
