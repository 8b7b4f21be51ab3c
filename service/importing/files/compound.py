"""The container of Microsoft's older documents: streams by name in a file of sectors."""

from __future__ import annotations

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_IN_HEADER = 109
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_LAST_SECTOR = 0xFFFFFFFA  # what is greater says that there is none, or that the chain ends
_SMALL_SHIFT = 6
_SHIFTS = (9, 12)


class Broken(Exception):
    """The file is not what it says it is."""


class CompoundFile:
    """Finds the streams of a file; raise ``Broken`` where its sectors do not add up."""

    def __init__(self, content: bytes) -> None:
        if not content.startswith(SIGNATURE) or len(content) < _HEADER:
            raise Broken("signature")
        self._content = content
        (shift,) = struct.unpack_from("<H", content, 0x1E)
        if shift not in _SHIFTS:
            raise Broken("size of a sector")
        self._size = 1 << shift
        directory, _, self._small_from, first, _, more, _ = struct.unpack_from("<7I", content, 0x30)
        self._next = self._table(self._sectors_of_the_table(more))
        self._next_small = self._table(self._chain(first, self._next))
        self._entries = dict(self._read_entries(self._joined(directory)))

    @property
    def names(self) -> list[str]:
        """The names of the streams, in small letters."""
        return list(self._entries)

    def stream(self, name: str) -> bytes:
        """Read a stream; empty where there is none of that name."""
        if name.lower() not in self._entries:
            return b""
        first, length, _ = self._entries[name.lower()]
        if length >= self._small_from:
            return self._joined(first)[:length]
        small = self._joined(self._root)
        size = 1 << _SMALL_SHIFT
        chain = self._chain(first, self._next_small)
        return b"".join(small[s * size : (s + 1) * size] for s in chain)[:length]

    def _sector(self, number: int) -> bytes:
        start = self._size * (number + 1)
        return self._content[start : start + self._size]

    def _joined(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in self._chain(first, self._next))

    def _chain(self, first: int, following: list[int]) -> Iterator[int]:
        for _ in range(len(following) + 1):
            if first >= _LAST_SECTOR:
                return
            if first >= len(following):
                raise Broken("a chain leaves the file")
            yield first
            first = following[first]
        raise Broken("a chain bites its tail")

    def _sectors_of_the_table(self, more: int) -> list[int]:
        numbers = list(struct.unpack_from(f"<{_IN_HEADER}I", self._content, 0x4C))
        for _ in range(len(self._content) // self._size):
            if more >= _LAST_SECTOR:
                break
            *listed, more = self._numbers(self._sector(more))
            numbers += listed
        return [number for number in numbers if number < _LAST_SECTOR]

    def _table(self, sectors: Iterator[int] | list[int]) -> list[int]:
        return [number for sector in sectors for number in self._numbers(self._sector(sector))]

    def _numbers(self, sector: bytes) -> tuple[int, ...]:
        if len(sector) < self._size:
            raise Broken("a sector is cut off")
        return struct.unpack(f"<{self._size // 4}I", sector)

    def _read_entries(self, directory: bytes) -> Iterator[tuple[str, tuple[int, int, int]]]:
        self._root = _LAST_SECTOR
        for start in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            entry = directory[start : start + _ENTRY]
            length = max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)
            name = entry[:length].decode("utf-16-le", "replace").lower()
            first, size = struct.unpack_from("<2I", entry, 116)
            if entry[66] == _ROOT:
                self._root = first
            elif entry[66] == _STREAM:
                yield name, (first, size, start)
