"""How two rosters differ: each difference, open or answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from domain.reconciliation import DifferenceKind
from projections.reconciled import Disagreed, disagreed
from service.queries.duties import member_names
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = ("as_of", "known_at", "organization", "with", "state", "kind", "after")
_STATES = ("OPEN", "ANSWERED")


def ask_differences(reader: Reader) -> Page:
    """List the differences between the residence's lists and what is on record, pair by pair.

    ``with`` is the other committee; ``reconciliation`` and ``difference`` are what
    ``answer-difference`` asks for.
    """
    asked = reader.asked
    asked.only(*PARAMETERS)
    other = asked.id("with")
    states, kinds = asked.codes("state", _STATES), asked.codes("kind", tuple(DifferenceKind))
    found = disagreed(reader.service.views, reader.committees, reader.viewpoint)
    reader.called([other, *(body for row in found for body in (row.workplace, row.residence))])
    shown = [
        row
        for row in found
        if (other is None or _is_between(reader, other, row))
        and (not states or _state(row) in states)
        and (not kinds or row.kind in kinds)
    ]
    reader.called(cell for row in shown for cell in (row.cell, row.stated_cell))
    names = member_names(reader, [row.member for row in shown if row.member])
    reader.prefetch(row.full_name for row in shown)
    return Page([_row(reader, row, names) for row in shown], None)


def _is_between(reader: Reader, other: UUID, row: Disagreed) -> bool:
    present = reader.names.present
    return present(other) in (present(row.workplace), present(row.residence))


def _state(row: Disagreed) -> str:
    return "ANSWERED" if row.answer else "OPEN"


def _row(reader: Reader, row: Disagreed, names: dict[Any, str | None]) -> dict[str, Any]:
    name = names.get(row.member) if row.member else None
    if row.full_name:
        [name] = reader.open(row.reconciliation, [row.full_name])
    return {
        "reconciliation": row.reconciliation,
        "difference": row.difference,
        "kind": row.kind,
        "state": _state(row),
        "answer": row.answer,
        "workplace": reader.named(row.workplace),
        "residence": reader.named(row.residence),
        "as_on": row.as_on,
        "link": row.link,
        "member": row.member,
        "full_name": name,
        "stated_cell": reader.named(row.stated_cell),
        "stated_status": row.stated_status,
        "cell": reader.named(row.cell),
        "standing_since": row.from_day,
        "opened_by": row.opened_by,
        "settled_by": row.settled_by,
    }
