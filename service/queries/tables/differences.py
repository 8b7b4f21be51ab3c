"""How two rosters differ."""

from __future__ import annotations

from service.answers.codes import ANSWERS, DIFFERENCES_OF, STATED
from service.answers.table import Column, Table

DIFFERENCES = Table(
    (
        Column("full_name", "Họ và tên", "Full name"),
        Column("kind", "Chênh lệch", "Difference", codes=DIFFERENCES_OF),
        Column("state", "Tình trạng", "State", codes=ANSWERS),
        Column("answer", "Trả lời", "Answer", codes=ANSWERS),
        Column("workplace.name", "Nơi công tác", "Workplace"),
        Column("residence.name", "Nơi cư trú", "Residence"),
        Column("as_on", "Danh sách tính đến ngày", "List as on"),
        Column("stated_cell.name", "Chi bộ theo danh sách", "Cell by the list"),
        Column("stated_status", "Theo danh sách", "By the list", codes=STATED),
        Column("cell.name", "Chi bộ trong sổ", "Cell on record"),
        Column("standing_since", "Có từ ngày", "Standing since"),
        Column("member", "Mã đảng viên", "Member (id)"),
        Column("link", "Mã mối liên hệ", "Link (id)"),
        Column("reconciliation", "Mã lần đối chiếu", "Comparison (id)"),
        Column("difference", "Mã chênh lệch", "Difference (key)"),
        Column("opened_by", "Mục làm phát sinh", "Opened by (entry)"),
        Column("settled_by", "Mục hoàn thành", "Settled by (entry)"),
    )
)
