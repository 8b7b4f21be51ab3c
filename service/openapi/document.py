"""The whole description: one address for each command and each question."""

from __future__ import annotations

from functools import cache
from inspect import cleandoc
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from service.answers.forms import FILES, JSON, XLSX, FileForm
from service.answers.table import Table
from service.commands import COMMANDS, Command
from service.feeds.feed import Feed
from service.openapi.components import add_components, in_path, problems, required
from service.openapi.examples import every_field, required_only
from service.queries.questions import COMPARISONS, QUESTIONS, Question
from service.schema import BatchItem, schema_of
from service.schema.fields import MOST
from service.schema.sent_file import FORM, TEXTS

VERSION = "1"
_TEXT = {"type": "string"}
VIEWPOINT = {
    "As-Of": {"description": "Xét theo ngày · day asked about", "schema": _TEXT},
    "Known-At": {"description": "Đến vị trí · position known", "schema": {"type": "integer"}},
}
_ABOUT = """\
Hai cấp ủy, một đảng viên: giới thiệu, tiếp nhận, sinh hoạt, nhận xét, lưu hồ sơ.
Two committees keep contact about one member; every step is an entry that nobody rewrites.

Offices: W workplace, R residence; o clerk, s secretary or deputy, c those of the cell, g group
leader, m the member's monitor; Ad administrator. Every answer bears a `Request-Id`.
"""


@cache
def document() -> dict[str, Any]:
    """Make the OpenAPI 3.1 document."""
    spec = APISpec(
        title="liên hệ",
        version=VERSION,
        openapi_version="3.1.0",
        plugins=[MarshmallowPlugin()],
        info={"description": _ABOUT},
        security=[{"token": []}],
    )
    add_components(spec)
    for name, kind in sorted(COMMANDS.items()):
        _add_command(spec, name, kind)
    _add_batch(spec)
    _add_rehearsals(spec)
    _add_questions(spec)
    _add_comparisons(spec)
    made: dict[str, Any] = spec.to_dict()
    return made


def _add_command(spec: APISpec, name: str, kind: type[Command]) -> None:
    examples = {
        "every_field": {"summary": "Mọi trường · every field", "value": every_field(kind)},
        "required_only": {"summary": "Trường bắt buộc · no more", "value": required_only(kind)},
    }
    spec.components.schema(kind.__name__, schema=schema_of(kind))
    content = {"application/json": {"schema": kind.__name__, "examples": examples}}
    operation = {
        "operationId": name,
        "tags": ["commands"],
        "summary": kind.TITLE,
        "description": f"{_said(kind)}\n\n{_who(kind)}",
        "parameters": ["IdempotencyKey"],
        "requestBody": {"required": True, "content": content},
        "responses": {
            "201": _accepted("Đã ghi · entered"),
            "200": _accepted("Đã ghi từ trước · entered before: the first answer again"),
            **problems(400, 401, 403, 404, 406, 409, 413, 415, 422, 503),
        },
    }
    spec.path(f"/api/commands/{name}", operations={"post": operation})


def _said(what: object) -> str:
    """Give a docstring in Markdown."""
    return cleandoc(what.__doc__ or "").replace("``", "`")


def _who(kind: type[Command]) -> str:
    own = f"Own act: {', '.join(sorted(kind.ENTITLED.own))}."
    copied = ", ".join(sorted(kind.ENTITLED.transcribing))
    return f"{own} Transcribed: {copied}." if copied else own


def _accepted(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": "Accepted"}}}


def _add_batch(spec: APISpec) -> None:
    spec.components.schema("BatchItem", schema=BatchItem)
    items = {"type": "array", "maxItems": MOST, "items": "BatchItem"}
    example = {"summary": "Giới thiệu một đảng viên · one introduction", "value": _introduction()}
    content = {"application/json": {"schema": items, "examples": {"introduction": example}}}
    answers = {
        "type": "array",
        "items": {"anyOf": ["Accepted", "Problem"]},
        "description": "Theo thứ tự, mỗi mục một status · in order, each with its own status",
    }
    operation = {
        "operationId": "batch",
        "tags": ["commands"],
        "summary": "Gửi nhiều lệnh một lần",
        "description": "Enter up to 1,000 acts in their order, each whole or not at all.\n\n"
        "The answer is 200 whatever becomes of the items, like a 207: look at each `status`.",
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": {
                "description": "Trả lời từng mục · an answer for each item",
                "content": {"application/json": {"schema": answers}},
            },
            **problems(400, 401, 406, 413, 415, 422, 503),
        },
    }
    spec.path("/api/commands", operations={"post": operation})


def _add_rehearsals(spec: APISpec) -> None:
    groups = {"type": "array", "items": {"type": "array", "items": "BatchItem"}}
    example = {"summary": "Một đảng viên · one member", "value": [_introduction()[:1]]}
    content = {"application/json": {"schema": groups, "examples": {"enrolment": example}}}
    group = {"type": "array", "items": {"anyOf": ["Rehearsed", "Problem"]}}
    answers = {"type": "array", "items": group}
    operation = {
        "operationId": "rehearse",
        "tags": ["commands"],
        "summary": "Thử trước, không ghi gì",
        "description": "Say what up to 1,000 acts would be answered; nothing is entered.\n\n"
        "Each meets what those before it would have entered. A group stands or falls as one: "
        "behind an act that is refused nothing of its group is answered, or stands.",
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": {
                "description": "Trả lời từng nhóm · answers, group by group",
                "content": {"application/json": {"schema": answers}},
            },
            **problems(400, 401, 406, 413, 415, 422, 503),
        },
    }
    spec.path("/api/rehearsals", operations={"post": operation})


