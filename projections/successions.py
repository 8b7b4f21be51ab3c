"""Who stands in whose place: resolved when somebody asks, never spread over the rows of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from domain.intervals import FOREVER
from domain.organization import Tree
from projections.read_model import Facts, ReadModel
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A body, and who stands in its place from that day on."""

    predecessor: UUID
    successor: UUID
    event: str
    from_day: date
    to_day: date


def bodies_taken_over(subject: Subject, facts: Facts) -> Iterator[TakenOver]:
    """Give the row of one body, where it was succeeded."""
    body = UUID(subject[1])
    if succession := Tree(facts).succession_of(body):
        entry = succession.entry
        yield TakenOver(body, succession.to, entry.id, entry.on, FOREVER)


TAKEN_OVER = VersionedTable(
    "taken_over", TakenOver, indexes=[("predecessor", "to_day"), ("successor", "to_day")]
)
SUCCESSIONS = ReadModel(TAKEN_OVER, {"organization": bodies_taken_over})

_TABLE = TAKEN_OVER.table


def in_place_of(views: Views, bodies: Iterable[UUID], viewpoint: Viewpoint) -> dict[UUID, UUID]:
    """Say for each of some bodies what stands in its place on a day: itself until it is succeeded.

    The successors' own successors are followed.
    """
    place = {body: body for body in bodies}
    ahead = set(place.values())
    met: set[UUID] = set()
    while ahead:
        met |= ahead
        steps = dict(_asked(views, _SUCCESSORS, ahead, viewpoint))
        place = {body: steps.get(now, now) for body, now in place.items()}
        ahead = set(steps.values()) - met
    return place


def with_predecessors(
    views: Views, bodies: Iterable[UUID], viewpoint: Viewpoint
) -> tuple[UUID, ...]:
    """Name some bodies and all whose place they have taken by a day, at any depth."""
    found = set(bodies)
    ahead = set(found)
    while ahead:
        ahead = {body for body, _ in _asked(views, _PREDECESSORS, ahead, viewpoint)} - found
        found |= ahead
    return tuple(sorted(found))


def _asked(
    views: Views, statement: Select[tuple[str, str]], bodies: set[UUID], viewpoint: Viewpoint
) -> Iterator[tuple[UUID, UUID]]:
    values = viewpoint.bound(bodies=[str(body) for body in sorted(bodies)])
    for predecessor, successor in views.ask(statement, values):
        yield UUID(predecessor), UUID(successor)


_STEPS = select(_TABLE.c.predecessor, _TABLE.c.successor).where(known(_TABLE), on_day(_TABLE))
_SUCCESSORS = _STEPS.where(_TABLE.c.predecessor.in_(bindparam("bodies", expanding=True)))
_PREDECESSORS = _STEPS.where(_TABLE.c.successor.in_(bindparam("bodies", expanding=True)))
