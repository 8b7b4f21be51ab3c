"""A sheet as every reader gives it, whatever kind of file it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from service.importing.files.measures import MOST_CELLS, too_big
from service.importing.wording import Said

_ERROR = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
_IN_ERROR = Said(
    "ô đang báo lỗi công thức. Sửa công thức, hoặc gõ thẳng giá trị vào ô.",
    "the cell shows a formula error. Mend the formula, or type the value itself.",
)
_NOT_CALCULATED = Said(
    "ô có công thức chưa tính ra kết quả. Mở bằng Excel, lưu lại rồi nhập.",
    "the cell has a formula without its result. Open the file in Excel and save it anew.",
)


class Damaged(str):
    """What a cell shows where that cannot be its value, and why."""

    __slots__ = ("said",)
    said: Said

    def __new__(cls, shown: str, said: Said) -> Damaged:
        """``shown`` is what people see there."""
        damaged = super().__new__(cls, shown)
        damaged.said = said
        return damaged


def in_error(shown: str) -> Damaged:
    """Give a cell that shows an error such as ``#REF!``."""
    return Damaged(shown, _IN_ERROR)


def not_calculated(formula: str) -> Damaged:
    """Give a cell of which the file holds the formula and no result."""
    return Damaged(f"={formula}", _NOT_CALCULATED)


class Merge(NamedTuple):
    """A block of merged cells, counted from 0, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(kw_only=True)
class Sheet:
    """A sheet from its first row and column on; rows may be of different lengths.

    Cells are text, numbers, ``bool``, or dates and times as the file keeps them; empty ones are
    ``""``. A merged block has its content in its first cell. ``name`` is empty where the file
    gives none.
    """

    name: str
    rows: list[list[Any]]
    merged: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False
    counts_from_1904: bool = False
    is_delimited: bool = False

    @property
    def texts(self) -> Iterator[str]:
        """Every text on the sheet."""
        return (cell for row in self.rows for cell in row if isinstance(cell, str) and cell)

    def cell(self, row: int, column: int) -> Any:
        """Give a cell, ``""`` where the row does not reach so far."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""


@dataclass
class Grid:
    """Gathers the cells of a sheet in any order; raise ``UnreadableList`` if it grows too big."""

    rows: list[list[Any]] = field(default_factory=list)
    merged: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    _width: int = 0

    def put(self, row: int, column: int, cell: Any) -> None:
        """Set one cell."""
        self._width = max(self._width, column + 1)
        if max(row + 1, len(self.rows)) * self._width > MOST_CELLS:
            raise too_big()
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        cells += [""] * (column + 1 - len(cells))
        is_error = type(cell) is str and _ERROR.fullmatch(cell)
        cells[column] = in_error(cell) if is_error else cell

    def put_all(self, rows: Iterable[Iterable[Any]], top: int = 0, left: int = 0) -> None:
        """Set the cells of a block by its first row and column."""
        for place, row in enumerate(rows, top):
            for column, cell in enumerate(row, left):
                if cell != "":
                    self.put(place, column, cell)

    def sheet(self, name: str, **properties: Any) -> Sheet:
        """Give what was gathered."""
        return Sheet(
            name=name,
            rows=self.rows,
            merged=tuple(self.merged),
            hidden_rows=frozenset(self.hidden_rows),
            **properties,
        )
