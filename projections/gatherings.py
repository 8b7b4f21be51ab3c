"""What came of each meeting: who came, and what was put forward."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from domain.intervals import FOREVER
from domain.meeting import (
    AbsenceExcused,
    ContentItem,
    Meeting,
    MeetingContentRecorded,
    MeetingKind,
)
from projections.read_model import Facts, ReadModel
from projections.runs import runs
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class Gathering:
    """One meeting that was held, on a run of days; ``statuses`` counts who came, by status."""

    meeting: UUID
    cell: UUID
    held_on: date
    year: int
    kind: MeetingKind
    statuses: dict[str, int]
    items: tuple[ContentItem, ...]
    from_day: date
    to_day: date


def gathering(subject: Subject, facts: Facts) -> Iterator[Gathering]:
    """Give the rows of one meeting, from the day on which it was held."""
    meeting = facts.meeting(UUID(subject[1]))
    days = {entry.effect_date for entry in meeting.effective}
    yield from runs(days, lambda day: _on(day, meeting.as_of(day)))


def _on(day: date, meeting: Meeting) -> Gathering | None:
    held = meeting.held
    if held is None:
        return None
    excused = {entry.link for entry in meeting.of(AbsenceExcused)}
    came = Counter(
        "EXCUSED" if link in excused else status.value
        for link, status in meeting.attendance.items()
    )
    items = {item for entry in meeting.of(MeetingContentRecorded) for item in entry.items}
    return Gathering(
        meeting=meeting.id,
        cell=held.cell,
        held_on=held.occurred_on,
        year=held.occurred_on.year,
        kind=held.kind,
        statuses=dict(sorted(came.items())),
        items=tuple(item for item in ContentItem if item in items),
        from_day=day,
        to_day=FOREVER,
    )


GATHERING = VersionedTable(
    "gathering", Gathering, indexes=[("cell", "to_day"), ("meeting", "to_day")]
)
GATHERINGS = ReadModel(GATHERING, {"meeting": gathering})

_TABLE = GATHERING.table
_ON_THE_DAY = (
    select(*GATHERING.columns)
    .where(known(_TABLE), on_day(_TABLE))
    .order_by(_TABLE.c.held_on, _TABLE.c.meeting)
)
_OF_CELLS = _ON_THE_DAY.where(_TABLE.c.cell.in_(bindparam("cells", expanding=True)))
_NAMED = _ON_THE_DAY.where(_TABLE.c.meeting.in_(bindparam("meetings", expanding=True)))


def gatherings(views: Views, cells: Sequence[UUID], viewpoint: Viewpoint) -> list[Gathering]:
    """List the meetings that some cells held, by date."""
    values = viewpoint.bound(cells=[str(cell) for cell in cells])
    return [GATHERING.loaded(row) for row in views.ask(_OF_CELLS, values)]


def gatherings_named(
    views: Views, meetings: Sequence[UUID], viewpoint: Viewpoint
) -> list[Gathering]:
    """Look up some meetings that were held, by date."""
    values = viewpoint.bound(meetings=[str(meeting) for meeting in meetings])
    return [GATHERING.loaded(row) for row in views.ask(_NAMED, values)]
