"""Which work is out of the list for a while; a gap stays a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from projections.read_model import Facts, ReadModel
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class Snoozed:
    """One obligation on the days on which its work is put off; ``event`` is who said so."""

    obligation: str
    event: str
    reason: str
    from_day: date
    to_day: date


def days_put_off(subject: Subject, facts: Facts) -> Iterator[Snoozed]:
    """Give the days of each snooze of one obligation."""
    for entry, days in facts.owed(UUID(subject[1])).snoozed:
        yield Snoozed(entry.obligation, entry.id, entry.reason, days.start, days.end)


SNOOZED = VersionedTable("snoozed", Snoozed, indexes=[("obligation", "to_day")])
SNOOZES = ReadModel(SNOOZED, {"snoozed": days_put_off})

_TABLE = SNOOZED.table
_ON_THE_DAY = (
    select(*SNOOZED.columns)
    .where(known(_TABLE), on_day(_TABLE))
    .where(_TABLE.c.obligation.in_(bindparam("obligations", expanding=True)))
    .order_by(_TABLE.c.to_day)
)


def snoozed(views: Views, obligations: Sequence[str], viewpoint: Viewpoint) -> dict[str, Snoozed]:
    """Look up which of some obligations are put off on a day, by key; the longest of several."""
    values = viewpoint.bound(obligations=list(obligations))
    found = (SNOOZED.loaded(row) for row in views.ask(_ON_THE_DAY, values))
    return {row.obligation: row for row in found}
