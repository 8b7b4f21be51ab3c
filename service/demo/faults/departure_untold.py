"""G34: a member has left, and nobody tells the residence."""

from __future__ import annotations

from service.demo.gaps import late_from
from service.demo.year import Year

CODE = "G34"
IN_MODEL = 2


def plant(year: Year) -> None:
    """Neither write to the residence of some nor close their links."""
    leaving = [member for member in year.members if member.leaving]
    for member in year.some(leaving, IN_MODEL, CODE):
        if member.leaving:
            member.leaving.notified_on = member.leaving.closed_on = None
            late = late_from(member.departed_on, "status.notify_days")
            year.plant(CODE, member.name, late)
