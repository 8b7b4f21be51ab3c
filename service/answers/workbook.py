"""A workbook for Excel and LibreOffice: real days, a header that stays, filters, widths, print.

It is made in memory: what was opened for one reader never lies on a disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any

import xlsxwriter

from service.answers.cells import Cell, Row
from service.answers.sheet import Sheet

MOST_ROWS = 30_000  # some 150 MB while it is made
WIDEST = 300  # pixels
LONGEST_TEXT = 32_767  # characters in a cell; Excel takes no more
_LONGEST_NAME = 31  # characters of a sheet's name
_DAY, _INSTANT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss"
_A4 = 9


class TooManyRows(Exception):
    """An answer has more rows than a workbook is made of."""


def workbook(sheet: Sheet) -> Iterable[bytes]:
    """Give the whole file; raise ``TooManyRows``."""
    rows = list(islice(sheet.rows, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise TooManyRows
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        said = {"title": sheet.title, "comments": sheet.about, "created": sheet.made_at}
        book.set_properties(said)
        page = book.add_worksheet(sheet.title[:_LONGEST_NAME])
        _write(book, page, sheet.headings, rows)
        _lay_out(page, sheet, len(rows))
    return (content.getvalue(),)


def _write(book: Any, page: Any, headings: Sequence[str], rows: Sequence[Row]) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats = {
        date: book.add_format({"num_format": _DAY, "align": "left"}),
        datetime: book.add_format({"num_format": _INSTANT, "align": "left"}),
    }
    for column, heading in enumerate(headings):
        page.write_string(0, column, heading, bold)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(page, number, column, cell, formats)


def _write_cell(
    page: Any, row: int, column: int, cell: Cell, formats: dict[type[date], Any]
) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, cell[:LONGEST_TEXT])
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, formats[type(cell)])
    elif cell is not None:
        page.write_number(row, column, cell)


def _lay_out(page: Any, sheet: Sheet, rows: int) -> None:
    """The header stays in sight and comes back on every printed page, one page wide."""
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, rows, len(sheet.headings) - 1)
    page.autofit(WIDEST)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_header(f"&L{_plain(sheet.title)}&R{_plain(sheet.about)}")
    page.set_footer("&C&P/&N")


def _plain(text: str) -> str:
    """An ampersand begins a code in a header."""
    return text.replace("&", "&&")
