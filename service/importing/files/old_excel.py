"""A workbook of Excel 5 to 2003 (.xls): its globals, then its sheets, record by record.

It is read here and by nothing else: what reads it faster ends the whole process where a file is
damaged.
"""

from __future__ import annotations

import codecs
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from service.importing.files.compound import Broken, CompoundFile
from service.importing.files.package import damaged
from service.importing.files.records import Record, TextReader, records
from service.importing.files.serial_days import day_of_serial, shows_a_date
from service.importing.files.sheet import Grid, Merge, Sheet, in_error
from service.importing.wording import UnreadableList

_BEGIN, _PASSWORD, _DATE_MODE, _CODE_PAGE, _FORMAT, _LOOK = 0x809, 0x2F, 0x22, 0x42, 0x41E, 0xE0
_SHEET, _TEXTS = 0x85, 0xFC
_NEW = 0x600
_UTF_16 = 1200
_HIDDEN_ROW = 0x20
_WORKSHEET = 0
_HUNDREDTHS, _WHOLE = 1, 2
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@dataclass
class _Globals:
    """What all sheets share."""

    is_new: bool = True
    from_1904: bool = False
    code_page: str = "cp1252"
    formats: dict[int, str] = field(default_factory=dict)
    looks: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    sheets: list[tuple[str, int, bool]] = field(default_factory=list)

    @cached_property
    def dated(self) -> list[bool]:
        """Which looks show a number as a date."""
        return [shows_a_date(number, self.formats.get(number)) for number in self.looks]

    def text(self, record: Record, start: int) -> str:
        """Read the text of a record behind its length in two bytes."""
        if self.is_new:
            return TextReader(record.pieces, start).text()
        (length,) = record.numbers("H", start)
        return self.decoded(record.body[start + 2 : start + 2 + length])

    def decoded(self, text: bytes) -> str:
        """Read a text of the time before Unicode."""
        return text.decode(self.code_page, "replace")

    def number(self, value: float, look: int) -> Any:
        """Give a number as its cell shows it: a date where it looks like one."""
        if look < len(self.dated) and self.dated[look]:
            return day_of_serial(value, from_1904=self.from_1904)
        return value


def read_old_workbook(compound: CompoundFile) -> list[Sheet]:
    """Read every worksheet; raise ``UnreadableList``."""
    stream = compound.stream("Workbook") or compound.stream("Book")
    try:
        shared = _globals(stream)
        return [
            _SheetReader(shared)
            .read(records(stream, start))
            .sheet(name, is_hidden=hidden, counts_from_1904=shared.from_1904)
            for name, start, hidden in shared.sheets
        ]
    except (Broken, struct.error, IndexError) as error:
        raise damaged() from error


def _globals(stream: bytes) -> _Globals:
    shared = _Globals()
    for record in records(stream, 0):
        if record.kind == _PASSWORD:
            raise UnreadableList(
                "Tệp có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.",
                "The file has a password. Open it in Excel, take it off, save it anew.",
            )
        if take := _TAKEN.get(record.kind):
            take(shared, record)
    return shared


def _take_version(shared: _Globals, record: Record) -> None:
    shared.is_new = record.numbers("H")[0] >= _NEW


def _take_date_mode(shared: _Globals, record: Record) -> None:
    shared.from_1904 = record.numbers("H")[0] == 1


def _take_code_page(shared: _Globals, record: Record) -> None:
    (number,) = record.numbers("H")
    try:
        shared.code_page = codecs.lookup(f"cp{number}").name if number != _UTF_16 else "cp1252"
    except LookupError:
        shared.code_page = "cp1252"


def _take_format(shared: _Globals, record: Record) -> None:
    (number,) = record.numbers("H")
    if shared.is_new:
        shared.formats[number] = TextReader(record.pieces, 2).text()
    else:
        shared.formats[number] = shared.decoded(record.body[3 : 3 + record.body[2]])


def _take_look(shared: _Globals, record: Record) -> None:
    shared.looks.append(record.numbers("H", 2)[0])


def _take_sheet(shared: _Globals, record: Record) -> None:
    start, visible, kind, length = record.numbers("I3B")
    if kind != _WORKSHEET:
        return
    if shared.is_new:
        name = TextReader(record.pieces, 7).text(length)
    else:
        name = shared.decoded(record.body[7 : 7 + length])
    shared.sheets.append((name, start, visible != 0))


