"""What the details of a document's numbers mean: how somebody stood, what a paper said."""

from __future__ import annotations

from domain.introduction.events import ClosingReason, ReturnReason, StatusChange
from domain.meeting import Attendance, MeetingKind
from domain.review import InspectionKind, ReferenceKind, StocktakingKind
from projections.documents.numbers import Counted, Section
from projections.introduced import Stage
from service.answers.codes import (
    ABSENCE_OUTCOMES,
    ASKS,
    CALENDAR_KINDS,
    PAPERS,
    PROPOSALS,
    PROPOSALS_CAME_TO,
    PURPOSES,
    REPORT_OUTCOMES,
    STAGES,
    STATES,
    Codes,
)
from service.answers.table import Label

PARTS: Codes = {
    Section.INTRODUCTIONS: Label("Giới thiệu đảng viên", "Introductions"),
    Section.SLIPS: Label("Phiếu báo", "Slips"),
    Section.COORDINATION: Label("Phối hợp", "Coordination"),
    Section.SENT_BY_WORKPLACE: Label("Nơi công tác đã gửi", "Sent by the workplace"),
    Section.SENT_BY_RESIDENCE: Label("Nơi cư trú đã gửi", "Sent by the residence"),
    Section.RECEIVED: Label("Đã nhận", "Received"),
    Section.MEETINGS: Label("Sinh hoạt", "Meetings"),
    Section.ATTENDANCE: Label("Dự sinh hoạt", "Attendance"),
    Section.OPINIONS: Label("Nhận xét", "Opinions"),
    Section.GAPS: Label("Việc quá hạn", "Gaps"),
    Section.OWED_BY_WORKPLACE: Label("Nơi công tác còn phải làm", "Owed by the workplace"),
    Section.OWED_BY_RESIDENCE: Label("Nơi cư trú còn phải làm", "Owed by the residence"),
    Section.COMMENDED_AND_HANDLED: Label("Biểu dương, xử lý", "Commended and handled"),
    Section.OWN_WORK: Label("Việc của cấp ủy, chi bộ", "Own work"),
}
COUNTED: Codes = {
    Counted.MEMBERS: Label("Đảng viên", "Members"),
    Counted.MEETINGS_HELD: Label("Buổi sinh hoạt đã họp", "Meetings held"),
    Counted.ATTENDANCE: Label("Lượt dự, vắng", "Attendance"),
    Counted.LEVELS: Label("Mức nhận xét theo tiêu chí", "Levels by criterion"),
    Counted.PROPOSALS: Label("Nơi cư trú đề nghị", "Proposed by the residence"),
    Counted.OBLIGATIONS: Label("Việc", "Obligations"),
    Counted.STATED_COMMENDED: Label("Đã biểu dương, theo báo cáo", "Commended, as reported"),
    Counted.STATED_HANDLED: Label("Đã xử lý, theo báo cáo", "Dealt with, as reported"),
}
_HOW_IT_STANDS: Codes = {
    Attendance.PRESENT: Label("có mặt", "present"),
    Attendance.EXCUSED: Label("vắng có lý do", "excused"),
    Attendance.UNEXCUSED: Label("vắng không lý do", "absent"),
    Attendance.REPRESENTED: Label("nhờ người đi thay", "represented by another"),
    Attendance.UNKNOWN: Label("chưa rõ", "unknown"),
    StatusChange.SUSPENDED: Label("đình chỉ sinh hoạt", "suspended"),
    StatusChange.RESUMED: Label("trở lại sinh hoạt", "resumed"),
    StatusChange.EXEMPT_A: Label("miễn sinh hoạt nơi cư trú", "exempt from attending"),
    StatusChange.EXEMPT_A_ENDED: Label("hết miễn sinh hoạt", "exempt no more"),
    StatusChange.MOVED: Label("đổi nơi ở", "moved"),
    ClosingReason.RETIRED: Label("nghỉ hưu", "retired"),
    ClosingReason.WITHDRAWN: Label("rút giới thiệu", "withdrawn"),
    ClosingReason.VOIDED: Label("giấy bị hủy", "letter voided"),
}
_WHY_IT_CAME_BACK: Codes = {
    ReturnReason.NOT_RESIDENT: Label("không cư trú ở đây", "not a resident"),
    ReturnReason.WRONG_BODY: Label("sai nơi nhận", "wrong body"),
    ReturnReason.UNKNOWN_CELL: Label("không có chi bộ ấy", "unknown cell"),
    ReturnReason.UNSIGNED: Label("thiếu chữ ký", "unsigned"),
    ReturnReason.UNSEALED: Label("thiếu dấu", "unsealed"),
    ReturnReason.WRONG_DATA: Label("sai thông tin", "wrong data"),
    ReturnReason.DUPLICATE: Label("trùng", "duplicate"),
}
_WHAT_WAS_DONE: Codes = {
    "WITH_ITEM": Label("có đánh giá việc thực hiện quy định", "with its item"),
    "WITHOUT_ITEM": Label("không đánh giá việc thực hiện", "without the item"),
    StocktakingKind.INTERIM: Label("sơ kết", "midway"),
    StocktakingKind.FINAL: Label("tổng kết", "at the end"),
    InspectionKind.CHECK: Label("kiểm tra", "checked"),
    InspectionKind.URGE: Label("đôn đốc", "urged"),
    ReferenceKind.COMMENDATION: Label("khen thưởng", "commendation"),
    ReferenceKind.DISCIPLINE: Label("kỷ luật", "discipline"),
}
_MEETINGS: Codes = {kind: CALENDAR_KINDS[kind] for kind in MeetingKind}
DETAILS: Codes = {
    **PURPOSES,
    **PROPOSALS,
    **STATES,
    Stage.CLOSED: STAGES[Stage.CLOSED],
    **_MEETINGS,
    **PAPERS,
    **REPORT_OUTCOMES,
    **ABSENCE_OUTCOMES,
    **ASKS,
    **PROPOSALS_CAME_TO,
    **_HOW_IT_STANDS,
    **_WHY_IT_CAME_BACK,
    **_WHAT_WAS_DONE,
}
