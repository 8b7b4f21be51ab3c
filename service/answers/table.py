"""The columns of an answer, as data: where a value stands in an item, and its two headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from domain.acts import Side


class Label(NamedTuple):
    """The same thing said in both languages."""

    vi: str
    en: str

    def said_in(self, language: str) -> str:
        """Say it in English where that is asked for, else in Vietnamese."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``path`` are the names in an item of the JSON answer, joined by dots.

    ``path_en`` is for English, where it has a field of its own; ``codes`` says what the codes of
    the field mean; ``is_day``: a day that the item holds as text.
    """

    path: str
    vi: str
    en: str
    path_en: str | None = None
    codes: Mapping[str, Label] | None = None
    is_day: bool = False

    def heading(self, language: str) -> str:
        """Give the heading."""
        return Label(self.vi, self.en).said_in(language)

    def names(self, language: str) -> list[str]:
        """Give the names under which the value is found, one inside the other."""
        path = self.path_en if language == "en" and self.path_en else self.path
        return path.split(".")


@dataclass(frozen=True, slots=True)
class Table:
    """An answer as a table, what matters most first.

    ``by_name`` is the path of the full name after which the rows are sorted; without it they stay
    in the order of the answer. ``side``: the table is that of a body on this side only.
    """

    columns: tuple[Column, ...]
    by_name: str | None = None
    side: Side | None = None
    given: str | None = None

    def headings(self, language: str) -> list[str]:
        """Give the headings of all columns."""
        return [column.heading(language) for column in self.columns]
