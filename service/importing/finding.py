"""Finding a header: one row of headings, or two or three of them one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

from service.importing.files.sheet import Merge, Sheet
from service.importing.header import Column, Header
from service.importing.headings import LEFT_ASIDE, Heading, heading_below, words_below
from service.importing.name_columns import more_of_the_name

LEAST_KNOWN = 3
_DEEPEST = 3
_SEARCHED = 200
_GIVES_WAY_TO = {
    "family_name": "full_name",
    "given_name": "full_name",
    "birth_day": "birth_date",
    "birth_month": "birth_date",
    "birth_year": "birth_date",
    "membership": "admitted_on",
    "letter": "letter_number",
}


def find_header(sheet: Sheet) -> Header | None:
    """Find the first header of a sheet: three known headings at least."""
    rows = range(min(len(sheet.rows), _SEARCHED))
    return next(filter(None, (header_at(sheet, row) for row in rows)), None)


def best_guess(sheet: Sheet) -> Header | None:
    """Find what comes closest to a header: the most headings known, or else the most texts."""
    rows = range(min(len(sheet.rows), _SEARCHED))
    guesses = [_header(sheet, row, 1) for row in rows]
    return max(guesses, key=lambda g: (g.known, sum(bool(c.text) for c in g.columns)), default=None)


def header_at(sheet: Sheet, first: int) -> Header | None:
    """Read a header that begins on a row, if one does: as many rows as make the most known."""
    header = max(_headers(sheet, first), key=lambda header: header.known)
    if header.known < LEAST_KNOWN:
        return None
    if header.last > first and _header(sheet, first + 1, header.last - first).known >= header.known:
        return None  # it begins on the next row: this one adds nothing
    return header


def _headers(sheet: Sheet, first: int) -> Iterator[Header]:
    yield _header(sheet, first, 1)
    for depth in range(2, _DEEPEST + 1):
        if first + depth > len(sheet.rows) or _has_values(sheet.rows[first + depth - 1]):
            return
        yield _header(sheet, first, depth)


def _has_values(row: list[Any]) -> bool:
    """Tell whether a row has what no heading is: days, and numbers other than of the columns."""
    numbers = [cell for cell in row if type(cell) in (int, float)]
    return any(isinstance(cell, date | time) for cell in row) or numbers != sorted(set(numbers))


def _header(sheet: Sheet, first: int, depth: int) -> Header:
    width = max((len(sheet.rows[row]) for row in range(first, first + depth)), default=0)
    paths = [list(_path(sheet, first, depth, column)) for column in range(width)]
    found = [heading_below(path[:-1], path[-1]) for path in paths]
    read = _read_ones(found)
    columns = tuple(
        Column(place, _shown(path), found_one.field if found_one and place in read else None)
        for place, (path, found_one) in enumerate(zip(paths, found, strict=True))
    )
    header = Header(first, first + depth - 1, columns)
    return replace(header, more_of_the_name=tuple(more_of_the_name(sheet, header)))


def _path(sheet: Sheet, first: int, depth: int, column: int) -> Iterator[str]:
    """Give the texts that stand above a column, one for each row of the header."""
    last = first + depth - 1
    for row in range(first, last):
        yield _above(sheet, row, column)
    yield _text(sheet.cell(last, column))


def _above(sheet: Sheet, row: int, column: int) -> str:
    """Give the upper heading that reaches over a column: merged over it, or blank beside it."""
    if text := _text(sheet.cell(row, column)):
        return text
    for merge in sheet.merged:
        if _covers(merge, row, column):
            return _text(sheet.cell(merge.top, merge.left)) if merge.top == row else ""
    left = (_text(sheet.cell(row, place)) for place in range(column - 1, -1, -1))
    return next(filter(None, left), "") if _text(sheet.cell(row + 1, column)) else ""


def _covers(merge: Merge, row: int, column: int) -> bool:
    return merge.top <= row <= merge.bottom and merge.left <= column <= merge.right


def _read_ones(found: list[Heading | None]) -> set[int]:
    """Choose for each field the column whose heading says it best, the first of two alike."""
    best: dict[str, tuple[int, int]] = {}
    for place, heading in enumerate(found):
        if heading:
            best[heading.field] = min(best.get(heading.field, (99, 0)), (heading.rank, place))
    read = {field for field in best if _GIVES_WAY_TO.get(field) not in best} - {LEFT_ASIDE}
    return {best[field][1] for field in read}


def _shown(path: list[str]) -> str:
    parts = [" ".join(text.split()) for text in path if text]
    kept = [part for place, part in enumerate(parts) if place == 0 or words_below(part)]
    return ": ".join(dict.fromkeys(kept))


def _text(cell: Any) -> str:
    return cell if isinstance(cell, str) else ""
