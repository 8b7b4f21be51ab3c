"""The workplace's own year: the regulation made known, checks, stocktaking, the cells' reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.review import InspectionKind, ReviewKind, StocktakingKind
from service.demo.bodies import Officer, WorkplaceCell
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
    """Let the committee and each of its cells do once a year what is theirs."""
    yield _of_committee(
        year,
        "disseminate-regulation",
        DISSEMINATED_ON,
        made_known="Quy định 213-QĐ/TW",
        to=[cell.id for cell in year.workplace.cells],
    )
    for inspection, day in INSPECTED_ON.items():
        yield _of_committee(year, "make-inspection", day, kind=inspection, **_inspected(year, day))
    for stocktaking, day in STOCK_TAKEN_ON.items():
        yield _of_committee(year, "hold-periodic-review", day, kind=stocktaking, commended=2)
    chance = year.chance("reviews")
    for cell in year.workplace.cells:
        yield _review(year, cell, ReviewKind.WORK_SUMMARY, within(*SUMMARIES, chance))
        yield _review(year, cell, ReviewKind.COLLECTIVE, within(*REVIEWS, chance))


def _inspected(year: Year, day: date) -> dict[str, Any]:
    cells = year.workplace.cells
    count = max(1, len(cells) * INSPECTED_OF_19 // CELLS_IN_MODEL)
    chosen = year.chance(f"inspected/{day}").sample(cells, count)
    return {"of": [cell.id for cell in chosen], "findings": "Hồ sơ đủ; cần nhắc dự họp nơi cư trú."}


def _of_committee(year: Year, command: str, day: date, **said: Any) -> Paper:
    committee = year.workplace
    return Paper(
        key=f"{command}/{day}",
        entered_on=day,
        by=committee.clerk,
        command=command,
        occurred_on=day,
        fields={"body": committee.id, "year": YEAR, **said},
    )


def _review(year: Year, cell: WorkplaceCell, kind: ReviewKind, day: date) -> Paper:
    """Hold a review; it is the collective one that has the item, unless a fault is planted."""
    return Paper(
        key=f"reviewed/{kind.lower()}/{cell.code}",
        entered_on=day,
        by=cell_or_clerk(year, cell),
        command="hold-review",
        occurred_on=day,
        fields={
            "body": cell.id,
            "year": YEAR,
            "kind": kind,
            "regulation_item": kind is ReviewKind.COLLECTIVE and not cell.forgets_the_item,
        },
    )


def cell_or_clerk(year: Year, cell: WorkplaceCell) -> Officer:
    """Let every second cell do its own paperwork; the office does it for the others."""
    return cell.secretary if int(cell.code[-2:]) % 2 else year.workplace.clerk
