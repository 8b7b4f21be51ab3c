"""Bodies by chance: any JSON at all, and bodies that a command takes, about what is on record."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from enum import Enum
from json import dumps
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from hypothesis import strategies as st

from service.schema import published, schema_of
from tests.service.town import (
    AGREEMENT,
    EVALUATION,
    GROUP,
    LINK,
    MEETING,
    MEMBER,
    OFFICE_CELL,
    OTHER_WARD,
    OTHER_WORKPLACE,
    QUARTER,
    WARD,
    WORKPLACE,
    person,
)

_KNOWN = [
    *(AGREEMENT, EVALUATION, GROUP, LINK, MEETING, MEMBER, OFFICE_CELL, OTHER_WARD),
    *(OTHER_WORKPLACE, QUARTER, WARD, WORKPLACE, person("secretary"), person("quarter member")),
]
_ENTRIES = st.builds("{}/{}".format, st.sampled_from(_KNOWN), st.integers(0, 9))
_PATHS = st.sampled_from(
    [
        *("occurred_on", "transcribed.arrived_on", "number", "from", "until", "sealed", "signer"),
        *("full_name", "levels", "items", "printed.identity", "period", "on", "answer_by", "name"),
        *(f"attendance.{LINK}.status", "attendance", "moved_on", "time", "remarks", "x", "."),
    ]
)
_WORDS = st.sampled_from(["A", "213-2020", "ROTATED", "2026-H1", "2026-H2", "ATTENDANCE", "Nữ"])
_TEXT = _WORDS | st.text(min_size=1, max_size=30) | _ENTRIES
_DAYS = st.dates(date(2026, 1, 1), date(2027, 1, 15)) | st.sampled_from(
    [date(1900, 1, 1), date(2199, 12, 31), date(2024, 2, 29)]
)
# What stands under these names is more often than not what the command is about.
_MEANT: dict[str, st.SearchStrategy[Any]] = {
    "link": st.just(str(LINK)),
    "member": st.just(str(MEMBER)),
    "meeting": st.just(str(MEETING)),
    "evaluation": st.just(str(EVALUATION)),
    "committee": st.just(str(WORKPLACE)),
    "cell": st.sampled_from([str(QUARTER), str(OFFICE_CELL)]),
    "body": st.just(str(WARD)),
    "rests_on": st.just(str(AGREEMENT)),
    "event": st.builds(
        "{}/{}".format, st.sampled_from([LINK, MEMBER, MEETING, EVALUATION]), st.integers(1, 9)
    ),
    "form": st.just("A"),
    "adopts": st.just("213-2020"),
    "year": st.just(2026),
}

FINITE = st.floats(allow_nan=False, allow_infinity=False)  # JSON has no other numbers
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | FINITE | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
_VALUES = ANY_JSON | _TEXT | _DAYS.map(str) | st.sampled_from(_KNOWN).map(str)

PARAMETER = st.one_of(
    *(_DAYS.map(str), st.integers(-1, 60).map(str), st.sampled_from(_KNOWN).map(str)),
    *(st.text(max_size=20), st.sampled_from(["2026", "G01,G09", "PLACED", "letter.issued"])),
    st.lists(_DAYS.map(str) | st.integers() | st.text(max_size=5), max_size=3).map(
        lambda values: urlsafe_b64encode(dumps(values).encode()).decode()
    ),
)


def taken_by(kind: type) -> st.SearchStrategy[dict[str, Any]]:
    """Bodies of the right form: ids that there are, days of the year, texts, codes."""
    hints = get_type_hints(kind)
    known = schema_of(kind)().fields
    stated = {f: _named(published(f.name), hints[f.name]) for f in fields(kind) if f.name in known}
    return st.fixed_dictionaries(
        {published(f.name): value for f, value in stated.items() if _is_required(f)},
        optional={published(f.name): value for f, value in stated.items() if not _is_required(f)},
    )


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _named(name: str, annotation: Any) -> st.SearchStrategy[Any]:
    meant, any_at_all = _MEANT.get(name), _taken(annotation)
    fits = annotation in (UUID, UUID | None, str, int)
    return st.one_of(meant, meant, meant, any_at_all) if meant is not None and fits else any_at_all


def _taken(annotation: Any) -> st.SearchStrategy[Any]:
    arguments = [part for part in get_args(annotation) if part is not NoneType]
    if get_origin(annotation) in (Union, UnionType):
        return st.none() | _taken(arguments[0])
    if get_origin(annotation) is tuple:
        return st.lists(_taken(arguments[0]), max_size=3)
    if get_origin(annotation) is dict:
        names = st.sampled_from(["example", "contact", "letter.new_days"]) | _PATHS
        return st.dictionaries(names, st.integers(0, 4) if arguments[1] is int else _VALUES)
    if is_dataclass(annotation):
        return taken_by(annotation)  # type: ignore[arg-type]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from([choice.value for choice in annotation])
    return _SINGLE[annotation]


_SINGLE: dict[Any, st.SearchStrategy[Any]] = {
    UUID: st.sampled_from(_KNOWN).map(str) | st.uuids().map(str),
    date: _DAYS.map(str),
    time: st.times().map(lambda moment: f"{moment:%H:%M}"),
    str: _TEXT,
    int: st.integers(0, 3) | st.just(2026),
    bool: st.booleans(),
}
