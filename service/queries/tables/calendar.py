"""Meetings, and the days on which duties fall due."""

from __future__ import annotations

from service.answers.codes import CALENDAR_KINDS, CALENDAR_STATES, OWNERS
from service.answers.table import Column, Table

CALENDAR = Table(
    (
        Column("day", "Ngày", "Day"),
        Column("time", "Giờ", "Time"),
        Column("kind", "Loại", "Kind", codes=CALENDAR_KINDS),
        Column("title", "Nội dung", "About", path_en="title_en"),
        Column("body.name", "Tổ chức", "Body"),
        Column("state", "Tình trạng", "State", codes=CALENDAR_STATES),
        Column("members", "Số việc", "How many"),
        Column("office", "Người phải làm", "Office", codes=OWNERS),
        Column("period", "Kỳ 6 tháng", "Half-year"),
        Column("code", "Mã việc", "Code"),
        Column("step", "Bước", "Step"),
        Column("clause", "Căn cứ", "Clause"),
        Column("id", "Mã", "Id"),
    )
)
