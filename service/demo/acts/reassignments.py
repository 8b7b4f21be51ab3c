"""A few pass to another cell of the same committee: no new letter is needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from service.demo.days import within
from service.demo.paper import Paper
from service.demo.year import Year

REASSIGNED_OF_248 = 2
DAYS = (date(2025, 1, 20), date(2025, 2, 14))


def plan(year: Year) -> None:
    """Put some members into another cell, where there is one."""
    chance = year.chance("reassignments")
    for member in year.some(year.without_part(), REASSIGNED_OF_248, "reassignments"):
        others = [cell for cell in member.committee.cells if cell is not member.cell]
        if others:
            member.part = "reassigned"
            member.listed_cell, member.cell = member.cell, chance.choice(others)


def papers(year: Year) -> Iterator[Paper]:
    """Record each."""
    chance = year.chance("reassignments/papers")
    for member in year.members:
        if member.listed_cell:
            day = within(*DAYS, chance)
            yield Paper(
                key=f"reassigned/{member.name}",
                entered_on=day,
                by=member.committee.clerk,
                command="assign-cell",
                occurred_on=day,
                fields={"member": member.reference, "cell": member.cell.id, "from": day},
            )
