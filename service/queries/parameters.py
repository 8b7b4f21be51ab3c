"""What the parameters of questions are: on the web, on the command line, in the documentation."""

from __future__ import annotations

from typing import Any

from service.answers.forms import FILES

_ID = {"type": "string", "format": "uuid"}
_DAY = {"type": "string", "format": "date"}
_WORD = {"type": "string"}
_POSITION = {"type": "integer", "minimum": 0}

_YES = {"type": "string", "enum": ["true", "false"]}
PARAMETERS: dict[str, tuple[dict[str, Any], str]] = {
    "as_of": (_DAY, "Xét theo ngày; mặc định hôm nay ở Việt Nam · day asked about"),
    "known_at": (_WORD, "Theo hiểu biết tại vị trí hoặc thời điểm ấy · position or instant"),
    "organization": (_ID, "Tổ chức cấp dưới; mặc định của mình · body at or below one's own"),
    "cell": (_ID, "Chi bộ · the cell"),
    "after": (_POSITION, "Chờ đến khi thấy được vị trí này · wait until this position is visible"),
    "limit": ({"type": "integer", "minimum": 1, "maximum": 1000}, "Số dòng · rows of a page"),
    "cursor": (_WORD, "Trang sau, như trong next · the page that next names"),
    "code": (_WORD, "Mã việc, cách nhau dấu phẩy · codes of obligations, by commas"),
    "weight": (_WORD, "Loại việc: duty, advisory · duties or advice, by commas"),
    "rules": (_WORD, "So với bộ quy định này · beside what this rule set would say"),
    "of": ({"type": "string", "enum": ["gaps", "obligations"]}, "So sánh gì · what is compared"),
    "outcome": (
        _WORD,
        "SAME, ONLY_HERE, ONLY_THERE, OTHER_DUE_DATE, OTHER_DUTY · outcomes, by commas",
    ),
    "from_as_of": (_DAY, "So với ngày này · the day that it is compared with"),
    "from_known_at": (_WORD, "So với hiểu biết lúc ấy · what was known then"),
    "change": (_WORD, "CAME, WENT, CHANGED · kinds of change, by commas"),
    "state": (_WORD, "Trạng thái, cách nhau dấu phẩy · states, by commas"),
    "side": ({"type": "string", "enum": ["WORKPLACE", "RESIDENCE"]}, "Bên · the side"),
    "year": ({"type": "integer", "minimum": 2000, "maximum": 2199}, "Năm · the year"),
    "stream": (_ID, "Hồ sơ: đảng viên, mối liên hệ, cuộc họp… · a member, link, meeting…"),
    "member": (_ID, "Về đảng viên này hoặc mối liên hệ của người ấy · about a member or his links"),
    "letter": (_WORD, "Số giấy giới thiệu · number that the letter bears"),
    "attempt": ({"type": "integer", "minimum": 1}, "Giấy giới thiệu lần thứ · which of its link"),
    "officer": (_ID, "Người ghi · who entered it"),
    "topic": (_WORD, "Loại mục, cách nhau dấu phẩy; letter. là mọi loại letter.* · topics"),
    "section": (_WORD, "Việc của: OURS, BELOW, THEIRS, ESCALATED · whose work, by commas"),
    "mine": (_YES, "Chỉ việc của chức vụ mình · only what one's own office owes"),
    "within": (
        {"type": "integer", "minimum": 0, "maximum": 400},
        "Đến hạn trong số ngày này (14) · falls due within so many days",
    ),
    "measure": (_WORD, "Chỉ số, cách nhau dấu phẩy · measures, by commas"),
    "by": (_WORD, "Chia theo: COMMITTEE, CELL, OTHER, YEAR · what numbers are told apart by"),
    "group": (_WORD, "Chỉ của một tổ chức hoặc một năm · of one body or year only"),
    "detail": (_WORD, "Chỉ một chi tiết, ví dụ một tiêu chí · of one detail only"),
    "snoozed": (_YES, "Cả việc đã hoãn nhắc · what was put off too"),
    "body": (_ID, "Của tổ chức nào, mặc định của mình · of which body, one's own by default"),
    "with": (_ID, "Cấp ủy bên kia · the other committee"),
    "kind": (_WORD, "Loại, cách nhau dấu phẩy · kinds, by commas"),
    "command": (_ID, "Lệnh · the command that wrote it"),
    "from": (_DAY, "Từ ngày; của mục là ngày có hiệu lực · first day, of an entry that of effect"),
    "to": (_DAY, "Đến ngày; của mục là ngày có hiệu lực · last day"),
    "occurred_from": (_DAY, "Từ ngày trên giấy · first date on the paper"),
    "occurred_until": (_DAY, "Đến ngày trên giấy · last date on the paper"),
    "recorded_from": (_WORD, "Ghi sổ từ ngày hoặc thời điểm · entered from a day or instant"),
    "recorded_until": (_WORD, "Ghi sổ đến hết ngày hoặc thời điểm · entered by a day or instant"),
}
PLACES: dict[str, tuple[dict[str, Any], str]] = {
    "member": (_ID, "Đảng viên · the member"),
    "ending": ({"type": "string", "enum": list(FILES)}, "Loại tệp · the kind of file"),
}
