"""Which streams belong together: all that was ever true, from the position on that it is known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, MetaData, Table, bindparam, select

from projections.columns import TEXT
from projections.recent import Recent
from projections.statements import insertion

INDEX_ENTRY = Table(
    "index_entry",
    MetaData(),
    Column("source", TEXT, primary_key=True),
    Column("stream", TEXT, primary_key=True),
    Column("since", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
_ENTRIES = (
    select(INDEX_ENTRY.c.since, INDEX_ENTRY.c.stream)
    .where(INDEX_ENTRY.c.source == bindparam("source"))
    .order_by(INDEX_ENTRY.c.since, INDEX_ENTRY.c.stream)
)


class Entry(NamedTuple):
    """A stream under a key, from a position on."""

    since: int
    stream: UUID


class StreamIndex:
    """The index, as it is stored and as a page changes it: it only grows."""

    def __init__(self, connection: Connection, *, limit: int, whole: bool) -> None:
        self._connection = connection
        self._entries: Recent[str, list[Entry]] = Recent(limit, whole=whole)
        self._added: list[tuple[str, str, int]] = []

    def entries(self, source: str) -> list[Entry]:
        """Give the entries under a key in the order in which they came to be known."""
        entries = self._entries.get(source)
        if entries is None:
            found = [] if self._entries.whole else self._load(source)
            entries = self._entries.put(source, list(found))
        return entries

    def grow(self, entries: Iterable[tuple[str, UUID]], position: int) -> list[str]:
        """Enter streams under keys; give the keys under which there was something new."""
        grown: list[str] = []
        for source, stream in sorted(set(entries), key=str):
            known = self.entries(source)
            if all(entry.stream != stream for entry in known):
                known.append(Entry(position, stream))
                self._added.append((source, str(stream), position))
                grown.append(source)
        return grown

    def flush(self) -> None:
        """Write down what the page has added."""
        if self._added:
            self._connection.exec_driver_sql(insertion(self._connection, INDEX_ENTRY), self._added)
        self._added = []
        self._entries.trim()

    def _load(self, source: str) -> Iterable[Entry]:
        rows = self._connection.execute(_ENTRIES, {"source": source})
        return (Entry(since, UUID(stream)) for since, stream in rows)
