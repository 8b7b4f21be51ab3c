"""A day as it stands in a cell: Excel's own, its serial number, or typed; nothing is made up.

A month or a year alone is no day and is refused. Two digits of a year are taken where only one
century makes sense of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from service.importing.files.serial_days import day_of_serial
from service.importing.files.sheet import Damaged
from service.importing.vietnamese import composed, folded
from service.importing.wording import CellFault, Said

_BETWEEN = r"\s*[/.\-\\,]\s*"
DAY = re.compile(rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{4}}|\d{{2}})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_IN_WORDS = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE)
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?(SA|CH|AM|PM))?$", re.IGNORECASE)
_MONTH = re.compile(
    rf"(tháng )?\d{{1,2}}({_BETWEEN}| năm | )\d{{4}}|tháng \d{{1,2}}", re.IGNORECASE
)
_YEAR = re.compile(r"(năm )?(1[89]|20)\d{2}", re.IGNORECASE)
AROUND = " '’‘`\"“”.,;:"
_LETTERS_FOR_DIGITS = str.maketrans("OoQlI|", "000111")
_YEARS = range(1900, 2101)
_EARLIEST_SERIAL = 3_654  # the first day of 1910
_FOUNDED = date(1930, 2, 3)
_OLDEST, _YOUNGEST = 100, 18
MONTHS, _DAYS = 12, 31
_CENTURY = 100

EXAMPLE = Said(
    "Ghi đủ ngày/tháng/năm, ví dụ 03/02/1980.", "Write day/month/year, such as 03/02/1980."
)


@dataclass(frozen=True)
class DayReader:
    """Reads the days of one column; ``doubt`` says why day and month may have changed places.

    ``today`` is the service's day, after which nothing on a list is dated; but a list may tell in
    advance, by a year, when somebody's probation ends (``ahead``).
    """

    today: date
    of_birth: bool = False
    ahead: bool = False
    from_1904: bool = False
    doubt: Said | None = None

    def read(self, cell: Any) -> date | None:
        """Read a cell; ``None`` where it is empty. Raise ``CellFault``."""
        if isinstance(cell, Damaged):
            raise CellFault(*cell.said)
        if isinstance(cell, bool):
            raise _no_day("TRUE" if cell else "FALSE")
        if isinstance(cell, int | float):
            return self._in_time(self._of_number(cell), cell)
        if isinstance(cell, date):
            return self._in_time(self._of_date(cell), cell)
        text = composed(str(cell)).strip(AROUND)
        return self._in_time(self._of_text(text), text) if text else None

    def _of_number(self, number: float) -> date:
        if number in _YEARS:
            raise _only_a_year(f"{number:.0f}")
        found = None
        if _EARLIEST_SERIAL <= number == number // 1:
            found = day_of_serial(number, from_1904=self.from_1904)
        if not isinstance(found, date):
            raise _no_day(f"{number:.10g}")
        return found

    def _of_date(self, cell: date) -> date:
        day = cell.date() if isinstance(cell, datetime) else cell
        if (serial := (day - self._first_day).days) in _YEARS:
            raise _only_a_year(str(serial))
        if self.doubt and day.day <= MONTHS and day.day != day.month:
            raise CellFault(
                f"“{day:%d/%m/%Y}” {self.doubt.vi}", f"“{day:%d/%m/%Y}” {self.doubt.en}"
            )
        return day

    @property
    def _first_day(self) -> date:
        return date(1904, 1, 1) if self.from_1904 else date(1899, 12, 30)

    def _of_text(self, text: str) -> date:
        dated = _TIME.sub("", text).strip(AROUND)
        if found := _YEAR_FIRST.fullmatch(dated):
            year, month, day = (int(part) for part in found.groups())
            return _day(year, month, day, text)
        if found := DAY.fullmatch(dated) or _IN_WORDS.fullmatch(dated):
            return self._of_parts(found[1], found[2], found[3], text)
        if _MONTH.fullmatch(dated):
            raise CellFault(
                f"“{text}” thiếu ngày. {EXAMPLE.vi}", f"“{text}” is without a day. {EXAMPLE.en}"
            )
        if _YEAR.fullmatch(dated):
            raise _only_a_year(text)
        raise (
            _mistyped(text)
            if DAY.fullmatch(dated.translate(_LETTERS_FOR_DIGITS))
            else _no_day(text)
        )

    def _of_parts(self, first: str, second: str, year: str, text: str) -> date:
        day, month = int(first), int(second)
        if day <= MONTHS < month <= _DAYS:
            raise CellFault(
                f"“{text}” không có tháng {month}: có lẽ ghi tháng trước ngày. "
                f"Ghi ngày/tháng/năm: {month:02}/{day:02}/{year}.",
                f"“{text}” has no month {month}: the month may stand before the day. "
                f"Write day/month/year: {month:02}/{day:02}/{year}.",
            )
        if self.doubt and day != month and max(day, month) <= MONTHS:
            raise CellFault(f"“{text}” {self.doubt.vi}", f"“{text}” {self.doubt.en}")
        if len(year) == 4:  # noqa: PLR2004
            return _day(int(year), month, day, text)
        return self._of_two_digits(int(year), month, day, text)

    def _of_two_digits(self, year: int, month: int, day: int, text: str) -> date:
        first, last = self._sensible
        centuries = range(first.year // _CENTURY, last.year // _CENTURY + 1)
        days = (_possible(century * _CENTURY + year, month, day) for century in centuries)
        sensible = [found for found in days if found and first <= found <= last]
        if len(sensible) != 1:
            raise CellFault(
                f"“{text}” không rõ thế kỷ nào. {EXAMPLE.vi}",
                f"“{text}” does not say of which century. {EXAMPLE.en}",
            )
        return sensible[0]

    @property
    def _sensible(self) -> tuple[date, date]:
        """When a member may have been born; when a paper of the Party may have been written."""
        if not self.of_birth:
            return _FOUNDED, self._latest
        return _years_before(self.today, _OLDEST), _years_before(self.today, _YOUNGEST)

    @property
    def _latest(self) -> date:
        return _years_before(self.today, -1) if self.ahead else self.today

    def _in_time(self, day: date, cell: Any) -> date:
        if day > self._latest:
            shown = f"{day:%d/%m/%Y}" if isinstance(cell, date | float | int) else cell
            raise CellFault(
                f"“{shown}” là ngày sau hôm nay ({self.today:%d/%m/%Y}). Kiểm tra lại năm.",
                f"“{shown}” is after today ({self.today:%d/%m/%Y}). Look at the year again.",
            )
        if day.year < _YEARS[0]:
            raise _no_day(str(cell))
        return day


def days_within(text: str) -> list[re.Match[str]]:
    """Find the days that are typed within a text."""
    return list(DAY.finditer(composed(text)))


def is_like_a_day(cell: Any) -> bool:
    """Tell whether a cell may be meant for a day: a date, a number, or a text with digits."""
    if isinstance(cell, Damaged | date | int | float):
        return True
    return any(c.isdecimal() for c in str(cell)) and not folded(str(cell)).startswith("ngày ")


def _day(year: int, month: int, day: int, text: str) -> date:
    found = _possible(year, month, day)
    if found is None:
        raise _no_day(text)
    return found


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years_before(day: date, years: int) -> date:
    return date(day.year - years, day.month, min(day.day, 28))


def _no_day(text: str) -> CellFault:
    return CellFault(
        f"“{text}” không phải ngày. {EXAMPLE.vi}", f"“{text}” is no date. {EXAMPLE.en}"
    )


def _only_a_year(text: str) -> CellFault:
    return CellFault(
        f"“{text}” chỉ có năm, thiếu ngày và tháng. {EXAMPLE.vi}",
        f"“{text}” is a year alone, without day and month. {EXAMPLE.en}",
    )


def _mistyped(text: str) -> CellFault:
    return CellFault(
        f"“{text}” có chữ cái thay cho chữ số (O thay 0, l thay 1). {EXAMPLE.vi}",
        f"“{text}” has letters in place of digits (O for 0, l for 1). {EXAMPLE.en}",
    )
