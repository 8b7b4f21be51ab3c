"""What the descriptions of all addresses share: problems, answers, parameters, who may come in."""

from __future__ import annotations

from typing import Any

from apispec import APISpec
from marshmallow import Schema, fields

from service.openapi.failures import failures
from service.queries.parameters import PARAMETERS, PLACES


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
    _add_failures(spec)
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
        said = {"name": name, "description": description, "schema": kind}
        spec.components.parameter(name, "query", said)
        spec.components.parameter(required(name), "query", said | {"required": True})


def required(name: str) -> str:
    """Name the description of a parameter without which a question is not answered."""
    return f"required.{name}"


def in_path(name: str) -> str:
    """Name the description of a parameter in an address; another one may stand behind it."""
    return f"path.{name}"


def problems(*statuses: int) -> dict[str, Any]:
    """Refer to the failures of an address; ``service.errors`` knows which error is which."""
    return {str(status): _response(status) for status in statuses}


def _response(status: int) -> str:
    return f"Problem{status}"


def _add_failures(spec: APISpec) -> None:
    """Give an example of every failure, and of each status those that have it."""
    for failure in failures():
        words = failure.words
        said = {
            "summary": f"{words.title} · {words.title_en}",
            "description": f"{words.next_step} · {words.next_step_en}",
            "value": failure.example,
        }
        spec.components.example(failure.code, said)
    for status, meaning in _MEANINGS.items():
        examples = {one.code: one.code for one in failures() if one.status == status}
        content = {"application/problem+json": {"schema": "Problem", "examples": examples}}
        spec.components.response(_response(status), {"description": meaning, "content": content})


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
