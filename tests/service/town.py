"""Two committees, their cells and their officers, and the papers of one member between them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from domain.collective_meeting import collective_meeting_id
from domain.evaluation import Purpose, evaluation_id
from domain.introduction.link import link_id
from domain.meeting import MeetingKind, meeting_id
from domain.organization import organization_id
from domain.report import report_id
from service.officers import Officer
from tests.service.scenario import Sent

TODAY = "2027-01-15T10:00:00+07:00"

WORKPLACE = organization_id("DU-CO-QUAN")
OFFICE_CELL = organization_id("CB-VAN-PHONG")
OTHER_WORKPLACE = organization_id("DU-NHA-MAY")
WARD = organization_id("DU-AN-HOA")
QUARTER = organization_id("CB-TO-5")
GROUP = organization_id("TO-DANG-1")
OTHER_WARD = organization_id("DU-TAN-LAP")


def person(name: str) -> UUID:
    made = uuid5(UUID("8d0f3c52-6f0e-4c37-9b0e-1f7d2f6a9c11"), name)
    return UUID(bytes=made.bytes, version=4)


MEMBER = person("member")
LINK = link_id(MEMBER, 1)
MEETING = meeting_id(QUARTER, date(2026, 6, 25), MeetingKind.PERIODIC)
AGREEMENT = collective_meeting_id(QUARTER, date(2026, 11, 20))
EVALUATION = evaluation_id(LINK, Purpose.ANNUAL, 2026)

_SEATS = {
    "clerk": (WORKPLACE, "clerk"),
    "secretary": (WORKPLACE, "secretary"),
    "cell secretary": (OFFICE_CELL, "cell_secretary"),
    "other clerk": (OTHER_WORKPLACE, "clerk"),
    "ward clerk": (WARD, "clerk"),
    "ward secretary": (WARD, "secretary"),
    "quarter secretary": (QUARTER, "cell_secretary"),
    "quarter member": (QUARTER, "cell_committee_member"),
    "group leader": (GROUP, "party_group_leader"),
    "other ward clerk": (OTHER_WARD, "clerk"),
    "inspector": (WORKPLACE, "inspector"),
}
OFFICERS = {who: Officer(person(who), body) for who, (body, _) in _SEATS.items()} | {
    "administrator": Officer(person("administrator"), None)
}
_BODIES = (
    ("DU-CO-QUAN", "grassroots_committee", "Đảng ủy Cơ quan", None, "WORKPLACE"),
    ("CB-VAN-PHONG", "cell", "Chi bộ Văn phòng", WORKPLACE, "WORKPLACE"),
    ("DU-NHA-MAY", "grassroots_committee", "Đảng ủy Nhà máy", None, "WORKPLACE"),
    ("DU-AN-HOA", "committee_above_grassroots", "Đảng ủy phường An Hòa", None, "RESIDENCE"),
    ("CB-TO-5", "cell", "Chi bộ Tổ dân phố 5", WARD, "RESIDENCE"),
    ("TO-DANG-1", "party_group", "Tổ đảng 1", QUARTER, "RESIDENCE"),
    ("DU-TAN-LAP", "committee_above_grassroots", "Đảng ủy phường Tân Lập", None, "RESIDENCE"),
)


def act(who: str, command: str, on: str, /, **body: Any) -> Sent:
    """A command of that date; a trailing underscore of a name is dropped, ids become text."""
    named = {name.rstrip("_"): _plain(value) for name, value in body.items()}
    return Sent(who, command, {"occurred_on": on, **named})


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value


def bodies() -> list[Sent]:
    return [
        act(
            "administrator",
            "register-organization",
            "2026-01-01",
            code=code,
            kind=kind,
            name=name,
            symbol=code,
            parent=parent,
            sides=[side],
            followed_from="2026-01-01",
        )
        for code, kind, name, parent, side in _BODIES
    ]


def officers() -> list[Sent]:
    return [
        act(
            "administrator",
            "appoint-officer",
            "2026-01-02",
            organization=body,
            officer=person(who),
            name=f"Nguyễn Văn {who}",
            office=office,
            from_="2026-01-02",
        )
        for who, (body, office) in _SEATS.items()
    ]


def town() -> list[Sent]:
    return [*bodies(), *officers()]


ENROL = act(
    "clerk",
    "enroll-member",
    "2026-03-01",
    committee=WORKPLACE,
    cell=OFFICE_CELL,
    how="TRANSFERRED_IN",
    person=MEMBER,
    full_name="Nguyễn Thị Thắm",
    birth_date="1984-05-17",
)
DECLARE = act(
    "clerk",
    "declare-residence",
    "2026-03-02",
    member=MEMBER,
    body=WARD,
    neighborhood="Tổ dân phố 5",
    dwelling="Số 12, ngõ 34",
)
ISSUE = act(
    "clerk",
    "issue-letter",
    "2026-03-06",
    member=MEMBER,
    number="15-GGT/ĐU",
    signer=person("secretary"),
    signer_office="secretary",
    sealed=True,
)
RECEIVE = act("ward clerk", "receive-letter", "2026-03-10", link=LINK, via="MEMBER")
FORWARD = act("ward clerk", "forward-member", "2026-03-11", link=LINK, cell=QUARTER)
RETURN_SLIP = act(
    "ward clerk",
    "return-slip",
    "2026-03-12",
    link=LINK,
    number="7-PB/ĐU",
    signer=person("ward secretary"),
)
FILE_SLIP = act("clerk", "file-slip", "2026-03-20", link=LINK, file_ref="HS-12")
INTRODUCTION = [ENROL, DECLARE, ISSUE, RECEIVE, FORWARD, RETURN_SLIP, FILE_SLIP]

PLACING = [
    act("quarter secretary", "list-member", "2026-03-13", link=LINK, informed_on="2026-03-13"),
    act("quarter secretary", "assign-group", "2026-03-13", link=LINK, group=GROUP),
    act(
        "quarter secretary",
        "assign-monitor",
        "2026-03-13",
        link=LINK,
        monitor=person("quarter member"),
    ),
]

MEETING_HELD = [
    act(
        "quarter secretary",
        "convene-meeting",
        "2026-06-10",
        cell=QUARTER,
        scheduled_for="2026-06-25",
        time="19:30",
        kind="PERIODIC",
        about="Sơ kết 6 tháng",
    ),
    act(
        "group leader",
        "deliver-notices",
        "2026-06-15",
        meeting=MEETING,
        links=[LINK],
        via="INVITATION",
    ),
    act(
        "quarter secretary",
        "hold-meeting",
        "2026-06-25",
        meeting=MEETING,
        cell=QUARTER,
        kind="PERIODIC",
        attendance=[{"link": LINK, "status": "PRESENT"}],
    ),
    act(
        "quarter secretary",
        "record-content",
        "2026-06-26",
        meeting=MEETING,
        items=["LOCAL_SITUATION"],
        contributions=[{"link": LINK, "note": "Đề nghị sửa đường."}],
    ),
]

ASK = act(
    "cell secretary",
    "request-evaluation",
    "2026-11-01",
    link=LINK,
    year=2026,
    answer_by="2026-12-01",
)
AGREE = act(
    "quarter secretary",
    "hold-collective-meeting",
    "2026-11-20",
    cell=QUARTER,
    body="CELL_COMMITTEE",
    sat=[person("quarter secretary"), person("quarter member")],
    of=3,
    front_present=True,
    considered=[LINK],
)
DRAFT = act(
    "quarter secretary",
    "draft-evaluation",
    "2026-11-21",
    link=LINK,
    year=2026,
    rests_on=AGREEMENT,
    slip={
        "form": "A",
        "levels": {
            "example": 2,
            "civic_duty": 3,
            "attendance": 3,
            "contact": 2,
            "contribution": 2,
        },
        "remarks": "Gương mẫu.",
    },
)
OPINION = [
    ASK,
    AGREE,
    DRAFT,
    act("quarter secretary", "sign-evaluation", "2026-11-21", evaluation=EVALUATION),
    act(
        "ward clerk",
        "confirm-evaluation",
        "2026-11-24",
        evaluation=EVALUATION,
        by=person("ward secretary"),
        sealed=True,
    ),
    act("ward clerk", "send-evaluation", "2026-11-25", evaluation=EVALUATION),
    act("cell secretary", "receive-evaluation", "2026-11-27", link=LINK, year=2026),
    act("cell secretary", "consolidate-evaluations", "2026-12-02", evaluation=EVALUATION),
    act("clerk", "file-evaluation", "2026-12-10", evaluation=EVALUATION, file_ref="HS-12/2026"),
]

REVIEW = act(
    "cell secretary",
    "hold-review",
    "2026-12-18",
    body=OFFICE_CELL,
    year=2026,
    kind="COLLECTIVE",
    regulation_item=True,
)
QUOTE = act(
    "cell secretary",
    "record-reference",
    "2026-12-10",
    body=OFFICE_CELL,
    year=2026,
    member=MEMBER,
    kind="SELF_RATING",
    value="Hoàn thành tốt nhiệm vụ",
    source="Bản tự kiểm điểm",
)
CLASSIFY = act(
    "secretary",
    "decide-classification",
    "2026-12-28",
    member=MEMBER,
    year=2026,
    level="GOOD",
    decided_by=WORKPLACE,
    decision={"number": "51-QĐ/ĐU", "dated": "2026-12-28"},
)
STOCK = act(
    "secretary",
    "hold-periodic-review",
    "2026-12-22",
    body=WORKPLACE,
    year=2026,
    kind="FINAL",
    commended=2,
)
INSPECT = act(
    "secretary",
    "make-inspection",
    "2026-10-06",
    body=WORKPLACE,
    year=2026,
    kind="CHECK",
    of=[OFFICE_CELL, WARD],
    findings="Cần nhắc họp",
)
DISSEMINATE = act(
    "clerk",
    "disseminate-regulation",
    "2026-04-02",
    body=WORKPLACE,
    year=2026,
    made_known="213-QĐ/TW",
    to=[OFFICE_CELL],
)
OF_THE_WORKPLACE = [DISSEMINATE, INSPECT, STOCK, QUOTE, REVIEW, CLASSIFY]

REPORT = report_id(LINK, "12-PA/CB")
SEND_REPORT = act(
    "quarter secretary",
    "send-report",
    "2026-08-03",
    link=LINK,
    kind="ADVERSE",
    subject="CIVIC_DUTY",
    text="Chưa tham gia tổng vệ sinh",
    number="12-PA/CB",
)
ANSWER_REPORT = act(
    "secretary",
    "answer-report",
    "2026-08-20",
    report=REPORT,
    outcome="PARTLY",
    text="Đã góp ý trực tiếp",
)
ASK_FOR_LETTER = act(
    "ward clerk",
    "ask-for-letter",
    "2026-08-05",
    by=WARD,
    to=WORKPLACE,
    full_name="Đỗ Văn Khang",
    birth_date="1980-02-03",
    dwelling="Số 9, ngõ 4",
    grounds="Sinh sống lâu năm ở tổ dân phố",
)

YEAR = [*INTRODUCTION, *PLACING, *MEETING_HELD, *OPINION]

_EVENTS = {
    "enroll-member": ["member.enrolled"],
    "declare-residence": ["member.residence_declared"],
    "issue-letter": ["letter.issued", "paper.number_taken"],
    "receive-letter": ["letter.received"],
    "forward-member": ["link.forwarded"],
    "return-slip": ["slip.returned"],
    "file-slip": ["slip.filed"],
    "list-member": ["link.listed"],
    "assign-group": ["link.group_assigned"],
    "assign-monitor": ["link.monitor_assigned"],
    "convene-meeting": ["meeting.convened"],
    "deliver-notices": ["meeting.notices_delivered"],
    "hold-meeting": ["meeting.held"],
    "record-content": ["meeting.content_recorded"],
    "request-evaluation": ["evaluation.requested"],
    "hold-collective-meeting": ["collective_meeting.held"],
    "draft-evaluation": ["evaluation.drafted"],
    "sign-evaluation": ["evaluation.signed"],
    "confirm-evaluation": ["evaluation.confirmed"],
    "send-evaluation": ["evaluation.sent"],
    "receive-evaluation": ["evaluation.received"],
    "consolidate-evaluations": ["evaluation.consolidated"],
    "file-evaluation": ["evaluation.filed"],
}


def events(sent: Sent) -> list[str]:
    """The topics that an act of the year makes, in their order."""
    return _EVENTS[sent.command]
