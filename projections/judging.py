"""What is owed as a rulebook judges it: history folded anew for some bodies, from the log.

Nothing is written. Only the subjects that concern the bodies are folded: those of which they see
something under the rules in force, and those that read a stream about them, about their members
and links, or in which they acted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, or_, select, union

from domain.obligations.folds import FOLDS
from domain.obligations.obligation import Obligation
from domain.rulebook import Rulebook
from projections.chronicle import CHRONICLE_ENTRY
from projections.dependencies import DEPENDENCY
from projections.index import StreamIndex
from projections.introduced import INTRODUCED
from projections.letter_asks import LETTER_REQUEST
from projections.log import Log
from projections.obligations import OBLIGATION
from projections.reading import STREAMS_KEPT, Reading
from projections.roster import ON_ROSTER
from projections.subjects import HORIZON, Subject, subject_of
from projections.versions import POSITION
from projections.views import Views, horizon_of


def judged_under(
    log: Log, views: Views, rulebook: Rulebook, bodies: Sequence[UUID], position: int
) -> list[Obligation]:
    """Give all that some bodies would see under a rulebook, on every day, as known at a position.

    The read models have reached that position.
    """
    values = {"bodies": [str(body) for body in bodies], "position": position}
    seeing = frozenset(bodies)
    with views.reading() as connection:
        index = StreamIndex(connection, limit=STREAMS_KEPT, whole=False)
        reading = Reading(log, index, rulebook, horizon_of(connection), end=position)
        reading.load_at(position, _streams(connection, values))
        rows = (row for subject in _subjects(connection, values) for row in _rows(subject, reading))
        return [row for row in rows if not seeing.isdisjoint(row.viewers)]


def _rows(subject: Subject, reading: Reading) -> Iterator[Obligation]:
    if fold := FOLDS.get(subject[0]):
        yield from fold(subject, reading)


def _subjects(connection: Connection, values: dict[str, Any]) -> list[Subject]:
    return sorted(map(subject_of, connection.scalars(_THERE.distinct(), values)))


def _streams(connection: Connection, values: dict[str, Any]) -> Iterator[UUID]:
    """Name the streams that these subjects read under the rules in force."""
    sources = connection.scalars(_READ, values)
    return (UUID(source) for source in sources if source != HORIZON and " " not in source)


_BODIES: Any = bindparam("bodies", expanding=True)
_ROSTER, _INTRODUCED, _CHRONICLE = ON_ROSTER.table, INTRODUCED.table, CHRONICLE_ENTRY.table
_ASKED = LETTER_REQUEST.table
_OBLIGATION, _VIEWER = OBLIGATION.tables


def _of_introduced(column: str) -> Select[tuple[str]]:
    at_the_residence = (_INTRODUCED.c[name].in_(_BODIES) for name in ("body", "cell", "group"))
    return select(_INTRODUCED.c[column]).where(or_(*at_the_residence))


_ABOUT = union(
    select(_CHRONICLE.c.stream).where(_CHRONICLE.c.committee.in_(_BODIES)),
    select(_ROSTER.c.member).where(
        or_(_ROSTER.c.committee.in_(_BODIES), _ROSTER.c.cell.in_(_BODIES))
    ),
    select(_ASKED.c.letter_ask).where(
        or_(_ASKED.c.residence.in_(_BODIES), _ASKED.c.workplace.in_(_BODIES))
    ),
    _of_introduced("link"),
    _of_introduced("member"),
)
_SEEN = select(_VIEWER.c.row).where(_VIEWER.c.organization.in_(_BODIES))
_READS_ONE = or_(DEPENDENCY.c.source.in_(_ABOUT), DEPENDENCY.c.source.in_(_BODIES))
_CONCERNED = union(
    select(_OBLIGATION.c.subject).where(_OBLIGATION.c.id.in_(_SEEN)),
    select(DEPENDENCY.c.subject).where(_READS_ONE),
)
# What came into being later had no answer yet.
_THERE = select(DEPENDENCY.c.subject).where(
    DEPENDENCY.c.subject.in_(_CONCERNED), DEPENDENCY.c.since <= POSITION
)
_READ = select(DEPENDENCY.c.source).where(DEPENDENCY.c.subject.in_(_CONCERNED)).distinct()
