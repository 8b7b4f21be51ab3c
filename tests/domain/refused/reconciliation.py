"""Two rosters compared."""

from __future__ import annotations

from datetime import date

from domain.reconciliation import StatedEntry, StatedStatus
from domain.refusals import (
    BeforeItsGround,
    NoSuchDifference,
    NoSuchLink,
    OrganizationEnded,
)
from tests.domain.refused.row import NOWHERE, Row
from tests.year import DIFFERENCE_ANSWERED, LINK, ROSTER_STATED, THAM, before

ROWS = [
    Row(
        "stated by a body that nobody knows",
        before(ROSTER_STATED),
        ROSTER_STATED.but(by=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "stated before the day of which it speaks",
        before(ROSTER_STATED),
        ROSTER_STATED.on(date(2026, 6, 29)),
        BeforeItsGround,
    ),
    Row(
        "stated with a link that nobody knows",
        before(ROSTER_STATED),
        ROSTER_STATED.but(entries=(StatedEntry(1, THAM, None, None, None, StatedStatus.PLACED),)),
        NoSuchLink,
    ),
    Row(
        "answered although the lists agree about the member",
        before(DIFFERENCE_ANSWERED),
        DIFFERENCE_ANSWERED.but(difference=f"NOT_AT_RESIDENCE:{LINK}"),
        NoSuchDifference,
    ),
    Row(
        "answered under a name that no difference has",
        before(DIFFERENCE_ANSWERED),
        DIFFERENCE_ANSWERED.but(difference="NOT_AT_RESIDENCE:2"),
        NoSuchDifference,
    ),
    Row(
        "answered before any list was stated",
        before(ROSTER_STATED),
        DIFFERENCE_ANSWERED,
        NoSuchDifference,
    ),
    Row(
        "answered before the list",
        before(DIFFERENCE_ANSWERED),
        DIFFERENCE_ANSWERED.on(date(2026, 7, 2)),
        BeforeItsGround,
    ),
]
