"""How far a sheet reaches: whoever reads it makes room for every cell up to the last one."""

from __future__ import annotations

import re
from xml.parsers.expat import ExpatError, ParserCreate

_COLUMN = re.compile(r"[A-Za-z]{1,3}")
_LETTERS = 26
_XML_BEGINS = (b"<", b" ", b"\n", b"\r", b"\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class NotXml(Exception):
    """The part is no well-formed XML, or has a document type, which no workbook has."""


class Extent:
    """Measures a part of a workbook while it is inflated; parts that are no sheets have none."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._column = 0
        self._begun = self._done = self._is_sheet = False
        self._parser = ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._refuse

    @property
    def cells(self) -> int:
        """How many cells there are up to the last row and column."""
        return self.rows * max(self.columns, 1)

    def feed(self, chunk: bytes) -> None:
        """Take the next piece; raise ``NotXml``."""
        if not self._begun:
            self._begun, self._done = True, not chunk.startswith(_XML_BEGINS)
        if self._done:
            return
        try:
            self._parser.Parse(chunk, False)
        except (ExpatError, ValueError) as error:
            raise NotXml(str(error)) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._is_sheet:
            self._is_sheet = local == "worksheet"
            self._done = self._done or not self._is_sheet
        if self._done:
            return
        if local == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif local == "c":
            place = attributes.get("r", "")
            self._column = _column(place) or self._column + 1
            self.columns = max(self.columns, self._column)
            self.rows = max(self.rows, _row(place))
        self.rows = max(self.rows, self._row)

    def _refuse(self, *_: object) -> None:
        raise NotXml("document type")


def _column(reference: str) -> int:
    found = _COLUMN.match(reference)
    number = 0
    for letter in found.group().upper() if found else "":
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def _row(reference: str) -> int:
    digits = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0
