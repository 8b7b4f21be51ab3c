"""The yearly inputs: a row for each member; no level, no score."""

from __future__ import annotations

from projections.completeness import Item
from service.answers.codes import FOUND, NOT_ASKED, OPINIONS, PROPOSALS, PROPOSALS_CAME_TO, STATES
from service.answers.table import Column, Label, Table

_ITEMS = {
    Item.RESIDENCE: Label("Nơi cư trú", "Residence"),
    Item.LETTER: Label("Giấy giới thiệu", "Letter"),
    Item.SLIP: Label("Phiếu báo", "Slip"),
    Item.SLIP_FILED: Label("Lưu phiếu báo", "Slip filed"),
    Item.CELL_AND_GROUP: Label("Chi bộ, tổ đảng", "Cell and group"),
    Item.MONITOR: Label("Người theo dõi", "Monitor"),
    Item.ATTENDANCE: Label("Điểm danh", "Attendance"),
    Item.REQUESTED: Label("Phiếu xin ý kiến", "Requested"),
    Item.RECEIVED: Label("Nhận bản nhận xét", "Received"),
    Item.WITHOUT_DEFECT: Label("Nhận xét hợp lệ", "Without defect"),
    Item.FILED: Label("Lưu hồ sơ", "Filed"),
    Item.FEEDBACK: Label("Góp ý", "Feedback"),
    Item.REPORTS_ANSWERED: Label("Trả lời phản ánh", "Reports answered"),
    Item.PROPOSALS_RESOLVED: Label("Xử lý đề nghị", "Proposals resolved"),
    Item.STATEMENT: Label("Ý kiến của đảng viên", "The member's statement"),
}

YEAR = Table(
    (
        Column("full_name", "Họ và tên", "Full name"),
        Column("cell.name", "Chi bộ", "Cell"),
        Column("complete", "Đủ căn cứ", "Complete"),
        Column("attendance.called", "Được triệu tập", "Called"),
        Column("attendance.attended", "Dự họp", "Attended"),
        Column("attendance.excused", "Vắng có lý do", "Excused"),
        Column("attendance.absent", "Vắng không lý do", "Absent"),
        Column("attendance.represented", "Nhờ người đi thay", "Represented"),
        Column("attendance.unknown", "Chưa rõ", "Unknown"),
        Column("evaluation.stage", "Bản nhận xét", "Evaluation", codes=OPINIONS),
        Column("evaluation.received_on", "Ngày nhận", "Received on"),
        Column("evaluation.levels", "Mức theo tiêu chí", "Levels"),
        Column("evaluation.proposal", "Đề nghị", "Proposal", codes=PROPOSALS),
        Column("evaluation.remarks", "Nhận xét khác", "Remarks"),
        Column("evaluation.statement", "Ý kiến của đảng viên", "The member's statement"),
        Column("evaluation.outcome", "Kết quả xử lý đề nghị", "Outcome", codes=PROPOSALS_CAME_TO),
        Column("evaluation.defects", "Thiếu sót của bản nhận xét", "Defects"),
        Column("references.SELF_RATING", "Tự xếp loại", "Self-rating"),
        Column("references.OFFICIAL_RATING", "Xếp loại công chức", "Official rating"),
        Column("references.COMMENDATION", "Khen thưởng", "Commendation"),
        Column("references.DISCIPLINE", "Kỷ luật", "Discipline"),
        Column("classification.title", "Mức xếp loại", "Level decided", "classification.title_en"),
        Column("not_asked", "Không lấy ý kiến vì", "Not asked because", codes=NOT_ASKED),
        Column("state", "Tình trạng", "State", codes=STATES),
        *(
            Column(f"items.{item}.status", f"Có: {label.vi}", f"There: {label.en}", codes=FOUND)
            for item, label in _ITEMS.items()
        ),
        Column("attendance.held", "Số cuộc họp", "Meetings held"),
        Column("attendance.periodic_called", "Được triệu tập họp định kỳ", "Called, periodic"),
        Column("attendance.periodic_attended", "Dự họp định kỳ", "Attended, periodic"),
        Column("attendance.other_called", "Được triệu tập họp khác", "Called, other"),
        Column("attendance.other_attended", "Dự họp khác", "Attended, other"),
        Column("attendance.guest", "Tự đến dự", "Came as a guest"),
        Column("attendance.reminders", "Lần nhắc nhở", "Reminders"),
        Column("attendance.notices", "Lần thông báo vắng", "Notices of absence"),
        Column("attendance.answers", "Lần trả lời thông báo", "Answers to notices"),
        Column("attendance.late_recorded", "Mục ghi muộn", "Entered late"),
        Column("year", "Năm", "Year"),
        Column("member", "Mã đảng viên", "Member (id)"),
        Column("year_link", "Mã mối liên hệ", "Link (id)"),
        Column("evaluation.evaluation", "Mã bản nhận xét", "Evaluation (id)"),
    ),
    by_name="full_name",
)
