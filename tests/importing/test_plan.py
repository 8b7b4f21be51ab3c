from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from service.importing.entering import key_of
from service.importing.importer import Planned, plan
from service.importing.report import ImportReport, Outcome
from tests.importing.test_matching import REGISTER, id_of
from tests.importing.workbooks import write

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


def changed(row: Sequence[Any], **cells: Any) -> list[Any]:
    places = {"name": 1, "born": 2, "admitted": 4, "cell": 6, "home": 7, "quarter": 8, "ward": 9}
    places |= {"residence_cell": 10, "letter": 11, "letter_date": 12}
    new = list(row)
    for name, value in cells.items():
        new[places[name]] = value
    return new


def planned(tmp_path: Path, *rows: Sequence[Any]) -> tuple[ImportReport, list[Planned]]:
    return plan(write(tmp_path / "list.xlsx", rows), REGISTER)


def test_a_row_becomes_three_commands(tmp_path: Path) -> None:
    report, [row] = planned(tmp_path, THAM)
    assert [line.outcome for line in report.rows] == [Outcome.READY]
    assert row.entering.enrolment == {
        "occurred_on": "2025-01-01",
        "committee": str(id_of("vtv")),
        "cell": str(id_of("vtv-01")),
        "how": "INITIAL",
        "full_name": "Nguyễn Thị Thắm",
        "birth_date": "1980-02-03",
        "sex": "Nữ",
        "admitted_on": "2004-05-19",
        "official_on": "2005-05-19",
    }
    assert row.entering.residence("m") == {
        "occurred_on": "2025-01-01",
        "member": "m",
        "body": str(id_of("px1")),
        "neighborhood": "Tổ dân phố số 3",
        "dwelling": "Số 12, ngõ 4",
        "household": None,
    }
    assert row.entering.link("m") == {
        "occurred_on": "2025-01-01",
        "member": "m",
        "cell": str(id_of("px1-3")),
        "letter_number": "017-GGT/ĐU",
        "letter_date": "2020-03-06",
        "slip_date": None,
    }


def test_who_has_no_letter_has_no_link(tmp_path: Path) -> None:
    _, [row] = planned(tmp_path, changed(THAM, letter=None, letter_date=None))
    assert row.entering.link("m") is None
    assert row.entering.residence("m") is not None


def test_who_tells_no_address_is_enrolled_all_the_same(tmp_path: Path) -> None:
    nowhere = {"home": None, "quarter": None, "ward": None, "residence_cell": None}
    row = changed(THAM, letter=None, letter_date=None, **nowhere)
    _, [entered] = planned(tmp_path, row)
    assert entered.entering.residence("m") is None


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"born": "1980"}, "Ngày sinh"),
        ({"born": None}, "Ngày sinh: để trống"),
        ({"admitted": "31/02/2004"}, "Ngày vào đảng"),
        ({"cell": "Phòng Lạ"}, "Chi bộ"),
        ({"cell": None}, "Chi bộ: để trống"),
        ({"ward": "Phường Lạ"}, "Phường/Xã"),
        ({"ward": None}, "Phường/Xã: để trống"),
        ({"residence_cell": "Chi bộ Tổ dân phố số 9"}, "Chi bộ nơi cư trú"),
        ({"home": None}, "Nơi ở"),
        ({"letter_date": "tháng 3"}, "Ngày giấy giới thiệu"),
    ],
)
def test_a_row_that_cannot_be_entered_says_why_and_stops_no_other(
    tmp_path: Path, cells: dict[str, Any], said: str
) -> None:
    other = changed(THAM, name="Trần Văn Sáng")
    report, rows = planned(tmp_path, changed(THAM, **cells), other)
    assert len(rows) == 1
    [refused] = report.refused
    assert refused.number == 4
    assert refused.reason is not None
    assert refused.reason.vi.startswith(said)
    assert refused.reason.en


def test_a_member_who_stands_twice_in_the_list_is_entered_once(tmp_path: Path) -> None:
    again = changed(THAM, name="  nguyễn  thị thắm ", home="Chỗ khác")
    report, rows = planned(tmp_path, THAM, again)
    assert len(rows) == 1
    assert report.refused[0].reason is not None
    assert "hàng 4" in report.refused[0].reason.vi


def test_empty_rows_totals_and_signatures_are_no_members(tmp_path: Path) -> None:
    report, _ = planned(
        tmp_path, [], THAM, ["", "Tổng cộng: 1 đồng chí"], ["", "", "", "Người lập biểu"]
    )
    assert [line.number for line in report.rows] == [5]


def test_the_key_of_a_command_comes_from_what_it_says(tmp_path: Path) -> None:
    _, [first] = planned(tmp_path, THAM)
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Thắm")
    _, [_, second] = planned(
        tmp_path, changed(THAM, name="Trần Văn Sáng"), changed(THAM, name=decomposed)
    )
    keys = [key_of("enroll-member", row.entering.enrolment, "secret") for row in (first, second)]
    assert keys[0] == keys[1]
    assert key_of("enroll-member", first.entering.enrolment, "another") != keys[0]
    assert key_of("declare-residence", first.entering.enrolment, "secret") != keys[0]
