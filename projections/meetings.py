"""The calendar of meetings: what residence cells called for, held, or called off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Integer, bindparam, select

from domain.intervals import FOREVER
from domain.meeting import Meeting, MeetingCancelled, MeetingKind
from projections.read_model import Facts, ReadModel
from projections.runs import runs
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


class Outcome(StrEnum):
    """What became of a meeting."""

    CONVENED = "CONVENED"
    HELD = "HELD"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class OnCalendar:
    """One meeting on a run of days: for which day it is called, or on which it was held.

    ``time`` is that of its call, such as ``19:30``; ``about`` as well, empty where there was none.
    ``entries`` counts all that was ever entered about it.
    """

    meeting: UUID
    cell: UUID
    day: date
    time: str | None
    kind: MeetingKind
    period: str | None
    about: str
    outcome: Outcome
    entries: int
    from_day: date
    to_day: date


def meetings_on_calendar(subject: Subject, facts: Facts) -> Iterator[OnCalendar]:
    """Give the rows of one meeting, from the day on which it was called or held."""
    meeting = facts.meeting(UUID(subject[1]))
    days = {entry.effect_date for entry in meeting.effective}
    yield from runs(days, lambda day: _on(day, meeting.as_of(day)))


def _on(day: date, meeting: Meeting) -> OnCalendar | None:
    called, held = meeting.convened, meeting.held
    entry = held or called
    if entry is None:
        return None
    planned = called.scheduled_for if called else entry.occurred_on
    outcome = Outcome.CANCELLED if meeting.of(MeetingCancelled) else Outcome.CONVENED
    return OnCalendar(
        meeting=meeting.id,
        cell=entry.cell,
        day=held.occurred_on if held else planned,
        time=f"{called.time:%H:%M}" if called and called.time else None,
        kind=entry.kind,
        period=entry.period,
        about=called.about if called else "",
        outcome=Outcome.HELD if held else outcome,
        entries=len(meeting.entries),
        from_day=day,
        to_day=FOREVER,
    )


ON_CALENDAR = VersionedTable("on_calendar", OnCalendar, indexes=[("cell", "to_day")])
CALENDAR = ReadModel(ON_CALENDAR, {"meeting": meetings_on_calendar})

_TABLE = ON_CALENDAR.table
_OF_CELLS = (
    select(*ON_CALENDAR.columns)
    .where(
        _TABLE.c.cell.in_(bindparam("cells", expanding=True)),
        known(_TABLE),
        on_day(_TABLE),
        _TABLE.c.day >= bindparam("first", type_=Integer),
        _TABLE.c.day <= bindparam("last", type_=Integer),
    )
    .order_by(_TABLE.c.day, _TABLE.c.meeting)
)


def meetings_of(
    views: Views, cells: Sequence[UUID], viewpoint: Viewpoint, first: date, last: date
) -> list[OnCalendar]:
    """List the meetings of some cells that fall on the days from the first to the last."""
    values = viewpoint.bound(
        cells=[str(cell) for cell in cells], first=first.toordinal(), last=last.toordinal()
    )
    return [ON_CALENDAR.loaded(row) for row in views.ask(_OF_CELLS, values)]
