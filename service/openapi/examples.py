"""Example bodies of a command, made of the examples in the glossary of its fields."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from service.commands.command import Command
from service.commands.glossary import term_of
from service.schema import published, schema_of


def every_field(kind: type) -> dict[str, Any]:
    """Give a body that says all that can be said."""
    return {published(field.name): _value(kind, field) for field in _taken(kind)}


def required_only(kind: type[Command]) -> dict[str, Any]:
    """Give a body that says no more than one's own act must."""
    return {
        published(field.name): _value(kind, field)
        for field in _taken(kind)
        if field.name in kind.OWN_ACT_STATES
        or (field.default is MISSING and field.default_factory is MISSING)
    }


def _taken(kind: type) -> list[Field[Any]]:
    known = schema_of(kind)().fields
    return [field for field in fields(kind) if field.name in known]


def _value(kind: type, field: Field[Any]) -> Any:
    annotation = get_type_hints(kind)[field.name]
    return _example(annotation, term_of(kind, published(field.name)).example)


def _example(annotation: Any, example: Any) -> Any:
    arguments = [part for part in get_args(annotation) if part is not NoneType]
    if get_origin(annotation) in (Union, UnionType):
        return _example(arguments[0], example)
    if get_origin(annotation) is tuple:
        return example or [_example(arguments[0], None)]
    if is_dataclass(annotation):
        return every_field(cast("type", annotation))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        codes = [choice.value for choice in annotation]
        return example if example in codes else codes[0]
    return example
