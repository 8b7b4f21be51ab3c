"""Which column is which: headings as offices write them, from ``headings.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

from service.importing.charsets import CHARSETS
from service.importing.vietnamese import folded, is_plain, plain
from service.importing.wording import Said

LEFT_ASIDE = "left_aside"
_CHOICE = re.compile(r"\[([^\]]*)\]")
_JOINED = re.compile(r"[,;/&+\n–—-]")
_TOGETHER = {
    frozenset({"admitted_on", "official_on"}): "membership",
    frozenset({"letter_number", "letter_date"}): "letter",
}
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*")


class Heading(NamedTuple):
    """A field that a heading names; of two headings for it, the one of the lesser rank counts."""

    field: str
    rank: int


@dataclass(frozen=True)
class Field:
    """What a column may hold, as people call it."""

    name: Said
    needed: bool
    headings: tuple[str, ...]


def _fields() -> dict[str, Field]:
    text = files("service.importing").joinpath("headings.toml").read_text("utf-8")
    told: dict[str, Any] = tomllib.loads(text)
    return {
        key: Field(
            name=Said(field["vi"], field["en"]),
            needed=field.get("needed", False),
            headings=tuple(field["headings"]),
        )
        for key, field in told.items()
    }


FIELDS = _fields()
NEEDED = tuple(key for key, field in FIELDS.items() if field.needed)


def spelled_out(pattern: str) -> Iterator[str]:
    """Give every heading that a pattern stands for: ``[Họ|Tên] đệm`` is two."""
    parts = _CHOICE.split(pattern)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    yield from ("".join(chosen) for chosen in product(*choices))


def _index() -> tuple[dict[str, Heading], dict[str, Heading]]:
    exact: dict[str, Heading] = {}
    unmarked: dict[str, Heading] = {}
    for key, field in FIELDS.items():
        for rank, pattern in enumerate(field.headings):
            for heading in spelled_out(pattern):
                exact.setdefault(folded(heading), Heading(key, rank))
                unmarked.setdefault(plain(heading), Heading(key, rank))
    return exact, unmarked


_EXACT, _UNMARKED = _index()


@cache
def heading_of(text: str) -> Heading | None:
    """Find the field that a heading names, with what stands in its brackets or without."""
    parts = (_named(part) or _named(f"Ngày {part}") for part in _JOINED.split(text))
    named = {part.field for part in parts if part}
    if joined := _TOGETHER.get(frozenset(named)):
        return Heading(joined, 0)
    return _named(text)


def _named(text: str) -> Heading | None:
    for form in (text, _IN_BRACKETS.sub(" ", text)):
        found = _UNMARKED.get(plain(form)) if is_plain(form) else _EXACT.get(folded(form))
        if found:
            return found
    return None


def heading_below(above: Sequence[str], text: str) -> Heading | None:
    """Find what a heading names that stands below others; without words of its own, the last."""
    upper = [one for one in above if one]
    if not words_below(text):
        return heading_of(upper[-1]) if upper else None
    together = (" ".join([*upper[start:], text]) for start in range(len(upper)))
    return next(filter(None, map(heading_of, [*together, text])), None)


def words_below(text: str) -> str:
    """Give the words of a lower heading: *(1)* and *(dương lịch)* are none."""
    words = folded(_IN_BRACKETS.sub(" ", text))
    return "" if words.isdecimal() else words


def count_known(row: Iterable[str]) -> int:
    """Count the fields that the texts of a row name, in the letters in which they name the most."""
    texts = list(row)
    ways = [texts, *([charset.read(text) for text in texts] for charset in CHARSETS)]
    return max(len({found.field for found in map(heading_of, way) if found}) for way in ways)
