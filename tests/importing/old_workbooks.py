"""Workbooks of Excel 5 to 2003, made byte by byte as their format describes them."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

_SECTOR = 512
_FREE, _END_OF_CHAIN, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST = 4_096  # a stream that is shorter lies elsewhere
DATED = 1
"""The look that shows a number as a date; 0 shows it as a number."""


@dataclass
class OldSheet:
    """A sheet: its cells by row and column from 0, as they are, or as records made beforehand."""

    name: str
    rows: Sequence[Sequence[Any]] = ()
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden_rows: Sequence[int] = ()
    is_hidden: bool = False
    records: Sequence[bytes] = ()


@dataclass
class OldWorkbook:
    """A workbook, of the new kind (with Unicode) or of the kind before it."""

    sheets: Sequence[OldSheet]
    is_new: bool = True
    from_1904: bool = False
    code_page: int = 1258
    password: bool = False
    texts: list[str] = field(default_factory=list)

    def write(self, file: Path, stream: str = "Workbook") -> Path:
        file.write_bytes(compound({stream: self.stream()}))
        return file

    def stream(self) -> bytes:
        sheets = [self._sheet(sheet) for sheet in self.sheets]
        start = len(self._globals([0] * len(sheets)))
        starts = []
        for sheet in sheets:
            starts.append(start)
            start += len(sheet)
        return self._globals(starts) + b"".join(sheets)

    def _globals(self, starts: list[int]) -> bytes:
        parts = [self._begin(0x05)]
        if self.password:
            parts.append(record(0x2F, bytes(6)))
        parts.append(record(0x42, struct.pack("<H", 1200 if self.is_new else self.code_page)))
        parts.append(record(0x22, struct.pack("<H", self.from_1904)))
        parts.append(record(0x41E, struct.pack("<H", 164) + self._text("dd/mm/yyyy", 2, 1)))
        parts += (record(0xE0, struct.pack("<2H", 0, shown) + bytes(16)) for shown in (0, 164))
        for sheet, start in zip(self.sheets, starts, strict=True):
            head = struct.pack("<IBB", start, sheet.is_hidden, 0)
            parts.append(record(0x85, head + self._text(sheet.name, 1)))
        if self.is_new:
            parts.append(shared_texts(self.texts))
        return b"".join(parts) + record(0x0A)

    def _begin(self, kind: int) -> bytes:
        return record(
            0x809, struct.pack("<HHHHII", 0x600 if self.is_new else 0x500, kind, 0, 0, 0, 0)
        )

    def _text(self, text: str, size: int, size_before: int | None = None) -> bytes:
        """A text behind its length, which took less room in the time before Unicode."""
        if self.is_new:
            letters, flags = text.encode("utf-16-le"), b"\x01"
            return len(text).to_bytes(size, "little") + flags + letters
        letters = windows_1258(text)
        return len(letters).to_bytes(size_before or size, "little") + letters

    def _sheet(self, sheet: OldSheet) -> bytes:
        parts = [self._begin(0x10)]
        parts += (
            record(0x208, struct.pack("<6HHH", number, 0, 9, 0, 0, 0, 0x20, 0))
            for number in sheet.hidden_rows
        )
        for row, cells in enumerate(sheet.rows):
            parts += (self._cell(row, column, cell) for column, cell in enumerate(cells))
        parts += sheet.records
        if sheet.merged:
            blocks = (struct.pack("<4H", t, b, left, r) for t, left, b, r in sheet.merged)
            parts.append(record(0xE5, struct.pack("<H", len(sheet.merged)) + b"".join(blocks)))
        return b"".join(parts) + record(0x0A)

    def _cell(self, row: int, column: int, cell: Any) -> bytes:
        if cell in (None, ""):
            return b""
        place = struct.pack("<2H", row, column)
        if isinstance(cell, date):
            first = date(1904, 1, 1) if self.from_1904 else date(1899, 12, 30)
            return record(0x203, place + struct.pack("<Hd", DATED, (cell - first).days))
        if isinstance(cell, int | float):
            return record(0x203, place + struct.pack("<Hd", 0, cell))
        if not self.is_new:
            return record(0x204, place + struct.pack("<H", 0) + self._text(cell, 2))
        if cell not in self.texts:
            self.texts.append(cell)
        return record(0xFD, place + struct.pack("<HI", 0, self.texts.index(cell)))


def windows_1258(text: str) -> bytes:
    """Vietnamese in the letters of old Windows, which writes most tones behind their letters."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    written = b""
    for letter in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", letter)
        shape = unicodedata.normalize("NFC", "".join(c for c in apart if c not in tones))
        written += (shape + "".join(c for c in apart if c in tones)).encode("cp1258")
    return written


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(body)) + body


