"""What changed, before and now, with the papers that made the change."""

from __future__ import annotations

from service.answers.codes import CHANGES, OWNERS, STAGES, STATES
from service.answers.table import Column, Table
from service.answers.topics import topics

_CHANGE = Column("change", "Thay đổi", "Change", codes=CHANGES)
_STATES = {**STATES, **STAGES}
_PAPERS = (
    Column("papers.topic", "Do", "By", codes=topics()),
    Column("papers.occurred_on", "Ngày trên giấy", "Dated"),
    Column("papers.event_id", "Mã các mục", "Entries"),
)

DUTY_CHANGES = Table(
    (
        _CHANGE,
        Column("code", "Mã", "Code"),
        Column("title", "Việc phải làm", "What is owed", path_en="title_en"),
        Column("member.name", "Đảng viên", "Member"),
        Column("before.due_on", "Hạn trước đây", "Due on before"),
        Column("now.due_on", "Hạn bây giờ", "Due on now"),
        Column("before.late", "Trước đây quá hạn", "Late before"),
        Column("now.late", "Bây giờ quá hạn", "Late now"),
        Column("before.owner.name", "Bên phải làm trước đây", "Owner before"),
        Column("before.office", "Người phải làm trước đây", "Office before", codes=OWNERS),
        Column("now.owner.name", "Bên phải làm bây giờ", "Owner now"),
        Column("now.office", "Người phải làm bây giờ", "Office now", codes=OWNERS),
        *_PAPERS,
        Column("workplace.name", "Nơi công tác", "Workplace"),
        Column("cell.name", "Chi bộ nơi cư trú", "Residence cell"),
        Column("member.id", "Mã đảng viên", "Member (id)"),
        Column("link", "Mã mối liên hệ", "Link (id)"),
        Column("about", "Về việc", "About"),
        Column("key", "Mã việc", "Key"),
    )
)
_OF_A_MEMBER = (
    _CHANGE,
    Column("full_name", "Họ và tên", "Full name"),
    Column("fields", "Khác ở", "What differs"),
    Column("before.state", "Tình trạng trước đây", "State before", codes=_STATES),
    Column("now.state", "Tình trạng bây giờ", "State now", codes=_STATES),
)
_WHOM = Column("member", "Mã đảng viên", "Member (id)")
ROSTER_CHANGES = Table((*_OF_A_MEMBER, *_PAPERS, _WHOM))
INPUT_CHANGES = Table(
    (
        *_OF_A_MEMBER,
        Column("before.complete", "Trước đây đủ", "Complete before"),
        Column("now.complete", "Bây giờ đủ", "Complete now"),
        *_PAPERS,
        _WHOM,
    )
)
