"""How a correction's facts are written over the entry that they correct."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from domain.private import Private

T = TypeVar("T")
_READ_BY = {date: date.fromisoformat, time: time.fromisoformat, UUID: UUID}


class UnknownPath(ValueError):
    """A correction names a field that an entry does not have, or a value that cannot be there."""

    def __init__(self, path: str, why: str) -> None:
        """``path`` is the dotted path as it was given, ``why`` what would be right."""
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


_TYPES: dict[type[Any], Mapping[str, Any]] = {}


def types_of(kind: type[Any]) -> Mapping[str, Any]:
    """Look up the annotated type of each field of a dataclass."""
    if kind not in _TYPES:
        hints = get_type_hints(kind)
        _TYPES[kind] = {field.name: hints[field.name] for field in fields(kind)}
    return _TYPES[kind]


def field_named(kind: type, name: str) -> str:
    """Find the field that a published name stands for: ``from`` is the field ``from_``."""
    for candidate in (name, f"{name}_"):
        if candidate in types_of(kind):
            return candidate
    raise UnknownPath(name, f"{kind.__name__} has no such field")


def amended(entry: T, facts: Mapping[str, Any]) -> T:
    """Give the entry with the right facts in their places; raise ``UnknownPath``."""
    for path, value in facts.items():
        entry = _written(entry, path.split("."), value, path)
    return entry


def _written(record: Any, names: list[str], value: Any, path: str) -> Any:
    name = field_named(type(record), names[0])
    if len(names) == 1:
        return replace(record, **{name: typed(types_of(type(record))[name], value, path)})
    inner = getattr(record, name)
    if isinstance(inner, tuple):
        return replace(record, **{name: _within(inner, names[1], names[2:], value, path)})
    if is_dataclass(inner):
        return replace(record, **{name: _written(inner, names[1:], value, path)})
    raise UnknownPath(path, f"{name} has nothing inside it that could be corrected")


def _within(entries: tuple[Any, ...], key: str, names: list[str], value: Any, path: str) -> Any:
    named = _entry_of(entries, key, path)
    if not names:
        raise UnknownPath(path, f"a fact of {key} is needed")
    right = _written(named, names, value, path)
    return tuple(right if entry is named else entry for entry in entries)


def typed(annotation: Any, value: Any, path: str) -> Any:
    """Read a stored value as the field's type; raise ``UnknownPath`` where it cannot be one."""
    if get_origin(annotation) in (Union, UnionType):
        options = get_args(annotation)
        if value is None and NoneType in options:
            return None
        return typed(next(o for o in options if o is not NoneType), value, path)
    if get_origin(annotation) is tuple:
        return tuple(typed(get_args(annotation)[0], item, path) for item in _list(value, path))
    if get_origin(annotation) is dict and isinstance(value, Mapping):
        return {name: typed(get_args(annotation)[1], item, path) for name, item in value.items()}
    if is_dataclass(annotation) and isinstance(value, Mapping):
        return _record(annotation, value, path)
    return value if annotation is Any else _scalar(annotation, value, path)


def _list(value: Any, path: str) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value)
    raise UnknownPath(path, "a list is needed")


def _record(kind: Any, value: Mapping[str, Any], path: str) -> Any:
    names = {field_named(kind, name): item for name, item in value.items()}
    values = {name: typed(types_of(kind)[name], item, path) for name, item in names.items()}
    try:
        return kind(**values)
    except TypeError:
        raise UnknownPath(path, f"{kind.__name__} is needed whole") from None


def _scalar(kind: Any, value: Any, path: str) -> Any:
    if isinstance(kind, type) and isinstance(value, kind):
        if not (kind is int and isinstance(value, bool)):
            return value
    elif isinstance(value, str) and kind in _READ_BY:
        return _parsed(_READ_BY[kind], value, path)
    elif isinstance(value, str) and isinstance(kind, type) and issubclass(kind, Enum):
        return _parsed(kind, value, path)
    elif kind is Private:
        raise UnknownPath(path, "a private value is needed")
    raise UnknownPath(path, f"{getattr(kind, '__name__', kind)} is needed")


def _parsed(kind: Any, value: str, path: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        raise UnknownPath(path, f"{value!r} cannot stand here") from None


def looked_up(record: Any, path: str) -> tuple[Any, Any]:
    """Give annotation and present value at a path; raise ``UnknownPath`` if there is none."""
    names = path.split(".")
    annotation: Any = type(record)
    value: Any = record
    while names:
        if isinstance(value, tuple):
            value = _entry_of(value, names.pop(0), path)
            continue
        if not is_dataclass(value):
            raise UnknownPath(path, "there is nothing inside it that could be corrected")
        name = field_named(type(value), names.pop(0))
        annotation, value = types_of(type(value))[name], getattr(value, name)
    return annotation, value


def _entry_of(entries: tuple[Any, ...], key: str, path: str) -> Any:
    for entry in entries:
        if hasattr(entry, "ENTRY_ID") and str(getattr(entry, entry.ENTRY_ID)) == key:
            return entry
    raise UnknownPath(path, f"the list has no entry {key}")
