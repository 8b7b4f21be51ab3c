"""CSV (RFC 4180) in UTF-8, with the byte order mark without which Excel takes it for ANSI.

A spreadsheet runs what begins like a formula. Such a text gets an apostrophe in front, as OWASP
advises; numbers and days, which nobody typed, stay as they are.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import StringIO

from service.answers.cells import Cell
from service.answers.sheet import Sheet

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def comma_separated(sheet: Sheet) -> Iterator[bytes]:
    """Give the headings, and then line after line: only one is held in memory."""
    yield codecs.BOM_UTF8 + _line(sheet.headings)
    for row in sheet.rows:
        yield _line(row)


def _line(cells: Sequence[Cell]) -> bytes:
    written = StringIO()
    csv.writer(written).writerow([_value(cell) for cell in cells])
    return written.getvalue().encode()


def _value(cell: Cell) -> object:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else cell