def _take_texts(shared: _Globals, record: Record) -> None:
    """Read the texts that cells share; where there are fewer than are promised, those."""
    reader = TextReader(record.pieces, 8)
    try:
        for _ in range(record.numbers("I", 4)[0]):
            shared.texts.append(reader.text())
    except Broken:
        return


_TAKEN: dict[int, Callable[[_Globals, Record], None]] = {
    _BEGIN: _take_version,
    _DATE_MODE: _take_date_mode,
    _CODE_PAGE: _take_code_page,
    _FORMAT: _take_format,
    _LOOK: _take_look,
    _SHEET: _take_sheet,
    _TEXTS: _take_texts,
}


class _SheetReader:
    """Reads the cells of one sheet."""

    def __init__(self, shared: _Globals) -> None:
        self._shared = shared
        self._grid = Grid()
        self._awaiting = (0, 0)  # the cell of a formula whose text comes in the next record
        self._kinds: dict[int, Callable[[Record], None]] = {
            0x208: self._row,
            0x203: self._float,
            0x27E: self._packed,
            0xBD: self._many_packed,
            0xFD: self._shared_text,
            0x204: self._own_text,
            0xD6: self._own_text,
            0x205: self._error_or_bool,
            0x06: self._formula,
            0x206: self._formula,
            0x406: self._formula,
            0x207: self._text_of_formula,
            0xE5: self._merged,
        }

    def read(self, told: Iterator[Record]) -> Grid:
        """Go through the records of the sheet."""
        for record in told:
            if read := self._kinds.get(record.kind):
                read(record)
        return self._grid

    def _row(self, record: Record) -> None:
        row, *_, flags = record.numbers("6HH")
        if flags & _HIDDEN_ROW:
            self._grid.hidden_rows.add(row)

    def _number(self, row: int, column: int, look: int, value: float) -> None:
        self._grid.put(row, column, self._shared.number(value, look))

    def _float(self, record: Record) -> None:
        row, column, look = record.numbers("3H")
        self._number(row, column, look, struct.unpack_from("<d", record.body, 6)[0])

    def _packed(self, record: Record) -> None:
        row, column, look, packed = record.numbers("3HI")
        self._number(row, column, look, _unpacked(packed))

    def _many_packed(self, record: Record) -> None:
        row, column = record.numbers("2H")
        for start in range(4, len(record.body) - 2, 6):
            look, packed = record.numbers("HI", start)
            self._number(row, column, look, _unpacked(packed))
            column += 1

    def _shared_text(self, record: Record) -> None:
        row, column, _, place = record.numbers("3HI")
        self._grid.put(row, column, self._shared.texts[place])

    def _own_text(self, record: Record) -> None:
        row, column = record.numbers("2H")
        self._grid.put(row, column, self._shared.text(record, 6))

    def _error_or_bool(self, record: Record) -> None:
        row, column, _, code, is_error = record.numbers("3H2B")
        self._grid.put(row, column, _error(code) if is_error else bool(code))

    def _formula(self, record: Record) -> None:
        row, column = record.numbers("2H")
        kind, _, code, _, _, _, mark = record.numbers("6BH", 6)
        if mark != 0xFFFF:  # noqa: PLR2004
            self._float(record)
        elif kind == 0:
            self._awaiting = row, column
        elif kind in {1, 2}:
            self._grid.put(row, column, bool(code) if kind == 1 else _error(code))

    def _text_of_formula(self, record: Record) -> None:
        self._grid.put(*self._awaiting, self._shared.text(record, 0))

    def _merged(self, record: Record) -> None:
        for number in range(record.numbers("H")[0]):
            top, bottom, left, right = record.numbers("4H", 2 + 8 * number)
            self._grid.merged.append(Merge(top, left, bottom, right))


def _error(code: int) -> str:
    return in_error(_ERRORS.get(code, "#N/A"))


def _unpacked(packed: int) -> float:
    """Read a number packed into four bytes: whole or not, its hundredfold or itself."""
    if packed & _WHOLE:
        value = float((packed >> 2) - ((packed & 0x80000000) >> 1))
    else:
        value = struct.unpack("<d", bytes(4) + struct.pack("<I", packed & 0xFFFFFFFC))[0]
    return value / 100 if packed & _HUNDREDTHS else value
