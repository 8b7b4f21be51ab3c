"""A stored state, decoded into its class, opened, and encoded again by the code of today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from eventsourcing.persistence import StoredEvent

from domain.entries import Event
from domain.private import Personal, Place, Private, Sealed
from service.store.keys import KeyStore
from service.store.mapper import SealingMapper
from service.store.sealing import Sealing
from tests.frozen.golden import keys


class SealedBefore(Sealing):
    """Gives to a value at its place the box in which it was found: a new one has another nonce."""

    def __init__(self, keys: KeyStore, found: Mapping[Place, Sealed]) -> None:
        super().__init__(keys)
        self._found = found

    def seal(self, value: Personal, place: Place) -> Sealed:
        assert self.open(self._found[place]) == value.text
        return self._found[place]


def decoded(event: StoredEvent) -> Event:
    """Decode a stored event; what is sealed stays so."""
    return SealingMapper(Sealing(keys())).to_domain_event(event)


def written_again(event: StoredEvent) -> bytes:
    """Give the state that the code of today writes for the same event."""
    sealing = Sealing(keys())
    found = decoded(event)
    boxes = {s.place: s for s in private_in(found) if isinstance(s, Sealed)}
    opened = _with_each(found, lambda sealed: Personal(sealed.person, sealing.open(sealed) or ""))
    return SealingMapper(SealedBefore(keys(), boxes)).to_stored_event(opened).state


def path_of(sealed: Sealed) -> str:
    """Name the place of a sealed value in one line."""
    return f"{sealed.place.stream}/{sealed.place.version}/{sealed.place.path}"


def private_in(value: object) -> Iterator[Private]:
    """Find every private value of an event, however deep."""
    if isinstance(value, Private):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from private_in(item)
    elif isinstance(value, Mapping):
        yield from private_in(list(value.values()))
    elif is_dataclass(value):
        yield from private_in([getattr(value, field.name) for field in fields(value)])


def _with_each(value: Any, change: Callable[[Sealed], Personal]) -> Any:
    if isinstance(value, Sealed):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_with_each(item, change) for item in value)
    if isinstance(value, Mapping):
        return {name: _with_each(item, change) for name, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        values = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **_with_each(values, change))
    return value
