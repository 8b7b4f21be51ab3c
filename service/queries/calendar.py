"""The calendar of a body: meetings of its cells, and the days on which its duties fall due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from domain.intervals import FOREVER
from domain.names import LIENHE
from domain.organization import Kind
from projections.meetings import OnCalendar, meetings_of
from projections.obligations import obligations
from projections.organizations import bodies_below
from projections.successions import with_predecessors
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = ("as_of", "known_at", "organization", "from", "to", "after")
DUE, WAITING, LATE = "DUE", "WAITING", "LATE"
USUAL_PAST = timedelta(days=366)


class Deadline(NamedTuple):
    """A day on which something falls due, for however many members."""

    due_on: date
    code: str
    step: str | None
    owner: UUID
    office: str
    rule_set: str
    late: bool


def ask_calendar(reader: Reader) -> Page:
    """List the meetings of a body's cells, and when what it and its cells owe falls due, by day.

    Nobody is named: what falls due on one day for many members is one line, with their number.
    ``from`` is a year back unless it is given.
    """
    asked = reader.asked
    asked.only(*PARAMETERS)
    first = asked.day("from") or reader.viewpoint.as_of - USUAL_PAST
    last = asked.day("to") or FOREVER
    below = bodies_below(reader.service.views, [reader.body.id], reader.viewpoint)
    bodies = with_predecessors(reader.service.views, [reader.body.id, *below], reader.viewpoint)
    items = [*_meetings(reader, bodies, first, last), *_deadlines(reader, bodies, first, last)]
    return Page(sorted(items, key=lambda item: (item["day"], item["time"] or "", item["id"])), None)


def _meetings(
    reader: Reader, bodies: Sequence[UUID], first: date, last: date
) -> Iterator[dict[str, Any]]:
    views, viewpoint = reader.service.views, reader.viewpoint
    cells = [*bodies, *with_predecessors(views, _cell_of_group(reader), viewpoint)]
    found = meetings_of(views, cells, viewpoint, first, last)
    reader.called(row.cell for row in found)
    yield from (_meeting(reader, row) for row in found)


def _cell_of_group(reader: Reader) -> Iterator[UUID]:
    """Name the cell of a Party group, whose leader tells its members of the meetings."""
    registered = reader.body.registered
    if registered and registered.kind is Kind.PARTY_GROUP:
        cell = reader.tree.parent_on(reader.body.id, reader.viewpoint.as_of)
        yield from [cell] if cell else []


def _meeting(reader: Reader, row: OnCalendar) -> dict[str, Any]:
    return {
        "id": f"meeting/{row.meeting}",
        "kind": row.kind,
        "day": row.day,
        "time": row.time,
        "title": row.about or None,
        "title_en": row.about or None,
        "state": row.outcome,
        "body": reader.named(row.cell),
        "period": row.period,
        "members": None,
        "code": None,
        "step": None,
        "office": None,
        "clause": None,
        "entries": row.entries,
    }


def _deadlines(
    reader: Reader, bodies: Sequence[UUID], first: date, last: date
) -> Iterator[dict[str, Any]]:
    counted: Counter[Deadline] = Counter()
    as_of, owners = reader.viewpoint.as_of, frozenset(bodies)
    seen = obligations(reader.service.views, reader.bodies, reader.viewpoint)
    own = [row for row in seen if row.owner in owners]
    reader.called(row.owner for row in own)
    for row in own:
        if row.due_on and first <= row.due_on <= last:
            owner = reader.names.present(row.owner)
            here = (row.due_on, row.code, row.step, owner, row.office, row.rule_set)
            counted[Deadline(*here, row.late_from <= as_of)] += 1
    yield from (_deadline(reader, *found) for found in counted.items())


def _deadline(reader: Reader, deadline: Deadline, members: int) -> dict[str, Any]:
    rulebook = reader.service.coordination.rulebook
    rule = rulebook.named(deadline.rule_set).obligations[deadline.code]
    name = f"due/{deadline.code}/{deadline.step}/{deadline.owner}/{deadline.due_on}"
    return {
        "id": f"due/{uuid5(LIENHE, name)}",
        "kind": DUE,
        "day": deadline.due_on,
        "time": None,
        "title": rule.title_vi,
        "title_en": rule.title_en,
        "state": LATE if deadline.late else WAITING,
        "body": reader.named(deadline.owner),
        "period": None,
        "members": members,
        "code": deadline.code,
        "step": deadline.step,
        "office": deadline.office,
        "clause": rule.clause,
        "entries": None,
    }
