"""What the frozen page says of an event class, as plain data that can be compared with a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from domain.entries import Event
from domain.private import Private

Shape = str | dict[str, Any]

WORDS: dict[Any, str] = {
    str: "text",
    int: "integer",
    bool: "true or false",
    date: "date",
    time: "time of day",
    datetime: "instant",
    UUID: "id",
    Private: "sealed",
    Any: "anything",
}
NOT_IN_THE_STATE = {"originator_id", "originator_version", "position"}


def format_of(classes: Mapping[str, type[Any]]) -> dict[str, Any]:
    """Describe the envelope and, by topic, the fields of each class and what it dates from."""
    return {"envelope": envelope_of(Event), "topics": {t: topic_of(k) for t, k in classes.items()}}


def envelope_of(event: type[Any]) -> dict[str, Shape]:
    """Describe what every event has, in the order of the stored form."""
    return _fields(event, [f for f in fields(event) if f.name not in NOT_IN_THE_STATE])


def topic_of(kind: type[Any]) -> dict[str, Any]:
    """Describe one class: what it dates from, what makes it the same paper, its own fields."""
    enveloped = {field.name for field in fields(Event)}
    own = [field for field in fields(kind) if field.name not in enveloped]
    return {
        "effect": published(kind.EFFECT),
        "same paper by": _same_paper(kind),
        "fields": _fields(kind, own),
    }


def _same_paper(kind: type[Any]) -> list[str] | None:
    key: tuple[str, ...] | None = kind.NATURAL_KEY
    return None if key is None else [published(name) for name in key]


def published(name: str) -> str:
    """Give the name under which a field is stored."""
    return "recorded_at" if name == "timestamp" else name.rstrip("_")


def shape(annotation: Any) -> Shape:
    """Describe an annotated type by what can stand in the log."""
    if annotation in WORDS:
        return WORDS[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {"one of": [str(member.value) for member in annotation]}
    if is_dataclass(annotation):
        return {"record": _fields(annotation, fields(annotation))}
    if NoneType in (arguments := get_args(annotation)):
        return {"or null": shape(next(a for a in arguments if a is not NoneType))}
    if get_origin(annotation) is tuple:
        return _list_of(arguments[0])
    return {"map of": shape(arguments[1])}


def _list_of(item: Any) -> Shape:
    if is_dataclass(item):
        entry_id: str = item.ENTRY_ID  # type: ignore[union-attr]
        return {"entries": _fields(item, fields(item)), "by": published(entry_id)}
    return {"list of": shape(item)}


def _fields(kind: Any, kept: Iterable[Field[Any]]) -> dict[str, Shape]:
    types = get_type_hints(kind)
    return {published(field.name): _field(field, types[field.name]) for field in kept}


def _field(field: Field[Any], annotation: Any) -> Shape:
    if field.default is MISSING:
        return shape(annotation)
    default = list(field.default) if isinstance(field.default, tuple) else field.default
    return {"may be absent": shape(annotation), "and is then": default}
