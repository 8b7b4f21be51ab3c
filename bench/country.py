"""Read models of many committees: those of one played year, copied under other ids."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from projections.models import MODELS
from projections.views import Checkpoint, Views, move_checkpoint, read_checkpoint

MEMBERS = 248
_ID = re.compile(r"[0-9a-f]{4}(?=[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})")
_PAGE = 20_000


def played(folder: Path, members: int = MEMBERS) -> Path:
    """Play the demo of one committee, once, and give its data folder."""
    data = folder / "one"
    if not data.exists():
        words = ["demo", "--once", "--json", "--members", str(members), "--data", str(data)]
        subprocess.run(
            [sys.executable, "-m", "service.cli", *words], stdout=subprocess.DEVNULL, check=True
        )
    return data


def views_of(address: str, one: Path, committees: int) -> Views:
    """Make read models at an address that hold the year of so many committees like the first."""
    source, target = Views(str(one / "views.db"), MODELS), Views(address, MODELS)
    with source.reading() as known:
        checkpoint = read_checkpoint(known)
        target.create(_horizon(checkpoint), "")
        for model in MODELS:
            for table in model.versioned.tables:
                rows = [tuple(row) for row in known.execute(select(*table.columns))]
                _copy(target, table, rows, committees)
    with target.engine.begin() as connection:
        move_checkpoint(connection, read_checkpoint(connection), checkpoint)
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("ANALYZE")
    source.close()
    return target


def _horizon(checkpoint: Checkpoint) -> Any:
    from datetime import date  # noqa: PLC0415

    return date.fromordinal(checkpoint.horizon)


def _copy(target: Views, table: Any, rows: Sequence[tuple[Any, ...]], committees: int) -> None:
    numbered = [n for n, column in enumerate(table.columns) if column.name in ("id", "row")]
    with target.engine.begin() as connection:
        page: list[tuple[Any, ...]] = []
        for row in _copies(rows, numbered, committees):
            page.append(row)
            if len(page) == _PAGE:
                _insert(connection, table, page)
                page = []
        _insert(connection, table, page)


def _copies(
    rows: Sequence[tuple[Any, ...]], numbered: Sequence[int], committees: int
) -> Iterator[tuple[Any, ...]]:
    for copy in range(committees):
        for row in rows:
            yield tuple(
                value + copy * 10_000_000 if place in numbered else _named(value, copy)
                for place, value in enumerate(row)
            )


def _named(value: Any, copy: int) -> Any:
    """Give a text the ids of a copy: the first one keeps its own."""
    if copy and isinstance(value, str):
        return _ID.sub(f"{copy:04x}", value)
    return value


def _insert(connection: Connection, table: Any, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        names = [column.name for column in table.columns]
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
