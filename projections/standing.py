"""The standing duties that were ever opened, so that a farther horizon can write them ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import BigInteger, Column, Connection, MetaData, Table, select

from projections.columns import TEXT
from projections.recent import Recent
from projections.routes import Standing, periods
from projections.statements import insertion
from projections.subjects import Subject

STANDING_DUTY = Table(
    "standing_duty",
    MetaData(),
    Column("kind", TEXT, primary_key=True),
    Column("key", TEXT, primary_key=True),
    Column("first", TEXT, primary_key=True),
    Column("since", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)


class StandingDuties:
    """The duties, as they are stored and as a page changes them."""

    def __init__(self, connection: Connection, *, limit: int, whole: bool) -> None:
        self._connection = connection
        self._known: Recent[Standing, bool] = Recent(limit, whole=whole)
        self._added: list[tuple[str, str, str, int]] = []

    def note(self, duty: Standing, position: int) -> None:
        """Note that a duty was opened, the first time that it is."""
        if self._known.get(duty) is None:
            self._known.put(duty, True)
            if self._known.whole or not self._is_stored(duty):
                self._added.append((*duty, position))

    def flush(self) -> None:
        """Write down what the page has added."""
        if self._added:
            statement = insertion(self._connection, STANDING_DUTY)
            self._connection.exec_driver_sql(statement, self._added)
        self._added = []
        self._known.trim()

    def beyond(self, old: date, new: date) -> Iterator[tuple[Subject, int]]:
        """Name the subjects that only the new horizon reaches, each with its first position."""
        born: dict[Subject, int] = {}
        for *duty, since in self._connection.execute(select(STANDING_DUTY)):
            within = set(periods(Standing(*duty), old))
            for subject in periods(Standing(*duty), new):
                if subject not in within:
                    born[subject] = min(since, born.get(subject, since))
        yield from sorted(born.items())

    def _is_stored(self, duty: Standing) -> bool:
        found = select(STANDING_DUTY.c.since).where(
            STANDING_DUTY.c.kind == duty.kind,
            STANDING_DUTY.c.key == duty.key,
            STANDING_DUTY.c.first == duty.first,
        )
        return self._connection.execute(found).first() is not None
