from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from service.importing.headings import find_header
from service.importing.wording import UnreadableList

NEEDED = ["Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Chi bộ"]


@pytest.mark.parametrize(
    "headings",
    [
        NEEDED,
        [unicodedata.normalize("NFD", heading) for heading in NEEDED],
        [heading.upper() for heading in NEEDED],
        ["ho va ten", "NGAY SINH", "ngay vao dang", "chi bo"],
        ["Họ  và\ntên ", "Ngày, tháng, năm sinh", "Ngày kết nạp", "Chi bộ đang sinh hoạt"],
    ],
)
def test_headings_are_known_however_they_are_typed(headings: list[str]) -> None:
    rows: list[list[Any]] = [["DANH SÁCH"], [], ["TT", *headings, "Ghi chú"], [1, "Thắm"]]
    place, columns = find_header(rows)
    assert place == 2
    assert columns == {"full_name": 1, "birth_date": 2, "admitted_on": 3, "cell": 4}


def test_of_two_columns_alike_the_first_counts() -> None:
    _, columns = find_header([[*NEEDED, "Chi bộ"]])
    assert columns["cell"] == 3


def test_a_list_without_headings_is_refused() -> None:
    with pytest.raises(UnreadableList, match="hàng tiêu đề"):
        find_header([["Họ và tên", "Ngày sinh"], ["Nguyễn Thị Thắm", "03/02/1980"]])


def test_a_column_that_is_needed_and_missing_is_named() -> None:
    with pytest.raises(UnreadableList, match="“Ngày vào đảng”"):
        find_header([["Họ và tên", "Ngày sinh", "Chi bộ"]])
