"""The pack for a cell's yearly review: every member's year, what is missing, who owes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.obligations.obligation import Obligation
from domain.obligations.workplace_year import ASSESSING
from domain.refusals import NotVisible, ReadByResidence
from domain.review import ReviewHeld
from projections.completeness import Finding, Status
from projections.obligations import obligations_about
from projections.reviewed import Reviewed, done_in
from projections.year_review import MemberReview, reviews
from service.queries.duties import described
from service.queries.page import Page
from service.queries.reader import Reader
from service.queries.reviews import described_years

PARAMETERS = ("as_of", "known_at", "cell", "year", "after")
_CODE = "G24"


def ask_pack(reader: Reader) -> Page:
    """Give all that a workplace cell needs for its review of a year, as one document.

    ``items`` are its members' years with statement and opinion side by side; ``review`` says
    whether the cell has held the review that it owes itself; ``owed`` counts what is missing, by
    whom it is owed. People decide; no level is computed.
    """
    asked = reader.asked
    asked.only(*PARAMETERS)
    cell = asked.required("cell", asked.id("cell"))
    year = asked.required("year", asked.number("year", 2000, 2199))
    reader.asked = asked.changed(organization=str(cell))
    if Side.WORKPLACE not in reader.sides:
        raise ReadByResidence(organization=cell)
    if not reader.is_cell:
        raise NotVisible(field="cell", organization=cell)
    views, viewpoint = reader.service.views, reader.viewpoint
    found = reviews(views, reader.committees, year, viewpoint, cells=reader.cells)
    items = described_years(reader, found)
    beside = {
        "cell": _named(reader, cell),
        "year": year,
        "members": len(found),
        "complete": sum(review.complete for review in found),
        "review": _own_review(reader, cell, year),
        "owed": list(_owed(reader, found)),
    }
    return Page(items, None, beside)


def _named(reader: Reader, cell: UUID) -> dict[str, Any] | None:
    reader.called([cell])
    return reader.named(cell)


def _own_review(reader: Reader, cell: UUID, year: int) -> dict[str, Any]:
    """Say whether the cell's own review with its item was held, is owed, or is not required."""
    views, viewpoint = reader.service.views, reader.viewpoint
    held = [
        one
        for one in done_in(views, reader.committees, year, viewpoint)
        if one.body in reader.cells and one.topic == ReviewHeld.TOPIC
    ]
    about = obligations_about(views, [f"cell/{one}" for one in reader.cells], viewpoint)
    owed = [one for one in about if one.code == _CODE and one.opened_by == str(year)]
    return {
        "status": _status(owed, held),
        "obligation": next(iter(described(reader, owed)), None),
        "held": [_review(one) for one in held],
    }


def _status(owed: Sequence[Obligation], held: Sequence[Reviewed]) -> Status:
    if owed:
        return Status.MISSING
    settled = any(one.regulation_item and one.kind in ASSESSING for one in held)
    return Status.PRESENT if settled else Status.NOT_REQUIRED


def _review(held: Reviewed) -> dict[str, Any]:
    return {
        "kind": held.kind,
        "held_on": held.done_on,
        "regulation_item": held.regulation_item,
        "event": held.event,
    }


def _owed(reader: Reader, found: Sequence[MemberReview]) -> Iterator[dict[str, Any]]:
    """Count what is missing by item and by whoever owes it, with the day it falls due first."""
    groups: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for review in found:
        for item, finding in review.items.items():
            if finding.status is Status.MISSING:
                owner = str(finding.owner or "")
                groups[item, finding.code or "", owner, finding.office or ""].append(finding)
    for (name, *_), findings in sorted(groups.items()):
        one = findings[0]
        yield {
            "item": name,
            "code": one.code,
            "owner": reader.named(one.owner),
            "office": one.office,
            "members": len(findings),
            "first_due_on": min((f.due_on for f in findings if f.due_on), default=None),
        }
