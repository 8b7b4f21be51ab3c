"""A workbook of Excel 5 to 2003 (.xls): its globals, then its sheets, record by record.

It is read here and by nothing else: what reads it faster ends the whole process where a file is
damaged.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from service.importing.files.compound import Broken, CompoundFile
from service.importing.files.old_globals import Globals, read_globals
from service.importing.files.package import damaged
from service.importing.files.records import Record, records
from service.importing.files.sheet import Grid, Merge, Sheet, in_error

_HIDDEN_ROW = 0x20
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


def read_old_workbook(compound: CompoundFile) -> list[Sheet]:
    """Read every worksheet; raise ``UnreadableList``."""
    stream = compound.stream("Workbook") or compound.stream("Book")
    try:
        shared = read_globals(stream)
        return [
            _SheetReader(shared)
            .read(records(stream, start))
            .sheet(name, is_hidden=hidden, counts_from_1904=shared.from_1904)
            for name, start, hidden in shared.sheets
        ]
    except (Broken, struct.error, IndexError) as error:
        raise damaged() from error


class _SheetReader:
    """Reads the cells of one sheet."""

    def __init__(self, shared: Globals) -> None:
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
