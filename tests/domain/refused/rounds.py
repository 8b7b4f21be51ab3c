"""The yearly round, and the meeting that agrees comments."""

from __future__ import annotations

from datetime import date

from domain.private import Personal
from domain.refusals import (
    BeforeItsGround,
    DatesOutOfOrder,
    FigureFixedByRegulation,
    NoQuorum,
    NotInOffice,
    NotIntroducedHere,
    NotOurMember,
    OrganizationEnded,
    RoundAlreadyOpen,
    RoundNotFocused,
    RoundNotOpen,
    UnknownFigure,
)
from domain.round import FocusEntry, RoundMode
from tests.domain.refused.row import NOWHERE, Row
from tests.year import (
    AGREED,
    BINH,
    DINH_LINK,
    FOCUS_LIST_NAMED,
    LINK,
    MINH,
    ROUND_CLOSED,
    ROUND_OPENED,
    after,
    before,
)

ROWS = [
    Row(
        "opened by a body that nobody knows",
        before(ROUND_OPENED),
        ROUND_OPENED.but(committee=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "opened for another year",
        before(ROUND_OPENED),
        ROUND_OPENED.but(year=2025),
        DatesOutOfOrder,
    ),
    Row(
        "opened with a figure that the rules do not have",
        before(ROUND_OPENED),
        ROUND_OPENED.but(figures={"round.answer_by": "12-05"}),
        UnknownFigure,
    ),
    Row(
        "opened with a figure that is not one's own to set",
        before(ROUND_OPENED),
        ROUND_OPENED.but(figures={"transfer.wd": 30}),
        FigureFixedByRegulation,
    ),
    Row(
        "opened with slips due before they are asked for",
        before(ROUND_OPENED),
        ROUND_OPENED.but(figures={"round.request_by": "12-10"}),
        DatesOutOfOrder,
    ),
    Row(
        "opened again on another day",
        after(ROUND_OPENED),
        ROUND_OPENED.on(date(2026, 10, 13)),
        RoundAlreadyOpen,
    ),
    Row("named before the round", before(ROUND_OPENED), FOCUS_LIST_NAMED, RoundNotOpen),
    Row(
        "named on a day before the round",
        before(FOCUS_LIST_NAMED),
        FOCUS_LIST_NAMED.on(date(2026, 10, 11)),
        BeforeItsGround,
    ),
    Row(
        "named after the round",
        after(ROUND_CLOSED),
        FOCUS_LIST_NAMED.on(date(2026, 12, 31)),
        RoundNotOpen,
    ),
    Row(
        "named in a round that asks about all",
        (*before(ROUND_OPENED), ROUND_OPENED.but(mode=RoundMode.ALL)),
        FOCUS_LIST_NAMED,
        RoundNotFocused,
    ),
    Row(
        "somebody named who is nobody's member",
        before(FOCUS_LIST_NAMED),
        FOCUS_LIST_NAMED.but(entries=(FocusEntry(BINH, Personal(BINH, "AWARD")),)),
        NotOurMember,
    ),
    Row("closed before it was opened", before(ROUND_OPENED), ROUND_CLOSED, RoundNotOpen),
    Row(
        "closed on a day before it was opened",
        before(ROUND_CLOSED),
        ROUND_CLOSED.but(on=date(2026, 10, 11)),
        DatesOutOfOrder,
    ),
    Row(
        "agreed in a cell that nobody knows",
        before(AGREED),
        AGREED.but(cell=NOWHERE),
        OrganizationEnded,
    ),
    Row("agreed with a guest", before(AGREED), AGREED.but(sat=(MINH, BINH)), NotInOffice),
    Row("agreed by one of three", before(AGREED), AGREED.but(sat=(MINH,)), NoQuorum),
    Row("agreed by half", before(AGREED), AGREED.but(of=4), NoQuorum),
    Row("agreed by one, counted twice", before(AGREED), AGREED.but(sat=(MINH, MINH)), NoQuorum),
    Row(
        "agreed on a stranger",
        before(AGREED),
        AGREED.but(considered=(LINK, DINH_LINK, NOWHERE)),
        NotIntroducedHere,
    ),
]
