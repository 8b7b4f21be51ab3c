"""What the descriptions of all addresses share: problems, answers, parameters, who may come in."""

from __future__ import annotations

from typing import Any

from apispec import APISpec
from marshmallow import Schema, fields

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
    "after": (_POSITION, "Chờ đến khi thấy được vị trí này · wait until this position is visible"),
    "limit": ({"type": "integer", "minimum": 1, "maximum": 1000}, "Số dòng · rows of a page"),
    "cursor": (_WORD, "Trang sau, như trong next · the page that next names"),
    "code": (_WORD, "Mã việc, cách nhau dấu phẩy · codes of obligations, by commas"),
    "weight": (_WORD, "Loại việc: duty, advisory · duties or advice, by commas"),
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
    "snoozed": (_YES, "Cả việc đã hoãn nhắc · what was put off too"),
    "with": (_ID, "Cấp ủy bên kia · the other committee"),
    "kind": (_WORD, "Loại, cách nhau dấu phẩy · kinds, by commas"),
    "command": (_ID, "Lệnh · the command that wrote it"),
    "from": (_DAY, "Từ ngày có hiệu lực · first effect date"),
    "to": (_DAY, "Đến ngày có hiệu lực · last effect date"),
    "occurred_from": (_DAY, "Từ ngày trên giấy · first date on the paper"),
    "occurred_until": (_DAY, "Đến ngày trên giấy · last date on the paper"),
    "recorded_from": (_WORD, "Ghi sổ từ ngày hoặc thời điểm · entered from a day or instant"),
    "recorded_until": (_WORD, "Ghi sổ đến hết ngày hoặc thời điểm · entered by a day or instant"),
}
PLACES: dict[str, tuple[dict[str, Any], str]] = {
    "member": (_ID, "Đảng viên · the member"),
    "ending": ({"type": "string", "enum": list(FILES)}, "Loại tệp · the kind of file"),
}
REQUIRED_PARAMETERS = frozenset({"year"})


class FieldError(Schema):
    """One thing that is wrong with a body or a parameter."""

    field = fields.String(required=True, metadata={"example": "occurred_on"})
    rule = fields.String(required=True, metadata={"example": "date"})
    vi = fields.String(required=True)
    en = fields.String(required=True)


class Problem(Schema):
    """A problem document (RFC 9457); ``title``, ``detail`` and ``next_step`` by language."""

    type = fields.String(required=True, metadata={"example": "urn:lienhe:problem:LetterUnderWay"})
    title = fields.String(required=True)
    status = fields.Integer(required=True, metadata={"example": 409})
    detail = fields.String(required=True)
    rule = fields.String(required=True, metadata={"example": "LetterUnderWay"})
    clause = fields.String(metadata={"description": "Căn cứ · the text that the rule rests on"})
    next_step = fields.String(required=True)
    field = fields.String(metadata={"description": "Trường sai · the field at fault"})
    facts = fields.Dict()
    errors = fields.List(fields.Nested(FieldError))
    errors_total = fields.Integer()
    request_id = fields.String(required=True)


class NamedEvent(Schema):
    """An entry by its place in its stream."""

    event_id = fields.String(required=True)
    topic = fields.String(required=True, metadata={"example": "letter.issued"})
    stream = fields.UUID(required=True)
    version = fields.Integer(required=True)


class WrittenEvent(NamedEvent):
    """An entry of the log that a command made."""

    position = fields.Integer(required=True)


class Accepted(Schema):
    """What a command is answered with, the first time and every time after."""

    command_id = fields.UUID(required=True)
    position = fields.Integer(required=True)
    events = fields.List(fields.Nested(WrittenEvent), required=True)


class Rehearsed(Schema):
    """What a command would be answered: ``status`` is 201 where it would enter something."""

    status = fields.Integer(required=True, metadata={"enum": [200, 201]})
    events = fields.List(fields.Nested(NamedEvent), required=True)


class Answer(Schema):
    """A page of rows; ``next`` is the address of the page that follows."""

    as_of = fields.Date(required=True)
    known_at = fields.Integer(required=True)
    items = fields.List(fields.Dict(), required=True)
    next = fields.String(required=True, allow_none=True)


def add_components(spec: APISpec) -> None:
    """Describe what is shared, under the names by which the addresses refer to it."""
    for schema in (Problem, Accepted, Rehearsed, Answer):
        spec.components.schema(schema.__name__, schema=schema)
    spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    spec.components.security_scheme(
        "password",
        {
            "type": "http",
            "scheme": "basic",
            "description": "Mã truy cập thay mật khẩu, tên người dùng tùy ý · the token as the "
            "password of any user",
        },
    )
    spec.components.parameter(
        "IdempotencyKey",
        "header",
        {
            "name": "Idempotency-Key",
            "required": True,
            "description": "Khóa của việc này: gửi lại nguyên văn không ghi hai lần · "
            "the key of this act: sent again, nothing is entered twice",
            "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[ -~]+$"},
        },
    )
    spec.components.parameter(
        "Purpose",
        "header",
        {
            "name": "Purpose",
            "description": "Lý do xem · why personal data are read; kept in the trail of reading",
            "schema": {"type": "string", "maxLength": 200},
        },
    )
    for name, (kind, description) in PLACES.items():
        said = {"name": name, "description": description, "required": True, "schema": kind}
        spec.components.parameter(in_path(name), "path", said)
    for name, (kind, description) in PARAMETERS.items():
        required = name in REQUIRED_PARAMETERS
        said = {"description": description, "required": required, "schema": kind}
        spec.components.parameter(name, "query", said)


def in_path(name: str) -> str:
    """Name the description of a parameter in an address; another one may stand behind it."""
    return f"path.{name}"


def problems(*statuses: int) -> dict[str, Any]:
    """Describe the failures of an address; ``service.errors`` knows which error is which."""
    content = {"application/problem+json": {"schema": "Problem"}}
    return {
        str(status): {"description": _MEANINGS[status], "content": content} for status in statuses
    }


_MEANINGS = {
    400: "Không đọc được · the request cannot be read, or its key is missing",
    401: "Chưa xác thực · nobody is signed in",
    403: "Không thuộc thẩm quyền · what one may see and not do",
    404: "Không tìm thấy · what there is not, or what one may not see",
    406: "Không trả lời được ở dạng ấy · no answer in that form",
    409: "Trái quy tắc, hoặc đang bị sửa cùng lúc · refused by a rule, or contended",
    413: "Quá lớn · too large",
    415: "Chỉ nhận JSON · only JSON is taken",
    422: "Nội dung chưa đúng · fields at fault, or a key that was used for something else",
    503: "Đang bận, gửi lại sau · busy: send the same again after Retry-After seconds",
}
