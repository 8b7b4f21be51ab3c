"""How single values stand in the log, and how they are read back from it.

Private values are sealed on the way out and stay sealed on the way in, with the place that they
were found at. A path is the place inside the event: names joined by dots.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import msgspec
from msgspec import Struct

from domain.private import Personal, Place, Private, Sealed
from service.store.instants import text_of

Seal = Callable[[Personal, str], Sealed]
PlaceAt = Callable[[str], Place]


class Box(Struct, frozen=True, forbid_unknown_fields=True):
    """A sealed value as it is stored; its place is where it is found."""

    person: UUID
    box: bytes
    commitment: str


class Form(Protocol):
    """How values of one type are stored. ``stored`` is the type that msgspec reads them as."""

    @property
    def stored(self) -> Any:
        """The type of what stands in the log."""

    @property
    def same(self) -> bool:
        """Whether a value is read back as it is, without ``load``."""

    def store(self, value: Any, path: str, seal: Seal) -> Any:
        """Lay a value out as what msgspec encodes."""

    def load(self, stored: Any, path: str, place_at: PlaceAt) -> Any:
        """Make the value of what msgspec has read."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A type that msgspec stores and reads as it is: text, numbers, dates, ids, enums, lists."""

    stored: Any
    same: bool = True

    def store(self, value: Any, path: str, seal: Seal) -> Any:
        """Leave it to msgspec."""
        return value

    def load(self, stored: Any, path: str, place_at: PlaceAt) -> Any:
        """Leave it as msgspec read it."""
        return stored


@dataclass(frozen=True, slots=True)
class Instant(Plain):
    """An instant: always to the microsecond, so that its width never changes."""

    stored: Any = datetime

    def store(self, value: Any, path: str, seal: Seal) -> str:
        """Write it in UTC."""
        return text_of(value)


@dataclass(frozen=True, slots=True)
class Closed:
    """A private value."""

    stored: Any = Box
    same: bool = False

    def store(self, value: Any, path: str, seal: Seal) -> Box:
        """Seal it; what is sealed already belongs elsewhere and is refused."""
        if not isinstance(value, Personal):
            raise TypeError(f"{path}: a Personal value is stored here, no {type(value).__name__}.")
        sealed = seal(value, path)
        return Box(sealed.person, sealed.box, sealed.commitment)

    def load(self, stored: Box, path: str, place_at: PlaceAt) -> Sealed:
        """Leave it sealed, and say where it was found."""
        return Sealed(stored.person, stored.box, stored.commitment, place_at(path))


@dataclass(frozen=True, slots=True)
class Optional:
    """A value that may be absent: null."""

    inner: Form

    @property
    def stored(self) -> Any:
        """What the value is stored as, or null."""
        return self.inner.stored | None

    @property
    def same(self) -> bool:
        """As the value."""
        return self.inner.same

    def store(self, value: Any, path: str, seal: Seal) -> Any:
        """Store the value, if there is one."""
        return None if value is None else self.inner.store(value, path, seal)

    def load(self, stored: Any, path: str, place_at: PlaceAt) -> Any:
        """Load the value, if there is one."""
        return None if stored is None else self.inner.load(stored, path, place_at)


CLOSED = Closed()


@dataclass(frozen=True, slots=True)
class Facts:
    """Values by name of which the class knows no types, any of them may be private.

    So come the right facts of a correction, by path, and the figures of a rule set.
    """

    stored: Any = dict[str, Any]
    same: bool = False

    def store(self, value: Any, path: str, seal: Seal) -> Any:
        """Seal what is private, however deep; records come in their stored form."""
        if isinstance(value, Private):
            return CLOSED.store(value, path, seal)
        if isinstance(value, Mapping):
            return {name: self.store(v, f"{path}.{name}", seal) for name, v in value.items()}
        if isinstance(value, list | tuple):
            return [self.store(item, f"{path}.{n}", seal) for n, item in enumerate(value)]
        if is_dataclass(value):
            raise TypeError(f"{path}: a {type(value).__name__} comes as its fields by name.")
        return value

    def load(self, stored: Any, path: str, place_at: PlaceAt) -> Any:
        """Give plain values, and sealed ones with their places."""
        if isinstance(stored, dict):
            if stored.keys() == set(Box.__struct_fields__):
                return CLOSED.load(msgspec.convert(stored, Box), path, place_at)
            return {name: self.load(v, f"{path}.{name}", place_at) for name, v in stored.items()}
        if isinstance(stored, list):
            return [self.load(item, f"{path}.{n}", place_at) for n, item in enumerate(stored)]
        return stored
