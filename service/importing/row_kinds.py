"""What kind of row a row is: one of a member, of a total, of headings, or a heading by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from service.importing.days import is_like_a_day
from service.importing.values import is_blank
from service.importing.vietnamese import composed, folded

_DATED = frozenset(
    {
        "birth_date",
        "birth_man",
        "birth_woman",
        "birth_year",
        "admitted_on",
        "official_on",
        "membership",
    }
)
_NAMED = frozenset({"full_name", "family_name", "given_name"})
_MUCH = 4
_FEWEST_NUMBERS = 3
_NUMBERED = re.compile(r"^\(?([IVXLC]+|[A-ZĐ]|\d{1,3})\s*[.)/:–-]\s*|^[-–+*•]\s*")
_UNIT = "(đảng viên|đồng chí|đ/c|đ.c|đc|đv|người)"
_COUNTED = re.compile(rf"\s*([(:–-]\s*\d+\s*{_UNIT}?|\d+\s*{_UNIT})\s*\)?$", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+|[A-ZĐ]|\(?\d+[.)]?")
_TOTALS = [folded(text) for text in ("Tổng cộng", "Tổng số", "Tổng", "Cộng", "Ấn định danh sách")]
_GROUPS = [
    folded(text)
    for text in (
        "Đảng viên",
        "Đảng viên chính thức",
        "Đảng viên dự bị",
        "Chính thức",
        "Dự bị",
        "Nam",
        "Nữ",
        "Cấp ủy",
        "Chi ủy",
        "Đảng ủy viên",
        "Ban Chấp hành",
        "Ban Thường vụ",
    )
]
_CELLS = tuple(f"{folded(text)} " for text in ("Chi bộ", "CB", "Đảng bộ bộ phận"))


def tells_of_a_member(cells: Mapping[str, Any]) -> bool:
    """Tell whether the cells of the fields are meant to tell of a member, whole or not.

    A signature below the list has a name and no days; a total has days that are numbers.
    """
    told = {field for field, cell in cells.items() if not is_blank(cell)}
    days = sum(is_like_a_day(cells[field]) for field in told & _DATED)
    if not told & _NAMED:
        return days > 1 and len(told) >= _MUCH
    return days > 0 or _is_number(cells.get("ordinal", "")) or len(told) >= _MUCH


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) or str(cell).strip(" .)").isdecimal()


def alone(cells: list[Any]) -> str | None:
    """Give the one text of a row, without its number and its count."""
    if any(isinstance(cell, date) for cell in cells):
        return None
    texts = texts_of([cell for cell in cells if isinstance(cell, str)])
    different = {text for text in texts if not _ROMAN.fullmatch(text)}
    if len(different) != 1:
        return None
    [text] = different
    return _COUNTED.sub("", _NUMBERED.sub("", text)) or text


def begins_as_a_cell(text: str) -> bool:
    """Tell whether a text says that it names a cell, whether there is one or not."""
    return folded(text).startswith(_CELLS)


def names_a_group(text: str) -> bool:
    """Tell whether a heading by itself gathers members of a kind, and not of a cell."""
    return folded(text) in _GROUPS


def counts_up(texts: list[str]) -> bool:
    """Tell whether a row counts members up: *Tổng cộng: 248 đồng chí*."""
    words = folded(_NUMBERED.sub("", texts[0]))
    return words.startswith(tuple(f"{total} " for total in _TOTALS)) or words in _TOTALS


def texts_of(cells: list[Any]) -> list[str]:
    """Give what the cells of a row show, without the empty ones."""
    shown = (composed(_shown(cell)) for cell in cells)
    return [text for text in shown if text]


def _shown(cell: Any) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def numbers_columns(cells: list[Any]) -> bool:
    """Tell whether a row does nothing but number the columns: 1, 2, 3 or (1), (2), (3)."""
    texts = [text.strip("()[] .") for text in texts_of(cells)]
    numbers = [int(text) for text in texts if text.isdecimal()]
    letters = [text for text in texts if not text.isdecimal()]
    return (
        len(numbers) >= _FEWEST_NUMBERS
        and all(following == one + 1 for one, following in pairwise(numbers))
        and all(len(letter) == 1 for letter in letters)
    )
