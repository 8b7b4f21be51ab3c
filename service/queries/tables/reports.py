"""Reports with their answers; requests for letters."""

from __future__ import annotations

from service.answers.codes import (
    ABSENCE_OUTCOMES,
    ANSWERED,
    ASKS,
    PAPERS,
    REPORT_OUTCOMES,
    SUBJECTS,
)
from service.answers.table import Column, Table

REPORTS = Table(
    (
        Column("member.name", "Đảng viên", "Member"),
        Column("kind", "Loại", "Kind", codes=PAPERS),
        Column("state", "Tình trạng", "State", codes=ANSWERED),
        Column("sent_on", "Ngày gửi", "Sent on"),
        Column("arrived_on", "Ngày đến", "Arrived on"),
        Column("subject", "Về việc", "About", codes=SUBJECTS),
        Column("text", "Nội dung", "Text"),
        Column("residence.name", "Nơi cư trú", "Residence"),
        Column("cell.name", "Chi bộ nơi cư trú", "Residence cell"),
        Column("workplace.name", "Nơi công tác", "Workplace"),
        Column("answered_on", "Ngày trả lời", "Answered on"),
        Column("outcome", "Kết quả", "Outcome", codes={**REPORT_OUTCOMES, **ABSENCE_OUTCOMES}),
        Column("answer", "Nội dung trả lời", "Answer"),
        Column("number", "Số giấy", "Number"),
        Column("report", "Mã giấy", "Report (id)"),
        Column("member.id", "Mã đảng viên", "Member (id)"),
        Column("link", "Mã mối liên hệ", "Link (id)"),
        Column("meetings", "Mã cuộc họp", "Meetings (id)"),
    )
)
LETTER_ASKS = Table(
    (
        Column("full_name", "Họ và tên", "Full name"),
        Column("birth_date", "Ngày sinh", "Date of birth", is_day=True),
        Column("dwelling", "Nơi ở", "Dwelling"),
        Column("state", "Tình trạng", "State", codes=ANSWERED),
        Column("outcome", "Trả lời", "Answer", codes=ASKS),
        Column("asked_on", "Ngày đề nghị", "Asked on"),
        Column("answered_on", "Ngày trả lời", "Answered on"),
        Column("residence.name", "Nơi cư trú", "Residence"),
        Column("workplace.name", "Nơi công tác", "Workplace"),
        Column("grounds", "Căn cứ đề nghị", "Grounds"),
        Column("letter_ask", "Mã đề nghị", "Request (id)"),
        Column("member", "Mã đảng viên", "Member (id)"),
    )
)
