"""Excel's days: a number that counts days, shown as a date by the format of its cell."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_SHOWN_AS_DATE = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_A_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_CODES = re.compile(r"[dmyhs]|b{2}", re.IGNORECASE)
_GENERAL = re.compile(r"general", re.IGNORECASE)
_LAST = 2_958_465  # 31 December 9999


def shows_a_date(number: int, code: str | None) -> bool:
    """Tell whether a number format shows a date or a time; ``code`` where it is no built-in one."""
    if code is None:
        return number in _SHOWN_AS_DATE
    return bool(_CODES.search(_GENERAL.sub("", _NOT_A_CODE.sub("", code))))


def day_of_serial(serial: float, *, from_1904: bool) -> date | datetime | time | float:
    """Give the day that a number stands for, with its time if it has one; no day stays a number.

    Less than a day is a time. Excel has a day 60, the 29 February 1900, which there was not.
    """
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    midnight = datetime(first.year, first.month, first.day)  # noqa: DTZ001 - Excel has no zone
    if 0 <= serial < 1:
        return (midnight + timedelta(days=serial)).time()
    if not 1 <= serial <= _LAST - (first - date(1899, 12, 30)).days:
        return serial
    if not from_1904 and serial < 60:  # noqa: PLR2004
        serial += 1
    if serial == int(serial):
        return first + timedelta(days=int(serial))
    return midnight + timedelta(seconds=round(serial * 86_400))
