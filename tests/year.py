"""A year between two committees in which everything happens that can happen, each paper once.

Đảng ủy cơ quan introduces Nguyễn Thị Thắm to the ward where she lives: one letter comes back, one
is lost, the third is received. She misses a meeting, is evaluated twice over, moves and retires.
Hoàng Văn Định was there before the record began. Nobody in it is real.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any
from uuid import UUID

from domain.acts import NamedPaper, Office, Side, Via
from domain.classification import Classification, ClassificationDecided, classification_id
from domain.collective_meeting import (
    AgreeingBody,
    CollectiveMeeting,
    CollectiveMeetingHeld,
    collective_meeting_id,
)
from domain.coordination import (
    Coordination,
    CoordinationAgreed,
    CoordinationEnded,
    coordination_id,
)
from domain.entries import Event, Stream
from domain.evaluation import (
    Evaluation,
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationDrafted,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationReturned,
    EvaluationSent,
    EvaluationSigned,
    OpinionDisclosed,
    Proposal,
    ProposalOutcome,
    ProposalResolved,
    Purpose,
    RequestWithdrawn,
    StatementRecorded,
    evaluation_id,
)
from domain.introduction.events import (
    AbsenceAnswered,
    AbsenceOutcome,
    AbsenceReminded,
    AbsenceReported,
    ClosingReason,
    FeedbackGiven,
    GroupAssigned,
    LetterDrafted,
    LetterIssued,
    LetterReceived,
    LetterReturned,
    LetterVoided,
    LinkCarriedOver,
    LinkClosed,
    MemberForwarded,
    MemberListed,
    MonitorAssigned,
    NamesAsIssued,
    PaperNumberTaken,
    Printed,
    ReminderWay,
    ReturnReason,
    SlipFiled,
    SlipReturned,
    StatusChange,
    StatusNotified,
    VoidReason,
)
from domain.introduction.link import Link, link_id, paper_number_id
from domain.meeting import (
    AbsenceExcused,
    Attendance,
    AttendanceEntry,
    AttendanceRecorded,
    ContentItem,
    Contribution,
    Meeting,
    MeetingCancelled,
    MeetingContentRecorded,
    MeetingConvened,
    MeetingHeld,
    MeetingKind,
    NoticesDelivered,
    NoticeWay,
    meeting_id,
)
from domain.member import (
    ON_FILE,
    ActivityResumed,
    ActivitySuspended,
    CellAssigned,
    Departure,
    ExemptionClass,
    ExemptionEnded,
    ExemptionGranted,
    FullMembershipRecognized,
    How,
    Member,
    MemberDeparted,
    MemberEnrolled,
    PersonalDataErased,
    ResidenceDeclared,
    ResidenceKind,
    TransferDecided,
    TransferKind,
    TransferRevoked,
)
from domain.organization import (
    CellSucceeded,
    CommitteeElected,
    Kind,
    OfficerAppointed,
    OfficerRelieved,
    Organization,
    OrganizationDissolved,
    OrganizationPlaced,
    OrganizationRegistered,
    OrganizationRenamed,
    OrganizationSucceeded,
    RuleSetAdopted,
    SuccessionKind,
    organization_id,
)
from domain.owed import GapExplained, ObligationSnoozed, Owed, owed_id
from domain.private import Personal
from domain.reconciliation import (
    DifferenceAnswer,
    DifferenceAnswered,
    Reconciliation,
    RosterStated,
    StatedEntry,
    StatedStatus,
    reconciliation_id,
)
from domain.report import (
    AskOutcome,
    LetterAskAnswered,
    LetterAsked,
    Report,
    ReportAnswered,
    ReportKind,
    ReportOutcome,
    ReportSent,
    ReportSubject,
    letter_ask_id,
    report_id,
)
from domain.review import (
    InspectionKind,
    InspectionMade,
    PeriodicReviewHeld,
    ReferenceKind,
    ReferenceRecorded,
    RegulationDisseminated,
    Review,
    ReviewHeld,
    ReviewKind,
    StocktakingKind,
    review_id,
)
from domain.round import (
    FocusEntry,
    FocusListNamed,
    FocusReason,
    Round,
    RoundClosed,
    RoundMode,
    RoundOpened,
    round_id,
)
from domain.rulebook import load_rulebook
from tests.paper import Paper, Pen, corrected, voided

Desk = Callable[..., Paper]


def papers(of: type[Stream], stream: UUID) -> Desk:
    """Give what makes papers of one stream, each dated on a month and day of 2026."""

    def paper(kind: type[Event], month: int, day: int, /, **facts: Any) -> Paper:
        return Paper(of, stream, kind, date(2026, month, day), facts)

    return paper


# Bodies and their officers.

WORKPLACE, WARD, OTHER_WARD = map(
    organization_id, ("dang-uy-co-quan", "phuong-van-mieu", "phuong-kim-lien")
)
CELL, OTHER_CELL = map(organization_id, ("chi-bo-van-phong", "chi-bo-tap-chi"))
QUARTER, GROUP = map(organization_id, ("khu-dan-cu-4", "to-dang-2"))
BINH, CUONG, HOA, MINH, LAN, PHUC, SON = (UUID(int=number) for number in range(11, 18))


def _body(code: str, kind: Kind, name: str, side: Side, parent: UUID | None = None) -> Paper:
    return papers(Organization, organization_id(code))(
        OrganizationRegistered,
        1,
        1,
        code=code,
        kind=kind,
        name=name,
        symbol=f"{code}/ĐU",
        parent=parent,
        sides=(side,),
        commune_unit=None,
        neighborhood=None,
        exists_from=None,
        followed_from=date(2026, 1, 1),
    )


def _appointed(body: UUID, officer: UUID, name: str, office: Office) -> Paper:
    return papers(Organization, body)(
        OfficerAppointed,
        1,
        2,
        officer=officer,
        name=Personal(officer, name),
        office=office,
        from_=date(2026, 1, 2),
        until=None,
    )


W, R = Side.WORKPLACE, Side.RESIDENCE
WORKPLACE_REGISTERED = _body("dang-uy-co-quan", Kind.GRASSROOTS_COMMITTEE, "Đảng ủy cơ quan", W)
CELL_REGISTERED = _body("chi-bo-van-phong", Kind.CELL, "Chi bộ Văn phòng", W, WORKPLACE)
OTHER_CELL_REGISTERED = _body("chi-bo-tap-chi", Kind.CELL, "Chi bộ Tạp chí", W, WORKPLACE)
WARD_REGISTERED = _body(
    "phuong-van-mieu", Kind.COMMITTEE_ABOVE_GRASSROOTS, "Đảng ủy phường Văn Miếu", R
)
QUARTER_REGISTERED = _body("khu-dan-cu-4", Kind.CELL, "Chi bộ khu dân cư số 4", R, WARD)
GROUP_REGISTERED = _body("to-dang-2", Kind.PARTY_GROUP, "Tổ đảng số 2", R, QUARTER)
OTHER_WARD_REGISTERED = _body(
    "phuong-kim-lien", Kind.COMMITTEE_ABOVE_GRASSROOTS, "Đảng ủy phường Kim Liên", R
)
SECRETARY_APPOINTED = _appointed(WORKPLACE, BINH, "Trần Văn Bình", Office.SECRETARY)
DEPUTY_APPOINTED = _appointed(WORKPLACE, CUONG, "Vũ Mạnh Cường", Office.DEPUTY_SECRETARY)
WARD_SECRETARY_APPOINTED = _appointed(WARD, HOA, "Lê Thị Hoa", Office.SECRETARY)
QUARTER_SECRETARY_APPOINTED = _appointed(QUARTER, MINH, "Phạm Văn Minh", Office.CELL_SECRETARY)

_workplace = papers(Organization, WORKPLACE)
DEPUTY_RELIEVED = _workplace(
    OfficerRelieved,
    7,
    1,
    appointment=DEPUTY_APPOINTED,
    officer=CUONG,
    office=Office.DEPUTY_SECRETARY,
    on=date(2026, 7, 1),
)
COMMITTEE_ELECTED = papers(Organization, QUARTER)(
    CommitteeElected, 1, 5, members=(MINH, LAN, PHUC), from_=date(2026, 1, 5), until=None
)
RULES_ADOPTED = _workplace(
    RuleSetAdopted,
    1,
    5,
    adopts="213-2020",
    adopts_digest=load_rulebook().named("213-2020").digest,
    figures={"letter.new_days": 10},
    from_=date(2026, 1, 5),
)

# The members.

THAM, DINH, STRANGER = UUID(int=21), UUID(int=22), UUID(int=24)
_tham, _dinh = papers(Member, THAM), papers(Member, DINH)


def _enrolled(desk: Desk, person: UUID, name: str, how: How, *on: int) -> Paper:
    return desk(
        MemberEnrolled,
        *on,
        committee=WORKPLACE,
        cell=CELL,
        how=how,
        full_name=Personal(person, name),
        birth_date=Personal(person, "1984-05-19"),
        sex=Personal(person, "F" if person == THAM else "M"),
        admitted_on=Personal(person, "2012-09-02"),
        official_on=None,
        probationary=False,
        from_departure=None,
    )


def _declared(desk: Desk, person: UUID, number: int, body: UUID, *on: int) -> Paper:
    return desk(
        ResidenceDeclared,
        *on,
        residence_no=number,
        body=body,
        neighborhood=Personal(person, "Khu dân cư số 4"),
        neighborhood_token="a" * 64,
        dwelling=Personal(person, f"Số {number} ngõ Thông Phong"),
        kind=ResidenceKind.PERMANENT,
        household=f"{number}" * 64,
        moved_on=None,
    )


ENROLLED = _enrolled(_tham, THAM, "Nguyễn Thị Thắm", How.TRANSFERRED_IN, 2, 2)
RESIDENCE_DECLARED = _declared(_tham, THAM, 1, WARD, 2, 3)
CELL_ASSIGNED = _tham(CellAssigned, 9, 1, cell=OTHER_CELL, from_=date(2026, 9, 1))
EXEMPTION_GRANTED = _tham(
    ExemptionGranted,
    9,
    5,
    exemption_no=1,
    class_=ExemptionClass.A,
    ground="ROTATED",
    from_=date(2026, 9, 7),
    until=date(2026, 9, 30),
    decided_by=WORKPLACE,
    evidence=Personal(THAM, "Quyết định 12-QĐ/BTCTW"),
)
EXEMPTION_ENDED = _tham(
    ExemptionEnded, 9, 20, exemption_no=1, on=date(2026, 9, 21), reason="back early"
)
SUSPENDED = _tham(
    ActivitySuspended,
    10,
    1,
    from_=date(2026, 10, 1),
    until=None,
    decision=Personal(THAM, "Quyết định 3-QĐ/ĐU"),
)
RESUMED = _tham(ActivityResumed, 10, 8, suspension=SUSPENDED, on=date(2026, 10, 8))
MOVED = _declared(_tham, THAM, 2, OTHER_WARD, 12, 15)
DEPARTED = _tham(
    MemberDeparted,
    12,
    28,
    enrolment=ENROLLED,
    reason=Departure.RETIRED,
    to=None,
    on=date(2026, 12, 31),
)
DINH_ENROLLED = _enrolled(_dinh, DINH, "Hoàng Văn Định", How.INITIAL, 1, 1)
DINH_DECLARED = _declared(_dinh, DINH, 1, WARD, 1, 1)
KEPT_SECRET = _dinh(
    ExemptionGranted,
    12,
    1,
    exemption_no=1,
    class_=ExemptionClass.B,
    ground=ON_FILE,
    from_=date(2026, 12, 1),
    until=None,
    decided_by=WORKPLACE,
    evidence=None,
)

# The link: letters, slip, placing.

LINK, DINH_LINK = link_id(THAM, 1), link_id(DINH, 1)
_link = papers(Link, LINK)
_letter = {
    "member": THAM,
    "residence_no": 1,
    "issuer": WORKPLACE,
    "to_body": WARD,
    "to_cell": None,
}


def _issued(attempt: int, month: int, day: int, number: str) -> Paper:
    return _link(
        LetterIssued,
        month,
        day,
        **_letter,
        attempt=attempt,
        number=number,
        signer=BINH,
        signer_office=Office.SECRETARY,
        sealed=True,
        names_as_issued=NamesAsIssued("Đảng ủy cơ quan", "Đảng ủy phường Văn Miếu"),
        printed=Printed(
            Personal(THAM, "Nguyễn Thị Thắm · 1984-05-19"),
            Personal(THAM, "Số 1 ngõ Thông Phong"),
        ),
        attendance_exempt_until=None,
        replaces=None,
    )


DRAFTED = _link(LetterDrafted, 2, 9, **_letter, attempt=1)
ISSUED = _issued(1, 2, 10, "15-GT/ĐU")
NUMBER_TAKEN = papers(Stream, paper_number_id(WORKPLACE, 2026, "15-GT/ĐU"))(
    PaperNumberTaken, 2, 10, issuer=WORKPLACE, year=2026, number="15-GT/ĐU", kind="letter"
)
RETURNED = _link(
    LetterReturned,
    2,
    16,
    attempt=1,
    by=WARD,
    reason=ReturnReason.WRONG_DATA,
    note=Personal(THAM, "Sai năm sinh"),
)
ISSUED_AGAIN = _issued(2, 2, 18, "19-GT/ĐU")
LETTER_VOIDED = _link(LetterVoided, 2, 27, attempt=2, reason=VoidReason.LOST)
ISSUED_AT_LAST = _issued(3, 3, 2, "24-GT/ĐU")
RECEIVED = _link(LetterReceived, 3, 9, attempt=3, by=WARD, via=Via.MEMBER)
FORWARDED = _link(MemberForwarded, 3, 10, cell=QUARTER)
SLIP_RETURNED = _link(
    SlipReturned,
    3,
    11,
    attempt=3,
    number="7-PB/ĐU",
    cell=QUARTER,
    signer=HOA,
    signer_as_written=None,
    as_letter_foot=False,
)
SLIP_FILED = _link(SlipFiled, 3, 16, attempt=3, file_ref="HS-21/2025")
FILE_CORRECTED = corrected(SLIP_FILED, {"file_ref": "HS-21/2026"})
LISTED = _link(MemberListed, 3, 12, informed_on=date(2026, 3, 12))
GROUPED = _link(GroupAssigned, 3, 12, group=GROUP)
MONITORED = _link(MonitorAssigned, 3, 13, monitor=LAN)
CARRIED_OVER = papers(Link, DINH_LINK)(
    LinkCarriedOver,
    1,
    1,
    member=DINH,
    residence_no=1,
    attempt=1,
    issuer=WORKPLACE,
    body=WARD,
    cell=QUARTER,
    letter_number="88-GT/ĐU",
    letter_date=date(2024, 5, 6),
    slip_date=None,
)
CLOSED = _link(
    LinkClosed,
    12,
    16,
    attempt=3,
    reason=ClosingReason.MOVED,
    on=date(2026, 12, 16),
    notice_number="40-TB/ĐU",
)

# Meetings, and what follows an absence.

MEETING = meeting_id(QUARTER, date(2026, 6, 12), MeetingKind.PERIODIC)
_meeting = papers(Meeting, MEETING)
_cancelled = papers(Meeting, meeting_id(QUARTER, date(2026, 8, 20), MeetingKind.OTHER))
CONVENED = _meeting(
    MeetingConvened,
    6,
    1,
    cell=QUARTER,
    scheduled_for=date(2026, 6, 12),
    time=time(19, 30),
    kind=MeetingKind.PERIODIC,
    period="2026-H1",
    about="Sơ kết 6 tháng đầu năm",
)
NOTICES_DELIVERED = _meeting(
    NoticesDelivered, 6, 4, links=(LINK, DINH_LINK), through=PHUC, via=NoticeWay.INVITATION
)
HELD = _meeting(
    MeetingHeld,
    6,
    12,
    cell=QUARTER,
    kind=MeetingKind.PERIODIC,
    period="2026-H1",
    chair=MINH,
    attendance=(AttendanceEntry(LINK, Attendance.UNEXCUSED),),
    partial=True,
)
ATTENDANCE_RECORDED = _meeting(
    AttendanceRecorded,
    6,
    14,
    attendance=(
        AttendanceEntry(DINH_LINK, Attendance.EXCUSED, excuse=Personal(DINH, "Đi công tác")),
    ),
)
CONTENT_RECORDED = _meeting(
    MeetingContentRecorded,
    6,
    14,
    items=(ContentItem.LOCAL_SITUATION, ContentItem.SECURITY),
    minutes_digest="b" * 64,
    contributions=(Contribution(DINH_LINK, Personal(DINH, "Ý kiến về trật tự đô thị")),),
)
REMINDED = _link(
    AbsenceReminded, 6, 18, meetings=(MEETING,), how=ReminderWay.CALL, by_side=Side.RESIDENCE
)
REMINDED_BY_MISTAKE = _link(
    AbsenceReminded, 6, 19, meetings=(MEETING,), how=ReminderWay.CALL, by_side=Side.RESIDENCE
)
REMINDER_VOIDED = voided(REMINDED_BY_MISTAKE)
REPORTED = _link(
    AbsenceReported,
    7,
    1,
    meetings=(MEETING,),
    number="9-TB/CB",
    note=Personal(THAM, "Vắng không báo"),
)
EXCUSED = _meeting(
    AbsenceExcused, 7, 6, link=LINK, excuse=Personal(THAM, "Con ốm"), decided_by=MINH
)
CALLED_IN_VAIN = _cancelled(
    MeetingConvened,
    8,
    10,
    cell=QUARTER,
    scheduled_for=date(2026, 8, 20),
    time=None,
    kind=MeetingKind.OTHER,
    period=None,
    about="Góp ý quy hoạch",
)
CANCELLED = _cancelled(MeetingCancelled, 8, 18, reason="bão")

# The round and the evaluation.

ROUND = round_id(WORKPLACE, 2026)
_round = papers(Round, ROUND)
ROUND_OPENED = _round(
    RoundOpened,
    10,
    12,
    committee=WORKPLACE,
    year=2026,
    mode=RoundMode.FOCUSED,
    figures={"round.slips_by": "12-10"},
)
FOCUS_LIST_NAMED = _round(
    FocusListNamed,
    10,
    13,
    entries=(FocusEntry(THAM, Personal(THAM, FocusReason.PLANNING)),),
)
ROUND_CLOSED = _round(RoundClosed, 12, 30, on=date(2026, 12, 31))

EVALUATION = evaluation_id(LINK, Purpose.ANNUAL, 2026)
REWARD_EVALUATION = evaluation_id(LINK, Purpose.REWARD, 2026, "61-CV/ĐU")
COLLECTIVE = collective_meeting_id(QUARTER, date(2026, 11, 9))
_evaluation = papers(Evaluation, EVALUATION)
_reward = papers(Evaluation, REWARD_EVALUATION)
LEVELS = {"example": 3, "civic_duty": 2, "attendance": 2, "contact": 2, "contribution": 1}


def _requested(desk: Desk, purpose: Purpose, number: str | None) -> Paper:
    return desk(
        EvaluationRequested,
        10,
        15,
        link=LINK,
        purpose=purpose,
        year=2026,
        number=number,
        answer_by=date(2026, 12, 5),
    )


def _signed(month: int, day: int) -> Paper:
    return _evaluation(EvaluationSigned, month, day, signer=MINH, office=Office.CELL_SECRETARY)


def _confirmed(month: int, day: int) -> Paper:
    return _evaluation(
        EvaluationConfirmed, month, day, by=HOA, office=Office.SECRETARY, sealed=True
    )


def _sent(month: int, day: int) -> Paper:
    return _evaluation(EvaluationSent, month, day, via=Via.POST, number="31-NX/CB")


def _received(month: int, day: int) -> Paper:
    return _evaluation(EvaluationReceived, month, day, link=LINK, purpose=Purpose.ANNUAL, year=2026)


REQUESTED = _requested(_evaluation, Purpose.ANNUAL, None)
REQUESTED_IN_VAIN = _requested(_reward, Purpose.REWARD, "61-CV/ĐU")
REQUEST_WITHDRAWN = _reward(
    RequestWithdrawn, 10, 20, request=REQUESTED_IN_VAIN, reason="không còn đề nghị"
)
AGREED = papers(CollectiveMeeting, COLLECTIVE)(
    CollectiveMeetingHeld,
    11,
    9,
    cell=QUARTER,
    body=AgreeingBody.CELL_COMMITTEE,
    sat=(MINH, LAN),
    of=3,
    front_present=True,
    front_count=1,
    considered=(LINK,),
    minutes_digest=None,
)
WRITTEN = _evaluation(
    EvaluationDrafted,
    11,
    10,
    link=LINK,
    purpose=Purpose.ANNUAL,
    year=2026,
    form="A",
    levels=LEVELS,
    proposal=Proposal.NONE,
    remarks=Personal(THAM, "Gương mẫu, cần họp đều hơn"),
    fingerprint="c" * 64,
    rests_on=COLLECTIVE,
    stated_meeting=None,
)
SIGNED, CONFIRMED, SENT, ARRIVED = (
    _signed(11, 11),
    _confirmed(11, 12),
    _sent(11, 13),
    _received(11, 17),
)
SENT_BACK = _evaluation(
    EvaluationReturned,
    11,
    18,
    defects=("LEVEL_MISSING",),
    answer_by=date(2026, 12, 3),
)
SIGNED_AGAIN, CONFIRMED_AGAIN, SENT_AGAIN, ARRIVED_AGAIN = (
    _signed(11, 20),
    _confirmed(11, 23),
    _sent(11, 24),
    _received(11, 27),
)
CONSOLIDATED = _evaluation(EvaluationConsolidated, 12, 1, cell=OTHER_CELL)
FILED = _evaluation(EvaluationFiled, 12, 4, file_ref="HS-21/2026")
FEEDBACK_GIVEN = _link(
    FeedbackGiven,
    12,
    7,
    on=str(EVALUATION),
    by_side=Side.WORKPLACE,
    note=Personal(THAM, "Đã trao đổi"),
)

# What the residence reports, and what the workplace answers.

REPORT = report_id(LINK, "12-PA/CB")
_report = papers(Report, REPORT)
ABSENCE_ANSWERED = _link(
    AbsenceAnswered, 7, 8, report=REPORTED, outcome=AbsenceOutcome.WILL_ATTEND, note=None
)
STATUS_NOTIFIED = _link(StatusNotified, 10, 2, change=StatusChange.SUSPENDED, number="33-TB/ĐU")
REPORT_SENT = _report(
    ReportSent,
    8,
    3,
    link=LINK,
    kind=ReportKind.ADVERSE,
    subject=ReportSubject.CIVIC_DUTY,
    text=Personal(THAM, "Chưa tham gia tổng vệ sinh"),
    number="12-PA/CB",
)
REPORT_ANSWERED = _report(
    ReportAnswered,
    8,
    20,
    outcome=ReportOutcome.PARTLY,
    text=Personal(THAM, "Đã góp ý"),
)
LETTER_ASK = letter_ask_id(WARD, WORKPLACE, "e" * 64, 2026)
_letter_ask = papers(Report, LETTER_ASK)
LETTER_ASKED = _letter_ask(
    LetterAsked,
    8,
    5,
    by=WARD,
    to=WORKPLACE,
    full_name=Personal(LETTER_ASK, "Đỗ Văn Khang"),
    birth_date=Personal(LETTER_ASK, "1980-02-03"),
    dwelling=Personal(LETTER_ASK, "Số 9, ngõ 4"),
    grounds=Personal(LETTER_ASK, "Có mặt thường xuyên ở khu dân cư"),
)
LETTER_ASK_ANSWERED = _letter_ask(LetterAskAnswered, 8, 18, outcome=AskOutcome.NOT_DUE, member=None)
OPINION_DISCLOSED = _evaluation(OpinionDisclosed, 12, 2)
STATEMENT_RECORDED = _evaluation(
    StatementRecorded, 12, 3, statement=Personal(THAM, "Xin rút kinh nghiệm")
)

# What was proposed for a reward, and what came of it.

PROPOSAL = evaluation_id(LINK, Purpose.REWARD, 2026, "62-CV/ĐU")
_proposal = papers(Evaluation, PROPOSAL)
REWARD_ASKED = _requested(_proposal, Purpose.REWARD, "62-CV/ĐU")
COMMENDED = _proposal(
    EvaluationDrafted,
    11,
    10,
    link=LINK,
    purpose=Purpose.REWARD,
    year=2026,
    form="A",
    levels=LEVELS,
    proposal=Proposal.COMMEND,
    remarks=Personal(THAM, "Vận động tốt"),
    fingerprint="f" * 64,
    rests_on=COLLECTIVE,
    stated_meeting=None,
)
REWARD_SIGNED = _proposal(EvaluationSigned, 11, 11, signer=MINH, office=Office.CELL_SECRETARY)
REWARD_CONFIRMED = _proposal(
    EvaluationConfirmed, 11, 12, by=HOA, office=Office.SECRETARY, sealed=True
)
REWARD_SENT = _proposal(EvaluationSent, 11, 13, via=Via.POST, number="32-NX/CB")
REWARD_RECEIVED = _proposal(
    EvaluationReceived, 11, 17, link=LINK, purpose=Purpose.REWARD, year=2026
)
PROPOSAL_RESOLVED = _proposal(
    ProposalResolved,
    12,
    14,
    outcome=ProposalOutcome.COMMENDED,
    reference=Personal(THAM, "Quyết định 40-QĐ/ĐU"),
)

# The workplace's year: its reviews, what it quotes, whom it inspects, how it classifies.

REVIEW = review_id(OTHER_CELL, 2026)
_review = papers(Review, REVIEW)
_committee_review = papers(Review, review_id(WORKPLACE, 2026))
REVIEW_HELD = _review(
    ReviewHeld,
    12,
    20,
    body=OTHER_CELL,
    year=2026,
    kind=ReviewKind.COLLECTIVE,
    regulation_item=True,
    minutes_digest=None,
)
REFERENCE_RECORDED = _review(
    ReferenceRecorded,
    12,
    18,
    body=OTHER_CELL,
    year=2026,
    member=THAM,
    kind=ReferenceKind.SELF_RATING,
    value=Personal(THAM, "Hoàn thành tốt"),
    source="Bản tự kiểm điểm",
)
STOCK_TAKEN = _committee_review(
    PeriodicReviewHeld,
    12,
    22,
    body=WORKPLACE,
    year=2026,
    kind=StocktakingKind.FINAL,
    findings_digest="a" * 64,
    commended=2,
    handled=1,
)
INSPECTED = _committee_review(
    InspectionMade,
    10,
    6,
    body=WORKPLACE,
    year=2026,
    kind=InspectionKind.CHECK,
    of=(OTHER_CELL,),
    findings=Personal(review_id(WORKPLACE, 2026), "Hồ sơ đủ, cần nhắc họp"),
)
DISSEMINATED = _committee_review(
    RegulationDisseminated,
    1,
    20,
    body=WORKPLACE,
    year=2026,
    made_known="213-QĐ/TW",
    to=(CELL, OTHER_CELL),
)
CLASSIFIED = papers(Classification, classification_id(THAM, 2026))(
    ClassificationDecided,
    12,
    24,
    member=THAM,
    year=2026,
    level="GOOD",
    decided_by=WORKPLACE,
    decision=NamedPaper("51-QĐ/ĐU", date(2026, 12, 24)),
)

# Two committees: their rules, their lists, what is said about what one owes the other.

_coordination = papers(Coordination, coordination_id(WORKPLACE, WARD))
COORDINATION_AGREED = _coordination(
    CoordinationAgreed,
    2,
    1,
    workplace=WORKPLACE,
    residence=WARD,
    figures={"slip.return_days": 10},
    from_=date(2026, 2, 1),
    until=None,
    signers=(BINH, HOA),
)
COORDINATION_ENDED = _coordination(
    CoordinationEnded, 12, 29, agreement=COORDINATION_AGREED, on=date(2026, 12, 31)
)
_reconciliation = papers(Reconciliation, reconciliation_id(WORKPLACE, WARD, date(2026, 6, 30)))
ROSTER_STATED = _reconciliation(
    RosterStated,
    7,
    3,
    by=WARD,
    about=WORKPLACE,
    as_on=date(2026, 6, 30),
    entries=(
        StatedEntry(1, LINK, None, None, QUARTER, StatedStatus.PLACED),
        StatedEntry(
            2,
            None,
            Personal(STRANGER, "Đỗ Văn Khang"),
            Personal(STRANGER, "1980-02-03"),
            QUARTER,
            StatedStatus.PLACED,
        ),
    ),
)
DIFFERENCE_ANSWERED = _reconciliation(
    DifferenceAnswered,
    7,
    10,
    difference="NOT_AT_WORKPLACE:2",
    answer=DifferenceAnswer.OURS_RIGHT,
    note=Personal(STRANGER, "Không phải đảng viên của Đảng bộ"),
)
DUTY = f"G23:evaluation/{PROPOSAL}:{PROPOSAL}/6"
_owed = papers(Owed, owed_id(DUTY))
SNOOZED = _owed(
    ObligationSnoozed, 12, 5, obligation=DUTY, until=date(2026, 12, 20), reason="đang xác minh"
)
EXPLAINED = _owed(
    GapExplained, 12, 22, obligation=DUTY, reason="phiếu gửi thẳng Đảng ủy", accepted_by=BINH
)

# A member admitted on probation; a transfer that fell; a ward that another takes over.

AN = UUID(int=23)
_an = papers(Member, AN)
AN_ENROLLED = _enrolled(_an, AN, "Bùi Thanh An", How.ADMITTED, 1, 15).but(probationary=True)
RECOGNIZED = _an(FullMembershipRecognized, 1, 15, on=Personal(AN, "2027-01-15")).on(
    date(2027, 1, 15)
)
TRANSFER_DECIDED = _tham(
    TransferDecided,
    11,
    30,
    kind=TransferKind.OFFICIAL,
    to=None,
    to_name="Đảng ủy Tạp chí Xây dựng",
    effective_on=date(2026, 12, 5),
    until=None,
)
TRANSFER_REVOKED = _tham(TransferRevoked, 12, 10, transfer=TRANSFER_DECIDED, on=date(2026, 12, 10))
PROVINCE, MERGED_WARD = map(organization_id, ("thanh-uy", "phuong-dong-da"))
PROVINCE_REGISTERED = _body("thanh-uy", Kind.PROVINCE_COMMITTEE, "Thành ủy", R)
MERGED_WARD_REGISTERED = _body(
    "phuong-dong-da", Kind.COMMITTEE_ABOVE_GRASSROOTS, "Đảng ủy phường Đống Đa", R
)
MERGED_WARD_PLACED = papers(Organization, MERGED_WARD)(
    OrganizationPlaced, 7, 1, parent=PROVINCE, from_=date(2026, 7, 1)
)
_other_ward = papers(Organization, OTHER_WARD)
OTHER_WARD_RENAMED = _other_ward(
    OrganizationRenamed,
    7,
    1,
    name="Đảng ủy phường Kim Liên - Trung Tự",
    symbol="ĐUKLTT",
    from_=date(2026, 7, 1),
)
DECISION = NamedPaper("77-QĐ/TU", date(2026, 12, 24))
OTHER_WARD_DISSOLVED = _other_ward(
    OrganizationDissolved, 12, 24, on=date(2026, 12, 31), decision=DECISION
)
OTHER_CELL_OF_WARD, CELL_TAKING_OVER = map(organization_id, ("khu-dan-cu-7", "khu-dan-cu-17"))
SUCCEEDED_CELL_REGISTERED = _body(
    "khu-dan-cu-7", Kind.CELL, "Chi bộ khu dân cư số 7", R, OTHER_WARD
)
CELL_TAKING_OVER_REGISTERED = _body(
    "khu-dan-cu-17", Kind.CELL, "Chi bộ khu dân cư số 17", R, MERGED_WARD
)
OTHER_WARD_SUCCEEDED = _other_ward(
    OrganizationSucceeded,
    12,
    24,
    to=MERGED_WARD,
    cells=(CellSucceeded(OTHER_CELL_OF_WARD, CELL_TAKING_OVER),),
    how=SuccessionKind.MERGER,
    on=date(2026, 12, 31),
    decision=DECISION,
)
NEW_DEPUTY_APPOINTED = _workplace(
    OfficerAppointed,
    12,
    1,
    officer=SON,
    name=Personal(SON, "Đỗ Hồng Sơn"),
    office=Office.DEPUTY_SECRETARY,
    from_=date(2026, 12, 1),
    until=None,
)
ERASED = _tham(
    PersonalDataErased,
    12,
    31,
    reason="hết thời hạn lưu giữ",
    scope="ALL",
    approved_by=(BINH, SON),
).on(date(2027, 1, 20))


YEAR: tuple[Paper | Pen, ...] = (
    WORKPLACE_REGISTERED,
    CELL_REGISTERED,
    OTHER_CELL_REGISTERED,
    WARD_REGISTERED,
    QUARTER_REGISTERED,
    GROUP_REGISTERED,
    OTHER_WARD_REGISTERED,
    SECRETARY_APPOINTED,
    DEPUTY_APPOINTED,
    WARD_SECRETARY_APPOINTED,
    QUARTER_SECRETARY_APPOINTED,
    COMMITTEE_ELECTED,
    RULES_ADOPTED,
    DINH_ENROLLED,
    DINH_DECLARED,
    CARRIED_OVER,
    ENROLLED,
    RESIDENCE_DECLARED,
    DRAFTED,
    ISSUED,
    NUMBER_TAKEN,
    RETURNED,
    ISSUED_AGAIN,
    LETTER_VOIDED,
    ISSUED_AT_LAST,
    RECEIVED,
    FORWARDED,
    SLIP_RETURNED,
    LISTED,
    GROUPED,
    MONITORED,
    SLIP_FILED,
    FILE_CORRECTED,
    CONVENED,
    NOTICES_DELIVERED,
    HELD,
    ATTENDANCE_RECORDED,
    CONTENT_RECORDED,
    REMINDED,
    REMINDED_BY_MISTAKE,
    REMINDER_VOIDED,
    REPORTED,
    DEPUTY_RELIEVED,
    EXCUSED,
    CALLED_IN_VAIN,
    CANCELLED,
    CELL_ASSIGNED,
    EXEMPTION_GRANTED,
    EXEMPTION_ENDED,
    SUSPENDED,
    RESUMED,
    ROUND_OPENED,
    FOCUS_LIST_NAMED,
    REQUESTED,
    REQUESTED_IN_VAIN,
    REQUEST_WITHDRAWN,
    AGREED,
    WRITTEN,
    SIGNED,
    CONFIRMED,
    SENT,
    ARRIVED,
    SENT_BACK,
    SIGNED_AGAIN,
    CONFIRMED_AGAIN,
    SENT_AGAIN,
    ARRIVED_AGAIN,
    KEPT_SECRET,
    CONSOLIDATED,
    FILED,
    FEEDBACK_GIVEN,
    MOVED,
    CLOSED,
    DEPARTED,
    ROUND_CLOSED,
    ABSENCE_ANSWERED,
    STATUS_NOTIFIED,
    REPORT_SENT,
    REPORT_ANSWERED,
    LETTER_ASKED,
    LETTER_ASK_ANSWERED,
    OPINION_DISCLOSED,
    STATEMENT_RECORDED,
    REWARD_ASKED,
    COMMENDED,
    REWARD_SIGNED,
    REWARD_CONFIRMED,
    REWARD_SENT,
    REWARD_RECEIVED,
    PROPOSAL_RESOLVED,
    REVIEW_HELD,
    REFERENCE_RECORDED,
    STOCK_TAKEN,
    INSPECTED,
    DISSEMINATED,
    CLASSIFIED,
    COORDINATION_AGREED,
    COORDINATION_ENDED,
    ROSTER_STATED,
    DIFFERENCE_ANSWERED,
    SNOOZED,
    EXPLAINED,
    AN_ENROLLED,
    RECOGNIZED,
    TRANSFER_DECIDED,
    TRANSFER_REVOKED,
    PROVINCE_REGISTERED,
    MERGED_WARD_REGISTERED,
    MERGED_WARD_PLACED,
    OTHER_WARD_RENAMED,
    SUCCEEDED_CELL_REGISTERED,
    CELL_TAKING_OVER_REGISTERED,
    OTHER_WARD_DISSOLVED,
    OTHER_WARD_SUCCEEDED,
    NEW_DEPUTY_APPOINTED,
    ERASED,
)


def before(paper: Paper | Pen) -> tuple[Paper | Pen, ...]:
    """Give what stands on the record when this paper of the year is entered."""
    return YEAR[: YEAR.index(paper)]


def after(paper: Paper | Pen) -> tuple[Paper | Pen, ...]:
    """Give what stands on the record when this paper of the year has been entered."""
    return (*before(paper), paper)


def name_of(paper: Paper | Pen) -> str:
    """Name a paper of the year as it is called here."""
    return next(name for name, value in globals().items() if value is paper)
