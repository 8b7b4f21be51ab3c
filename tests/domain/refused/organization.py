"""Bodies, their officers, the rules that they adopt, the numbers that they give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.acts import Office
from domain.organization import CellSucceeded
from domain.refusals import (
    BeforeItsGround,
    CellNotUnderBody,
    FigureFixedByRegulation,
    NoSuchAppointment,
    NumberTaken,
    OfficeTaken,
    OrganizationEnded,
    ParentUnknown,
    SuccessorUnknown,
    TreeLoop,
    UnknownFigure,
    UnknownRuleSet,
)
from tests.domain.refused.row import Row
from tests.year import (
    BINH,
    CELL_REGISTERED,
    CELL_TAKING_OVER,
    CELL_TAKING_OVER_REGISTERED,
    COMMITTEE_ELECTED,
    DEPUTY_RELIEVED,
    HOA,
    MERGED_WARD,
    MERGED_WARD_PLACED,
    MERGED_WARD_REGISTERED,
    NUMBER_TAKEN,
    OTHER_CELL_OF_WARD,
    OTHER_WARD,
    OTHER_WARD_DISSOLVED,
    OTHER_WARD_REGISTERED,
    OTHER_WARD_RENAMED,
    OTHER_WARD_SUCCEEDED,
    PROVINCE_REGISTERED,
    QUARTER,
    QUARTER_REGISTERED,
    RULES_ADOPTED,
    SECRETARY_APPOINTED,
    SUCCEEDED_CELL_REGISTERED,
    WARD_REGISTERED,
    WORKPLACE,
    after,
    before,
)

NEW_YEARS_EVE = date(2025, 12, 31)

WARDS = (OTHER_WARD_REGISTERED, MERGED_WARD_REGISTERED)
WITH_CELLS = (*WARDS, SUCCEEDED_CELL_REGISTERED, CELL_TAKING_OVER_REGISTERED)
WARD_PLACED = MERGED_WARD_PLACED.but(parent=OTHER_WARD)
THE_OTHER_WAY = replace(WARD_PLACED, stream=OTHER_WARD, facts={"parent": MERGED_WARD})
IN_AUTUMN, IN_SUMMER = {"from_": date(2026, 9, 1)}, {"from_": date(2026, 7, 1)}
SUCCEEDED = OTHER_WARD_SUCCEEDED

OF_BODIES = [
    Row("under a body that nobody knows", (), CELL_REGISTERED, ParentUnknown),
    Row(
        "under a body that ends before it begins",
        (OTHER_WARD_REGISTERED, OTHER_WARD_DISSOLVED),
        SUCCEEDED_CELL_REGISTERED.but(exists_from=date(2026, 12, 31)),
        ParentUnknown,
    ),
    Row("another name for nothing", (), OTHER_WARD_RENAMED, OrganizationEnded),
    Row(
        "another name on the first day without it",
        (OTHER_WARD_REGISTERED, OTHER_WARD_DISSOLVED),
        OTHER_WARD_RENAMED.but(from_=date(2026, 12, 31)),
        OrganizationEnded,
    ),
    Row("another place for nothing", (PROVINCE_REGISTERED,), MERGED_WARD_PLACED, OrganizationEnded),
    Row("put under nothing", (MERGED_WARD_REGISTERED,), MERGED_WARD_PLACED, ParentUnknown),
    Row(
        "put under itself",
        (MERGED_WARD_REGISTERED,),
        MERGED_WARD_PLACED.but(parent=MERGED_WARD),
        TreeLoop,
    ),
    Row(
        "put under a body of its own",
        (*WARDS, WARD_PLACED),
        THE_OTHER_WAY.but(**IN_AUTUMN),
        TreeLoop,
    ),
    Row(
        "put under a body that will be its own",
        (*WARDS, WARD_PLACED.but(**IN_AUTUMN)),
        THE_OTHER_WAY.but(**IN_SUMMER),
        TreeLoop,
    ),
    Row("the end of nothing", (), OTHER_WARD_DISSOLVED, OrganizationEnded),
    Row(
        "ended when it had been succeeded",
        (*WITH_CELLS, SUCCEEDED),
        OTHER_WARD_DISSOLVED,
        OrganizationEnded,
    ),
    Row(
        "nothing is succeeded",
        (MERGED_WARD_REGISTERED,),
        SUCCEEDED.but(cells=()),
        OrganizationEnded,
    ),
    Row(
        "succeeded before it was dissolved",
        (*WITH_CELLS, OTHER_WARD_DISSOLVED),
        SUCCEEDED.but(on=date(2026, 12, 30)),
        BeforeItsGround,
    ),
    Row(
        "succeeded by nothing", (OTHER_WARD_REGISTERED,), SUCCEEDED.but(cells=()), SuccessorUnknown
    ),
    Row("succeeded by itself", WITH_CELLS, SUCCEEDED.but(to=OTHER_WARD, cells=()), TreeLoop),
    Row(
        "succeeded by a cell of its own",
        WITH_CELLS,
        SUCCEEDED.but(to=OTHER_CELL_OF_WARD, cells=()),
        TreeLoop,
    ),
    Row(
        "with a cell that is another body's",
        WITH_CELLS,
        SUCCEEDED.but(cells=(CellSucceeded(CELL_TAKING_OVER, CELL_TAKING_OVER),)),
        CellNotUnderBody,
    ),
    Row(
        "whose cell goes to another body's",
        (*WITH_CELLS, WARD_REGISTERED, QUARTER_REGISTERED),
        SUCCEEDED.but(cells=(CellSucceeded(OTHER_CELL_OF_WARD, QUARTER),)),
        CellNotUnderBody,
    ),
    Row(
        "whose cell goes to nothing",
        (*WARDS, SUCCEEDED_CELL_REGISTERED),
        SUCCEEDED,
        SuccessorUnknown,
    ),
]

ROWS = [
    *OF_BODIES,
    Row("an office in no body", (), SECRETARY_APPOINTED, OrganizationEnded),
    Row(
        "a second secretary",
        after(SECRETARY_APPOINTED),
        SECRETARY_APPOINTED.but(officer=HOA),
        OfficeTaken,
    ),
    Row(
        "a secretary whose days run into those of the next one",
        (*before(SECRETARY_APPOINTED), SECRETARY_APPOINTED.but(from_=date(2026, 7, 1))),
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
        NoSuchAppointment,
    ),
    Row(
        "the end of somebody else's appointment",
        before(DEPUTY_RELIEVED),
        DEPUTY_RELIEVED.but(officer=BINH),
        NoSuchAppointment,
    ),
    Row(
        "the end of an appointment to another office",
        before(DEPUTY_RELIEVED),
        DEPUTY_RELIEVED.but(office=Office.SECRETARY),
        NoSuchAppointment,
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
