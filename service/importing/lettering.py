"""A sheet whose texts are stored as other letters, with the letters that they are meant for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from service.importing.charsets import Charset, charset_of, is_unicode, is_vietnamese
from service.importing.files.sheet import Damaged, Sheet
from service.importing.wording import Said

Read = Callable[[Any], Any]


def in_unicode(sheet: Sheet) -> tuple[Sheet, Charset | None]:
    """Read the texts of a sheet as they are meant; say too how, where not as they are stored.

    Where some texts are in Unicode and others are not, each column is looked at by itself, and
    what may be either there is marked as damaged.
    """
    charset = charset_of(sheet.texts)
    if charset is None:
        return sheet, None
    if not any(map(is_unicode, sheet.texts)):
        return _read(sheet, lambda _: _in(charset)), charset
    doubtful = {column: _in_column(charset, cells) for column, cells in _columns(sheet)}
    return _read(sheet, lambda column: doubtful.get(column, _as_it_is)), charset


def _read(sheet: Sheet, way: Callable[[int], Read]) -> Sheet:
    rows = [[way(column)(cell) for column, cell in enumerate(row)] for row in sheet.rows]
    return replace(sheet, rows=rows)


def _columns(sheet: Sheet) -> Iterable[tuple[int, list[str]]]:
    width = max(map(len, sheet.rows), default=0)
    for column in range(width):
        cells = (sheet.cell(row, column) for row in range(len(sheet.rows)))
        yield column, [cell for cell in cells if isinstance(cell, str)]


def _in_column(charset: Charset, cells: list[str]) -> Read:
    """Say how the cells of one column are read that has texts of both kinds, or of one."""
    if not any(map(charset.fits, cells)):
        return _as_it_is
    if sum(map(is_unicode, cells)) <= 1:  # its heading may be of another hand
        return _in(charset)
    return lambda cell: _one_by_one(charset, cell)


def _one_by_one(charset: Charset, cell: Any) -> Any:
    if not _is_open(cell) or is_unicode(cell):
        return cell
    if charset.fits(cell):
        return charset.read(cell)
    read = charset.read(cell)
    if read == cell or not is_vietnamese(read):
        return cell
    return Damaged(
        cell,
        Said(
            f"“{cell}” không rõ theo Unicode hay bảng mã {charset.name} (khi ấy là “{read}”). "
            "Chuyển cả cột sang Unicode.",
            f"“{cell}” may be Unicode or {charset.name} (then it is “{read}”). "
            "Convert the column to Unicode.",
        ),
    )


def _in(charset: Charset) -> Read:
    return lambda cell: charset.read(cell) if _is_open(cell) and not is_unicode(cell) else cell


def _as_it_is(cell: Any) -> Any:
    return cell


def _is_open(cell: Any) -> bool:
    return type(cell) is str and not cell.isascii()
