"""What all sheets of an old workbook share: texts, formats, where each sheet begins."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from service.importing.files.compound import Broken
from service.importing.files.records import Record, TextReader, records
from service.importing.files.serial_days import day_of_serial, shows_a_date
from service.importing.wording import UnreadableList

_BEGIN, _PASSWORD, _DATE_MODE, _CODE_PAGE, _FORMAT, _LOOK = 0x809, 0x2F, 0x22, 0x42, 0x41E, 0xE0
_SHEET, _TEXTS = 0x85, 0xFC
_NEW = 0x600
_UTF_16 = 1200
_WORKSHEET = 0


@dataclass
class Globals:
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


def read_globals(stream: bytes) -> Globals:
    """Read what stands before the sheets; raise ``Broken``, or ``UnreadableList`` if locked."""
    shared = Globals()
    for record in records(stream, 0):
        if record.kind == _PASSWORD:
            raise UnreadableList(
                "Tệp có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.",
                "The file has a password. Open it in Excel, take it off, save it anew.",
            )
        if take := _TAKEN.get(record.kind):
            take(shared, record)
    return shared


def _take_version(shared: Globals, record: Record) -> None:
    shared.is_new = record.numbers("H")[0] >= _NEW


def _take_date_mode(shared: Globals, record: Record) -> None:
    shared.from_1904 = record.numbers("H")[0] == 1


def _take_code_page(shared: Globals, record: Record) -> None:
    (number,) = record.numbers("H")
    try:
        shared.code_page = codecs.lookup(f"cp{number}").name if number != _UTF_16 else "cp1252"
    except LookupError:
        shared.code_page = "cp1252"


def _take_format(shared: Globals, record: Record) -> None:
    (number,) = record.numbers("H")
    if shared.is_new:
        shared.formats[number] = TextReader(record.pieces, 2).text()
    else:
        shared.formats[number] = shared.decoded(record.body[3 : 3 + record.body[2]])


def _take_look(shared: Globals, record: Record) -> None:
    shared.looks.append(record.numbers("H", 2)[0])


def _take_sheet(shared: Globals, record: Record) -> None:
    start, visible, kind, length = record.numbers("I3B")
    if kind != _WORKSHEET:
        return
    if shared.is_new:
        name = TextReader(record.pieces, 7).text(length)
    else:
        name = shared.decoded(record.body[7 : 7 + length])
    shared.sheets.append((name, start, visible != 0))


def _take_texts(shared: Globals, record: Record) -> None:
    """Read the texts that cells share; where there are fewer than are promised, those."""
    reader = TextReader(record.pieces, 8)
    try:
        for _ in range(record.numbers("I", 4)[0]):
            shared.texts.append(reader.text())
    except Broken:
        return


_TAKEN: dict[int, Callable[[Globals, Record], None]] = {
    _BEGIN: _take_version,
    _DATE_MODE: _take_date_mode,
    _CODE_PAGE: _take_code_page,
    _FORMAT: _take_format,
    _LOOK: _take_look,
    _SHEET: _take_sheet,
    _TEXTS: _take_texts,
}
