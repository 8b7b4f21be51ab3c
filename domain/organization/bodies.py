"""Deciding on bodies: entered in the register, renamed, placed, dissolved, succeeded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from domain.decisions import Objections, Streams, decides
from domain.intervals import FOREVER
from domain.organization.events import (
    OrganizationDissolved,
    OrganizationPlaced,
    OrganizationRegistered,
    OrganizationRenamed,
    OrganizationSucceeded,
)
from domain.organization.organization import Organization
from domain.organization.tree import Beside, Bodies, Tree, exists_on, is_under
from domain.refusals import (
    BeforeItsGround,
    CellNotUnderBody,
    OrganizationEnded,
    ParentUnknown,
    SuccessorUnknown,
    TreeLoop,
)


@decides(OrganizationRegistered)
def register(body: Organization, entry: OrganizationRegistered, streams: Streams) -> Objections:
    """A body stands under a body that is on record, and stands by the day on which it begins."""
    if entry.parent is None:
        return
    known = streams.organization(entry.parent).registered
    begins = entry.exists_from
    if known is None or (begins and not exists_on(entry.parent, begins, streams)):
        yield ParentUnknown(field="parent", parent=entry.parent)


@decides(OrganizationRenamed)
def rename(body: Organization, entry: OrganizationRenamed, streams: Streams) -> Objections:
    """A body that stands may bear another name."""
    yield from standing_body(body.id, entry.from_, Beside(streams, body))


@decides(OrganizationPlaced)
def place(body: Organization, entry: OrganizationPlaced, streams: Streams) -> Objections:
    """A body that stands is put under another one that does; the tree stays a tree."""
    bodies = Beside(streams, body)
    yield from standing_body(body.id, entry.from_, bodies)
    if not exists_on(entry.parent, entry.from_, bodies):
        yield ParentUnknown(field="parent", parent=entry.parent)
    if any(_is_in(entry.parent, body.id, d, bodies) for d in _days_there(body, entry, bodies)):
        yield TreeLoop(field="parent", parent=entry.parent)


def _days_there(body: Organization, entry: OrganizationPlaced, bodies: Bodies) -> Iterator[date]:
    """Name the days on which the tree may close to a ring while the body stands there."""
    later = (e.from_ for e in body.of(OrganizationPlaced) if e.from_ > entry.from_)
    moved_on = min(later, default=FOREVER)
    yield entry.from_
    for day in Tree(bodies).days_of_change(entry.parent):
        if entry.from_ < day < moved_on:
            yield day


@decides(OrganizationDissolved)
def dissolve(body: Organization, entry: OrganizationDissolved, streams: Streams) -> Objections:
    """Only a body that stands ends."""
    yield from standing_body(body.id, entry.on, Beside(streams, body), "on")


@decides(OrganizationSucceeded)
def succeed(body: Organization, entry: OrganizationSucceeded, streams: Streams) -> Objections:
    """A body that stands, or was dissolved by then, is succeeded by one that stands."""
    bodies = Beside(streams, body)
    if body.dissolved is None:
        yield from standing_body(body.id, entry.on, bodies, "on")
    elif entry.on < body.dissolved.on:
        yield BeforeItsGround(field="on", day=entry.on, ground=body.dissolved.on)
    yield from _takes_over(entry.to, body.id, entry.on, bodies, "to")
    for cell in entry.cells:
        yield from standing_body(cell.from_, entry.on, bodies, "cells")
        if not is_under(cell.from_, body.id, entry.on, bodies):
            yield CellNotUnderBody(field="cells", cell=cell.from_, body=body.id)
        yield from _takes_over(cell.to, cell.from_, entry.on, bodies, "cells")
        if not any(_is_in(cell.to, above, entry.on, bodies) for above in (entry.to, body.id)):
            yield CellNotUnderBody(field="cells", cell=cell.to, body=entry.to)


def _takes_over(
    successor: UUID, predecessor: UUID, day: date, bodies: Bodies, field: str
) -> Objections:
    if not exists_on(successor, day, bodies):
        yield SuccessorUnknown(field=field, successor=successor, day=day)
    if _is_in(successor, predecessor, day, bodies):
        yield TreeLoop(field=field, successor=successor)


def _is_in(body: UUID, above: UUID, day: date, bodies: Bodies) -> bool:
    return body == above or is_under(body, above, day, bodies)


def standing_body(body: UUID, day: date, bodies: Bodies, field: str = "organization") -> Objections:
    """A body acts and receives from its first day to its last."""
    if not exists_on(body, day, bodies):
        yield OrganizationEnded(field=field, organization=body, day=day)
