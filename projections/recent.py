"""What was used last, up to a bound: a cache that forgets only when it is told to."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Recent(Generic[KeyT, ValueT]):
    """A mapping that keeps ``limit`` entries, those used last, each time it is trimmed.

    Between two trims it grows, so that what is not yet written is never forgotten. It is
    ``whole`` as long as it holds all that there is: then a key that is missing stands nowhere.
    """

    def __init__(self, limit: int, *, whole: bool = False) -> None:
        self.whole = whole
        self._limit = limit
        self._entries: OrderedDict[KeyT, ValueT] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: KeyT) -> ValueT | None:
        """Give the value of a key and count it as used."""
        value = self._entries.get(key)
        if value is not None:
            self._entries.move_to_end(key)
        return value

    def put(self, key: KeyT, value: ValueT) -> ValueT:
        """Keep a value and give it back."""
        self._entries[key] = value
        return value

    def trim(self) -> None:
        """Forget what was not used for longest, down to the bound."""
        while len(self._entries) > self._limit:
            self._entries.popitem(last=False)
            self.whole = False
