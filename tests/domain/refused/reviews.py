"""The workplace's year: reviews, what they quote, stocktaking, inspection, classification."""

from __future__ import annotations

from datetime import date

from domain.private import Personal
from domain.refusals import (
    AlreadyDecided,
    BeforeItsGround,
    LevelUnknown,
    MemberHasDeparted,
    NotOurMember,
    OrganizationEnded,
    SecretMaterial,
    WrongCommittee,
)
from tests.domain.refused.row import NOWHERE, Row
from tests.year import (
    BINH,
    CELL,
    CLASSIFIED,
    DINH,
    DISSEMINATED,
    INSPECTED,
    OTHER_CELL,
    REFERENCE_RECORDED,
    REVIEW_HELD,
    RULES_ADOPTED,
    STOCK_TAKEN,
    WARD,
    after,
    before,
)

CELLS_DECIDE = RULES_ADOPTED.but(
    figures={"classification.decided_by": "CELL"}, from_=date(2026, 2, 1)
)
OF_A_YEAR = (REVIEW_HELD, STOCK_TAKEN, INSPECTED, DISSEMINATED)
DATED = (*OF_A_YEAR, REFERENCE_RECORDED)

ROWS = [
    *(
        Row(
            f"{paper.kind.__name__} of a body that nobody knows",
            before(paper),
            paper.but(body=NOWHERE),
            OrganizationEnded,
        )
        for paper in DATED
    ),
    *(
        Row(
            f"{paper.kind.__name__} of a year that has not begun",
            before(paper),
            paper.but(year=2027),
            BeforeItsGround,
        )
        for paper in (*OF_A_YEAR, CLASSIFIED)
    ),
    Row(
        "quoted of somebody who is nobody's member",
        before(REFERENCE_RECORDED),
        REFERENCE_RECORDED.but(member=BINH),
        NotOurMember,
    ),
    Row(
        "quoted in a cell in which the member was in another year",
        before(REFERENCE_RECORDED),
        REFERENCE_RECORDED.but(body=CELL, year=2027),
        NotOurMember,
    ),
    Row(
        "quoted in a cell in which the member never was",
        before(REFERENCE_RECORDED),
        REFERENCE_RECORDED.but(member=DINH).on(date(2026, 11, 30)),
        NotOurMember,
    ),
    Row(
        "quoted of a member kept secret",
        before(REFERENCE_RECORDED),
        REFERENCE_RECORDED.but(member=DINH, body=CELL, value=Personal(DINH, "Tốt")),
        SecretMaterial,
    ),
    Row(
        "inspected a body that nobody knows",
        before(INSPECTED),
        INSPECTED.but(of=(OTHER_CELL, NOWHERE)),
        OrganizationEnded,
    ),
    Row(
        "made known to a body that nobody knows",
        before(DISSEMINATED),
        DISSEMINATED.but(to=(OTHER_CELL, NOWHERE)),
        OrganizationEnded,
    ),
    Row(
        "classified though nobody's member",
        before(CLASSIFIED),
        CLASSIFIED.but(member=BINH),
        NotOurMember,
    ),
    Row(
        "classified before the enrolment",
        before(CLASSIFIED),
        CLASSIFIED.on(date(2026, 1, 30)),
        NotOurMember,
    ),
    Row(
        "classified by a committee in which the member never was",
        before(CLASSIFIED),
        CLASSIFIED.but(decided_by=WARD),
        NotOurMember,
    ),
    Row(
        "classified after the departure",
        before(CLASSIFIED),
        CLASSIFIED.on(date(2026, 12, 31)),
        MemberHasDeparted,
    ),
    Row(
        "classified by the cell where the committee decides",
        before(CLASSIFIED),
        CLASSIFIED.but(decided_by=OTHER_CELL),
        WrongCommittee,
    ),
    Row(
        "classified by the committee where the cells decide",
        (*before(CLASSIFIED), CELLS_DECIDE),
        CLASSIFIED,
        WrongCommittee,
    ),
    Row(
        "classified by the cell in which the member was before",
        (*before(CLASSIFIED), CELLS_DECIDE),
        CLASSIFIED.but(decided_by=CELL),
        WrongCommittee,
    ),
    Row(
        "a level that the rules do not have",
        before(CLASSIFIED),
        CLASSIFIED.but(level="SPLENDID"),
        LevelUnknown,
    ),
    Row(
        "decided again another day",
        after(CLASSIFIED),
        CLASSIFIED.but(level="EXCELLENT").on(date(2026, 12, 28)),
        AlreadyDecided,
    ),
]
