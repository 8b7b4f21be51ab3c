"""A subject is small: a member, a link, a cell's half-year. Its rows follow from a few streams."""

from __future__ import annotations

Subject = tuple[str, ...]

HORIZON = "horizon"  # the source of whoever asked how far calendar duties are written ahead


def text_of(subject: Subject) -> str:
    """Write a subject as it stands in a table: its kind and its keys, with spaces between them."""
    return " ".join(subject)


def subject_of(text: str) -> Subject:
    """Read a subject back."""
    return tuple(text.split(" "))


def index_key(index: str, *keys: object) -> str:
    """Name one entry of an index as a source that rows follow from."""
    return " ".join((index, *map(str, keys)))
