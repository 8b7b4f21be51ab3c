"""Which exemptions from attending are about to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from projections.measures.observation import Measure, Observation
from projections.roster import OnRoster

SOON = timedelta(days=60)


def of_exemptions(rows: Iterable[OnRoster], day: date) -> Iterator[Observation]:
    """Observe each exemption whose last day is one of the next sixty."""
    for row in rows:
        if row.exempt and row.exempt_until and row.exempt_until <= day + SOON:
            yield Observation(
                measure=Measure.EXEMPTIONS_ENDING,
                detail=None,
                part=1,
                whole=1,
                year=row.exempt_until.year,
                on=row.exempt_until,
                about=f"member/{row.member}",
                member=row.member,
                link=row.link,
                workplace=row.committee,
                workplace_cell=row.cell,
                residence=row.body,
                residence_cell=row.residence_cell,
            )
