"""Which column is which: headings as offices write them, from ``headings.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
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


def _told() -> dict[str, Any]:
    return tomllib.loads(files("service.importing").joinpath("headings.toml").read_text("utf-8"))


def _fields(told: dict[str, Any]) -> dict[str, Field]:
    return {
        key: Field(
            name=Said(field["vi"], field["en"]),
            needed=field.get("needed", False),
            headings=tuple(field["headings"]),
        )
        for key, field in told.items()
    }


_TOLD = _told()
_FILLERS = sorted(map(folded, _TOLD.pop("fillers")), key=len, reverse=True)
_FILLER = re.compile(rf"(?<= )({'|'.join(_FILLERS)}|{'|'.join(map(plain, _FILLERS))})(?= )")
FIELDS = _fields(_TOLD)
NEEDED = tuple(key for key, field in FIELDS.items() if field.needed)


def spelled_out(pattern: str) -> Iterator[str]:
    """Give every heading that a pattern stands for: ``[Họ|Tên] đệm`` is two."""
    parts = _CHOICE.split(pattern)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    yield from ("".join(chosen) for chosen in product(*choices))


def _index(form: Callable[[str], str]) -> dict[str, Heading]:
    """Index the headings in one form; what two fields have in common names neither."""
    index: dict[str, Heading] = {}
    shared: set[str] = set()
    for key, field in FIELDS.items():
        for rank, pattern in enumerate(field.headings):
            for heading in map(form, spelled_out(pattern)):
                found = index.setdefault(heading, Heading(key, rank))
                shared |= {heading} if found.field != key else set()
    return {heading: found for heading, found in index.items() if heading not in shared | {""}}


def _reduced(form: str) -> str:
    """Give a heading without the words that make no other heading of it."""
    return " ".join(_FILLER.sub(" ", f" {form} ").split())


_EXACT = [_index(folded), _index(lambda heading: _reduced(folded(heading)))]
_UNMARKED = [_index(plain), _index(lambda heading: _reduced(plain(heading)))]


@cache
def heading_of(text: str) -> Heading | None:
    """Find the field that a heading names, with what stands in its brackets or without.

    A colon stands for headings one below the other.
    """
    *above, own = text.split(":")
    if above:
        return heading_below(above, own)
    parts = (_named(part) or _named(f"Ngày {part}") for part in _JOINED.split(text))
    named = {part.field for part in parts if part}
    if joined := _TOGETHER.get(frozenset(named)):
        return Heading(joined, 0)
    return _named(text)


def _named(text: str) -> Heading | None:
    for form in (text, _IN_BRACKETS.sub(" ", text)):
        exact, reduced = _UNMARKED if is_plain(form) else _EXACT
        words = plain(form) if is_plain(form) else folded(form)
        if found := exact.get(words) or reduced.get(_reduced(words)):
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
