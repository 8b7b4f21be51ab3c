"""Members: enrolled, moved, exempted, suspended, sent elsewhere, departed, erased."""

from __future__ import annotations

from domain.refusals import (
    AddresseeNotReceiver,
    AlreadyEnrolled,
    AlreadySuspended,
    CellNotUnderBody,
    ExemptionNeedsEnd,
    ExemptionOverlaps,
    GroundUnknown,
    LifeOutOfOrder,
    MemberHasDeparted,
    NoIdOfAPerson,
    NoSuchExemption,
    NoSuchTransfer,
    NotOurMember,
    NotProbationary,
    NotSuspended,
    PersonErased,
    SameResidence,
    SecondApprovalMissing,
    SecretMaterial,
    StayElsewhere,
    StillWorkingMember,
)
from tests.service.refused.row import Row, Stage, but
from tests.service.town import (
    DECLARE,
    ENROL,
    LINK,
    MEMBER,
    OTHER_WARD,
    OTHER_WORKPLACE,
    QUARTER,
    act,
    person,
)

EXEMPT = act(
    "secretary",
    "grant-exemption",
    "2026-05-01",
    member=MEMBER,
    class_="A",
    ground="ROTATED",
    from_="2026-05-01",
    until="2026-12-31",
)
SUSPEND = act(
    "secretary",
    "suspend-activity",
    "2026-06-01",
    member=MEMBER,
    from_="2026-06-01",
    until="2026-06-30",
    decision="QĐ 3",
)
RESUME = act(
    "secretary",
    "resume-activity",
    "2026-06-10",
    member=MEMBER,
    suspension=f"{MEMBER}/1",
    on="2026-06-10",
)
REVOKE = act(
    "clerk", "revoke-transfer", "2026-06-10", member=MEMBER, transfer=f"{MEMBER}/1", on="2026-06-10"
)
END_EXEMPTION = act(
    "secretary",
    "end-exemption",
    "2026-06-01",
    member=MEMBER,
    exemption_no=9,
    on="2026-06-01",
    reason="Về đơn vị",
)
RECOGNIZE = act("clerk", "recognize-full-member", "2026-05-01", member=MEMBER, on="2026-05-01")
ASSIGN = act("clerk", "assign-cell", "2026-05-01", member=MEMBER, cell=QUARTER, from_="2026-05-01")
DEPART = act(
    "clerk", "depart-member", "2026-09-01", member=MEMBER, reason="RETIRED", on="2026-09-01"
)
DEPUTY = act(
    "administrator",
    "appoint-officer",
    "2026-01-02",
    organization=ENROL.body["committee"],
    officer=person("deputy"),
    name="Lê Thị Phó",
    office="deputy_secretary",
    from_="2026-01-02",
)
ERASE = act(
    "secretary",
    "erase-personal-data",
    "2026-12-01",
    member=MEMBER,
    reason="Hết thời hạn",
    approved_by=person("deputy"),
)
SOMEBODY = but(ENROL, person=person("somebody"))

STAGES = [
    Stage(
        "a member",
        [ENROL, DECLARE, EXEMPT, SUSPEND],
        [
            Row(but(ENROL, "2026-05-01"), AlreadyEnrolled, "person"),
            Row(but(SOMEBODY, cell=QUARTER), CellNotUnderBody, "cell"),
            Row(but(SOMEBODY, person=LINK), NoIdOfAPerson, "person"),
            Row(but(SOMEBODY, admitted_on="1980-01-01"), LifeOutOfOrder, "birth_date"),
            Row(but(SOMEBODY, secret=True), SecretMaterial, "full_name"),
            Row(RECOGNIZE, NotProbationary, "member"),
            Row(ASSIGN, CellNotUnderBody, "cell"),
            Row(but(ASSIGN, member=person("nobody")), NotOurMember, "member"),
            Row(but(DECLARE, "2026-05-01"), SameResidence, "dwelling"),
            Row(
                but(DECLARE, "2026-05-01", body=OTHER_WARD, residence_no=1),
                StayElsewhere,
                "residence_no",
            ),
            Row(but(DECLARE, "2026-05-01", body=OTHER_WORKPLACE), AddresseeNotReceiver, "body"),
            Row(but(EXEMPT, ground="HOLIDAY", from_="2026-04-01"), GroundUnknown, "ground"),
            Row(but(EXEMPT, from_="2026-04-01", until=None), ExemptionNeedsEnd, "until"),
            Row(but(EXEMPT, from_="2026-08-01"), ExemptionOverlaps, "from"),
            Row(END_EXEMPTION, NoSuchExemption, "exemption_no"),
            Row(but(SUSPEND, from_="2026-06-15"), AlreadySuspended, "from"),
            Row(RESUME, NotSuspended, "suspension"),
            Row(REVOKE, NoSuchTransfer, "transfer"),
            Row(ERASE, StillWorkingMember, "member"),
        ],
    ),
    Stage(
        "a member who has left",
        [DEPUTY, ENROL, DECLARE, DEPART],
        [
            Row(but(DECLARE, "2026-10-01", dwelling="Số 1"), MemberHasDeparted, "occurred_on"),
            Row(but(ERASE, approved_by=None), SecondApprovalMissing, "approved_by"),
            Row(but(ERASE, approved_by=person("secretary")), SecondApprovalMissing, "approved_by"),
        ],
    ),
    Stage(
        "a member who was erased",
        [DEPUTY, ENROL, DECLARE, DEPART, ERASE],
        [Row(but(ENROL, "2026-12-10"), PersonErased, "full_name")],
    ),
]
