"""What two committees agreed on, as refused."""

from __future__ import annotations

from datetime import date

from domain.refusals import (
    BeforeItsGround,
    FigureFixedByRegulation,
    NoSuchAgreement,
    NotInOffice,
    OrganizationEnded,
    UnknownFigure,
)
from tests.domain.refused.row import NOWHERE, Row
from tests.year import (
    BINH,
    COORDINATION_AGREED,
    COORDINATION_ENDED,
    HOA,
    WORKPLACE,
    before,
)

ROWS = [
    Row(
        "an agreement with a body that nobody knows",
        before(COORDINATION_AGREED),
        COORDINATION_AGREED.but(residence=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "an agreement that ends before it begins",
        before(COORDINATION_AGREED),
        COORDINATION_AGREED.but(until=date(2026, 1, 31)),
        BeforeItsGround,
    ),
    Row(
        "an agreement on a figure that the rules do not have",
        before(COORDINATION_AGREED),
        COORDINATION_AGREED.but(figures={"slip.days": 10}),
        UnknownFigure,
    ),
    Row(
        "an agreement on a value that is no number of days",
        before(COORDINATION_AGREED),
        COORDINATION_AGREED.but(figures={"slip.return_days": "10"}),
        UnknownFigure,
    ),
    Row(
        "an agreement on what the regulation fixes",
        before(COORDINATION_AGREED),
        COORDINATION_AGREED.but(figures={"meeting.first_half_ends": "05-31"}),
        FigureFixedByRegulation,
    ),
    Row(
        "an agreement that the residence has not signed",
        before(COORDINATION_AGREED),
        COORDINATION_AGREED.but(signers=(BINH,)),
        NotInOffice,
    ),
    Row(
        "an agreement that the workplace has not signed",
        before(COORDINATION_AGREED),
        COORDINATION_AGREED.but(signers=(HOA,)),
        NotInOffice,
    ),
    Row(
        "the end of an agreement that never was",
        before(COORDINATION_ENDED),
        COORDINATION_ENDED.but(agreement=f"{WORKPLACE}/99"),
        NoSuchAgreement,
    ),
    Row(
        "an agreement ended before it begins",
        before(COORDINATION_ENDED),
        COORDINATION_ENDED.but(on=date(2026, 1, 31)),
        BeforeItsGround,
    ),
]
