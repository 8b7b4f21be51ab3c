"""What waits on whom, most urgent first: the table of duties with whose they are before it."""

from __future__ import annotations

from service.answers.codes import SECTIONS
from service.answers.table import Column, Table
from service.queries.tables.duties import DUTIES

WORKLIST = Table(
    (
        Column("section", "Việc của", "Whose work", codes=SECTIONS),
        *DUTIES.columns,
        Column("settle_with", "Làm bằng lệnh", "Settled with"),
        Column("snoozed_until", "Nhắc lại từ ngày", "Put off until"),
    )
)
