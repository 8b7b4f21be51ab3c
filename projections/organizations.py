"""The register of bodies: what stands on a day, and what each is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from domain.acts import Side
from domain.intervals import FOREVER
from domain.organization import (
    Kind,
    Organization,
    OrganizationRegistered,
    OrganizationRenamed,
    Tree,
)
from projections.columns import TEXT
from projections.read_model import Facts, ReadModel
from projections.runs import runs
from projections.subjects import Subject
from projections.versions import DAY, VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class Body:
    """One body on a run of days, as it is called on them.

    ``ends_on`` is the first day without it, as far as that is known; then ``succeeded_by`` takes
    over, where somebody does.
    """

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
    ends_on: date | None
    succeeded_by: UUID | None
    from_day: date
    to_day: date


def bodies_on_register(subject: Subject, facts: Facts) -> Iterator[Body]:
    """Give the rows of one body, from its first day to its last."""
    body = facts.organization(UUID(subject[1]))
    tree = Tree(facts)
    named = body.of(OrganizationRegistered, OrganizationRenamed)
    days = {tree.ended_on(body.id), *(entry.effect_date for entry in named)}
    yield from runs(days | tree.days_of_change(body.id), lambda day: _on(day, body, tree))


def _on(day: date, body: Organization, tree: Tree) -> Body | None:
    entry = body.registered
    if entry is None or not tree.exists_on(body.id, day):
        return None
    ends_on, succession = tree.ended_on(body.id), tree.succession_of(body.id)
    return Body(
        organization=body.id,
        code=entry.code,
        kind=entry.kind,
        name=body.name_on(day) or entry.name,
        symbol=body.symbol_on(day) or entry.symbol,
        parent=tree.parent_on(body.id, day),
        sides=entry.sides,
        commune_unit=entry.commune_unit,
        neighborhood=entry.neighborhood,
        followed_from=entry.followed_from,
        ends_on=None if ends_on == FOREVER else ends_on,
        succeeded_by=succession.to if succession else None,
        from_day=day,
        to_day=FOREVER,
    )


BODY = VersionedTable("body", Body, indexes=[("organization", "to_day"), ("parent", "to_day")])
REGISTER = ReadModel(BODY, {"organization": bodies_on_register})

_TABLE = BODY.table
_ON_THE_DAY = select(*BODY.columns).where(known(_TABLE), on_day(_TABLE))
_LISTED = _ON_THE_DAY.where(_TABLE.c.organization > bindparam("after", type_=TEXT)).order_by(
    _TABLE.c.organization
)
_NAMED = (
    select(*BODY.columns)
    .where(known(_TABLE), _TABLE.c.from_day <= DAY)
    .where(_TABLE.c.organization.in_(bindparam("organizations", expanding=True)))
    .order_by(_TABLE.c.from_day)
)


def register(
    views: Views, viewpoint: Viewpoint, *, after: UUID | None = None, limit: int | None = None
) -> list[Body]:
    """List the bodies that stand on a day in the order of their ids, ``after`` one of them."""
    values = viewpoint.bound(after=str(after or ""))
    return [BODY.loaded(row) for row in views.ask(_LISTED.limit(limit), values)]


def bodies_of(
    views: Views, organizations: Sequence[UUID], viewpoint: Viewpoint
) -> dict[UUID, Body]:
    """Look some bodies up by their ids; one that has ended by the day is as it was at its end."""
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
