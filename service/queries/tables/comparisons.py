"""Obligations under two rule sets, side by side."""

from __future__ import annotations

from dataclasses import replace

from service.answers.codes import OUTCOMES, OWNERS, WEIGHTS
from service.answers.table import Column, Table


def _side(side: str, vi: str, en: str) -> tuple[Column, ...]:
    return (
        Column(f"{side}.due_on", f"Hạn {vi}", f"Due on {en}"),
        Column(f"{side}.days_late", f"Quá hạn (ngày) {vi}", f"Days late {en}"),
        Column(f"{side}.late", f"Quá hạn {vi}", f"Late {en}"),
        Column(f"{side}.owner.name", f"Bên phải làm {vi}", f"Owner {en}"),
        Column(f"{side}.office", f"Người phải làm {vi}", f"Office {en}", codes=OWNERS),
        Column(f"{side}.weight", f"Mức {vi}", f"Weight {en}", codes=WEIGHTS),
        Column(f"{side}.clause", f"Căn cứ {vi}", f"Clause {en}"),
        Column(f"{side}.rule_set", f"Quy định {vi}", f"Rule set {en}"),
    )


SIDE_BY_SIDE = Table(
    (
        Column("outcome", "So sánh", "Outcome", codes=OUTCOMES),
        Column("code", "Mã", "Code"),
        Column("title", "Việc phải làm", "What is owed", path_en="title_en"),
        Column("member.name", "Đảng viên", "Member"),
        *_side("here", "(đang áp dụng)", "(as it is)"),
        *_side("there", "(so sánh)", "(under the other)"),
        Column("workplace.name", "Nơi công tác", "Workplace"),
        Column("cell.name", "Chi bộ nơi cư trú", "Residence cell"),
        Column("member.id", "Mã đảng viên", "Member (id)"),
        Column("link", "Mã mối liên hệ", "Link (id)"),
        Column("about", "Về việc", "About"),
        Column("key", "Mã việc", "Key"),
    )
)
UNDER_OTHER_RULES = replace(SIDE_BY_SIDE, given="rules")
