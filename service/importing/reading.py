"""Reading the cells of one row: what is wrong is gathered, each under its heading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from service.importing.days import DayReader
from service.importing.doubts import doubt_about
from service.importing.table import Line, Table
from service.importing.values import is_none, text_of
from service.importing.wording import CellFault, Fault, Said

T = TypeVar("T")

EMPTY = Said("để trống. Điền vào rồi nhập lại.", "is empty. Fill it in.")
_DAYS = (
    "birth_date",
    "birth_man",
    "birth_woman",
    "admitted_on",
    "official_on",
    "membership",
    "letter_date",
    "letter",
    "slip_date",
)
_MAY_BE_AHEAD = frozenset({"official_on", "membership"})


class Reading:
    """Reads the cells of one row and gathers every fault, each under its heading."""

    def __init__(self, line: Line, days: DaysOfTable) -> None:
        self.line = line
        self.faults: list[Fault] = []
        self._days = days
        self._faulty: set[str] = set()

    def fault(self, field: str, what: Said) -> None:
        """Note what is wrong under the heading of a field."""
        column = self.line.header.places.get(field)
        place = column.place if column else None
        self.faults.append(Fault(self.line.header.name_of(field), place, what))
        self._faulty.add(field)

    def lacks(self, field: str, what: Said) -> None:
        """Note that a field is missing, unless something is wrong with what stands there."""
        if field not in self._faulty:
            self.fault(field, what)

    @contextmanager
    def under(self, field: str) -> Iterator[None]:
        """Note the fault of a cell under the heading of its field."""
        try:
            yield
        except CellFault as fault:
            self.fault(field, fault.said)

    def take(self, field: str, read: Callable[[Any], T | None]) -> T | None:
        """Read the cell of a field; ``None`` where it is empty or wrong."""
        with self.under(field):
            return read(self.line.cell(field))
        return None

    def text(self, field: str) -> str | None:
        """Read a text."""
        return self.take(field, text_of)

    def day(self, field: str, *, may_be_none: bool = False) -> date | None:
        """Read a day; ``may_be_none`` where a list may say in words that there is none."""
        if may_be_none and is_none(self.line.cell(field)):
            return None
        return self.take(field, self.reader(field).read)

    def reader(self, field: str) -> DayReader:
        """Give the reader of the days of a field."""
        return self._days.reader(field)

    def needed(self, field: str, value: T | None) -> T | None:
        """Note where a field is empty that has to be filled in."""
        if value is None:
            self.lacks(field, EMPTY)
        return value


class DaysOfTable:
    """The readers of the columns of days of one table, with what is doubtful about a column."""

    def __init__(self, table: Table, today: date) -> None:
        self._plain = DayReader(today, from_1904=table.sheet.counts_from_1904)
        self._doubts = {
            field: doubt
            for field in _DAYS
            if (doubt := doubt_about(line.cell(field) for line in table.lines))
        }

    def reader(self, field: str) -> DayReader:
        """Give the reader of a field."""
        return replace(
            self._plain,
            of_birth=field.startswith("birth"),
            ahead=field in _MAY_BE_AHEAD,
            doubt=self._doubts.get(field),
        )
