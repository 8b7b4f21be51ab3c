"""What stands in a cell, read as what its column wants."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from service.importing.vietnamese import composed, plain
from service.importing.wording import RowFault

_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_SEXES = {"nam": "Nam", "nu": "Nữ"}


def text_of(cell: Any) -> str | None:
    """Read a text; a number that is whole loses the ``.0`` that Excel gives it."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}"
    return composed(str(cell)) or None


def day_of(cell: Any, heading: str) -> date | None:
    """Read a day, Excel's own or written ``dd/mm/yyyy``; raise ``RowFault``."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    if text is None:
        return None
    if found := _DAY.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            pass
    raise RowFault(
        f"{heading}: “{text}” không phải ngày (ghi ngày/tháng/năm, ví dụ 03/02/1980).",
        f"{heading}: “{text}” is no date (day/month/year, such as 03/02/1980).",
    )


def sex_of(cell: Any) -> str | None:
    """Read the sex, or raise ``RowFault``."""
    text = text_of(cell)
    if text is None:
        return None
    if sex := _SEXES.get(plain(text)):
        return sex
    raise RowFault(
        f"Giới tính: “{text}” không phải Nam hoặc Nữ.", f"Sex: “{text}” is not Nam or Nữ."
    )
