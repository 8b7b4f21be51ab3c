"""The published description as people read it: chapters made of the registries and the document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc
from typing import Any, NamedTuple

from service.answers.table import Label, Table
from service.commands import COMMANDS, Command
from service.openapi.document import document
from service.openapi.examples import every_field, required_only
from service.queries.parameters import PARAMETERS
from service.queries.questions import QUESTIONS, Question

CODES: Mapping[str, Label] = {
    "Wo": Label("văn phòng nơi công tác", "clerk of the workplace"),
    "Ws": Label("bí thư, phó bí thư nơi công tác", "secretary or deputy of the workplace"),
    "Wc": Label("bí thư, phó bí thư chi bộ nơi công tác", "secretary or deputy of its cell"),
    "Ro": Label("văn phòng nơi cư trú", "clerk of the residence"),
    "Rs": Label("bí thư, phó bí thư nơi cư trú", "secretary or deputy of the residence"),
    "Rc": Label("bí thư, phó bí thư chi bộ nơi cư trú", "secretary or deputy of its cell"),
    "Rg": Label("tổ trưởng tổ đảng nơi cư trú", "leader of a Party group of the residence"),
    "Rm": Label("cấp ủy viên theo dõi", "who follows the member at the residence"),
    "Ad": Label("quản trị", "administrator"),
}
_REF = "#/components/schemas/"


class Field(NamedTuple):
    """One field of a command or of a record; ``record`` names another one that it is made of."""

    name: str
    required: bool
    kind: str
    record: str | None
    meaning: str


class Section(NamedTuple):
    """One command, question or record; ``text`` are the paragraphs of its documentation."""

    name: str
    title: str
    text: tuple[str, ...]
    fields: tuple[Field, ...]
    examples: tuple[tuple[str, str], ...] = ()
    own: tuple[str, ...] = ()
    transcribing: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


class Chapter(NamedTuple):
    """The commands of one room, which its first sentence describes."""

    name: str
    sections: tuple[Section, ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """List the commands, room by room."""
    rooms: dict[str, list[Section]] = {}
    for _, kind in sorted(COMMANDS.items()):
        rooms.setdefault(kind.__module__.rpartition(".")[2], []).append(_command(kind))
    return tuple(Chapter(name, tuple(sections)) for name, sections in sorted(rooms.items()))


@cache
def questions() -> tuple[Section, ...]:
    """List the questions."""
    return tuple(map(_question, QUESTIONS))


@cache
def records() -> tuple[Section, ...]:
    """List the records of which fields are made, in the order of their names."""
    known = _schemas()
    listed = {kind.__name__ for kind in COMMANDS.values()}
    return tuple(
        Section(name, name, (), tuple(_fields(schema)))
        for name, schema in sorted(known.items())
        if name not in listed and "properties" in schema
    )


def as_json(value: object) -> str:
    """Lay an example out."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _command(kind: type[Command]) -> Section:
    shown = (("every_field", every_field(kind)), ("required_only", required_only(kind)))
    return Section(
        kind.NAME,
        kind.TITLE,
        _paragraphs(kind),
        tuple(_fields(_schemas()[kind.__name__])),
        examples=tuple((name, as_json(body)) for name, body in shown),
        own=tuple(sorted(kind.ENTITLED.own)),
        transcribing=tuple(sorted(kind.ENTITLED.transcribing)),
    )


def _question(question: Question) -> Section:
    return Section(
        question.address,
        " · ".join(question.title),
        _paragraphs(question.ask),
        tuple(_parameter(name, name in question.needs) for name in question.parameters),
        endings=("csv", "xlsx", *(feed.ending for feed in question.feeds)),
        tables=question.tables,
    )


def _parameter(name: str, required: bool) -> Field:
    schema, meaning = PARAMETERS[name]
    return Field(name, required, *_kind(schema), meaning)


def _paragraphs(what: object) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in cleandoc(what.__doc__ or "").split("\n\n"))


def _schemas() -> dict[str, Any]:
    found: dict[str, Any] = document()["components"]["schemas"]
    return found


def _fields(schema: Mapping[str, Any]) -> Iterator[Field]:
    required = schema.get("required", ())
    for name, said in schema["properties"].items():
        yield Field(name, name in required, *_kind(said), said.get("description", ""))


def _kind(schema: Mapping[str, Any]) -> tuple[str, str | None]:
    """Say what a value is, and of which record where it is one, or a list of them."""
    if "$ref" in schema:
        return "", schema["$ref"].removeprefix(_REF)
    if "anyOf" in schema:
        return _kind(next(one for one in schema["anyOf"] if one.get("type") != "null"))
    if "enum" in schema:
        return " | ".join(str(one) for one in schema["enum"] if one is not None), None
    named = schema.get("type", "")
    kind = next((one for one in named if one != "null"), "") if isinstance(named, list) else named
    if kind == "array":
        inner, record = _kind(schema.get("items", {}))
        return f"[{inner}]", record
    return " ".join(filter(None, (schema.get("format") or kind, _limits(schema)))), None


def _limits(schema: Mapping[str, Any]) -> str:
    least, most = schema.get("minimum"), schema.get("maximum", schema.get("maxLength"))
    if least is not None and most is not None:
        return f"{least}–{most}"
    if most is not None:
        return f"≤ {most}"
    return "" if least is None else f"≥ {least}"
