"""G38: the list of a ward lacks a member whom it has, and nobody says why."""

from __future__ import annotations

from service.demo.acts.reconciliation import AS_ON
from service.demo.gaps import late_from
from service.demo.year import Year

CODE = "G38"


def plant(year: Year) -> None:
    """Leave the last one out: about who has left nothing is owed any more."""
    roster = year.roster
    if roster is None:
        return
    left = {member.name for member in year.members if member.leaving}
    others = [x for x in roster.placed if x != roster.elsewhere and x.member not in left]
    if others:
        roster.left_out = others[-1]
        year.plant(CODE, others[-1].member, late_from(AS_ON, "roster.answer_days"))
