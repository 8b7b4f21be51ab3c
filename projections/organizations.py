"""The register of bodies: what stands on a day, and what each is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from domain.acts import Side
from domain.intervals import FOREVER
from domain.organization import Kind
from projections.columns import TEXT
from projections.read_model import Facts, ReadModel
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class Body:
    """One body on a run of days, as it is called on them."""

    organization: UUID
    code: str
    kind: Kind
    name: str
    symbol: str
    parent: UUID | None
    sides: tuple[Side, ...]
    commune_unit: str | None
    neighborhood: str | None
    followed_from: date
    from_day: date
    to_day: date


def bodies_on_register(subject: Subject, facts: Facts) -> Iterator[Body]:
    """Give the row of one body, from its first day on."""
    entry = facts.organization(UUID(subject[1])).registered
    if entry:
        yield Body(
            organization=entry.originator_id,
            code=entry.code,
            kind=entry.kind,
            name=entry.name,
            symbol=entry.symbol,
            parent=entry.parent,
            sides=entry.sides,
            commune_unit=entry.commune_unit,
            neighborhood=entry.neighborhood,
            followed_from=entry.followed_from,
            from_day=entry.effect_date,
            to_day=FOREVER,
        )


BODY = VersionedTable("body", Body, indexes=[("organization", "to_day"), ("parent", "to_day")])
REGISTER = ReadModel(BODY, {"organization": bodies_on_register})

_TABLE = BODY.table
_ON_THE_DAY = select(*BODY.columns).where(known(_TABLE), on_day(_TABLE))
_LISTED = _ON_THE_DAY.where(_TABLE.c.organization > bindparam("after", type_=TEXT)).order_by(
    _TABLE.c.organization
)
_NAMED = _ON_THE_DAY.where(_TABLE.c.organization.in_(bindparam("organizations", expanding=True)))


def register(
    views: Views, viewpoint: Viewpoint, *, after: UUID | None = None, limit: int | None = None
) -> list[Body]:
    """List the bodies that stand on a day in the order of their ids, ``after`` one of them."""
    values = viewpoint.bound(after=str(after or ""))
    return [BODY.loaded(row) for row in views.ask(_LISTED.limit(limit), values)]


def bodies_of(
    views: Views, organizations: Sequence[UUID], viewpoint: Viewpoint
) -> dict[UUID, Body]:
    """Look some bodies up by their ids; one that does not stand on the day is left out."""
    values = viewpoint.bound(organizations=[str(one) for one in organizations])
    found = (BODY.loaded(row) for row in views.ask(_NAMED, values))
    return {body.organization: body for body in found}


_UNDER = select(_TABLE.c.organization).where(
    known(_TABLE), on_day(_TABLE), _TABLE.c.parent.in_(bindparam("parents", expanding=True))
)


def bodies_below(views: Views, organizations: Sequence[UUID], viewpoint: Viewpoint) -> list[UUID]:
    """Name the bodies that stand below some others on a day, at any depth, the nearest first."""
    below: dict[UUID, None] = {}
    level = list(organizations)
    while level:
        values = viewpoint.bound(parents=[str(one) for one in level])
        found = (UUID(row[0]) for row in views.ask(_UNDER, values))
        level = [body for body in found if body not in below and body not in organizations]
        below |= dict.fromkeys(level)
    return list(below)
