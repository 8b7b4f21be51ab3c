"""Bodies as the service lists them, found by what a list calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.organization import Kind
from service.importing.vietnamese import folded, is_plain, plain
from service.importing.wording import CellFault

_SHORT_FOR = {
    "p": "phường",
    "x": "xã",
    "đk": "đặc khu",
    "tdp": "tổ dân phố",
    "kdc": "khu dân cư",
    "kp": "khu phố",
    "đu": "đảng ủy",
    "đb": "đảng bộ",
    "cb": "chi bộ",
}
_KINDS = ("đảng ủy", "đảng bộ", "chi bộ", "chi ủy", "phường", "xã", "đặc khu")
_PLACES = ("tổ dân phố", "khu dân cư", "khu phố", "tổ", "khu", "thôn", "xóm", "ấp", "bản", "số")
_NEAR = 0.6
_PREFIXES = tuple(f"{folded(prefix)} " for prefix in _KINDS + _PLACES)


@dataclass(frozen=True, kw_only=True)
class Body:
    """A body as the service lists it."""

    id: UUID
    code: str
    kind: Kind
    name: str
    parent: UUID | None
    sides: frozenset[Side]
    commune_unit: str | None
    neighborhood: str | None
    followed_from: date

    @classmethod
    def of(cls, listed: Mapping[str, Any]) -> Body:
        """Read a body out of the answer."""
        return cls(
            id=UUID(listed["id"]),
            code=listed["code"],
            kind=Kind(listed["kind"]),
            name=listed["name"],
            parent=UUID(listed["parent"]) if listed["parent"] else None,
            sides=frozenset(Side(side) for side in listed["sides"]),
            commune_unit=listed["commune_unit"],
            neighborhood=listed["neighborhood"],
            followed_from=date.fromisoformat(listed["followed_from"]),
        )


class Named:
    """The bodies that may stand under one heading of a list."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        named = list(bodies)
        self._names = {plain(body.name): body.name for body in named}
        self._whole = _index(named, _whole_names)
        self._short = _index(named, _short_names)
        self._plain = _index(named, lambda body: map(plain, _short_names(body)))

    def find(self, given: str) -> Body:
        """Find the body that is meant; raise ``CellFault`` where it is none, or may be several."""
        called = list(self.called(given))
        if len(called) == 1:
            return called[0]
        if called:
            codes = ", ".join(sorted(body.code for body in called))
            raise CellFault(
                f"“{given}” có thể là nhiều tổ chức ({codes}). Ghi mã thay tên.",
                f"“{given}” may be several bodies ({codes}). Write the code.",
            )
        vi, en = self._near(given)
        raise CellFault(
            f"không có tổ chức nào tên “{given}” trong hệ thống{vi}. Ghi tên hoặc mã đang dùng.",
            f"no body called “{given}” is on record{en}. Write the name or code in use.",
        )

    def only(self, given: str) -> Body | None:
        """Find the one body that is meant; ``None`` where it is none, or may be several."""
        called = list(self.called(given))
        return called[0] if len(called) == 1 else None

    def _near(self, given: str) -> tuple[str, str]:
        near = get_close_matches(plain(given), self._names, n=1, cutoff=_NEAR)
        if not near:
            return "", ""
        name = self._names[near[0]]
        return f" (gần nhất là “{name}”)", f" (the nearest is “{name}”)"

    def called(self, given: str) -> Iterable[Body]:
        """Give the bodies that may be meant: the more of the name fits, the better.

        Text typed without diacritics is compared without them, and only that.
        """
        forms = list(_forms(given))
        short = self._plain if is_plain(given) else self._short
        for index, form in [(self._whole, forms[0]), *((short, form) for form in forms)]:
            if found := index.get(form):
                return found.values()
        return ()


def _index(
    bodies: Iterable[Body], names: Callable[[Body], Iterable[str]]
) -> dict[str, dict[UUID, Body]]:
    index: dict[str, dict[UUID, Body]] = {}
    for body in bodies:
        for name in names(body):
            index.setdefault(name, {})[body.id] = body
    return index


def _whole_names(body: Body) -> Iterator[str]:
    yield folded(body.code)
    yield folded(body.name)


def _short_names(body: Body) -> Iterator[str]:
    for name in (body.code, body.name, body.commune_unit, body.neighborhood):
        if name:
            yield from _forms(name)


def _forms(name: str) -> Iterator[str]:
    """Give a name whole, then without what it begins with: *Đảng ủy phường An Khê*, *An Khê*."""
    form = _written_out(folded(name))
    yield form
    while found := [prefix for prefix in _PREFIXES if form.startswith(prefix)]:
        form = _written_out(form.removeprefix(found[0]))
        yield form


def _written_out(form: str) -> str:
    """Write short words out, and numbers without a zero before them."""
    first, blank, rest = form.partition(" ")
    if blank and first in _SHORT_FOR:
        form = f"{folded(_SHORT_FOR[first])} {rest}"
    return " ".join(word.lstrip("0") or word for word in form.split())


def place_form(name: str) -> str:
    """Write a neighborhood in one form: *TDP 3*, *Tổ 03* and *Tổ dân phố số 3* are one."""
    words = _written_out(folded(name)).split()
    group, number = folded("tổ"), folded("số")
    if words[:1] == [group] and words[1:3] != folded("dân phố").split():
        words[:1] = folded("tổ dân phố").split()
    return " ".join(word for word in words if word != number)
