"""The workplace's own year: the regulation made known, checks, stocktaking, the cells' reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.review import InspectionKind, ReviewKind, StocktakingKind
from service.demo.bodies import Workplace, WorkplaceCell
from service.demo.days import YEAR, within
from service.demo.paper import Paper
from service.demo.year import Year

DISSEMINATED_ON = date(2025, 1, 20)
STOCK_TAKEN_ON = {
    StocktakingKind.INTERIM: date(2025, 7, 15),
    StocktakingKind.FINAL: date(2025, 12, 26),
}
INSPECTED_ON = {InspectionKind.URGE: date(2025, 5, 14), InspectionKind.CHECK: date(2025, 10, 8)}
SUMMARIES = (date(2025, 12, 1), date(2025, 12, 8))
REVIEWS = (date(2025, 12, 9), date(2025, 12, 19))
INSPECTED_OF_19 = 4
CELLS_IN_MODEL = 19


def papers(year: Year) -> Iterator[Paper]:
    """Let each committee and each of its cells do once a year what is theirs."""
    chance = year.chance("reviews")
    for committee in year.workplaces:
        yield from _of_committee(year, committee)
        for cell in committee.cells:
            yield _review(cell, ReviewKind.WORK_SUMMARY, within(*SUMMARIES, chance))
            yield _review(cell, ReviewKind.COLLECTIVE, within(*REVIEWS, chance))


def _of_committee(year: Year, committee: Workplace) -> Iterator[Paper]:
    yield _paper(
        committee,
        "disseminate-regulation",
        DISSEMINATED_ON,
        made_known="Quy định 213-QĐ/TW",
        to=[cell.id for cell in committee.cells],
    )
    if committee.inspects:
        for inspection, day in INSPECTED_ON.items():
            inspected = _inspected(year, committee, day)
            yield _paper(committee, "make-inspection", day, kind=inspection, **inspected)
    if committee.takes_stock:
        for stocktaking, day in STOCK_TAKEN_ON.items():
            yield _paper(committee, "hold-periodic-review", day, kind=stocktaking, commended=2)


def _inspected(year: Year, committee: Workplace, day: date) -> dict[str, Any]:
    count = max(1, len(committee.cells) * INSPECTED_OF_19 // CELLS_IN_MODEL)
    chosen = year.chance(f"inspected/{committee.code}/{day}").sample(committee.cells, count)
    return {"of": [cell.id for cell in chosen], "findings": "Hồ sơ đủ; cần nhắc dự họp nơi cư trú."}


def _paper(committee: Workplace, command: str, day: date, **said: Any) -> Paper:
    return Paper(
        key=f"{command}/{committee.code}/{day}",
        entered_on=day,
        by=committee.clerk,
        command=command,
        occurred_on=day,
        fields={"body": committee.id, "year": YEAR, **said},
    )


def _review(cell: WorkplaceCell, kind: ReviewKind, day: date) -> Paper:
    """Hold a review; it is the collective one that has the item, unless a fault is planted."""
    return Paper(
        key=f"reviewed/{kind.lower()}/{cell.code}",
        entered_on=day,
        by=cell.desk,
        command="hold-review",
        occurred_on=day,
        fields={
            "body": cell.id,
            "year": YEAR,
            "kind": kind,
            "regulation_item": kind is ReviewKind.COLLECTIVE and not cell.forgets_the_item,
        },
    )
