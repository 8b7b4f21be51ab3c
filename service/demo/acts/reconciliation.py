"""A ward states whom it has of ours: what differs is answered, or waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.acts import Side
from domain.reconciliation import DifferenceAnswer, StatedStatus, reconciliation_id
from service.demo.bodies import ResidenceCell, Ward
from service.demo.paper import LinkOf, Paper, Woven
from service.demo.rosters import RosterOf
from service.demo.year import Year

AS_ON = date(2025, 9, 30)
STATED_ON = date(2025, 10, 3)
ANSWERED_ON = date(2025, 10, 17)


def plan(year: Year) -> None:
    """Let the ward of the cell that is shared state its list, with one member in a wrong cell."""
    ward = year.shared.under(AS_ON)
    placed = {
        member.link(number): stay.cell_on(AS_ON)
        for member in year.ours
        for number, stay in member.residences.items()
        if stay.ward.on(AS_ON) is ward and AS_ON in stay.days
    }
    if placed:
        year.roster = RosterOf(ward=ward, placed=placed)
        several = len(ward.cells) > 1
        others = (link for link, cell in placed.items() if cell and several)
        year.roster.elsewhere = next(others, None)


def papers(year: Year) -> Iterator[Paper]:
    """State the list, and mend the cell."""
    roster = year.roster
    if roster is None:
        return
    yield Paper(
        key="roster",
        entered_on=STATED_ON,
        by=roster.ward.clerk,
        command="state-roster",
        occurred_on=STATED_ON,
        fields={
            "workplace": year.workplace.id,
            "residence": roster.ward.id,
            "stated_by": Side.RESIDENCE,
            "as_on": AS_ON,
            "entries": list(_entries(roster)),
        },
    )
    if roster.elsewhere:
        yield _mended(year, roster.ward, roster.elsewhere)


def _entries(roster: RosterOf) -> Iterator[dict[str, Any]]:
    for link, cell in roster.placed.items():
        if link != roster.left_out:
            stated = _other(cell) if cell and link == roster.elsewhere else cell
            status = StatedStatus.PLACED if cell else StatedStatus.RECEIVED
            yield {"link": link, "cell": stated.id if stated else None, "status": status}


def _other(cell: ResidenceCell) -> ResidenceCell:
    return next(other for other in cell.under(AS_ON).cells if other is not cell)


def _mended(year: Year, ward: Ward, link: LinkOf) -> Paper:
    return Paper(
        key="roster/mended",
        entered_on=ANSWERED_ON,
        by=ward.clerk,
        command="answer-difference",
        occurred_on=ANSWERED_ON,
        fields={
            "reconciliation": reconciliation_id(year.workplace.id, ward.id, AS_ON),
            "difference": Woven("OTHER_CELL:{}", (link,)),
            "answer": DifferenceAnswer.MENDED,
        },
    )
