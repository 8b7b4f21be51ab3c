"""What waits on whom, most urgent first: whose, about whom, by when, how; then all of a duty."""

from __future__ import annotations

from service.answers.codes import SECTIONS
from service.answers.table import Column, Table
from service.queries.tables.duties import DUTIES

_FIRST = ("code", "member.name", "due_on", "days_late")
_BY_PATH = {column.path: column for column in DUTIES.columns}

WORKLIST = Table(
    (
        Column("section", "Việc của", "Whose work", codes=SECTIONS),
        *(_BY_PATH[path] for path in _FIRST),
        Column("settle_with", "Làm bằng lệnh", "Settled with"),
        *(column for column in DUTIES.columns if column.path not in _FIRST),
        Column("snoozed_until", "Nhắc lại từ ngày", "Put off until"),
    )
)
