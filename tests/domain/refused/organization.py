"""Bodies, their officers, the rules that they adopt, the numbers that they give."""

from __future__ import annotations

from datetime import date

from domain.acts import Office
from domain.refusals import (
    BeforeItsGround,
    FigureFixedByRegulation,
    NotInOffice,
    NumberTaken,
    OfficeTaken,
    OrganizationEnded,
    ParentUnknown,
    UnknownFigure,
    UnknownRuleSet,
)
from tests.domain.refused.row import Row
from tests.year import (
    BINH,
    CELL_REGISTERED,
    COMMITTEE_ELECTED,
    DEPUTY_RELIEVED,
    HOA,
    NUMBER_TAKEN,
    RULES_ADOPTED,
    SECRETARY_APPOINTED,
    WORKPLACE,
    after,
    before,
)

NEW_YEARS_EVE = date(2025, 12, 31)

ROWS = [
    Row("under a body that nobody knows", (), CELL_REGISTERED, ParentUnknown),
    Row("an office in no body", (), SECRETARY_APPOINTED, OrganizationEnded),
    Row(
        "a second secretary",
        after(SECRETARY_APPOINTED),
        SECRETARY_APPOINTED.but(officer=HOA),
        OfficeTaken,
    ),
    Row(
        "an office that ends before it begins",
        before(SECRETARY_APPOINTED),
        SECRETARY_APPOINTED.but(until=NEW_YEARS_EVE),
        BeforeItsGround,
    ),
    Row(
        "the end of an appointment that never was",
        before(DEPUTY_RELIEVED),
        DEPUTY_RELIEVED.but(appointment=f"{WORKPLACE}/99"),
        NotInOffice,
    ),
    Row(
        "the end of somebody else's appointment",
        before(DEPUTY_RELIEVED),
        DEPUTY_RELIEVED.but(officer=BINH),
        NotInOffice,
    ),
    Row(
        "the end of an appointment to another office",
        before(DEPUTY_RELIEVED),
        DEPUTY_RELIEVED.but(office=Office.SECRETARY),
        NotInOffice,
    ),
    Row(
        "relieved before he was appointed",
        before(DEPUTY_RELIEVED),
        DEPUTY_RELIEVED.but(on=date(2026, 1, 1)),
        BeforeItsGround,
    ),
    Row("a committee in no body", (), COMMITTEE_ELECTED, OrganizationEnded),
    Row(
        "a committee whose term ends before it begins",
        before(COMMITTEE_ELECTED),
        COMMITTEE_ELECTED.but(until=NEW_YEARS_EVE),
        BeforeItsGround,
    ),
    Row("rules in no body", (), RULES_ADOPTED, OrganizationEnded),
    Row(
        "rules that do not exist",
        before(RULES_ADOPTED),
        RULES_ADOPTED.but(adopts="214-2030"),
        UnknownRuleSet,
    ),
    Row(
        "a figure that the rules do not have",
        before(RULES_ADOPTED),
        RULES_ADOPTED.but(figures={"letter.days": 10}),
        UnknownFigure,
    ),
    Row(
        "a figure that is not one's own to set",
        before(RULES_ADOPTED),
        RULES_ADOPTED.but(figures={"transfer.wd": 30}),
        FigureFixedByRegulation,
    ),
    Row("a number used twice", after(NUMBER_TAKEN), NUMBER_TAKEN.but(), NumberTaken),
]
