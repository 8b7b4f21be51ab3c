"""G22: a cell says of everybody the same."""

from __future__ import annotations

from datetime import timedelta

from service.demo.gaps import RULES
from service.demo.opinions import Stage
from service.demo.year import Year

CODE = "G22"


def plant(year: Year) -> None:
    """Find the day on which there are enough slips in the cell that writes them all alike."""
    drafted = sorted(o.days[Stage.DRAFTED] for o in year.opinions if o.alike)
    enough = RULES.count("generic.min")
    if year.chorus and len(drafted) >= enough:
        late = drafted[enough - 1] + timedelta(days=1)
        year.plant(CODE, year.chorus.code, late)
