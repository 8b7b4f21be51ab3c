"""Who is on the roster: the workplace's members, or those introduced to a residence committee."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from domain.acts import Side
from projections.introduced import Introduced, Stage, introduced
from projections.roster import OnRoster, State, roster
from service.queries.asked import cursor_of
from service.queries.page import Page
from service.queries.reader import Reader, days

PARAMETERS = ("as_of", "known_at", "organization", "state", "side", "limit", "cursor", "after")


def ask_roster(reader: Reader) -> Page:
    """List how each member stands; ``side`` chooses where a body stands on both."""
    reader.asked.only(*PARAMETERS)
    if reader.side is Side.WORKPLACE:
        return _of_workplace(reader)
    return _of_residence(reader)


def _after(reader: Reader) -> UUID | None:
    place = reader.asked.cursor(tuple[UUID])
    return place[0] if place else None


def _of_workplace(reader: Reader) -> Page:
    limit = reader.asked.limit()
    states = [State(code) for code in reader.asked.codes("state", tuple(State))]
    found = roster(
        reader.service.views,
        reader.committees,
        reader.viewpoint,
        cells=reader.cells,
        states=states,
        after=_after(reader),
        limit=limit + 1,
    )
    shown = found[:limit]
    items = member_items(reader, shown)
    return Page(items, cursor_of(shown[-1].member) if len(found) > limit else None)


def member_items(reader: Reader, rows: Sequence[OnRoster]) -> list[dict[str, Any]]:
    """Say how some members of the workplace stand, their private fields opened."""
    places = [(r.full_name, r.birth_date, r.neighborhood, r.dwelling) for r in rows]
    reader.prefetch(place for row in places for place in row)
    reader.called(b for r in rows for b in (r.cell, r.body, r.residence_cell, r.group))
    return [_member(reader, row) for row in rows]


def _member(reader: Reader, row: OnRoster) -> dict[str, Any]:
    places = (row.full_name, row.birth_date, row.neighborhood, row.dwelling)
    name, birth, neighborhood, dwelling = reader.open(row.member, places)
    return {
        "member": row.member,
        "full_name": name,
        "birth_date": birth,
        "state": row.state,
        "cell": reader.named(row.cell),
        "suspended": row.suspended,
        "exempt_a": row.exempt,
        "exempt_until": days(row.exempt_until),
        "residence": {
            "residence_no": row.residence_no,
            "body": reader.named(row.body),
            "neighborhood": neighborhood,
            "dwelling": dwelling,
        }
        if row.residence_no
        else None,
        "link": row.link,
        "attempt": row.attempt,
        "slip": row.slip,
        "residence_cell": reader.named(row.residence_cell),
        "group": reader.named(row.group),
        "monitor": row.monitor,
        "older_links": row.older_links,
        "enrolment": row.enrolment,
    }


def _of_residence(reader: Reader) -> Page:
    limit = reader.asked.limit()
    stages = [Stage(code) for code in reader.asked.codes("state", tuple(Stage))]
    found = introduced(
        reader.service.views,
        reader.committees,
        reader.viewpoint,
        cells=reader.cells,
        stages=stages,
        after=_after(reader),
        limit=limit + 1,
    )
    shown = found[:limit]
    items = introduced_items(reader, shown)
    return Page(items, cursor_of(shown[-1].link) if len(found) > limit else None)


def introduced_items(reader: Reader, rows: Sequence[Introduced]) -> list[dict[str, Any]]:
    """Say how some members introduced to the residence stand, their private fields opened."""
    reader.prefetch(place for r in rows for place in (r.full_name, r.dwelling))
    reader.called(b for r in rows for b in (r.cell, r.body, r.workplace, r.group))
    return [_introduced(reader, row) for row in rows]


def _introduced(reader: Reader, row: Introduced) -> dict[str, Any]:
    name, dwelling = reader.open(row.member, (row.full_name, row.dwelling))
    return {
        "link": row.link,
        "member": row.member,
        "full_name": name,
        "dwelling": dwelling,
        "state": row.stage,
        "workplace": reader.named(row.workplace),
        "body": reader.named(row.body),
        "cell": reader.named(row.cell),
        "attempt": row.attempt,
        "suspended": row.suspended,
        "exempt_a": row.exempt,
        "exempt_until": days(row.exempt_until),
        "slip": row.slip,
        "group": reader.named(row.group),
        "monitor": row.monitor,
    }
