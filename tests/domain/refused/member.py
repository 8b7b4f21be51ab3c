"""The member: enrolled, living somewhere, exempted, suspended, gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.member import ON_FILE, ExemptionClass, TransferKind
from domain.refusals import (
    AddresseeNotReceiver,
    AlreadyEnrolled,
    AlreadySuspended,
    BeforeItsGround,
    CellNotUnderBody,
    ExemptionNeedsEnd,
    ExemptionOverlaps,
    GroundUnknown,
    MemberHasDeparted,
    NoSuchExemption,
    NoSuchTransfer,
    NotOurMember,
    NotProbationary,
    NotSuspended,
    OrganizationEnded,
    SameResidence,
    SecondApprovalMissing,
    SecretMaterial,
    StayElsewhere,
    StillWorkingMember,
)
from tests.domain.refused.row import NOWHERE, Row
from tests.year import (
    BINH,
    CELL_ASSIGNED,
    CUONG,
    DEPARTED,
    DINH,
    ENROLLED,
    ERASED,
    EXEMPTION_ENDED,
    EXEMPTION_GRANTED,
    HOA,
    KEPT_SECRET,
    MOVED,
    QUARTER,
    RECOGNIZED,
    RESIDENCE_DECLARED,
    RESUMED,
    SUSPENDED,
    THAM,
    TRANSFER_DECIDED,
    TRANSFER_REVOKED,
    WORKPLACE,
    after,
    before,
)

FIRST_OF_MARCH, NEW_YEAR, LATER = date(2026, 3, 1), date(2027, 1, 1), date(2027, 1, 5)
AT_WORK = date(2026, 12, 30)
SECRET_NO_MORE = replace(EXEMPTION_ENDED, stream=DINH).on(LATER).but(on=LATER, reason=ON_FILE)
OF_CLASS_B = EXEMPTION_GRANTED.but(class_=ExemptionClass.B, ground="ON_FILE", until=None)

ROWS = [
    Row(
        "enrolled in a body that nobody knows",
        before(ENROLLED),
        ENROLLED.but(committee=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "enrolled in another committee's cell",
        before(ENROLLED),
        ENROLLED.but(cell=QUARTER),
        CellNotUnderBody,
    ),
    Row("enrolled twice", after(ENROLLED), ENROLLED.on(FIRST_OF_MARCH), AlreadyEnrolled),
    *(
        Row(
            f"{paper.kind.__name__} of somebody who is nobody's member",
            before(ENROLLED),
            paper,
            NotOurMember,
        )
        for paper in (
            CELL_ASSIGNED,
            RESIDENCE_DECLARED,
            EXEMPTION_GRANTED,
            SUSPENDED,
            TRANSFER_DECIDED,
            replace(RECOGNIZED, stream=THAM),
        )
    ),
    *(
        Row(
            f"{paper.kind.__name__} of somebody who has gone",
            after(DEPARTED),
            paper,
            MemberHasDeparted,
        )
        for paper in (
            CELL_ASSIGNED.but(from_=LATER),
            RESIDENCE_DECLARED.on(LATER),
            EXEMPTION_GRANTED.but(from_=LATER, until=LATER),
            SUSPENDED.but(from_=LATER),
            TRANSFER_DECIDED.on(LATER),
            replace(RECOGNIZED, stream=THAM),
        )
    ),
    Row(
        "moved to another committee's cell",
        before(CELL_ASSIGNED),
        CELL_ASSIGNED.but(cell=QUARTER),
        CellNotUnderBody,
    ),
    Row(
        "living under a body that nobody knows",
        before(RESIDENCE_DECLARED),
        RESIDENCE_DECLARED.but(body=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "living under a body that receives nobody",
        before(RESIDENCE_DECLARED),
        RESIDENCE_DECLARED.but(body=WORKPLACE),
        AddresseeNotReceiver,
    ),
    Row(
        "moved after saying so",
        before(RESIDENCE_DECLARED),
        RESIDENCE_DECLARED.but(moved_on=FIRST_OF_MARCH),
        BeforeItsGround,
    ),
    Row(
        "the same residence on another day",
        after(RESIDENCE_DECLARED),
        RESIDENCE_DECLARED.on(FIRST_OF_MARCH),
        SameResidence,
    ),
    Row(
        "living elsewhere under the number of another stay",
        before(MOVED),
        MOVED.but(residence_no=1),
        StayElsewhere,
    ),
    Row(
        "exempted on no known ground",
        before(EXEMPTION_GRANTED),
        EXEMPTION_GRANTED.but(ground="WHIM"),
        GroundUnknown,
    ),
    Row(
        "exempted on a ground of the other class",
        before(EXEMPTION_GRANTED),
        EXEMPTION_GRANTED.but(ground="ON_FILE"),
        GroundUnknown,
    ),
    Row(
        "exempted for a time without an end",
        before(EXEMPTION_GRANTED),
        EXEMPTION_GRANTED.but(until=None),
        ExemptionNeedsEnd,
    ),
    Row(
        "the evidence of somebody kept secret",
        before(EXEMPTION_GRANTED),
        OF_CLASS_B,
        SecretMaterial,
    ),
    Row(
        "exempted until before it begins",
        before(EXEMPTION_GRANTED),
        EXEMPTION_GRANTED.but(until=date(2026, 9, 6)),
        BeforeItsGround,
    ),
    Row(
        "exempted while exempt",
        after(EXEMPTION_GRANTED),
        EXEMPTION_GRANTED.but(from_=date(2026, 9, 30), until=date(2026, 10, 30)),
        ExemptionOverlaps,
    ),
    Row(
        "exempted until within an exemption",
        after(EXEMPTION_GRANTED),
        EXEMPTION_GRANTED.but(from_=date(2026, 9, 1), until=date(2026, 9, 7)),
        ExemptionOverlaps,
    ),
    Row(
        "the end of an exemption that never was",
        before(EXEMPTION_ENDED),
        EXEMPTION_ENDED.but(exemption_no=9),
        NoSuchExemption,
    ),
    Row(
        "an exemption ended before it began",
        before(EXEMPTION_ENDED),
        EXEMPTION_ENDED.but(on=date(2026, 9, 6)),
        BeforeItsGround,
    ),
    Row(
        "suspended while suspended",
        after(SUSPENDED),
        SUSPENDED.but(from_=date(2026, 10, 2)),
        AlreadySuspended,
    ),
    Row(
        "suspended until within a suspension, by a paper that came late",
        after(SUSPENDED),
        SUSPENDED.but(from_=date(2026, 9, 1), until=date(2026, 10, 1)),
        AlreadySuspended,
    ),
    Row(
        "suspended around a suspension that is over",
        after(RESUMED),
        SUSPENDED.but(from_=date(2026, 9, 1)),
        AlreadySuspended,
    ),
    Row(
        "suspended until before it begins",
        before(SUSPENDED),
        SUSPENDED.but(until=date(2026, 9, 30)),
        BeforeItsGround,
    ),
    Row(
        "the end of a suspension that never was",
        before(RESUMED),
        RESUMED.but(suspension=f"{THAM}/99"),
        NotSuspended,
    ),
    Row(
        "resumed before the suspension",
        before(RESUMED),
        RESUMED.but(on=date(2026, 9, 30)),
        BeforeItsGround,
    ),
    Row(
        "the end of an enrolment that never was",
        before(DEPARTED),
        DEPARTED.but(enrolment=f"{THAM}/99"),
        NotOurMember,
    ),
    Row(
        "departed before enrolment",
        before(DEPARTED),
        DEPARTED.but(on=date(2026, 2, 1)),
        BeforeItsGround,
    ),
    Row(
        "recognized though never on probation",
        before(RECOGNIZED),
        replace(RECOGNIZED, stream=THAM).on(date(2026, 3, 2)),
        NotProbationary,
    ),
    Row(
        "sent until before he is sent",
        before(TRANSFER_DECIDED),
        TRANSFER_DECIDED.but(kind=TransferKind.TEMPORARY, until=date(2026, 12, 4)),
        BeforeItsGround,
    ),
    Row(
        "sent to a body that nobody knows",
        before(TRANSFER_DECIDED),
        TRANSFER_DECIDED.but(to=NOWHERE),
        OrganizationEnded,
    ),
    Row(
        "the end of a transfer that never was",
        before(TRANSFER_REVOKED),
        TRANSFER_REVOKED.but(transfer=f"{THAM}/99"),
        NoSuchTransfer,
    ),
    Row(
        "a transfer revoked before it was decided",
        before(TRANSFER_REVOKED),
        TRANSFER_REVOKED.but(on=date(2026, 11, 29)),
        BeforeItsGround,
    ),
    Row(
        "a transfer revoked after the departure",
        before(TRANSFER_REVOKED),
        TRANSFER_REVOKED.on(LATER).but(on=LATER),
        MemberHasDeparted,
    ),
    Row(
        "the end of a secret exemption with its reason",
        after(KEPT_SECRET),
        SECRET_NO_MORE.but(reason="hết nhiệm vụ"),
        SecretMaterial,
    ),
    Row("erased though nobody's member ever", before(ENROLLED), ERASED, NotOurMember),
    Row("erased before the departure", before(ERASED), ERASED.on(AT_WORK), StillWorkingMember),
    *(
        Row(f"erased as approved by {how}", before(ERASED), ERASED.but(approved_by=by), refusal)
        for how, by, refusal in (
            ("nobody", (), SecondApprovalMissing),
            ("one", (BINH,), SecondApprovalMissing),
            ("one, twice over", (BINH, BINH), SecondApprovalMissing),
            ("one who is in office and one who was", (BINH, CUONG), SecondApprovalMissing),
            ("one of this side and one of the other", (BINH, HOA), SecondApprovalMissing),
        )
    ),
]
