"""Writing rows as the difference of two answers: what went is closed, what came is added.

A version is per event, so that whoever asks for any position gets what was known there; the
database hears of it once a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from projections.recent import Recent
from projections.statements import insertion, setting
from projections.versions import STILL_KNOWN, RowT, Values, VersionedTable


class Version(NamedTuple):
    """A row now known: its number, and the position from which it is."""

    id: int
    known_from: int


class Differences(Generic[RowT]):
    """The rows now known of each subject in one table, and what a page changes in them."""

    def __init__(
        self, connection: Connection, versioned: VersionedTable[RowT], *, limit: int, whole: bool
    ) -> None:
        self._connection = connection
        self._versioned = versioned
        self._known: Recent[str, dict[Values, Version]] = Recent(limit, whole=whole)
        self._added: dict[int, tuple[str, Values, int, int]] = {}
        self._closed: list[tuple[Values, Version, int]] = []
        table = versioned.table
        self._last = connection.scalar(select(func.max(table.c.id))) or 0
        self._select = select(table.c.id, table.c.known_from, *versioned.columns).where(
            table.c.subject == bindparam("subject"), table.c.known_to == STILL_KNOWN
        )

    def write(self, subject: str, rows: Iterable[RowT], position: int) -> None:
        """Make these the rows that are known of a subject from a position on."""
        known = self._known_of(subject)
        came = dict.fromkeys(map(self._versioned.stored, rows))
        for values in [values for values in known if values not in came]:
            self._close(values, known.pop(values), position)
        for values in came:
            if values not in known:
                known[values] = self._add(subject, values, position)

    def flush(self) -> None:
        """Write down what the page has changed."""
        if self._closed:
            self._write_closed()
        if self._added:
            self._write_added()
        self._closed, self._added = [], {}
        self._known.trim()

    def _known_of(self, subject: str) -> dict[Values, Version]:
        known = self._known.get(subject)
        if known is None:
            found = [] if self._known.whole else self._load(subject)
            rows = {tuple(values): Version(number, start) for number, start, *values in found}
            known = self._known.put(subject, rows)
        return known

    def _load(self, subject: str) -> Iterable[Sequence[Any]]:
        return self._connection.execute(self._select, {"subject": subject})

    def _add(self, subject: str, values: Values, position: int) -> Version:
        self._last += 1
        self._added[self._last] = (subject, values, position, STILL_KNOWN)
        return Version(self._last, position)

    def _close(self, values: Values, version: Version, position: int) -> None:
        if version.id in self._added:
            subject, _, known_from, _ = self._added[version.id]
            self._added[version.id] = (subject, values, known_from, position)
        else:
            self._closed.append((values, version, position))

    def _write_closed(self) -> None:
        table = self._versioned.table
        statement = setting(self._connection, table, "known_to", ["id"])
        closed = [(position, version.id) for _, version, position in self._closed]
        self._connection.exec_driver_sql(statement, closed)
        if (side := self._versioned.side_table) is not None:
            key = [column.name for column in side.columns]
            beside = [
                (position, *place, STILL_KNOWN, version.known_from, version.id)
                for values, version, position in self._closed
                for place in dict.fromkeys(self._versioned.beside(values))
            ]
            if beside:
                statement = setting(self._connection, side, "known_to", key)
                self._connection.exec_driver_sql(statement, beside)

    def _write_added(self) -> None:
        statement = insertion(self._connection, self._versioned.table)
        self._connection.exec_driver_sql(
            statement,
            [
                (number, subject, *values, known_from, known_to)
                for number, (subject, values, known_from, known_to) in self._added.items()
            ],
        )
        if (side := self._versioned.side_table) is not None:
            beside = [
                (*place, known_to, known_from, number)
                for number, (_, values, known_from, known_to) in self._added.items()
                for place in dict.fromkeys(self._versioned.beside(values))
            ]
            if beside:
                self._connection.exec_driver_sql(insertion(self._connection, side), beside)
