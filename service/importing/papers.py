"""What a row knows of the letter and of its slip."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import Any

from service.importing.days import DayReader, days_within
from service.importing.member import Papers
from service.importing.reading import Reading
from service.importing.values import stated
from service.importing.wording import CellFault

_BEFORE = re.compile(r"^(số)?[\s:.,;]*", re.IGNORECASE)
_BEHIND = re.compile(r"[\s,;(–-]*(ký|cấp)?\s*(ngày)?[\s:.]*$", re.IGNORECASE)


def read_papers(reading: Reading) -> Papers:
    """Read number and date of the letter, from columns of their own or from one, and the slip's."""
    places = reading.line.header.places
    number, dated = reading.take("letter_number", _number), None
    if "letter" in places:
        read = partial(_number_and_day, reading.reader("letter"))
        number, dated = reading.take("letter", read) or (None, None)
    if "letter_date" in places:
        dated = reading.day("letter_date", may_be_none=True)
    slip = reading.day("slip_date", may_be_none=True)
    return Papers(letter_number=number, letter_date=dated, slip_date=slip)


def _number_and_day(reader: DayReader, cell: Any) -> tuple[str | None, date | None]:
    """Read number and date out of one cell: *017-GGT/ĐU ngày 06/3/2020*."""
    if isinstance(cell, date):
        return None, reader.read(cell)
    text = stated(cell)
    found = days_within(text or "")
    if text is None or not found:
        return _number(cell), None
    if rest := text[found[-1].end() :].strip(" .,;)"):
        raise CellFault(
            f"“{text}” có thêm “{rest}” sau ngày. Chỉ ghi số và ngày của giấy mới nhất.",
            f"“{text}” has “{rest}” behind the day. Write number and day of the last letter only.",
        )
    number = _BEHIND.sub("", _BEFORE.sub("", text[: found[-1].start()]))
    return _number(number) if number else None, reader.read(found[-1][0])


def _number(cell: Any) -> str | None:
    number = stated(cell)
    if number is not None and not any(c.isdecimal() for c in number):
        raise CellFault(
            f"“{number}” không phải số giấy. Ghi như 017-GGT/ĐU, hoặc để trống nếu chưa có giấy.",
            f"“{number}” is no number of a letter. Write it as 017-GGT/ĐU, or leave it empty.",
        )
    return number
