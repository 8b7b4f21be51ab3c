"""What a worksheet's XML tells beside its values: how far it reaches, what is hidden or in error.

Whoever reads a sheet makes room for every cell up to the last one; so it is measured first.
"""

from __future__ import annotations

import re
from xml.parsers.expat import ExpatError, ParserCreate

from service.importing.files.sheet import Damaged, in_error, not_calculated

_COLUMN = re.compile(r"[A-Za-z]{1,3}")
_ALPHABET = 26
_XML_BEGINS = (b"<", b" ", b"\n", b"\r", b"\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTENTS = ("f", "v", "is")
_TRUE = frozenset({"1", "true"})


class NotXml(Exception):
    """The part is no well-formed XML, or has a document type, which no workbook has."""


class SheetScan:
    """Looks at a part of a workbook while it is inflated; parts that are no sheets have nothing.

    ``damaged`` holds the cells in error, and those whose formula has no result, by row and column
    from 0; ``hidden_rows`` counts from 0.
    """

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self.hidden_rows: set[int] = set()
        self.damaged: dict[tuple[int, int], Damaged] = {}
        self._row = self._column = 0
        self._kind = self._inside = ""
        self._texts = dict.fromkeys(_CONTENTS, "")
        self._begun = self._done = self._is_sheet = self._has_formula = False
        self._parser = ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse

    @property
    def cells(self) -> int:
        """How many cells there are up to the last row and column with content."""
        return self.rows * max(self.columns, 1)

    def feed(self, chunk: bytes) -> None:
        """Take the next piece; raise ``NotXml``."""
        if not self._begun:
            self._begun, self._done = True, not chunk.startswith(_XML_BEGINS)
        if self._done:
            return
        try:
            self._parser.Parse(chunk, False)
        except (ExpatError, LookupError, ValueError) as error:
            raise NotXml(str(error)) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._is_sheet:
            self._is_sheet = local == "worksheet"
            self._done = self._done or not self._is_sheet
        if self._done:
            return
        if local == "row":
            self._start_row(attributes)
        elif local == "c":
            self._start_cell(attributes)
        elif local in _CONTENTS:
            self._start_content(local)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        if attributes.get("hidden") in _TRUE:
            self.hidden_rows.add(self._row - 1)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r", "")
        self._column = _column(place) or self._column + 1
        self._row = _row(place) or self._row
        self._kind, self._has_formula = attributes.get("t", ""), False
        self._texts = dict.fromkeys(_CONTENTS, "")

    def _start_content(self, local: str) -> None:
        """A cell without content is no cell: whole columns are often formatted to the last row."""
        self.columns = max(self.columns, self._column)
        self.rows = max(self.rows, self._row)
        self._inside = local
        self._has_formula = self._has_formula or local == "f"

    def _text(self, text: str) -> None:
        if self._inside:
            self._texts[self._inside] += text

    def _end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local == "c" and not self._done:
            self._look_at_cell()
        self._inside = ""

    def _look_at_cell(self) -> None:
        place, value = (self._row - 1, self._column - 1), self._texts["v"].strip()
        if self._kind == "e":
            self.damaged[place] = in_error(value)
        elif self._has_formula and not value and self._kind != "str":
            self.damaged[place] = not_calculated(self._texts["f"])

    def _refuse(self, *_: object) -> None:
        raise NotXml("document type")


def _column(reference: str) -> int:
    found = _COLUMN.match(reference)
    number = 0
    for letter in found.group().upper() if found else "":
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number


def _row(reference: str) -> int:
    digits = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0
