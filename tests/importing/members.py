"""Three members of the small town, as a list tells of them, and a list as it was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from service.importing.lists import MembersList, read_list
from service.importing.twice import ListRow
from tests.importing.register import OFFICE

THAM = [
    1,
    "Nguyễn Thị Thắm",
    date(1980, 2, 3),
    "Nữ",
    "19/05/2004",
    date(2005, 5, 19),
    "Chi bộ Phòng Khoa học",
    "Số 12, ngõ 4",
    "Tổ dân phố số 3",
    "Phường An Hòa",
    "Chi bộ Tổ dân phố số 3",
    "017-GGT/ĐU",
    "06/03/2020",
]
_PLACES = {"name": 1, "born": 2, "sex": 3, "admitted": 4, "official": 5, "cell": 6, "home": 7}
_PLACES |= {"quarter": 8, "ward": 9, "residence_cell": 10, "letter": 11, "letter_date": 12}


def changed(row: Sequence[Any], **cells: Any) -> list[Any]:
    new = list(row)
    for name, value in cells.items():
        new[_PLACES[name]] = value
    return new


SANG = changed(THAM, name="Trần Văn Sáng", sex="Nam", born="14/12/1975")


def read(file: Path, *sheets: str) -> MembersList:
    return read_list(file, OFFICE, sheets)


def faults(row: ListRow) -> list[str]:
    """What is wrong with a row, in Vietnamese; each in English too."""
    assert all(fault.said.en and fault.said.en != fault.said.vi for fault in row.faults)
    return [fault.said.vi for fault in row.faults]


def entered(read: MembersList) -> dict[str, str]:
    """The members who can be entered, and the codes of their cells."""
    return {r.entering.identity.full_name: r.entering.cell.code for r in read.rows if r.entering}
