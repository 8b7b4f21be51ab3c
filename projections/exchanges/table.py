"""The table of what passed, and the questions to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Integer, Select, bindparam, select

from projections.exchanges.exchanged import Exchanged
from projections.exchanges.papers import (
    papers_of_asking,
    papers_of_evaluation,
    papers_of_link,
    papers_of_pair,
    papers_of_report,
)
from projections.read_model import ReadModel
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views

EXCHANGED = VersionedTable(
    "exchanged", Exchanged, indexes=[("workplace", "year"), ("residence", "year")]
)
EXCHANGES = ReadModel(
    EXCHANGED,
    {
        "link": papers_of_link,
        "evaluation": papers_of_evaluation,
        "report": papers_of_report,
        "letter_ask": papers_of_asking,
        "pair": papers_of_pair,
    },
)

_TABLE = EXCHANGED.table


def exchanged_by(
    views: Views, workplaces: Sequence[UUID], year: int, viewpoint: Viewpoint
) -> list[Exchanged]:
    """List what passed in a year between some workplaces and any residence, by date."""
    values = viewpoint.bound(workplaces=_texts(workplaces), year=year)
    return [EXCHANGED.loaded(row) for row in views.ask(_of_year(both=False), values)]


def exchanged_between(
    views: Views,
    workplaces: Sequence[UUID],
    residences: Sequence[UUID],
    year: int,
    viewpoint: Viewpoint,
) -> list[Exchanged]:
    """List what passed in a year between some workplaces and some residences, by date."""
    sides = {"workplaces": _texts(workplaces), "residences": _texts(residences)}
    values = viewpoint.bound(year=year, **sides)
    return [EXCHANGED.loaded(row) for row in views.ask(_of_year(both=True), values)]


@cache
def _of_year(*, both: bool) -> Select[Any]:
    statement = select(*EXCHANGED.columns).where(
        _TABLE.c.workplace.in_(bindparam("workplaces", expanding=True)),
        _TABLE.c.year == bindparam("year", type_=Integer),
        known(_TABLE),
        on_day(_TABLE),
    )
    if both:
        residences: BindParameter[Any] = bindparam("residences", expanding=True)
        statement = statement.where(_TABLE.c.residence.in_(residences))
    return statement.order_by(_TABLE.c.done_on, _TABLE.c.event)


def _texts(ids: Sequence[UUID]) -> list[str]:
    return [str(one) for one in ids]
