"""Everything that is observed of one committee, or of one of its cells, on one side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from domain.acts import Side
from projections.classification import YEAR_INPUTS, YearInputs
from projections.courses import courses
from projections.gatherings import gatherings
from projections.measures.exemptions import of_exemptions
from projections.measures.lateness import of_entries
from projections.measures.meetings import of_attendance, of_gatherings, of_households
from projections.measures.observation import Observation
from projections.measures.papers import of_papers, of_uniformity
from projections.obligations import obligations
from projections.roster import roster
from projections.versions import known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views

_YEARS = YEAR_INPUTS.table
_OF_COMMITTEES = select(*YEAR_INPUTS.columns).where(
    known(_YEARS),
    on_day(_YEARS),
    _YEARS.c.committee.in_(bindparam("committees", expanding=True)),
)


@dataclass(frozen=True)
class Observed:
    """A committee with all that stands below it, looked at from one side.

    ``cells`` narrows to some cells; ``late_days`` is the figure ``record.late_days`` there.
    """

    views: Views
    viewpoint: Viewpoint
    side: Side
    committees: Sequence[UUID]
    below: Sequence[UUID]
    cells: Sequence[UUID]
    late_days: int

    def observations(self) -> Iterator[Observation]:
        """Observe papers, meetings, entries and exemptions."""
        found = self._workplace() if self.side is Side.WORKPLACE else self._residence()
        for one in (*found, *self._entries()):
            cell = one.workplace_cell if self.side is Side.WORKPLACE else one.residence_cell
            if not self.cells or cell in self.cells:
                yield one

    def _workplace(self) -> Iterator[Observation]:
        papers = courses(self.views, self.committees, self.viewpoint, of_workplace=True)
        yield from of_papers(papers)
        yield from of_uniformity(papers)
        yield from of_attendance(self._years())
        rows = roster(self.views, self.committees, self.viewpoint)
        yield from of_exemptions(rows, self.viewpoint.as_of)

    def _residence(self) -> Iterator[Observation]:
        papers = courses(self.views, self.committees, self.viewpoint, of_workplace=False)
        yield from of_papers(papers)
        yield from of_uniformity(papers)
        yield from of_gatherings(gatherings(self.views, self.below, self.viewpoint))
        seen = obligations(self.views, self.committees, self.viewpoint, codes=["G16"])
        yield from of_households(seen)

    def _entries(self) -> Iterator[Observation]:
        bodies = [*self.committees, *self.below]
        yield from of_entries(self.views, bodies, self.viewpoint, self.late_days)

    def _years(self) -> list[YearInputs]:
        values = self.viewpoint.bound(committees=[str(one) for one in self.committees])
        return [YEAR_INPUTS.loaded(row) for row in self.views.ask(_OF_COMMITTEES, values)]
