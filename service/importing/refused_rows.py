"""The rows that were refused, as a workbook of the same columns and the reason: mend and import."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from service.importing.report import ImportReport, RowReport
from service.importing.table import Section

REASON = "Lý do"
_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_WIDTH, _WIDE = 18, 80


def refused_beside(file: Path) -> Path:
    """Name a file beside the list that does not stand yet: nothing is written over."""
    stem = f"{file.stem}-chua-nhap"
    names = (f"{stem}{number}.xlsx" for number in _numbers())
    return next(path for name in names if not (path := file.with_name(name)).exists())


def _numbers() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"-{number}"
        number += 1


def write_refused(report: ImportReport, file: Path) -> None:
    """Write the refused rows, a sheet for each of the list; raise ``OSError``."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, _SAFE) as workbook:
        taken: set[str] = set()
        for name, rows in groupby(report.refused, key=lambda row: row.sheet):
            _SheetWriter(workbook, _sheet_name(name, taken)).write(list(rows))
    file.write_bytes(content.getvalue())


class _SheetWriter:
    """Writes the rows of one sheet; what stood above them is repeated where it says their cell."""

    def __init__(self, workbook: Any, name: str) -> None:
        self._sheet: Worksheet = workbook.add_worksheet(name)
        self._bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        self._wrong = workbook.add_format({"bg_color": "#FFF2CC"})
        self._wrong_day = workbook.add_format({"num_format": "dd/mm/yyyy", "bg_color": "#FFF2CC"})
        self._wrapped = workbook.add_format({"text_wrap": True})
        self._at = 0

    def write(self, rows: list[RowReport]) -> None:
        """Write the rows with their header and the headings above them."""
        header, section = None, None
        for text in rows[0].line.title:
            self._sheet.write_string(self._at, 0, text, self._bold)
            self._at += 1
        for row in rows:
            if row.line.header is not header:
                header = row.line.header
                self._write_header([column.text for column in header.columns])
            if row.line.section and row.line.section != section:
                section = row.line.section
                self._write_section(section)
            self._write_row(row, len(header.columns))
        self._sheet.set_column(0, len(rows[0].line.header.columns) - 1, _WIDTH)
        self._sheet.set_column(len(rows[0].line.header.columns), 100, _WIDE)

    def _write_header(self, headings: list[str]) -> None:
        for column, text in enumerate([*headings, REASON]):
            self._sheet.write_string(self._at, column, text, self._bold)
        self._at += 1

    def _write_section(self, section: Section) -> None:
        self._sheet.write_string(self._at, 0, section.text, self._bold)
        self._at += 1

    def _write_row(self, row: RowReport, width: int) -> None:
        wrong = {fault.column for fault in row.faults}
        for column, cell in enumerate(row.line.cells[:width]):
            self._write_cell(column, cell, is_wrong=column in wrong)
        self._sheet.write_string(self._at, width, f"Hàng {row.number}. {row.reason}", self._wrapped)
        self._at += 1

    def _write_cell(self, column: int, cell: Any, *, is_wrong: bool) -> None:
        plain, day = (self._wrong, self._wrong_day) if is_wrong else (None, self._day)
        if isinstance(cell, datetime | date):
            self._sheet.write_datetime(self._at, column, cell, day)
        elif isinstance(cell, bool):
            self._sheet.write_boolean(self._at, column, cell, plain)
        elif isinstance(cell, int | float):
            self._sheet.write_number(self._at, column, cell, plain)
        elif isinstance(cell, time | timedelta) or cell != "" or is_wrong:
            self._sheet.write_string(self._at, column, str(cell), plain)


def _sheet_name(name: str, taken: set[str]) -> str:
    """Give a name that Excel takes and no other sheet has."""
    whole = _NOT_IN_A_NAME.sub(" ", name).strip()[:_LONGEST_NAME] or "Danh sách"
    number = 1
    given = whole
    while given.casefold() in taken:
        number += 1
        given = f"{whole[: _LONGEST_NAME - 4]} {number}"
    taken.add(given.casefold())
    return given
