"""Values that name or describe a person, which the domain carries without reading.

A value comes in as ``Personal``; the mapper stores it ``Sealed`` under that person's own key
and gives it back sealed. Nothing in the domain or in a projection ever opens one, so that
destroying a key erases the person and leaves the history as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from uuid import UUID


class Private:
    """A value about one person, open or sealed; event fields are annotated with this type."""

    person: UUID


@dataclass(frozen=True, slots=True)
class Personal(Private):
    """A private value as it came in: text in the clear, not yet stored. Dates are ISO text."""

    person: UUID
    text: str

    def __repr__(self) -> str:
        """Name the person only: a value in the clear belongs in no log file and no trace."""
        return f"Personal({self.person})"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value stands: it opens there and nowhere else.

    ``path`` joins field names by dots, an entry of a list by its own id:
    ``attendance.<link id>.excuse``.
    """

    stream: UUID
    version: int
    path: str


def private_in(fact: object) -> Iterator[Private]:
    """Find the private values in a fact, however deep."""
    if isinstance(fact, Private):
        yield fact
    elif isinstance(fact, Mapping):
        for value in fact.values():
            yield from private_in(value)
    elif isinstance(fact, tuple | list):
        for value in fact:
            yield from private_in(value)
    elif is_dataclass(fact):
        for field in fields(fact):
            yield from private_in(getattr(fact, field.name))


@dataclass(frozen=True, slots=True)
class Sealed(Private):
    """A private value as it is stored: the box, its commitment, and the place it was found at.

    ``box`` is nonce and ciphertext; ``commitment`` is a salted SHA-256 in hex, of which the salt
    lies in the box. ``place`` is not stored: the mapper sets it to where it read the value.
    """

    person: UUID
    box: bytes
    commitment: str
    place: Place
