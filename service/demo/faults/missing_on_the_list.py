"""G38: the list of a ward lacks a member whom it has, and nobody says why."""

from __future__ import annotations

from service.demo.acts.reconciliation import AS_ON
from service.demo.gaps import late_from
from service.demo.year import Year

CODE = "G38"


def plant(year: Year) -> None:
    """Leave the last one out."""
    roster = year.roster
    others = [link for link in roster.placed if link != roster.elsewhere] if roster else []
    if roster and others:
        roster.left_out = others[-1]
        year.plant(CODE, others[-1].member, late_from(AS_ON, "roster.answer_days"))
