"""The member at the residence: forwarded, listed, in a group, followed; and the end of the link."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.introduction.events import ClosingReason, StatusChange
from domain.refusals import (
    BeforeItsGround,
    CellNotUnderBody,
    GroupNotInCell,
    LetterNeverArrived,
    LinkIsClosed,
    MonitorNotOnCommittee,
    NoGround,
    NotForwarded,
)
from tests.domain.refused.row import Row
from tests.year import (
    BINH,
    CELL,
    CLOSED,
    DINH_LINK,
    EXEMPTION_GRANTED,
    FORWARDED,
    GROUPED,
    LISTED,
    MONITORED,
    MOVED,
    RECEIVED,
    STATUS_NOTIFIED,
    after,
    before,
)

PLACING = (FORWARDED, LISTED, GROUPED, MONITORED)

ROWS = [
    *(
        Row(
            f"{paper.kind.__name__} before the letter arrived",
            before(RECEIVED),
            paper,
            LetterNeverArrived,
        )
        for paper in PLACING
    ),
    *(
        Row(
            f"{paper.kind.__name__} dated before the letter arrived",
            before(paper),
            paper.on(date(2026, 3, 8)),
            LetterNeverArrived,
        )
        for paper in PLACING
    ),
    *(
        Row(
            f"{paper.kind.__name__} after the end of the link",
            after(CLOSED),
            paper.on(date(2026, 12, 16)).but(
                **({"informed_on": date(2026, 12, 16)} if paper is LISTED else {})
            ),
            LinkIsClosed,
        )
        for paper in PLACING
    ),
    Row(
        "forwarded to another body's cell",
        before(FORWARDED),
        FORWARDED.but(cell=CELL),
        CellNotUnderBody,
    ),
    Row(
        "carried over, and forwarded to another body's cell",
        before(FORWARDED),
        replace(FORWARDED.but(cell=CELL), stream=DINH_LINK),
        CellNotUnderBody,
    ),
    *(
        Row(
            f"{paper.kind.__name__} of somebody not forwarded",
            after(RECEIVED),
            paper,
            NotForwarded,
        )
        for paper in (LISTED, GROUPED, MONITORED)
    ),
    Row(
        "listed as told before he was forwarded",
        before(LISTED),
        LISTED.but(informed_on=date(2026, 3, 9)),
        BeforeItsGround,
    ),
    Row(
        "listed as told after the date of the list",
        before(LISTED),
        LISTED.but(informed_on=date(2026, 3, 13)),
        BeforeItsGround,
    ),
    Row("in the group of another cell", before(GROUPED), GROUPED.but(group=CELL), GroupNotInCell),
    Row(
        "followed by nobody of the committee",
        before(MONITORED),
        MONITORED.but(monitor=BINH),
        MonitorNotOnCommittee,
    ),
    Row(
        "the end of a link that never opened",
        before(CLOSED),
        CLOSED.but(attempt=1),
        LetterNeverArrived,
    ),
    Row(
        "the end of a link before it opened",
        before(CLOSED),
        CLOSED.but(on=date(2026, 3, 8)),
        BeforeItsGround,
    ),
    Row("closed as moved by somebody who has not", before(MOVED), CLOSED, NoGround),
    *(
        Row(
            f"closed as {reason} without that",
            before(CLOSED),
            CLOSED.but(reason=reason),
            NoGround,
        )
        for reason in (ClosingReason.DEPARTED, ClosingReason.RETIRED, ClosingReason.WITHDRAWN)
    ),
    Row(
        "a change told before the letter arrived",
        before(RECEIVED),
        STATUS_NOTIFIED,
        LetterNeverArrived,
    ),
    Row(
        "a change told after the end of the link",
        before(STATUS_NOTIFIED),
        STATUS_NOTIFIED.on(date(2026, 12, 16)),
        LinkIsClosed,
    ),
    *(
        Row(
            f"{change} told though it has not happened",
            before(EXEMPTION_GRANTED),
            STATUS_NOTIFIED.on(date(2026, 9, 1)).but(change=change),
            NoGround,
        )
        for change in StatusChange
    ),
    *(
        Row(f"{change} told on a day before its paper", given, paper, NoGround)
        for change, given, paper in (
            (
                StatusChange.SUSPENDED,
                before(STATUS_NOTIFIED),
                STATUS_NOTIFIED.on(date(2026, 9, 30)),
            ),
            (
                StatusChange.EXEMPT_A,
                before(STATUS_NOTIFIED),
                STATUS_NOTIFIED.on(date(2026, 9, 4)).but(change=StatusChange.EXEMPT_A),
            ),
            (
                StatusChange.MOVED,
                before(STATUS_NOTIFIED),
                STATUS_NOTIFIED.on(date(2026, 12, 14)).but(change=StatusChange.MOVED),
            ),
        )
    ),
]
