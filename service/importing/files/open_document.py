"""A sheet of LibreOffice or OpenOffice (.ods)."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from typing import Any

from service.importing.files.markup import Attributes, go_through
from service.importing.files.measures import MOST_CELLS
from service.importing.files.package import Package
from service.importing.files.sheet import Grid, Merge, Sheet
from service.importing.wording import UnreadableList

_NUMBERS = frozenset({"float", "percentage", "currency"})
_HIDDEN = frozenset({"collapse", "filter"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_BLANKS = {"tab": "\t", "line-break": "\n"}


def read_open_document(package: Package) -> list[Sheet]:
    """Read every sheet; raise ``UnreadableList``."""
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise UnreadableList(
            "Tệp có mật khẩu. Mở ra, lưu lại không mật khẩu rồi nhập.",
            "The file has a password. Open it and save it anew without one.",
        )
    reader = _Reader()
    go_through(package.part("content.xml"), reader.start, reader.end, reader.text)
    return reader.sheets


class _Reader:
    """Follows the elements of a document; what is repeated is laid out only where it says much."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._table: Attributes | None = None
        self._grid = Grid()
        self._row = self._column = 0
        self._row_of: Attributes = {}
        self._cells: list[tuple[int, Any]] = []
        self._cell: Attributes | None = None
        self._paragraphs: list[str] = []
        self._aside = 0  # how deep within a comment, which is no content

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if self._aside or name == "annotation":
            self._aside += 1
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "table":
            self._table, self._grid, self._row = attributes, Grid(), 0
        elif name == "table-row":
            self._row_of, self._cells, self._column = attributes, [], 0
        elif name in _CELLS:
            self._cell, self._paragraphs = attributes, []
        elif self._cell is not None:
            self._start_text(name, attributes)

    def _start_text(self, name: str, attributes: Attributes) -> None:
        if name == "p":
            self._paragraphs.append("")
        elif name == "s":
            self.text(" " * min(_count(attributes, "c"), 100))
        elif name in _BLANKS:
            self.text(_BLANKS[name])

    def text(self, text: str) -> None:
        """Take the text between two elements."""
        if self._cell is not None and self._paragraphs and not self._aside:
            self._paragraphs[-1] += text

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._aside:
            self._aside -= 1
        elif name in _CELLS and self._cell is not None:
            self._end_cell(self._cell)
        elif name == "table-row":
            self._end_row()
        elif name == "table" and self._table is not None:
            is_hidden = self._table.get("style-name") in self._hidden_styles
            name_of = self._table.get("name", "")
            self.sheets.append(self._grid.sheet(name_of, is_hidden=is_hidden))
            self._table = None

    def _end_cell(self, attributes: Attributes) -> None:
        value, times = self._value(attributes), _count(attributes, "number-columns-repeated")
        down, across = (_count(attributes, f"number-{n}-spanned") for n in ("rows", "columns"))
        if down > 1 or across > 1:
            last = self._row + down - 1, self._column + across - 1
            self._grid.merged.append(Merge(self._row, self._column, *last))
        if value != "":
            places = range(self._column, self._column + min(times, MOST_CELLS + 1))
            self._cells += [(column, value) for column in places]
        self._column += times
        self._cell = None

    def _end_row(self) -> None:
        times = _count(self._row_of, "number-rows-repeated")
        is_hidden = self._row_of.get("visibility") in _HIDDEN
        if self._cells:
            for row in range(self._row, self._row + times):
                for column, value in self._cells:
                    self._grid.put(row, column, value)
                if is_hidden:
                    self._grid.hidden_rows.add(row)
        self._row += times

    def _value(self, attributes: Attributes) -> Any:
        kind, shown = attributes.get("value-type"), "\n".join(self._paragraphs)
        with suppress(KeyError, ValueError):
            if kind in _NUMBERS:
                return float(attributes["value"])
            if kind == "boolean":
                return attributes["boolean-value"] == "true"
            if kind == "date":
                return _day(attributes["date-value"])
        return shown or attributes.get("string-value", "")


def _day(text: str) -> date | datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.time() != datetime.min.time() else moment.date()


def _count(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 10 else 1  # noqa: PLR2004
