"""The records of an old workbook: a stream of kinds and bytes, and the texts written in them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from service.importing.files.compound import Broken

CONTINUED, _BEGIN, _END = 0x3C, 0x809, 0x0A
_WIDE, _ASIAN, _RICH = 0x01, 0x04, 0x08
_RUN = 4


@dataclass
class Record:
    """A record: ``pieces`` are its own bytes and those of the records that continue it."""

    kind: int
    pieces: list[bytes]

    @property
    def body(self) -> bytes:
        """Its own bytes, without what continues them."""
        return self.pieces[0]

    def numbers(self, form: str, start: int = 0) -> tuple[int, ...]:
        """Read whole numbers at a place; raise ``Broken`` where the record ends before."""
        try:
            return struct.unpack_from(f"<{form}", self.body, start)
        except struct.error as error:
            raise Broken(str(error)) from error


def records(stream: bytes, start: int) -> Iterator[Record]:
    """Give the records from one beginning to its end; what is embedded between is left out."""
    depth, record = 0, None
    for kind, body in _raw(stream, start):
        if kind == CONTINUED and record:
            record.pieces.append(body)
            continue
        if record and depth == 1:
            yield record
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        record = Record(kind, [body])
    raise Broken("the stream has no end")


def _raw(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, start)
        yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length


class TextReader:
    """Reads texts out of a record; one that a piece breaks off goes on in the next."""

    def __init__(self, pieces: list[bytes], start: int = 0) -> None:
        self._pieces = pieces
        self._piece, self._at = 0, start

    def text(self, length: int | None = None) -> str:
        """Read the next text: its length, its flags, its letters, and what is not shown."""
        if length is None:
            (length,) = struct.unpack("<H", self._take(2))
        flags = self._take(1)[0]
        runs = struct.unpack("<H", self._take(2))[0] if flags & _RICH else 0
        asian = struct.unpack("<I", self._take(4))[0] if flags & _ASIAN else 0
        text = self._letters(length, flags)
        self._skip(runs * _RUN + asian)
        return text

    def _letters(self, left: int, flags: int) -> str:
        text = ""
        while left:
            if not self._left:
                self._turn()
                flags = self._take(1)[0]
            size = 2 if flags & _WIDE else 1
            here = min(left, self._left // size)
            if not here:
                raise Broken("a letter is cut in two")
            taken = self._take(here * size)
            text += taken.decode("utf-16-le" if size > 1 else "latin-1", "replace")
            left -= here
        return text

    @property
    def _left(self) -> int:
        return len(self._pieces[self._piece]) - self._at

    def _turn(self) -> None:
        if self._piece + 1 >= len(self._pieces):
            raise Broken("a text is cut off")
        self._piece, self._at = self._piece + 1, 0

    def _take(self, size: int) -> bytes:
        if not self._left:
            self._turn()
        taken = self._pieces[self._piece][self._at : self._at + size]
        if len(taken) < size:
            raise Broken("a text is cut off")
        self._at += size
        return taken

    def _skip(self, size: int) -> None:
        while size:
            here = min(size, self._left)
            self._at += here
            size -= here
            if size:
                self._turn()
