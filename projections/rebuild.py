"""Building the read models anew, and comparing them with those that stand, row for row.

Nothing is lost with a read model: what is built anew is right. Where the two differ, it takes the
place of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, Select, Table, case, delete, select

from domain.rulebook import Rulebook
from projections.index import INDEX_ENTRY
from projections.log import Log
from projections.pump import Pump
from projections.statements import insertion
from projections.versions import STILL_KNOWN, VersionedTable
from projections.views import CHECKPOINT, Views, move_checkpoint

_BATCH = 10_000


@dataclass(frozen=True)
class Rebuilt:
    """What came of it: how many events were read, how long that took, which tables differed."""

    events: int
    seconds: float
    differing: tuple[str, ...]

    @property
    def equal(self) -> bool:
        """Whether every row was as it had been."""
        return not self.differing


def rebuild(log: Log, views: Views, fresh: Views, rulebook: Rulebook) -> Rebuilt:
    """Build in a fresh place what is known where the read models stand, compare, and tidy up.

    ``fresh`` is another file or schema for the same read models; nothing is left in it.
    """
    standing = views.checkpoint()
    fresh.drop()
    pump = Pump(log, fresh, rulebook, date.fromordinal(standing.horizon))
    try:
        started = perf_counter()
        pump.catch_up(standing.position)
        seconds = perf_counter() - started
        differing = tuple(_differing(views, fresh, standing.position))
        if differing:
            pump.catch_up()
            _replace(views, fresh)
    finally:
        pump.close()
    fresh.drop()
    fresh.close()
    return Rebuilt(standing.position, seconds, differing)


def _differing(views: Views, fresh: Views, position: int) -> Iterator[str]:
    """Name the tables whose rows differ as they were known at a position."""
    with views.reading() as ours, fresh.reading() as anew:
        for statement, name in _comparisons(views, position):
            rows = zip_longest(_rows(ours, statement), _rows(anew, statement))
            if any(one != other for one, other in rows):
                yield name


def _comparisons(views: Views, position: int) -> Iterator[tuple[Select[Any], str]]:
    known = INDEX_ENTRY.c.since <= position
    yield select(INDEX_ENTRY).where(known).order_by(*INDEX_ENTRY.columns), INDEX_ENTRY.name
    for model in views.models:
        yield _all_known(model.versioned, position), model.versioned.name
        if model.versioned.side_table is not None:
            yield _all_beside(model.versioned, position), model.versioned.side_table.name


def _all_known(versioned: VersionedTable[Any], position: int) -> Select[Any]:
    """Select every version known by a position, but for the number of its row."""
    table = versioned.table
    columns = [table.c.subject, *versioned.columns, table.c.known_from, _end(table, position)]
    return select(*columns).where(table.c.known_from <= position).order_by(*columns)


def _all_beside(versioned: VersionedTable[Any], position: int) -> Select[Any]:
    table, side = versioned.tables
    values = [column for column in side.columns if column.name not in ("row", "known_to")]
    columns = [*values, _end(side, position), table.c.subject]
    beside = select(*columns).join(table, table.c.id == side.c.row)
    return beside.where(side.c.known_from <= position).order_by(*columns)


def _end(table: Table, position: int) -> Any:
    """Give where a version ended, as far as that was known at a position."""
    return case((table.c.known_to > position, STILL_KNOWN), else_=table.c.known_to)


def _rows(connection: Connection, statement: Select[Any]) -> Iterator[Sequence[Any]]:
    with connection.execution_options(yield_per=_BATCH).execute(statement) as result:
        yield from result


def _replace(views: Views, fresh: Views) -> None:
    """Put the rows of the fresh tables into those that stand, in one transaction."""
    built, moved = fresh.checkpoint(), False
    while not moved:
        standing = views.checkpoint()
        new = built._replace(edition=standing.edition + 1)
        with views.engine.begin() as connection, fresh.reading() as source:
            moved = move_checkpoint(connection, standing, new)
            if moved:
                for table in views.tables:
                    if table is not CHECKPOINT:
                        _copy(source, connection, table)


def _copy(source: Connection, target: Connection, table: Table) -> None:
    target.execute(delete(table))
    with source.execution_options(yield_per=_BATCH).execute(select(table)) as result:
        for batch in result.partitions():
            target.exec_driver_sql(insertion(target, table), [tuple(row) for row in batch])
