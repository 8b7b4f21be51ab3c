"""Asking the tables, and asking the folds without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import select

from domain.entries import Event
from domain.rulebook import load_rulebook
from projections.pump import Pump
from projections.read_model import AnyReadModel
from projections.subjects import text_of
from projections.versions import known, on_day
from projections.views import Views
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog
from tests.projections.prefix import prefix_of
from tests.projections.world import HORIZON

RULEBOOK = load_rulebook()


@contextmanager
def pumping(log: MemoryLog, views: Views, horizon: date = HORIZON, **how: Any) -> Iterator[Pump]:
    pump = Pump(log, views, RULEBOOK, horizon, **how)
    try:
        yield pump
    finally:
        pump.close()


def built(
    places: Places,
    models: Sequence[AnyReadModel],
    events: Sequence[Event],
    page: int = 100,
    kept: int = 100,
) -> Views:
    views = places(models)
    with pumping(MemoryLog(events), views, page=page, kept=kept) as pump:
        assert pump.catch_up() == len(events)
    return views


def selected(views: Views, model: AnyReadModel, day: date, position: int) -> list[Any]:
    versioned = model.versioned
    statement = select(versioned.table.c.subject, *versioned.columns)
    statement = statement.where(known(versioned.table), on_day(versioned.table))
    found = views.ask(statement, {"day": day.toordinal(), "position": position})
    return sorted(((row[0], versioned.loaded(row[1:])) for row in found), key=repr)


def folded(
    events: Sequence[Event], model: AnyReadModel, day: date, position: int, horizon: date
) -> list[Any]:
    prefix = prefix_of(events[:position], horizon)
    rows = (
        (text_of(subject), row)
        for subject in prefix.subjects
        if (fold := model.folds.get(subject[0]))
        for row in {model.versioned.stored(row): row for row in fold(subject, prefix)}.values()
    )
    return sorted(((s, row) for s, row in rows if row.from_day <= day < row.to_day), key=repr)


def rows_of(views: Views) -> dict[str, list[Any]]:
    """Every version of every row, but for the numbers of the rows."""
    found: dict[str, list[Any]] = {}
    for model in views.models:
        table, side = model.versioned.table, model.versioned.side_table
        columns = [column for column in table.columns if column.name != "id"]
        found[table.name] = sorted(map(tuple, views.ask(select(*columns), {})), key=repr)
        if side is not None:
            joined = select(*columns, *(c for c in side.columns if c.name != "row")).join(
                side, side.c.row == table.c.id
            )
            found[side.name] = sorted(map(tuple, views.ask(joined, {})), key=repr)
    views.close()
    return found
