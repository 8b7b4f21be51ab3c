"""The cap on the top level: a row for each committee and each of its cells."""

from __future__ import annotations

from service.answers.codes import DENOMINATORS, ROUNDINGS
from service.answers.table import Column, Table

CAP = Table(
    (
        Column("body.name", "Đảng bộ, chi bộ", "Committee or cell"),
        Column("warning", "Cảnh báo", "Warning", "warning_en"),
        Column("excellent", "Xuất sắc", "Excellent"),
        Column("allowed", "Mức trần", "Allowed"),
        Column("arithmetic", "Cách tính", "Arithmetic", "arithmetic_en"),
        Column("rated", "Đã xếp loại", "Rated"),
        Column("undecided", "Chưa xếp loại", "Undecided"),
        Column("levels.GOOD", "Hoàn thành tốt", "Good"),
        Column("levels.COMPLETED", "Hoàn thành", "Completed"),
        Column("levels.NOT_COMPLETED", "Không hoàn thành", "Not completed"),
        Column("counted", "Số để tính tỷ lệ", "Counted"),
        Column("denominator", "Tính trên", "Share of", codes=DENOMINATORS),
        Column("cap_percent", "Tỷ lệ trần (%)", "Cap (%)"),
        Column("rounding", "Làm tròn", "Rounding", codes=ROUNDINGS),
        Column("is_cell", "Là chi bộ", "Is a cell"),
        Column("clause", "Căn cứ", "Clause"),
        Column("year", "Năm", "Year"),
        Column("body.id", "Mã tổ chức", "Body (id)"),
    )
)
