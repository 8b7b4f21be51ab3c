"""G35: a member was transferred for good, and his membership does not follow."""

from __future__ import annotations

from datetime import date

from domain.intervals import FOREVER
from service.demo.days import after, within
from service.demo.gaps import late_from
from service.demo.people import OverdueTransfer
from service.demo.places import elsewhere
from service.demo.year import Year

CODE = "G35"
IN_MODEL = 2
EFFECTIVE = (date(2025, 7, 7), date(2025, 8, 8))
"""It is owed since July 2025 (294-QĐ/TW)."""


def plant(year: Year) -> None:
    """Let some stay; of every second one the decision falls when it is late already."""
    chance = year.chance(CODE)
    for number, member in enumerate(year.some(year.without_part(), IN_MODEL, CODE)):
        member.part = "transferred, and still here"
        effective = within(*EFFECTIVE, chance)
        late = late_from(effective, "transfer.wd")
        revoked = after(late, chance, 10, 25) if number % 2 else None
        year.overdue_transfers.append(
            OverdueTransfer(
                member=member, to=elsewhere(chance), effective_on=effective, revoked_on=revoked
            )
        )
        year.plant(CODE, member.name, late, revoked or FOREVER)
