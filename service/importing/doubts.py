"""A column in which day and month may have changed places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from service.importing.days import AROUND, DAY, MONTHS
from service.importing.vietnamese import composed
from service.importing.wording import Said

_ENOUGH = 3
_MONTH_FIRST = Said(
    "không rõ ngày trước hay tháng trước: cùng cột có ô ghi tháng trước ngày. "
    "Ghi lại cả cột theo ngày/tháng/năm.",
    "may be day or month first: the column has months before days. "
    "Write the whole column as day/month/year.",
)
_CHANGED = Said(
    "có lẽ Excel đã đổi chỗ ngày và tháng: trong cột, ô nào Excel nhận là ngày đều từ 1 đến 12, ô "
    "nào lớn hơn đều còn là chữ. Định dạng cột là Văn bản (Text) và ghi lại.",
    "may have day and month in each other's place: all dates of the column that Excel took have "
    "days up to 12, all later ones stayed text. Format it as text and type it again.",
)


def doubt_about(cells: Iterable[Any]) -> Said | None:
    """Tell why the days of a column may be wrong, if they may.

    Either a typed one has its month first, and none its day. Or every date of Excel's own has a day
    up to 12, and every one that stayed text is later in its month: then Excel took for dates what
    it could read in the order of another country.
    """
    typed, own = [], []
    for cell in cells:
        if isinstance(cell, date):
            own.append(cell.day)
        elif isinstance(cell, str) and (found := DAY.fullmatch(composed(cell).strip(AROUND))):
            typed.append((int(found[1]), int(found[2])))
    later = [first > MONTHS for first, _ in typed]
    if any(first <= MONTHS < second for first, second in typed) and not any(later):
        return _MONTH_FIRST
    if len(later) >= _ENOUGH and all(later) and len(own) >= _ENOUGH and max(own) <= MONTHS:
        return _CHANGED
    return None
