"""What passes with a body: from which day an act of one counts for another that it became."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.intervals import FOREVER
from domain.organization import Tree


def counts_from(by: UUID, day: date, owner: UUID, last: date, tree: Tree) -> date:
    """Name the day from which an act of a body on a day counts for whoever owes it.

    One of a predecessor counts once it is taken over, up to the last day on which the owner is
    told from others; afterwards one of a successor does. ``date.max`` where it never counts.
    """
    taken_over = tree.became_on(by, owner)
    if taken_over <= last:
        return max(day, taken_over)
    return day if tree.became_on(owner, by) <= day else FOREVER


def passed_on(body: UUID, last: date, tree: Tree) -> date:
    """Name the day on which a duty passes to the successor; ``date.max`` if not by the last day."""
    ends = next(tree.forms_of(body)).days.end
    return ends if ends <= last else FOREVER