def _introduction() -> list[dict[str, Any]]:
    """Show acts that rest on each other: the first says by which id the others call the person."""
    bodies = {
        "enroll-member": every_field(COMMANDS["enroll-member"]),
        "declare-residence": required_only(COMMANDS["declare-residence"]),
        "issue-letter": required_only(COMMANDS["issue-letter"]),
    }
    return [{"command": name, "key": f"{name} 1", "body": body} for name, body in bodies.items()]


def _add_questions(spec: APISpec) -> None:
    for question in QUESTIONS:
        address = f"/api/{question.address}".replace("<", "{").replace(">", "}")
        spec.path(address, operations={"get": _asking(question)})
        spec.path(f"{address}.{{ending}}", operations={"get": _fetching(question)})
        for feed in question.feeds:
            spec.path(f"{address}.{feed.ending}", operations={"get": _following(question, feed)})
    who = _plain("whoami", "Tôi là ai", "Say who the token names, and his offices today.")
    who["responses"] |= problems(401, 406, 422, 503)
    spec.path("/api/whoami", operations={"get": who})
    health = _plain("health", "Tình trạng", "Say how far the log and what is read have come.")
    health["responses"] |= problems(503)
    spec.path("/api/health", operations={"get": health | {"security": []}})


def _add_comparisons(spec: APISpec) -> None:
    text = {"schema": {"type": "string"}}
    form = {"type": "object", "properties": {"rules": {"type": "string"}}}
    sent = dict.fromkeys(TEXTS, text) | {FORM: {"schema": form}}
    operation = _about(COMPARISONS, {JSON: {"schema": "Answer"}} | _as_files(*FILES.values())) | {
        "operationId": COMPARISONS.name,
        "description": "Compare what a body owes and is owed with what a draft of a rule set would "
        "say: the TOML file is the body, or the one file of a form.\n\n"
        f"{_columns(COMPARISONS)}",
        "parameters": [*COMPARISONS.parameters, "Purpose"],
        "requestBody": {"required": True, "content": sent},
    }
    operation["responses"] |= problems(413, 415)
    spec.path("/api/comparisons", operations={"post": operation})


def _plain(name: str, title: str, description: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "object"}}}
    return {
        "operationId": name,
        "tags": ["questions"],
        "summary": title,
        "description": description,
        "responses": {"200": {"description": title, "content": content}},
    }


def _asking(question: Question) -> dict[str, Any]:
    content = {JSON: {"schema": "Answer"}} | _as_files(*FILES.values(), *question.feeds)
    return _about(question, content) | {
        "operationId": question.name,
        "parameters": [*map(in_path, question.ids), *_asked(question), "Purpose"],
    }


def _fetching(question: Question) -> dict[str, Any]:
    """Describe the address of a file, for whoever cannot say what he accepts."""
    asked = [name for name in _asked(question) if name not in ("limit", "cursor")]
    described = _about(question, _as_files(*FILES.values()))
    described["responses"]["200"]["headers"] = VIEWPOINT
    return described | {
        "operationId": f"{question.name}-file",
        "parameters": [*map(in_path, [*question.ids, "ending"]), *asked, "Purpose"],
        "security": [{"token": []}, {"password": []}],
    }


def _following(question: Question, feed: Feed) -> dict[str, Any]:
    """Describe the address that a program subscribes to."""
    described = _about(question, _as_files(feed))
    described["responses"]["200"]["headers"] = VIEWPOINT
    return described | {
        "operationId": f"{question.name}-{feed.ending}",
        "parameters": [*map(in_path, question.ids), *_asked(question), "Purpose"],
        "security": [{"token": []}, {"password": []}],
    }


def _asked(question: Question) -> list[str]:
    return [required(n) if n in question.needs else n for n in question.parameters]


def _about(question: Question, content: dict[str, Any]) -> dict[str, Any]:
    title = " · ".join(question.title)
    return {
        "tags": ["questions"],
        "summary": question.title.vi,
        "description": f"{_said(question.ask)}\n\n{_columns(question)}",
        "responses": {
            "200": {"description": title, "content": content},
            **problems(401, 403, 404, 406, 422, 503),
        },
    }


def _as_files(*forms: FileForm | Feed) -> dict[str, Any]:
    """Describe files: text, or bytes as they are."""
    return {form.media_type: {} if form is XLSX else {"schema": _TEXT} for form in forms}


def _columns(question: Question) -> str:
    """List the columns that the answer has as a table."""
    return "\n\n".join(_listed(table) for table in question.tables)


def _listed(table: Table) -> str:
    side = f" ({table.side})" if table.side else ""
    rows = (f"| `{column.path}` | {column.vi} | {column.en} |" for column in table.columns)
    head = (f"Cột · columns{side}:\n", "| Trường · field | Tiêu đề | Heading |", "|---|---|---|")
    return "\n".join((*head, *rows))
