"""The header of a list: where it stands, and what the columns below it hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from service.importing.files.sheet import Sheet
from service.importing.headings import FIELDS, LEFT_ASIDE, NEEDED
from service.importing.wording import Said

_NO_FACT = frozenset({LEFT_ASIDE, "ordinal"})
_STANDS_FOR = {
    "full_name": {"given_name"},
    "birth_date": {"birth_man", "birth_woman", "birth_year"},
    "admitted_on": {"membership"},
}


@dataclass(frozen=True)
class Column:
    """A column, counted from 0, under a heading as it is written, and what it is read as."""

    place: int
    text: str
    field: str | None

    @property
    def name(self) -> Said:
        """What the column is called when something is said about it."""
        return Said(self.text, self.text)


@dataclass(frozen=True)
class Header:
    """The rows of the headings, counted from 0, and the columns below them.

    Of two columns for one field one is read; the other has no field. ``more_of_the_name`` are
    columns on which the heading of the name goes on.
    """

    first: int
    last: int
    columns: tuple[Column, ...]
    more_of_the_name: tuple[int, ...] = ()

    @cached_property
    def places(self) -> dict[str, Column]:
        """The column of each field that there is."""
        return {column.field: column for column in self.columns if column.field}

    @property
    def missing(self) -> list[str]:
        """The fields that a list cannot do without and this one has not."""
        return [
            field
            for field in NEEDED
            if field not in self.places and not _STANDS_FOR[field] & self.places.keys()
        ]

    @property
    def unread(self) -> list[Column]:
        """The columns that have a heading and are not read."""
        unread = (c for c in self.columns if c.field is None and c.text)
        return [column for column in unread if column.place not in self.more_of_the_name]

    @property
    def known(self) -> int:
        """How many fields of a member there are."""
        return len(self.places.keys() - _NO_FACT)

    def name_of(self, field: str) -> Said:
        """Name a field by its heading in the list, or else as it is usually called."""
        return self.places[field].name if field in self.places else FIELDS[field].name

    def same_headings(self, sheet: Sheet, row: int) -> bool:
        """Tell whether the headings stand on a row once more, as they do on a second page."""
        shown = [str(sheet.cell(self.first, column.place)) for column in self.columns]
        here = [str(sheet.cell(row, column.place)) for column in self.columns]
        return any(shown) and shown == here
