"""An item of an answer as a row of cells: codes in words, days as days, nothing nested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from domain.decisions import VIETNAM
from service.answers.order import name_key
from service.answers.table import Column, Label, Table
from service.commands.glossary import GLOSSARY

Cell = str | int | date | datetime | None
Row = tuple[Cell, ...]

_YES, _NO = Label("có", "yes"), Label("không", "no")


def row_of(table: Table, item: Mapping[str, Any], language: str) -> Row:
    """Give the cells of an item; instants are given in Vietnam's time, without a zone."""
    return tuple(_cell(column, item, language) for column in table.columns)


def rows_of(table: Table, items: Iterable[Mapping[str, Any]], language: str) -> Iterator[Row]:
    """Give the rows of a table, in the order of names where it has one: the nameless come last."""
    if table.by_name is None:
        return (row_of(table, item, language) for item in items)
    names = table.by_name.split(".")
    keyed = ((_key(found(item, names)), row_of(table, item, language)) for item in items)
    return (row for _, row in sorted(keyed, key=itemgetter(0)))


def found(item: Any, names: Sequence[str]) -> Any:
    """Look a value up; ``None`` where it, or what it would stand in, is not there.

    In a list it is looked up in every entry.
    """
    for place, name in enumerate(names):
        if isinstance(item, list | tuple):
            return [found(one, names[place:]) for one in item]
        if not isinstance(item, Mapping):
            return None
        item = item.get(name)
    return item


def _key(name: str | None) -> tuple[bool, Any]:
    return name is None, name_key(name or "")


def _cell(column: Column, item: Mapping[str, Any], language: str) -> Cell:
    value = found(item, column.names(language))
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if column.is_day and isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(value, datetime):
        return value.astimezone(VIETNAM).replace(tzinfo=None, microsecond=0)
    if value is None or isinstance(value, date) or type(value) is int:
        return value
    return _text(value, column.codes or {}, language)


def _text(value: Any, codes: Mapping[str, Label], language: str) -> str:
    if isinstance(value, bool):
        return (_YES if value else _NO).said_in(language)
    if isinstance(value, Mapping):
        parts = (
            f"{_named(name, codes, language)}: {_nested(inner, codes, language)}"
            for name, inner in value.items()
            if inner is not None
        )
        return "; ".join(parts)
    if isinstance(value, list | tuple | frozenset):
        return "; ".join(_nested(inner, codes, language) for inner in value)
    code = str(value)
    return codes[code].said_in(language) if code in codes else code


def _nested(value: Any, codes: Mapping[str, Label], language: str) -> str:
    text = _text(value, codes, language)
    return f"({text})" if isinstance(value, Mapping | list | tuple) else text


def _named(name: str, codes: Mapping[str, Label], language: str) -> str:
    if name in codes:
        return codes[name].said_in(language)
    return GLOSSARY[name].vi if language == "vi" and name in GLOSSARY else name
