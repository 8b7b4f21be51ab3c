"""What is owed, and what is late, the longest late first."""

from __future__ import annotations

from service.answers.codes import OWNERS, WEIGHTS
from service.answers.table import Column, Table

DUTIES = Table(
    (
        Column("code", "Mã", "Code"),
        Column("title", "Việc phải làm", "What is owed", path_en="title_en"),
        Column("member.name", "Đảng viên", "Member"),
        Column("due_on", "Hạn", "Due on"),
        Column("days_late", "Quá hạn (ngày)", "Days late"),
        Column("owner.name", "Bên phải làm", "Owner"),
        Column("office", "Người phải làm", "Office", codes=OWNERS),
        Column("late", "Quá hạn", "Late"),
        Column("workplace.name", "Nơi công tác", "Workplace"),
        Column("cell.name", "Chi bộ nơi cư trú", "Residence cell"),
        Column("standing_since", "Có từ ngày", "Standing since"),
        Column("clause", "Căn cứ", "Clause"),
        Column("quote", "Trích căn cứ", "Quote"),
        Column("weight", "Mức", "Weight", codes=WEIGHTS),
        Column("incurable", "Không thể làm bù", "Incurable"),
        Column("step", "Bước", "Step"),
        Column("rule_set", "Quy định áp dụng", "Rule set"),
        Column("member.id", "Mã đảng viên", "Member (id)"),
        Column("link", "Mã mối liên hệ", "Link (id)"),
        Column("links", "Mã các mối liên hệ còn thiếu", "Links on its list (ids)"),
        Column("about", "Về việc", "About"),
        Column("opened_by", "Mục làm phát sinh", "Opened by (entry)"),
        Column("settled_by", "Mục hoàn thành", "Settled by (entry)"),
        Column("key", "Mã việc", "Key"),
    )
)
