"""What is owed on a day, and what is late: a late obligation is a coordination gap, nothing else.

A body sees what its side owes and is owed. Of a body that has taken others over, the caller asks
with the ids of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, case, func, select, tuple_

from domain.obligations.folds import FOLDS
from domain.obligations.obligation import Obligation, subject_of_key
from domain.rulebook.obligation_rule import Weight
from projections.columns import TEXT
from projections.read_model import ReadModel
from projections.versions import DAY, Side, VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views

OBLIGATION = VersionedTable(
    "obligation",
    Obligation,
    indexes=[("member", "to_day"), ("about", "to_day")],
    side=Side("viewer", "viewers", "organization", ("to_day", "late_from")),
)
OBLIGATIONS = ReadModel(OBLIGATION, FOLDS)

_TABLE, _VIEWER = OBLIGATION.tables
_IS_LATE = _TABLE.c.late_from <= DAY


class Place(NamedTuple):
    """Where a page ends and the next one begins."""

    late_from: date
    key: str


class Count(NamedTuple):
    """How many obligations of one code stand on a day, and how many of them are late."""

    code: str
    standing: int
    late: int


def gaps(
    views: Views,
    organizations: Sequence[UUID],
    viewpoint: Viewpoint,
    *,
    codes: Sequence[str] = (),
    weights: Sequence[Weight] = (),
    after: Place | None = None,
    limit: int | None = None,
) -> list[Obligation]:
    """List what is late and seen by one of some bodies, the longest late first.

    No codes are all codes, no weights all weights; ``after`` is the place of the last row of the
    page before.
    """
    narrowing = Narrowing(tuple(codes), tuple(weights), after)
    return _listed(views, organizations, viewpoint, narrowing, late=True, limit=limit)


def obligations(
    views: Views,
    organizations: Sequence[UUID],
    viewpoint: Viewpoint,
    *,
    codes: Sequence[str] = (),
    weights: Sequence[Weight] = (),
    after: Place | None = None,
    limit: int | None = None,
) -> list[Obligation]:
    """List what is owed and seen by one of some bodies, waiting or late, in the same order."""
    narrowing = Narrowing(tuple(codes), tuple(weights), after)
    return _listed(views, organizations, viewpoint, narrowing, late=False, limit=limit)


def obligations_of_members(
    views: Views, members: Sequence[UUID], viewpoint: Viewpoint
) -> list[Obligation]:
    """List what is owed about some members, waiting or late."""
    values = viewpoint.bound(members=_texts(members))
    return [OBLIGATION.loaded(row) for row in views.ask(_OF_MEMBERS, values)]


def obligations_about(
    views: Views, subjects: Sequence[str], viewpoint: Viewpoint
) -> list[Obligation]:
    """List what is owed about some subjects by their names, such as ``meeting/<id>``."""
    values = viewpoint.bound(subjects=list(subjects))
    return [OBLIGATION.loaded(row) for row in views.ask(_ABOUT, values)]


def obligation_of_key(views: Views, key: str, viewpoint: Viewpoint) -> Obligation | None:
    """Find what is owed under a key, waiting or late."""
    rows = views.ask(_OF_KEY, viewpoint.bound(key=key, about=subject_of_key(key)))
    return next((OBLIGATION.loaded(row) for row in rows), None)


def count_by_code(views: Views, organizations: Sequence[UUID], viewpoint: Viewpoint) -> list[Count]:
    """Count what is owed and seen by one of some bodies, by code."""
    values = viewpoint.bound(organizations=_texts(organizations))
    return [Count(row[0], row[1], row[2]) for row in views.ask(_COUNTS, values)]


def place_of(obligation: Obligation) -> Place:
    """Give the place at which a page that ends with this obligation ends."""
    return Place(obligation.late_from, obligation.key)


class Narrowing(NamedTuple):
    """What is asked for out of all that a body sees: nothing named is everything."""

    codes: tuple[str, ...]
    weights: tuple[Weight, ...]
    after: Place | None

    @property
    def values(self) -> dict[str, Any]:
        """Give the values that a statement is asked with."""
        found: dict[str, Any] = {"codes": self.codes, "weights": self.weights}
        if self.after:
            found |= {"after_day": self.after.late_from.toordinal(), "after_key": self.after.key}
        return {name: value for name, value in found.items() if value}


def _listed(
    views: Views,
    organizations: Sequence[UUID],
    viewpoint: Viewpoint,
    narrowing: Narrowing,
    *,
    late: bool,
    limit: int | None,
) -> list[Obligation]:
    values = viewpoint.bound(organizations=_texts(organizations), **narrowing.values)
    statement = _seen_by(late=late, named=tuple(sorted(narrowing.values))).limit(limit)
    return [OBLIGATION.loaded(row) for row in views.ask(statement, values)]


def _rows_seen() -> Any:
    """Select the rows that one of the bodies sees on the day, by one range of the index each."""
    return select(_VIEWER.c.row).where(
        _VIEWER.c.organization.in_(bindparam("organizations", expanding=True)),
        _VIEWER.c.to_day > DAY,
        known(_VIEWER),
    )


@cache
def _seen_by(*, late: bool, named: tuple[str, ...]) -> Select[Any]:
    rows = _rows_seen()
    if late:
        rows = rows.where(_VIEWER.c.late_from <= DAY)
    statement = select(*OBLIGATION.columns).where(_TABLE.c.id.in_(rows), _TABLE.c.from_day <= DAY)
    for clause in (clause for name, clause in _CLAUSES.items() if name in named):
        statement = statement.where(clause)
    return statement.order_by(*_PLACE)


_PLACE = (_TABLE.c.late_from, _TABLE.c.key)
_CLAUSES = {
    "codes": _TABLE.c.code.in_(bindparam("codes", expanding=True)),
    "weights": _TABLE.c.weight.in_(bindparam("weights", expanding=True)),
    "after_day": tuple_(*_PLACE)
    > tuple_(bindparam("after_day", type_=Integer), bindparam("after_key", type_=TEXT)),
}
_ON_THE_DAY = select(*OBLIGATION.columns).where(known(_TABLE), on_day(_TABLE))
_OF_MEMBERS = _ON_THE_DAY.where(_TABLE.c.member.in_(bindparam("members", expanding=True))).order_by(
    _TABLE.c.member, _TABLE.c.late_from, _TABLE.c.key
)
_ABOUT = _ON_THE_DAY.where(_TABLE.c.about.in_(bindparam("subjects", expanding=True))).order_by(
    _TABLE.c.about, _TABLE.c.late_from, _TABLE.c.key
)
_OF_KEY = _ON_THE_DAY.where(
    _TABLE.c.about == bindparam("about", type_=TEXT), _TABLE.c.key == bindparam("key", type_=TEXT)
)
_COUNTS = (
    select(_TABLE.c.code, func.count(), func.sum(case((_IS_LATE, 1), else_=0)))
    .where(_TABLE.c.id.in_(_rows_seen()), _TABLE.c.from_day <= DAY)
    .group_by(_TABLE.c.code)
    .order_by(_TABLE.c.code)
)


def _texts(ids: Iterable[UUID]) -> list[str]:
    return [str(one) for one in ids]
