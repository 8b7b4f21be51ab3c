"""How the value of a row's field stands in a column, the same in both databases.

Days are ordinals (1 is 1 January of the year 1), instants microseconds since 1970 in UTC: smaller
than text in an index, and as quick to compare. Ids are text. Whatever has parts is JSON, of which
the order of keys is fixed, so that equal values are equal text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from uuid import UUID

import msgspec
from sqlalchemy import BigInteger, Boolean, Integer, Text
from sqlalchemy.types import TypeEngine

# The order of text must not hang on the locale of a server.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")

_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(frozen=True)
class Form:
    """The form of a field: the type of its column, and the ways in and out (none: as it is)."""

    type: TypeEngine[Any]
    nullable: bool = False
    store: Callable[[Any], Any] | None = None
    load: Callable[[Any], Any] | None = None


def form_of(annotation: Any) -> Form:
    """Find the form of an annotated field; raise ``TypeError`` where there is none for it."""
    if get_origin(annotation) in (Union, UnionType):
        options = [option for option in get_args(annotation) if option is not NoneType]
        if len(options) == 1:
            form = form_of(options[0])
            return Form(form.type, nullable=True, store=form.store, load=form.load)
    if get_origin(annotation) in (tuple, dict, Mapping) or is_dataclass(annotation):
        return Form(TEXT, store=_json, load=lambda text: _from_json(text, annotation))
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Form(TEXT, store=lambda member: member.value, load=annotation)
    raise TypeError(f"A row has no column for {annotation}.")


def _json(value: Any) -> str:
    return _encode(value).decode()


def _from_json(text: str, annotation: Any) -> Any:
    return msgspec.json.decode(text, type=annotation)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def _microseconds(instant: datetime) -> int:
    return (instant - _EPOCH) // _MICROSECOND


def _instant(microseconds: int) -> datetime:
    return _EPOCH + microseconds * _MICROSECOND


# The same few bodies and members stand in row after row; an id is read once for all of them.
_id_of = lru_cache(maxsize=1 << 15)(UUID)
_PLAIN = {
    str: Form(TEXT),
    int: Form(BigInteger()),
    bool: Form(Boolean(), load=bool),
    UUID: Form(TEXT, store=str, load=_id_of),
    date: Form(Integer(), store=date.toordinal, load=date.fromordinal),
    datetime: Form(BigInteger(), store=_microseconds, load=_instant),
}
