"""A row of the list, read and not yet matched with anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from service.importing.headings import HEADINGS, NEEDED
from service.importing.values import day_of, sex_of, text_of
from service.importing.wording import RowFault

LEAST_TOLD = 2


@dataclass(frozen=True, kw_only=True)
class Row:
    """One member as the list has him."""

    full_name: str
    birth_date: date
    sex: str | None
    admitted_on: date
    official_on: date | None
    cell: str
    dwelling: str | None
    commune: str | None
    neighborhood: str | None
    residence_cell: str | None
    household: str | None
    letter_number: str | None
    letter_date: date | None
    slip_date: date | None

    @property
    def person(self) -> tuple[str, date, date]:
        """What tells one member from another."""
        return self.full_name.casefold(), self.birth_date, self.admitted_on

    @property
    def has_letter(self) -> bool:
        """Tell whether the list knows of a letter."""
        return self.letter_number is not None or self.letter_date is not None


def is_blank(cells: Sequence[Any], columns: dict[str, int]) -> bool:
    """Tell whether a row says nothing of a member: empty, a total, a signature below the list."""
    return sum(text_of(_cell(cells, columns, field)) is not None for field in NEEDED) < LEAST_TOLD


def read_row(cells: Sequence[Any], columns: dict[str, int]) -> Row:
    """Read one row; raise ``RowFault``."""
    texts = {
        field: text_of(_cell(cells, columns, field))
        for field in HEADINGS
        if not field.endswith(("_date", "_on")) and field != "sex"
    }
    days = {
        field: day_of(_cell(cells, columns, field), HEADINGS[field][0])
        for field in HEADINGS
        if field.endswith(("_date", "_on"))
    }
    read: dict[str, Any] = texts | days | {"sex": sex_of(_cell(cells, columns, "sex"))}
    for field in NEEDED:
        if read[field] is None:
            heading = HEADINGS[field][0]
            raise RowFault(f"{heading}: để trống.", f"{heading}: empty.")
    return Row(**read)


def _cell(cells: Sequence[Any], columns: dict[str, int], field: str) -> Any:
    column = columns.get(field)
    return "" if column is None or column >= len(cells) else cells[column]
