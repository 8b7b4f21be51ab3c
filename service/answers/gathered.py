"""A long answer, held back until its last byte is there.

A server that fails in the middle of an answer can only break it off, and what is left of a list
looks like a list. Held compressed, an answer takes a tenth of its length.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_FAST = 1
_PART = 64 * 1024


class Gathered:
    """The bytes of an answer; raises here whatever making them raises."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self.length = 0
        self._held: list[bytes] = []
        packing = zlib.compressobj(_FAST)
        for part in parts:
            self.length += len(part)
            if packed := packing.compress(part):
                self._held.append(packed)
        self._held.append(packing.flush())

    def __iter__(self) -> Iterator[bytes]:
        """Give the bytes out, in parts of any length."""
        unpacking = zlib.decompressobj()
        for held in self._held:
            yield unpacking.decompress(held, _PART)
            while unpacking.unconsumed_tail:
                yield unpacking.decompress(unpacking.unconsumed_tail, _PART)
        yield unpacking.flush()
