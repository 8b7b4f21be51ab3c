"""The measures, and what was counted for one of them."""

from __future__ import annotations

from service.answers.codes import MEASURES, UNITS
from service.answers.table import Column, Table

NUMBERS = Table(
    (
        Column("title", "Chỉ số", "Measure", path_en="title_en"),
        Column("detail", "Chi tiết", "Detail"),
        Column("group.name", "Của", "Of"),
        Column("value", "Giá trị", "Value"),
        Column("part", "Số đạt", "Part"),
        Column("whole", "Tổng số", "Whole"),
        Column("unit", "Đơn vị", "Unit", codes=UNITS),
        Column("ninetieth", "90 % trong số ngày", "Nine of ten within (days)"),
        Column("measure", "Mã chỉ số", "Measure (code)"),
        Column("group.id", "Mã của", "Of (id)"),
        Column("rows", "Các dòng đã đếm", "Rows counted"),
    )
)
OBSERVATIONS = Table(
    (
        Column("measure", "Chỉ số", "Measure", codes=MEASURES),
        Column("detail", "Chi tiết", "Detail"),
        Column("member.name", "Đảng viên", "Member"),
        Column("part", "Số đạt, số ngày", "Part, days"),
        Column("whole", "Tổng số", "Whole"),
        Column("on", "Ngày", "On"),
        Column("year", "Năm", "Year"),
        Column("workplace.name", "Nơi công tác", "Workplace"),
        Column("residence.name", "Nơi cư trú", "Residence"),
        Column("residence_cell.name", "Chi bộ nơi cư trú", "Residence cell"),
        Column("about", "Về việc", "About"),
        Column("member.id", "Mã đảng viên", "Member (id)"),
        Column("link", "Mã mối liên hệ", "Link (id)"),
    )
)
