"""Where a private value stands in the log: rows name the place, and the edge opens it there."""

from __future__ import annotations

from uuid import UUID

from domain.private import Place, Private, Sealed


def place_of(value: Private | None) -> str | None:
    """Name where a stored value stands: the id of its event, and the path of its field."""
    if not isinstance(value, Sealed):
        return None
    return f"{value.place.stream}/{value.place.version}/{value.place.path}"


def place_named(text: str) -> Place:
    """Read such a name back."""
    stream, version, path = text.split("/", 2)
    return Place(UUID(stream), int(version), path)