def packed(row: int, column: int, *numbers: int, look: int = 0) -> bytes:
    """A number, or several in a row, packed into four bytes each."""
    cells = [struct.pack("<HI", look, number) for number in numbers]
    if len(cells) == 1:
        return record(0x27E, struct.pack("<2H", row, column) + cells[0])
    last = struct.pack("<H", column + len(cells) - 1)
    return record(0xBD, struct.pack("<2H", row, column) + b"".join(cells) + last)


def error(row: int, column: int, code: int) -> bytes:
    return record(0x205, struct.pack("<3H2B", row, column, 0, code, 1))


def formula(row: int, column: int, result: bytes, text: str | None = None) -> bytes:
    """A formula with its result; a text as a result stands in a record behind it."""
    made = record(0x06, struct.pack("<3H", row, column, 0) + result + bytes(8))
    if text is not None:
        letters = struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")
        made += record(0x207, letters)
    return made


def shared_texts(texts: Sequence[str], *, broken_after: int = 4_000) -> bytes:
    """The texts that cells share; what is too long for a record goes on in the next one."""
    body = struct.pack("<2I", len(texts), len(texts))
    pieces = [body]
    for text in texts:
        head, letters = struct.pack("<HB", len(text), 1), text.encode("utf-16-le")
        if len(pieces[-1]) + len(head) > broken_after:
            pieces.append(b"")
        pieces[-1] += head
        while letters:
            room = max(broken_after - len(pieces[-1]), 0) // 2 * 2
            pieces[-1] += letters[:room]
            letters = letters[room:]
            if letters:
                pieces.append(b"\x01")
    kinds = [0xFC, *([0x3C] * (len(pieces) - 1))]
    return b"".join(map(record, kinds, pieces))


def compound(streams: dict[str, bytes]) -> bytes:
    """A container of streams, each long enough to lie in sectors of its own."""
    padded = {name: content.ljust(_SMALLEST, b"\0") for name, content in streams.items()}
    chains: list[int] = []
    body = b""
    firsts = {}
    for name, content in padded.items():
        firsts[name] = len(chains)
        count = -(-len(content) // _SECTOR)
        chains += [*range(len(chains) + 1, len(chains) + count), _END_OF_CHAIN]
        body += content.ljust(count * _SECTOR, b"\0")
    entries = [_entry("Root Entry", 5, _END_OF_CHAIN, 0)]
    entries += (_entry(n, 2, firsts[n], len(c)) for n, c in padded.items())
    directory = b"".join(entries)
    directory = directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0")
    first_of_directory = len(chains)
    count = len(directory) // _SECTOR
    chains += [*range(len(chains) + 1, len(chains) + count), _END_OF_CHAIN]
    tables = 1
    while len(chains) + tables > tables * _SECTOR // 4:
        tables += 1
    numbers = list(range(len(chains), len(chains) + tables))
    chains += [_TABLE] * tables
    chains += [_FREE] * (tables * _SECTOR // 4 - len(chains))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack(
        "<9I",
        0,
        tables,
        first_of_directory,
        0,
        _SMALLEST,
        _END_OF_CHAIN,
        0,
        _END_OF_CHAIN,
        0,
    )
    header += _numbers([*numbers, *([_FREE] * (109 - tables))])
    return header + body + directory + _numbers(chains)


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    head = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters) + 2, kind, 1)
    return (
        head
        + struct.pack("<3I", _FREE, _FREE, _FREE)
        + bytes(36)
        + struct.pack("<2IQ", first, size, 0)[:12]
    )


def _numbers(numbers: Iterable[int]) -> bytes:
    return b"".join(struct.pack("<I", number) for number in numbers)
