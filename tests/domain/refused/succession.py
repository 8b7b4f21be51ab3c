"""What a body that has ended does no more, and what is no more done to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.acts import Office
from domain.refusals import (
    AlreadyEnrolled,
    CellNotUnderBody,
    GroupNotInCell,
    MonitorNotOnCommittee,
    NoGround,
    NotInOffice,
    NotIntroducedHere,
    NotOurMember,
    OrganizationEnded,
    OtherFactsOnRecord,
    SameResidence,
    WrongBody,
)
from tests import year
from tests.domain.refused.row import Row
from tests.merger import (
    NEW_QUARTER_DEPUTY,
    NEW_QUARTER_SECRETARY,
    NEW_SECRETARY,
    NEW_WARD_SECRETARY,
    NEW_WORKPLACE,
    quarter_merged,
    ward_merged,
    workplace_merged,
)
from tests.year import MERGED_WARD, WARD, before

_DISSOLVED = replace(year.OTHER_WARD_DISSOLVED, stream=WARD)
_DECLARED_ANEW = year.RESIDENCE_DECLARED.on(date(2026, 5, 4)).but(
    body=MERGED_WARD, neighborhood_token="b" * 64
)
MARCH_FIRST, MARCH_FIFTH, APRIL = date(2026, 3, 1), date(2026, 3, 5), date(2026, 4, 1)

ROWS = [
    Row(
        "received by a body that was dissolved",
        (*before(year.RECEIVED), _DISSOLVED.but(on=MARCH_FIFTH)),
        year.RECEIVED,
        OrganizationEnded,
    ),
    Row(
        "sent back by a body that was dissolved",
        (*before(year.RETURNED), _DISSOLVED.but(on=date(2026, 2, 15))),
        year.RETURNED,
        OrganizationEnded,
    ),
    Row(
        "forwarded by a body that was dissolved",
        (*before(year.FORWARDED), _DISSOLVED.but(on=date(2026, 3, 10))),
        year.FORWARDED,
        OrganizationEnded,
    ),
    Row(
        "received by the predecessor",
        (*before(year.RECEIVED), *ward_merged(MARCH_FIFTH)),
        year.RECEIVED,
        WrongBody,
    ),
    Row(
        "received by the successor before its day",
        (*before(year.RECEIVED), *ward_merged(APRIL)),
        year.RECEIVED.but(by=MERGED_WARD),
        WrongBody,
    ),
    Row(
        "written to the predecessor",
        (*before(year.ISSUED_AT_LAST), *ward_merged(MARCH_FIRST)),
        year.ISSUED_AT_LAST,
        WrongBody,
    ),
    Row(
        "forwarded to a cell that was merged into another",
        (*before(year.FORWARDED), *quarter_merged(MARCH_FIFTH)),
        year.FORWARDED,
        CellNotUnderBody,
    ),
    Row(
        "signed by the secretary of the predecessor",
        (*before(year.SLIP_RETURNED), *ward_merged(date(2026, 3, 11))),
        year.SLIP_RETURNED,
        NotInOffice,
    ),
    Row(
        "followed by an officer of the cell that has ended",
        (*before(year.MONITORED), *quarter_merged(date(2026, 3, 12))),
        year.MONITORED,
        MonitorNotOnCommittee,
    ),
    Row(
        "a group of another cell than the successor",
        (*before(year.GROUPED), *quarter_merged(MARCH_FIRST)),
        year.GROUPED.but(group=MERGED_WARD),
        GroupNotInCell,
    ),
    Row(
        "moved, when only the ward was merged",
        (*before(year.MOVED), *ward_merged(APRIL), _DECLARED_ANEW),
        year.CLOSED.on(date(2026, 12, 14)).but(on=date(2026, 12, 14)),
        NoGround,
    ),
    Row(
        "the same residence under the successor",
        (*before(year.DRAFTED), *ward_merged(date(2026, 2, 5))),
        year.RESIDENCE_DECLARED.on(date(2026, 2, 8)).but(body=MERGED_WARD),
        SameResidence,
    ),
    Row(
        "enrolled in the successor of the committee in which he is",
        (*before(year.DRAFTED), *workplace_merged(date(2026, 2, 5))),
        year.ENROLLED.on(date(2026, 2, 8)).but(committee=NEW_WORKPLACE),
        AlreadyEnrolled,
    ),
    Row(
        "written by the successor before its day",
        (*before(year.ISSUED), *workplace_merged(APRIL), NEW_SECRETARY),
        year.ISSUED.but(issuer=NEW_WORKPLACE, attempt=1),
        NotOurMember,
    ),
    Row(
        "held by another cell than the successor of the one that called it",
        (*before(year.HELD), *quarter_merged(date(2026, 6, 5))),
        year.HELD.but(cell=year.OTHER_CELL, attendance=()),
        OtherFactsOnRecord,
    ),
    Row(
        "considered by the cell before it took over",
        (*before(year.AGREED), *quarter_merged(date(2026, 12, 1)), NEW_QUARTER_SECRETARY),
        year.AGREED.but(cell=NEW_QUARTER_SECRETARY.stream, sat=(year.MINH,), of=1),
        NotIntroducedHere,
    ),
    Row(
        "signed by the secretary of the cell that has ended",
        (*before(year.SIGNED), *quarter_merged(date(2026, 11, 11))),
        year.SIGNED,
        NotInOffice,
    ),
    Row(
        "signed in an office that another holds",
        (*before(year.SIGNED), *quarter_merged(date(2026, 11, 11)), NEW_QUARTER_DEPUTY),
        year.SIGNED.but(signer=year.LAN, office=Office.CELL_SECRETARY),
        NotInOffice,
    ),
    Row(
        "confirmed in an office that one does not hold",
        (*before(year.CONFIRMED), *ward_merged(date(2026, 11, 12)), NEW_WARD_SECRETARY),
        year.CONFIRMED.but(office=Office.DEPUTY_SECRETARY),
        NotInOffice,
    ),
    Row(
        "issued in an office that one does not hold",
        before(year.ISSUED),
        year.ISSUED.but(signer_office=Office.DEPUTY_SECRETARY),
        NotInOffice,
    ),
]
