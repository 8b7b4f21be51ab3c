"""From a frozen dataclass to the marshmallow schema that loads it: the fields are written once."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from marshmallow import Schema, ValidationError, post_load
from marshmallow import fields as base

from service.commands.command import Command
from service.commands.glossary import Term, term_of
from service.schema import faults
from service.schema.faults import InvalidBody, listed
from service.schema.fields import (
    Choice,
    Day,
    Facts,
    Flag,
    Id,
    Levels,
    Listed,
    Number,
    Record,
    Text,
    TimeOfDay,
)


class DataclassSchema(Schema):
    """Loads one dataclass; what it does not know is refused by name."""

    KIND: type

    error_messages = cast(
        "dict[str, str]", {"unknown": faults.UNKNOWN, "type": faults.NOT_AN_OBJECT}
    )

    @post_load
    def made(self, values: dict[str, Any], **_: Any) -> Any:
        """Make the dataclass of the values; what was left out has its default."""
        return self.KIND(**values)


@cache
def schema_of(kind: type) -> type[DataclassSchema]:
    """Make the schema of a dataclass.

    A paper of the other side is taken only by a command that may be transcribed.
    """
    hints = get_type_hints(kind)
    named = {
        field.name: _field(kind, field, hints[field.name])
        for field in fields(kind)
        if not (field.name == "transcribed" and _own_act_only(kind))
    }
    return cast(
        "type[DataclassSchema]", type(kind.__name__, (DataclassSchema,), named | {"KIND": kind})
    )


def load(kind: type, body: Any) -> Any:
    """Make a dataclass of what was sent; raise ``InvalidBody`` with everything that is wrong."""
    try:
        return _loader(kind).load(body)
    except ValidationError as error:
        raise InvalidBody(listed(error.messages)) from None


def published(name: str) -> str:
    """Give the name under which a field is published: ``from_`` is ``from``."""
    return name.rstrip("_")


@cache
def _loader(kind: type) -> DataclassSchema:
    return schema_of(kind)()


def _own_act_only(kind: type) -> bool:
    return issubclass(kind, Command) and not kind.ENTITLED.transcribing


def _field(kind: type, field: Field[Any], annotation: Any) -> base.Field[Any]:
    term = term_of(kind, published(field.name))
    required = field.default is MISSING and field.default_factory is MISSING
    options = {
        "required": required,
        "data_key": published(field.name),
        "metadata": {"description": f"{term.vi} · {term.en}"},
    }
    return field_of(annotation, term, options)


def field_of(annotation: Any, term: Term, options: dict[str, Any]) -> base.Field[Any]:
    """Give the strict field of an annotated type; raise ``TypeError`` where there is none."""
    arguments = get_args(annotation)
    if get_origin(annotation) in (Union, UnionType):
        [present] = [option for option in arguments if option is not NoneType]
        return field_of(present, term, options | {"allow_none": True})
    if get_origin(annotation) is tuple:
        return Listed(field_of(arguments[0], term, {}), *term.several, **options)
    if get_origin(annotation) is dict:
        return Levels(**options) if arguments[1] is int else Facts(**options)
    if is_dataclass(annotation):
        return Record(schema_of(cast("type", annotation)), **options)
    return _single(annotation, term, options)


def _single(annotation: Any, term: Term, options: dict[str, Any]) -> base.Field[Any]:
    if annotation is str:
        return Text(term.longest, **options)
    if annotation is int:
        return Number(*term.between, **options)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Choice(annotation, **options)
    if annotation in _PLAIN:
        return _PLAIN[annotation](**options)
    raise TypeError(f"A body has no field for {annotation}.")


_PLAIN: dict[Any, type[base.Field[Any]]] = {UUID: Id, date: Day, time: TimeOfDay, bool: Flag}
