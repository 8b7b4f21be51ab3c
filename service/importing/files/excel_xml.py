"""A workbook that Excel 2003 and many programs of offices write as one XML document."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

from service.importing.files.markup import Attributes, go_through
from service.importing.files.sheet import Grid, Merge, Sheet

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def read_excel_xml(content: bytes) -> list[Sheet]:
    """Read every worksheet; raise ``UnreadableList``."""
    reader = _Reader()
    go_through(content, reader.start, reader.end, reader.text)
    return reader.sheets


class _Reader:
    """Follows the elements; places may be told (``Index``) or follow from those before."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._name = self._kind = self._text = ""
        self._grid = Grid()
        self._row = self._column = -1
        self._across = 0
        self._in_data = self._in_visibility = self._is_hidden = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        match name:
            case "Worksheet":
                self._name, self._grid, self._row = attributes.get("Name", ""), Grid(), -1
                self._is_hidden = False
            case "Row":
                self._row, self._column, self._across = _place(attributes, self._row), -1, 0
                if attributes.get("Hidden") == "1":
                    self._grid.hidden_rows.add(self._row)
            case "Cell":
                self._start_cell(attributes)
            case "Data":
                self._kind, self._text, self._in_data = attributes.get("Type", ""), "", True
            case "Visible":
                self._text, self._in_visibility = "", True

    def _start_cell(self, attributes: Attributes) -> None:
        self._column = _place(attributes, self._column + self._across)
        self._across = _number(attributes, "MergeAcross")
        down = _number(attributes, "MergeDown")
        if self._across or down:
            last = self._row + down, self._column + self._across
            self._grid.merged.append(Merge(self._row, self._column, *last))

    def text(self, text: str) -> None:
        """Take the text between two elements."""
        if self._in_data or self._in_visibility:
            self._text += text

    def end(self, name: str) -> None:
        """Take the end of an element."""
        match name:
            case "Data":
                self._in_data = False
                if self._text:
                    self._grid.put(max(self._row, 0), max(self._column, 0), self._value())
            case "Visible":
                self._in_visibility = False
                self._is_hidden = self._text.startswith("Sheet")  # SheetHidden, SheetVeryHidden
            case "Worksheet":
                self.sheets.append(self._grid.sheet(self._name, is_hidden=self._is_hidden))

    def _value(self) -> Any:
        with suppress(ValueError):
            if self._kind == "Number":
                return float(self._text)
            if self._kind == "DateTime":
                moment = datetime.fromisoformat(self._text)
                return moment if moment.time() != datetime.min.time() else moment.date()
        return self._text


def _place(attributes: Attributes, before: int) -> int:
    return _number(attributes, "Index") - 1 if "Index" in attributes else before + 1


def _number(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "0")
    return int(text) if text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004
