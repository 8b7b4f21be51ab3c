"""The register of bodies, and who one is: open to every officer, nothing personal in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from domain.organization import standing_on
from projections.organizations import Body, register
from projections.viewpoint import Viewpoint
from service.queries.asked import cursor_of
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = ("as_of", "known_at", "limit", "cursor", "after")


def ask_register(reader: Reader) -> Page:
    """List the bodies that stand on a day."""
    reader.asked.only(*PARAMETERS)
    limit = reader.asked.limit()
    place = reader.asked.cursor(tuple[UUID])
    found = register(
        reader.service.views,
        reader.viewpoint,
        after=place[0] if place else None,
        limit=limit + 1,
    )
    shown = found[:limit]
    following = cursor_of(shown[-1].organization) if len(found) > limit else None
    return Page([_body(body, reader.viewpoint) for body in shown], following)


def _body(body: Body, viewpoint: Viewpoint) -> dict[str, Any]:
    return {
        "id": body.organization,
        "code": body.code,
        "kind": body.kind,
        "name": body.name,
        "symbol": body.symbol,
        "parent": body.parent,
        "sides": body.sides,
        "commune_unit": body.commune_unit,
        "neighborhood": body.neighborhood,
        "followed_from": body.followed_from,
        "stands_until": body.ends_on,
        "succeeded_by": body.succeeded_by,
    }


def who_am_i(reader: Reader) -> dict[str, Any]:
    """Say who the token names, in which body, and which offices he holds there today."""
    reader.asked.only()
    own, today = reader.own, reader.today
    standing = standing_on(own, today, reader.tree) if own else None
    held = standing.offices_of(reader.officer.person, today) if standing else frozenset()
    return {
        "officer": reader.officer.person,
        "organization": own,
        "organization_name": reader.organization(own).name_on(today) if own else None,
        "offices": sorted(held) if own else ["administrator"],
        "today": today,
    }
