"""G29, G31, G32: a neighbouring committee names no list, takes no stock, inspects nobody.

Each is owed once a year, so that ours does it; who lives next to our members does not.
"""

from __future__ import annotations

from service.demo.gaps import late_after
from service.demo.year import Year

LIST, STOCK, INSPECTION = "G29", "G31", "G32"


def plant(year: Year) -> None:
    """Let the first take no stock, the second forget its list and inspections, a third do all."""
    if not year.neighbours:
        return
    first, *others = year.neighbours
    first.takes_stock = False
    year.plant(STOCK, first.code, late_after("periodic_review.by"))
    for committee in others:
        committee.focused = True
    if others:
        second = others[0]
        second.figures["obligations.on"] = [LIST]
        second.names_list = second.inspects = False
        year.plant(LIST, second.code, late_after("round.focus_by"))
        year.plant(INSPECTION, second.code, late_after("inspection.by"))
