"""Steps of a walk: a gap is explained to those to whom it is owed, whatever follows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.owed import GapExplained, owed_id
from tests.agreement.names import SECRETARY, named

if TYPE_CHECKING:
    from tests.agreement.walk import Walk


def explain(walk: Walk, day: date) -> None:
    """Some gap of that day, as it is known now; later papers may say otherwise."""
    late = [row for row in walk.standing(day) if row.late_from <= day]
    gap = walk.pick(sorted(late, key=lambda row: row.key))
    if gap:
        walk.enter(
            walk.owed(owed_id(gap.key)),
            GapExplained,
            day,
            obligation=gap.key,
            reason="x",
            accepted_by=named(SECRETARY),
        )


STEPS = (explain,)
