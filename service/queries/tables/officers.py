"""Who holds which office."""

from __future__ import annotations

from service.answers.codes import OFFICES
from service.answers.table import Column, Table

IN_OFFICE = Table(
    (
        Column("office", "Chức vụ", "Office", codes=OFFICES),
        Column("name", "Họ và tên", "Name"),
        Column("organization.name", "Tổ chức", "Body"),
        Column("from", "Từ ngày", "From"),
        Column("until", "Đến hết ngày", "Until"),
        Column("officer", "Mã người", "Officer (id)"),
        Column("organization.id", "Mã tổ chức", "Body (id)"),
        Column("appointment", "Mục phân công", "Appointment (entry)"),
    )
)
