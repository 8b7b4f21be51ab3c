"""Writing calendar duties farther ahead, as a full build with the farther horizon would have.

A subject of a new period is folded at each position at which one of its sources grew, with the log
read up to there. So is, from its beginning, whatever asked how far the horizon is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, delete, func, select

from projections.dependencies import DEPENDENCY
from projections.folding import Folding
from projections.read_model import AnyReadModel
from projections.subjects import HORIZON, Subject, subject_of

_DEPENDENTS = select(DEPENDENCY.c.subject).where(DEPENDENCY.c.source == HORIZON)


def write_ahead(connection: Connection, folding: Folding, old: date, end: int) -> None:
    """Write what the horizon of a folding reaches beyond the old one, as known up to a position.

    The folding has to be fresh and read the log to that position.
    """
    afresh = list(_dependents_on_horizon(connection))
    for model in folding.models:
        _erase_dependents(connection, model)
    for subject, born in (*afresh, *folding.duties.beyond(old, folding.horizon)):
        _unfold(folding, subject, born, end)
        folding.flush()


def _dependents_on_horizon(connection: Connection) -> Iterator[tuple[Subject, int]]:
    first_read = (
        select(DEPENDENCY.c.subject, func.min(DEPENDENCY.c.since))
        .where(DEPENDENCY.c.subject.in_(_DEPENDENTS))
        .group_by(DEPENDENCY.c.subject)
        .order_by(DEPENDENCY.c.subject)
    )
    for subject, born in connection.execute(first_read):
        yield subject_of(subject), born


def _erase_dependents(connection: Connection, model: AnyReadModel) -> None:
    table, side = model.versioned.table, model.versioned.side_table
    if side is not None:
        rows = select(table.c.id).where(table.c.subject.in_(_DEPENDENTS))
        connection.execute(delete(side).where(side.c.row.in_(rows)))
    connection.execute(delete(table).where(table.c.subject.in_(_DEPENDENTS)))


def _unfold(folding: Folding, subject: Subject, born: int, end: int) -> None:
    position: int | None = born
    while position is not None and position <= end:
        folding.fold(subject, position)
        position = min(_growths(folding, subject, position), default=None)


def _growths(folding: Folding, subject: Subject, position: int) -> Iterator[int]:
    """Give for each source of a subject the next position at which it grew."""
    for source in folding.sources(subject):
        if source == HORIZON:
            continue
        if " " in source:
            grown = [entry.since for entry in folding.index.entries(source)]
        else:
            grown = folding.reading.history(UUID(source)).positions()
        later = [since for since in grown if since > position]
        if later:
            yield later[0]
