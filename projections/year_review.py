"""Questions to a year: what the review gets for each member, and what of it is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, select

from domain.evaluation import Purpose, evaluation_id
from domain.obligations.obligation import Obligation
from projections.classification import YEAR_INPUTS, YearInputs
from projections.classified import Classified, decided_on_members
from projections.columns import TEXT
from projections.completeness import Finding, Item, Known, is_complete
from projections.follow_ups import FollowUps
from projections.obligations import obligations_about, obligations_of_members
from projections.opinion import Opinion, opinions_of
from projections.references import Reference, references_to
from projections.reported import reports_of
from projections.reports import PaperKind, Reported
from projections.roster import OnRoster, standings_of
from projections.versions import known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views

T = TypeVar("T")


@dataclass(frozen=True)
class MemberReview:
    """All that a review gets of one member: figures, opinion, standing, and what is missing.

    ``primary`` is the yearly evaluation that counts; ``others`` are those received in the year
    beside it. One from another workplace is there only if the membership was transferred from it
    through this service. ``references`` are what the committee quotes; ``classified`` is what
    people decided; ``reports`` are those written to the committee in the year. ``late_recorded``
    counts the entries of the year that were entered late, those of any evaluation included. No
    level is computed of any of it.
    """

    inputs: YearInputs
    standing: OnRoster | None
    primary: Opinion | None
    others: tuple[Opinion, ...]
    references: tuple[Reference, ...]
    classified: Classified | None
    reports: tuple[Reported, ...]
    items: dict[Item, Finding]
    late_recorded: int

    @property
    def complete(self) -> bool:
        """Whether nothing is missing, due or not."""
        return is_complete(self.items)


def reviews(
    views: Views,
    committees: Sequence[UUID],
    year: int,
    viewpoint: Viewpoint,
    *,
    cells: Sequence[UUID] = (),
    after: UUID | None = None,
    limit: int | None = None,
) -> list[MemberReview]:
    """List the year of the members of some committees, in the order of their ids.

    No cells are all of them; ``after`` is the last member of the page before.
    """
    values = viewpoint.bound(
        committees=[str(one) for one in committees], year=year, after=str(after or "")
    )
    if cells:
        values["cells"] = [str(cell) for cell in cells]
    found = views.ask(_reviews(in_cells=bool(cells)).limit(limit), values)
    return list(_Papers(views, viewpoint, [YEAR_INPUTS.loaded(row) for row in found], year).all())


class _Papers:
    """What is on record about some members in a year, each kind asked for all of them at once."""

    def __init__(
        self, views: Views, viewpoint: Viewpoint, years: Sequence[YearInputs], year: int
    ) -> None:
        members = [inputs.member for inputs in years]
        lists = {f"meeting/{meeting}" for inputs in years for meeting in inputs.unknown_in}
        self._years = years
        self._standings = {row.member: row for row in standings_of(views, members, viewpoint)}
        self._opinions = _by(opinions_of(views, members, viewpoint), lambda row: row.member)
        self._reports = _by(reports_of(views, members, viewpoint), lambda row: row.member)
        self._duties = _by(
            obligations_of_members(views, members, viewpoint), lambda row: row.member
        )
        self._lists = _by(obligations_about(views, sorted(lists), viewpoint), lambda row: row.about)
        self._quoted = _by(references_to(views, members, year, viewpoint), lambda row: row.member)
        decided = decided_on_members(views, members, year, viewpoint)
        self._decided = {row.member: row for row in decided}

    def all(self) -> Iterator[MemberReview]:
        """Give the review of each member."""
        return (self._review(inputs) for inputs in self._years)

    def _review(self, inputs: YearInputs) -> MemberReview:
        year, link = inputs.year, inputs.year_link
        opinions = self._opinions.get(inputs.member, [])
        seen = [one for one in opinions if one.enrolment in (None, *inputs.enrolments)]
        counts = evaluation_id(link, Purpose.ANNUAL, year) if link else None
        primary = next((one for one in seen if one.evaluation == counts), None)
        received = [one for one in seen if one.received_on and one.received_on.year == year]
        others = tuple(one for one in received if one.evaluation != counts)
        quoted = self._quoted.get(inputs.member, [])
        written = [one for one in self._reports.get(inputs.member, []) if _is_of(inputs, one)]
        known = Known(
            inputs,
            self._standings.get(inputs.member),
            primary,
            self._owed(inputs),
            FollowUps((*([primary] if primary else []), *others), written),
            elsewhere=primary is None and any(one.evaluation == counts for one in opinions),
        )
        return MemberReview(
            inputs=inputs,
            standing=known.standing,
            primary=primary,
            others=others,
            references=tuple(one for one in quoted if one.committee == inputs.committee),
            classified=self._decided.get(inputs.member),
            reports=tuple(written),
            items=known.findings(),
            late_recorded=inputs.figures.late_recorded
            + sum(one.late_recorded.get(str(year), 0) for one in opinions),
        )

    def _owed(self, inputs: YearInputs) -> list[Obligation]:
        lists = (self._lists.get(f"meeting/{meeting}", []) for meeting in inputs.unknown_in)
        return [*self._duties.get(inputs.member, []), *chain.from_iterable(lists)]


def _is_of(inputs: YearInputs, report: Reported) -> bool:
    """Tell whether a report was written in the year, and to the committee."""
    of_year = report.sent_on.year == inputs.year and report.workplace == inputs.committee
    return of_year and report.kind is not PaperKind.ABSENCE


def _by(rows: Iterable[T], key: Callable[[T], Any]) -> dict[Any, list[T]]:
    return {value: list(group) for value, group in groupby(rows, key)}


@cache
def _reviews(*, in_cells: bool) -> Select[Any]:
    table = YEAR_INPUTS.table
    statement = select(*YEAR_INPUTS.columns).where(
        table.c.committee.in_(bindparam("committees", expanding=True)),
        table.c.year == bindparam("year", type_=Integer),
        known(table),
        on_day(table),
        table.c.member > bindparam("after", type_=TEXT),
    )
    if in_cells:
        statement = statement.where(table.c.cell.in_(bindparam("cells", expanding=True)))
    return statement.order_by(table.c.member)
