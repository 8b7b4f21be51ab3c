"""What is said about an obligation."""

from __future__ import annotations

from datetime import date

from domain.refusals import AcceptedByOwner, DatesOutOfOrder, NotAGap, SnoozeTooLong
from tests.domain.refused.row import Row
from tests.year import AN, DUTY, EXPLAINED, SNOOZED, before

ROWS = [
    Row(
        "put off although nothing is owed under that key",
        before(SNOOZED),
        SNOOZED.but(obligation=f"{DUTY}7"),
        NotAGap,
    ),
    Row(
        "put off before it was owed",
        before(SNOOZED),
        SNOOZED.on(date(2026, 11, 16)),
        NotAGap,
    ),
    Row(
        "put off until the day itself",
        before(SNOOZED),
        SNOOZED.but(until=date(2026, 12, 5)),
        DatesOutOfOrder,
    ),
    Row(
        "put off for sixty-one days",
        before(SNOOZED),
        SNOOZED.but(until=date(2027, 2, 4)),
        SnoozeTooLong,
    ),
    Row(
        "explained on the day on which it is due",
        before(EXPLAINED),
        EXPLAINED.on(date(2026, 11, 27)),
        NotAGap,
    ),
    Row(
        "accepted by an officer of whom no office is known",
        before(EXPLAINED),
        EXPLAINED.but(accepted_by=AN),
        AcceptedByOwner,
    ),
]
