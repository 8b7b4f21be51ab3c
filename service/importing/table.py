"""The rows below a header: members, the cells that head them, and what is neither."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from service.importing.files.sheet import Sheet
from service.importing.finding import LEAST_KNOWN, find_header, header_at
from service.importing.header import Header
from service.importing.headings import heading_of
from service.importing.row_kinds import (
    alone,
    begins_as_a_cell,
    counts_up,
    names_a_group,
    numbers_columns,
    tells_of_a_member,
    texts_of,
)
from service.importing.values import is_ditto
from service.importing.vietnamese import composed


class Section(NamedTuple):
    """A row that stands above others and names their cell; ``row`` is as Excel shows it."""

    text: str
    row: int


class PassedOver(NamedTuple):
    """A row that tells of no member, with what stands on it."""

    row: int
    text: str


@dataclass(frozen=True)
class Line:
    """A row that tells of a member; ``number`` is as Excel shows it, ``title`` the list's."""

    number: int
    cells: list[Any]
    header: Header
    section: Section | None
    is_hidden: bool
    title: tuple[str, ...] = ()

    def cell(self, name: str) -> Any:
        """Give the cell of a field, ``""`` where there is no such column."""
        column = self.header.places.get(name)
        return self.at(column.place) if column else ""

    def at(self, place: int) -> Any:
        """Give a cell by its column."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass
class Table:
    """What a sheet holds below its header."""

    sheet: Sheet
    header: Header
    lines: list[Line] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)

    @property
    def title(self) -> list[str]:
        """The texts above the header."""
        rows = self.sheet.rows[: self.header.first]
        return [composed(cell) for row in rows for cell in row if isinstance(cell, str) and cell]


def read_table(sheet: Sheet, names_a_cell: Callable[[str], bool]) -> Table | None:
    """Read the rows of a sheet; ``None`` where it has no header.

    ``names_a_cell`` tells whether a text names a cell that is on record.
    """
    header = find_header(sheet)
    if header is None:
        return None
    table = Table(sheet, header)
    _Walk(table, names_a_cell).go()
    return table


class _Walk:
    """Goes down a sheet and keeps what holds until something else is said."""

    def __init__(self, table: Table, names_a_cell: Callable[[str], bool]) -> None:
        self._table = table
        self._names_a_cell = names_a_cell
        self._header = table.header
        self._section: Section | None = None
        self._above: list[Any] = []
        self._filled = _filled_downwards(table.sheet)

    def go(self) -> None:
        sheet = self._table.sheet
        place = self._header.last + 1
        while place < len(sheet.rows):
            if again := self._header_on(place):
                self._header, place = again, again.last + 1
                continue
            self._take(place, self._filled[place])
            place += 1

    def _header_on(self, place: int) -> Header | None:
        """Find a header that begins on a row: the same once more, or that of another table."""
        sheet, header = self._table.sheet, self._header
        if header.same_headings(sheet, place):
            moved = place - header.first
            return Header(place, header.last + moved, header.columns, header.more_of_the_name)
        texts = [cell for cell in sheet.rows[place] if isinstance(cell, str)]
        if sum(heading_of(text) is not None for text in texts) < LEAST_KNOWN:
            return None
        found = header_at(sheet, place)
        return found if found and not found.missing else None

    def _take(self, place: int, cells: list[Any]) -> None:
        texts = texts_of(cells)
        if not texts or numbers_columns(cells):
            return
        text = alone(cells)
        if counts_up(texts):
            self._pass_over(place, texts)
        elif text and (begins_as_a_cell(text) or self._names_a_cell(text)):
            self._section = Section(text, place + 1)
        elif tells_of_a_member(self._told(cells)):
            self._take_member(place, cells)
        else:
            self._pass_over(place, texts)
            if text and not names_a_group(text):
                self._section = Section(text, place + 1)

    def _take_member(self, place: int, cells: list[Any]) -> None:
        filled = [
            self._above[column] if is_ditto(cell) and column < len(self._above) else cell
            for column, cell in enumerate(cells)
        ]
        is_hidden = place in self._table.sheet.hidden_rows
        title = tuple(self._table.title)
        line = Line(place + 1, filled, self._header, self._section, is_hidden, title)
        self._table.lines.append(line)
        self._above = filled

    def _told(self, cells: list[Any]) -> dict[str, Any]:
        line = Line(0, cells, self._header, None, is_hidden=False)
        return {field: line.cell(field) for field in self._header.places}

    def _pass_over(self, place: int, texts: list[str]) -> None:
        self._table.passed_over.append(PassedOver(place + 1, " | ".join(dict.fromkeys(texts))))


def _filled_downwards(sheet: Sheet) -> list[list[Any]]:
    """Give the rows with what is merged over several of them on each."""
    rows = [list(row) for row in sheet.rows]
    for merge in sheet.merged:
        if merge.left != merge.right or merge.top == merge.bottom:
            continue
        for place in range(merge.top + 1, min(merge.bottom + 1, len(rows))):
            cells = rows[place]
            cells += [""] * (merge.left + 1 - len(cells))
            cells[merge.left] = sheet.cell(merge.top, merge.left)
    return rows
