"""An address in one cell, taken apart: dwelling, neighborhood, ward."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.importing.vietnamese import composed

_WARD = re.compile(
    r"(?<![^\W\d_])(phường|p\.|xã|x\.|đặc khu|thị trấn|tt\.)\s*(?=\w)", re.IGNORECASE
)
_NEIGHBORHOOD = re.compile(
    r"(?<![^\W\d_])(tổ dân phố|tdp|khu dân cư|kdc|khu phố|kp\.?|tổ|thôn|xóm|ấp|bản|làng|buôn|"
    r"khu(?! (tập thể|đô thị|chung cư|nhà|biệt thự)))\s+(số\s+)?[^,;]+",
    re.IGNORECASE,
)
_VILLAGE = re.compile(r"(thôn|xóm|ấp|bản|làng|buôn|sóc|phum)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;\n]\s*|\s+[–—-]\s+")
_EDGES = " ,;.–—-"
_MOST_WORDS = 5


@dataclass(frozen=True)
class Address:
    """What an address says; what stands behind the ward (city, province) follows from the ward."""

    dwelling: str | None
    neighborhood: str | None
    ward: str | None


def take_apart(text: str, is_ward: Callable[[str], bool]) -> Address:
    """Find the ward in an address, the neighborhood before it, and the dwelling before that.

    ``is_ward`` tells whether a text names one ward that is on record.
    """
    for start, ward in _wards(text):
        if is_ward(ward):
            before = without_neighborhood(text[:start])
            return Address(before.dwelling, before.neighborhood, ward)
    return Address(text, None, None)


def without_neighborhood(text: str) -> Address:
    """Find the neighborhood within an address; the last one that is told counts."""
    found = list(_NEIGHBORHOOD.finditer(text))
    if not found:
        return Address(text.strip(_EDGES) or None, None, None)
    start, end = found[-1].span()
    parts = (text[:start].strip(_EDGES), text[end:].strip(_EDGES))
    dwelling = ", ".join(part for part in parts if part)
    return Address(dwelling or None, found[-1][0].strip(_EDGES), None)


def is_village(neighborhood: str) -> bool:
    """Tell whether a neighborhood is one where houses have no numbers."""
    return _VILLAGE.match(neighborhood) is not None


def parts_of(text: str) -> list[str]:
    """Cut a text where commas and dashes stand."""
    return [part for part in _BETWEEN.split(text) if part]


def _wards(text: str) -> Iterator[tuple[int, str]]:
    """Give what may be the ward, the last first: a part by itself, or words behind *phường*."""
    for found in reversed(list(_WARD.finditer(text))):
        words = composed(_BETWEEN.split(text[found.end() :])[0]).split()
        for count in range(min(len(words), _MOST_WORDS), 0, -1):
            yield found.start(), f"{found[1]} {' '.join(words[:count])}"
    start = 0
    places = []
    for part in parts_of(text):
        start = text.index(part, start)
        places.append((start, part))
        start += len(part)
    yield from reversed(places[1:])
