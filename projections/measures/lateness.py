"""How much is entered long after its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Integer, bindparam, select

from domain.decisions import vietnam_day
from projections.chronicle import CHRONICLE_ENTRY
from projections.measures.observation import Measure, Observation
from projections.versions import known
from projections.viewpoint import Viewpoint
from projections.views import Views

_TABLE = CHRONICLE_ENTRY.table
_OF_BODIES = select(
    _TABLE.c.event, _TABLE.c.occurred_on, _TABLE.c.recorded_at, _TABLE.c.committee
).where(
    known(_TABLE),
    _TABLE.c.committee.in_(bindparam("bodies", expanding=True)),
    _TABLE.c.effect_day <= bindparam("day", type_=Integer),
)


def of_entries(
    views: Views, bodies: Sequence[UUID], viewpoint: Viewpoint, late_days: int
) -> Iterator[Observation]:
    """Observe each entry of some bodies: whether it was entered more than so many days late."""
    values = viewpoint.bound(bodies=[str(body) for body in bodies])
    for event, day, microseconds, body in views.ask(_OF_BODIES, values):
        occurred_on = date.fromordinal(day)
        entered_on = vietnam_day(datetime.fromtimestamp(microseconds / 1_000_000, UTC))
        yield Observation(
            measure=Measure.RECORDED_LATE,
            detail=None,
            part=int(entered_on - occurred_on > timedelta(days=late_days)),
            whole=1,
            year=occurred_on.year,
            on=occurred_on,
            about=f"entry/{event}",
            workplace_cell=UUID(body),
            residence_cell=UUID(body),
        )
