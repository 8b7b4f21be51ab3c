"""Which subjects read which sources, and so have to be folded again when one of them grows.

A source is a stream, the key of an index, or the horizon. What was read once is taken to be read
for ever: a fold too many changes no row.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import BigInteger, Column, Connection, Index, MetaData, Table, bindparam, select

from projections.columns import TEXT
from projections.recent import Recent
from projections.statements import insertion

DEPENDENCY = Table(
    "dependency",
    MetaData(),
    Column("source", TEXT, primary_key=True),
    Column("subject", TEXT, primary_key=True),
    Column("since", BigInteger, nullable=False),
    Index("dependency_by_subject", "subject", "source"),
    sqlite_with_rowid=False,
)
_SUBJECTS = select(DEPENDENCY.c.subject).where(DEPENDENCY.c.source == bindparam("source"))
_SOURCES = select(DEPENDENCY.c.source).where(DEPENDENCY.c.subject == bindparam("subject"))


class Dependencies:
    """The dependencies, as they are stored and as a page changes them."""

    def __init__(self, connection: Connection, *, limit: int, whole: bool) -> None:
        self._connection = connection
        self._subjects: Recent[str, set[str]] = Recent(limit, whole=whole)
        self._sources: Recent[str, set[str]] = Recent(limit, whole=whole)
        self._added: list[tuple[str, str, int]] = []

    def on(self, source: str) -> set[str]:
        """Give the subjects that read a source."""
        subjects = self._subjects.get(source)
        if subjects is None:
            rows = () if self._subjects.whole else self._load_subjects(source)
            subjects = self._subjects.put(source, set(rows))
        return subjects

    def of(self, subject: str) -> set[str]:
        """Give the sources that a subject read."""
        sources = self._sources.get(subject)
        if sources is None:
            rows = () if self._sources.whole else self._load_sources(subject)
            sources = self._sources.put(subject, set(rows))
        return sources

    def note(self, subject: str, sources: set[str], position: int) -> None:
        """Note what a fold at a position has read."""
        known = self.of(subject)
        for source in sources - known:
            known.add(source)
            self.on(source).add(subject)
            self._added.append((source, subject, position))

    def flush(self) -> None:
        """Write down what the page has added."""
        if self._added:
            self._connection.exec_driver_sql(insertion(self._connection, DEPENDENCY), self._added)
        self._added = []
        self._subjects.trim()
        self._sources.trim()

    def _load_subjects(self, source: str) -> Iterable[str]:
        return self._connection.scalars(_SUBJECTS, {"source": source})

    def _load_sources(self, subject: str) -> Iterable[str]:
        return self._connection.scalars(_SOURCES, {"subject": subject})
