"""Questions to a year: what the review gets for each member, and what of it is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, select

from domain.evaluation import Purpose, evaluation_id
from domain.obligations.obligation import Obligation
from projections.classification import YEAR_INPUTS, YearInputs
from projections.columns import TEXT
from projections.completeness import Finding, Item, Known, is_complete
from projections.obligations import obligations_about, obligations_of_members
from projections.opinion import Opinion, opinions_of
from projections.roster import OnRoster, standings_of
from projections.versions import known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views

T = TypeVar("T")


@dataclass(frozen=True)
class MemberReview:
    """All that a review gets of one member: figures, opinion, standing, and what is missing.

    ``primary`` is the yearly evaluation that counts; ``others`` are those received in the year
    beside it. ``late_recorded`` counts the entries of the year that were entered late, those of
    any evaluation included. No level is computed of any of it.
    """

    inputs: YearInputs
    standing: OnRoster | None
    primary: Opinion | None
    others: tuple[Opinion, ...]
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
    return _with_papers(views, [YEAR_INPUTS.loaded(row) for row in found], viewpoint)


def _with_papers(
    views: Views, years: Sequence[YearInputs], viewpoint: Viewpoint
) -> list[MemberReview]:
    members = [inputs.member for inputs in years]
    standings = {row.member: row for row in standings_of(views, members, viewpoint)}
    opinions = _by(opinions_of(views, members, viewpoint), lambda row: row.member)
    duties = _by(obligations_of_members(views, members, viewpoint), lambda row: row.member)
    lists = {f"meeting/{meeting}" for inputs in years for meeting in inputs.unknown_in}
    open_lists = _by(obligations_about(views, sorted(lists), viewpoint), lambda row: row.about)
    return [
        _review(
            inputs,
            standings.get(inputs.member),
            opinions.get(inputs.member, []),
            duties.get(inputs.member, [])
            + [duty for m in inputs.unknown_in for duty in open_lists.get(f"meeting/{m}", [])],
        )
        for inputs in years
    ]


def _review(
    inputs: YearInputs,
    standing: OnRoster | None,
    opinions: Sequence[Opinion],
    duties: Sequence[Obligation],
) -> MemberReview:
    year, link = inputs.year, inputs.year_link
    counts = evaluation_id(link, Purpose.ANNUAL, year) if link else None
    primary = next((one for one in opinions if one.evaluation == counts), None)
    others = [one for one in opinions if one.received_on and one.received_on.year == year]
    items = Known(inputs, standing, primary, duties).findings()
    beside = tuple(one for one in others if one.evaluation != counts)
    late = inputs.figures.late_recorded + sum(
        one.late_recorded.get(str(year), 0) for one in opinions
    )
    return MemberReview(inputs, standing, primary, beside, items, late)


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
