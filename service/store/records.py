"""The stored form of an event, read once from the annotations of its class.

Each annotated type has a *form*. Types that say too little to be read back are refused when the
form is made; a stored state that says more than the class knows is refused when it is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime
from functools import cache
from types import GenericAlias, NoneType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UNSET, UnsetType

from domain.private import Private
from service.store.forms import CLOSED, Facts, Form, Instant, Optional, PlaceAt, Plain, Seal

_RENAMED = {"timestamp": "recorded_at"}
_OWN_FORM: dict[Any, Form] = {
    Private: CLOSED,
    datetime: Instant(),
    Mapping[str, Any]: Facts(),
    dict[str, Any]: Facts(),
}


class Record:
    """A frozen dataclass: its fields by name, in order, a trailing underscore dropped.

    A field that is missing in an old state has the default of the class.
    """

    same = False

    def __init__(self, kind: type, *, without: tuple[str, ...] = ()) -> None:
        types = get_type_hints(kind)
        kept = [f for f in fields(kind) if f.name not in without]
        self.kind = kind
        self._forms = [(f.name, _published(f.name), form_of(types[f.name])) for f in kept]
        self.stored: Any = msgspec.defstruct(
            kind.__name__,
            [_struct_field(f, form) for f, (_, _, form) in zip(kept, self._forms, strict=True)],
            rename={name: published for name, published, _ in self._forms},
            forbid_unknown_fields=True,
            kw_only=True,
        )

    def store(self, value: Any, path: str, seal: Seal) -> dict[str, Any]:
        """Lay out each field."""
        return {
            published: form.store(getattr(value, name), _joined(path, published), seal)
            for name, published, form in self._forms
        }

    def load(self, stored: Any, path: str, place_at: PlaceAt) -> Any:
        """Make the dataclass anew."""
        return self.kind(**self.values(stored, path, place_at))

    def values(self, stored: Any, path: str, place_at: PlaceAt) -> dict[str, Any]:
        """Load the fields that are there, by name."""
        values = {}
        for name, published, form in self._forms:
            value = getattr(stored, name)
            if value is UNSET:
                continue
            if not form.same:
                value = form.load(value, _joined(path, published), place_at)
            values[name] = value
        return values


class Entries:
    """A list of records; in a path each goes by the field that its class calls ``ENTRY_ID``."""

    same = False

    def __init__(self, entry: Record) -> None:
        self._entry = entry
        self._id: str = entry.kind.ENTRY_ID  # type: ignore[attr-defined]
        self.stored: Any = GenericAlias(tuple, (entry.stored, ...))

    def store(self, value: Any, path: str, seal: Seal) -> list[Any]:
        """Lay out each entry."""
        return [self._entry.store(item, self._path(path, item), seal) for item in value]

    def load(self, stored: Any, path: str, place_at: PlaceAt) -> tuple[Any, ...]:
        """Load each entry."""
        return tuple(self._entry.load(item, self._path(path, item), place_at) for item in stored)

    def _path(self, path: str, item: Any) -> str:
        return f"{path}.{getattr(item, self._id)}"


@cache
def form_of(annotation: Any) -> Form:
    """Find the form of an annotated type; raise ``TypeError`` where it cannot be read back."""
    if annotation in _OWN_FORM:
        return _OWN_FORM[annotation]
    if is_dataclass(annotation):
        return Record(annotation)  # type: ignore[arg-type]
    arguments = get_args(annotation)
    present = [argument for argument in arguments if argument is not NoneType]
    if len(present) == 1 < len(arguments):
        return Optional(form_of(present[0]))
    if get_origin(annotation) is tuple and is_dataclass(arguments[0]):
        return Entries(Record(arguments[0]))  # type: ignore[arg-type]
    return _plain(annotation)


def _plain(annotation: Any) -> Plain:
    if annotation in (Any, object, Private) or is_dataclass(annotation):
        raise TypeError(f"{annotation} does not say how it is stored.")
    for part in get_args(annotation):
        _plain(part)
    return Plain(annotation)


def _struct_field(field: Field[Any], form: Form) -> Any:
    if field.default is MISSING and field.default_factory is MISSING:
        return (field.name, form.stored)
    return (field.name, form.stored | UnsetType, UNSET)


def _published(name: str) -> str:
    return _RENAMED.get(name, name.rstrip("_"))


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
