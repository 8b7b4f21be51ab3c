"""A table of a web page: many programs call such a page .xls, and Excel opens it as one."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from service.importing.files.measures import MOST_CELLS, too_big
from service.importing.files.sheet import Grid, Merge, Sheet
from service.importing.wording import UnreadableList

_NAME = re.compile(r"<x:Name>([^<]*)</x:Name>", re.IGNORECASE)
_CELLS = frozenset({"td", "th"})
_BREAKS = frozenset({"br", "p", "div"})
_UNSEEN = frozenset({"script", "style", "title", "xml"})
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)

Attributes = list[tuple[str, str | None]]


def read_web_page(text: str) -> list[Sheet]:
    """Read every table; raise ``UnreadableList`` where the page has none."""
    page = _Page()
    page.feed(text)
    page.close()
    page.end_table()
    if not page.grids:
        raise UnreadableList(
            "Đây là trang web (HTML) đổi đuôi, không có bảng nào. "
            "Mở bằng Excel và lưu lại thành .xlsx.",
            "This is a web page (HTML) renamed, without a table. Save it in Excel as .xlsx.",
        )
    names = _NAME.findall(text)
    if len(names) != len(page.grids):
        names = [""] * len(page.grids)
    return [grid.sheet(name) for name, grid in zip(names, page.grids, strict=True)]


class _Page(HTMLParser):
    """Follows the tags; those that nobody closed are closed by the next ones.

    A table within a cell is part of the cell's text.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[Grid] = []
        self._depth = self._unseen = 0
        self._row = self._column = -1
        self._taken: set[tuple[int, int]] = set()
        self._cell: tuple[int, int] | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Take a tag."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.grids.append(Grid())
                self._row, self._column, self._taken = -1, -1, set()
        elif self._depth == 1 and tag == "tr":
            self._start_row(attrs)
        elif self._depth == 1 and tag in _CELLS:
            self._start_cell(dict(attrs))
        elif tag in _BREAKS:
            self._text += "\n"

    def handle_endtag(self, tag: str) -> None:
        """Take the end of a tag."""
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
            self._depth -= 1
        elif self._depth == 1 and tag in {*_CELLS, "tr"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._unseen:
            self._text += re.sub(r"\s+", " ", data)

    def end_table(self) -> None:
        """Take the end of the page, within a table or not."""
        if self._depth:
            self._end_cell()

    def _start_row(self, attrs: Attributes) -> None:
        self._end_cell()
        self._row, self._column = self._row + 1, -1
        if _NOT_SHOWN.search(dict(attrs).get("style") or ""):
            self.grids[-1].hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        self._row = max(self._row, 0)
        self._column += 1
        while (self._row, self._column) in self._taken:
            self._column += 1
        down, across = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
        self._cell, self._text = (self._row, self._column), ""
        if down > 1 or across > 1:
            self._merge(down, across)
        self._column += across - 1

    def _merge(self, down: int, across: int) -> None:
        if len(self._taken) + down * across > MOST_CELLS:
            raise too_big()
        rows, columns = (
            range(self._row, self._row + down),
            range(self._column, self._column + across),
        )
        self._taken.update((row, column) for row in rows for column in columns)
        self.grids[-1].merged.append(Merge(rows[0], columns[0], rows[-1], columns[-1]))

    def _end_cell(self) -> None:
        if self._cell:
            lines = (" ".join(line.split()) for line in self._text.split("\n"))
            if text := "\n".join(line for line in lines if line):
                self.grids[-1].put(*self._cell, text)
        self._cell, self._text = None, ""


def _span(text: str | None) -> int:
    return min(max(int(text), 1), 10_000) if text and text.isdecimal() and len(text) < 10 else 1  # noqa: PLR2004
