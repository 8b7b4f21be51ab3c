"""What a workplace body did for the regulation: reviews, stocktaking, checks, dissemination."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Integer, bindparam, select

from domain.intervals import FOREVER
from domain.organization import committee_of
from domain.review import (
    InspectionMade,
    PeriodicReviewHeld,
    RegulationDisseminated,
    ReviewHeld,
)
from projections.read_model import Facts, ReadModel
from projections.sealed import place_of
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views

Act = ReviewHeld | PeriodicReviewHeld | InspectionMade | RegulationDisseminated


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One act of a body in a year, and of which committee it is.

    ``kind`` is the kind of review, stocktaking or inspection; ``of`` are the bodies inspected, or
    told. ``findings`` names the place of what was found, which stays sealed.
    """

    event: str
    topic: str
    body: UUID
    committee: UUID
    year: int
    kind: str | None
    done_on: date
    regulation_item: bool | None
    commended: int | None
    handled: int | None
    made_known: str | None
    of: tuple[UUID, ...]
    findings: str | None
    from_day: date
    to_day: date


def acts(subject: Subject, facts: Facts) -> Iterator[Reviewed]:
    """Give the acts of one body in one year."""
    review = facts.review(UUID(subject[1]))
    for entry in review.of(*_ACTS):
        if isinstance(entry, _ACTS):
            yield _detailed(entry, committee_of(entry.body, entry.occurred_on, facts))


def _detailed(entry: Act, committee: UUID) -> Reviewed:
    row = Reviewed(
        event=entry.id,
        topic=entry.TOPIC,
        body=entry.body,
        committee=committee,
        year=entry.year,
        kind=None,
        done_on=entry.occurred_on,
        regulation_item=None,
        commended=None,
        handled=None,
        made_known=None,
        of=(),
        findings=None,
        from_day=entry.effect_date,
        to_day=FOREVER,
    )
    match entry:
        case ReviewHeld():
            return replace(row, kind=entry.kind, regulation_item=entry.regulation_item)
        case PeriodicReviewHeld():
            praised, punished = entry.commended, entry.handled
            return replace(row, kind=entry.kind, commended=praised, handled=punished)
        case InspectionMade():
            found = place_of(entry.findings)
            return replace(row, kind=entry.kind, of=entry.of, findings=found)
        case RegulationDisseminated():
            return replace(row, made_known=entry.made_known, of=entry.to)


_ACTS = (ReviewHeld, PeriodicReviewHeld, InspectionMade, RegulationDisseminated)
REVIEWED = VersionedTable("reviewed", Reviewed, indexes=[("committee", "year")])
REVIEWS = ReadModel(REVIEWED, {"review": acts})

_TABLE = REVIEWED.table
_OF_COMMITTEES = (
    select(*REVIEWED.columns)
    .where(
        _TABLE.c.committee.in_(bindparam("committees", expanding=True)),
        _TABLE.c.year == bindparam("year", type_=Integer),
        known(_TABLE),
        on_day(_TABLE),
    )
    .order_by(_TABLE.c.done_on, _TABLE.c.event)
)


def done_in(
    views: Views, committees: Sequence[UUID], year: int, viewpoint: Viewpoint
) -> list[Reviewed]:
    """List what some committees and their cells did for a year, by date."""
    values = viewpoint.bound(committees=[str(one) for one in committees], year=year)
    return [REVIEWED.loaded(row) for row in views.ask(_OF_COMMITTEES, values)]
