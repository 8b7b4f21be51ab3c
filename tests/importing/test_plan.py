"""From the rows of a list to the commands that enter them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from service.importing.entering import Entering, key_of
from service.importing.lists import MembersList
from tests.importing.members import SANG, THAM, changed, entered, faults, read
from tests.importing.register import id_of
from tests.importing.workbooks import write


def listed(tmp_path: Path, *rows: Sequence[Any]) -> MembersList:
    return read(write(tmp_path / "list.xlsx", rows))


def only(tmp_path: Path, row: Sequence[Any]) -> Entering:
    [found] = listed(tmp_path, row).rows
    assert found.entering, faults(found)
    return found.entering


def test_a_row_becomes_three_commands(tmp_path: Path) -> None:
    entering = only(tmp_path, THAM)
    assert entering.enrolment == {
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
    assert entering.residence("m") == {
        "occurred_on": "2025-01-01",
        "member": "m",
        "body": str(id_of("px1")),
        "neighborhood": "Tổ dân phố số 3",
        "dwelling": "Số 12, ngõ 4",
        "household": None,
    }
    assert entering.link("m") == {
        "occurred_on": "2025-01-01",
        "member": "m",
        "cell": str(id_of("px1-3")),
        "letter_number": "017-GGT/ĐU",
        "letter_date": "2020-03-06",
        "slip_date": None,
    }


def test_who_has_no_letter_has_no_link(tmp_path: Path) -> None:
    entering = only(tmp_path, changed(THAM, letter=None, letter_date=None))
    assert entering.link("m") is None
    assert entering.residence("m") is not None


def test_who_tells_no_address_is_enrolled_all_the_same(tmp_path: Path) -> None:
    nowhere = {"home": None, "quarter": None, "ward": None, "residence_cell": None}
    entering = only(tmp_path, changed(THAM, letter=None, letter_date=None, **nowhere))
    assert entering.residence("m") is None


def test_nobody_is_on_the_roster_before_he_was_admitted(tmp_path: Path) -> None:
    row = changed(THAM, admitted="03/02/2026", official=None, letter=None, letter_date=None)
    entering = only(tmp_path, row)
    assert entering.enrolment["occurred_on"] == "2026-02-03"
    residence = entering.residence("m")
    assert residence is not None
    assert residence["occurred_on"] == "2026-02-03"


@pytest.mark.parametrize("said", ["Dự bị", "DB", "đảng viên dự bị"])
def test_who_is_on_probation_is_enrolled_so(tmp_path: Path, said: str) -> None:
    entering = only(tmp_path, changed(THAM, official=said))
    assert entering.enrolment["probationary"] is True
    assert entering.enrolment["official_on"] is None


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"born": "1980"}, "Ngày sinh (cột C): “1980” chỉ có năm"),
        ({"born": None}, "Ngày sinh (cột C): để trống"),
        ({"born": "chưa rõ"}, "Ngày sinh (cột C): “chưa rõ” không phải ngày"),
        ({"name": None}, "Họ và tên (cột B): để trống"),
        ({"name": "Thắm"}, "Họ và tên (cột B): “Thắm” chỉ có một chữ"),
        ({"admitted": "31/02/2004"}, "Ngày vào Đảng (cột E): “31/02/2004” không phải ngày"),
        ({"cell": "Phòng Lạ"}, "Chi bộ (cột G): không có tổ chức nào tên “Phòng Lạ”"),
        ({"cell": None}, "Chi bộ (cột G): để trống"),
        ({"sex": "x"}, "Giới tính (cột D): “x” không phải Nam hoặc Nữ"),
        ({"ward": "Phường Lạ"}, "Phường/Xã (cột J): không có tổ chức nào tên “Phường Lạ”"),
        ({"ward": None}, "Phường/Xã (cột J): để trống"),
        ({"residence_cell": "Chi bộ Tổ dân phố số 9"}, "Chi bộ nơi cư trú (cột K): không có"),
        ({"home": None}, "Nơi ở hiện nay (cột H): để trống"),
        ({"home": date(2026, 4, 12)}, "Nơi ở hiện nay (cột H): Excel đã đổi thành ngày giờ"),
        ({"quarter": None, "residence_cell": None}, "Khu dân cư/Tổ dân phố (cột I): không nêu tổ"),
        ({"letter_date": "tháng 3"}, "Ngày giấy (cột M): “tháng 3” thiếu ngày"),
        ({"letter": "đã gửi"}, "Số giấy giới thiệu (cột L): “đã gửi” không phải số giấy"),
        ({"letter": date(2026, 3, 17)}, "Số giấy giới thiệu (cột L): Excel đã đổi"),
    ],
)
def test_a_row_that_cannot_be_entered_says_why_and_stops_no_other(
    tmp_path: Path, cells: dict[str, Any], said: str
) -> None:
    [row, other] = listed(tmp_path, changed(THAM, **cells), SANG).rows
    assert other.entering
    assert row.line.number == 4
    [fault] = faults(row)
    assert fault.startswith(said)


def test_all_that_is_wrong_with_a_row_is_said_at_once(tmp_path: Path) -> None:
    wrong = changed(THAM, born="1980", cell="Phòng Lạ", ward="Phường Lạ", letter_date="2020")
    [row] = listed(tmp_path, wrong).rows
    assert [said.partition(" (")[0] for said in faults(row)] == [
        "Ngày sinh",
        "Ngày giấy",
        "Chi bộ",
        "Phường/Xã",
    ]


def test_what_comes_nearest_is_named(tmp_path: Path) -> None:
    [row] = listed(tmp_path, changed(THAM, cell="Chi bộ Thư việm")).rows
    assert "gần nhất là “Chi bộ Thư viện”" in faults(row)[0]


def test_a_member_who_stands_twice_in_the_list_is_entered_once(tmp_path: Path) -> None:
    again = changed(THAM, name="  NGUYỄN  THỊ THẮM ", home="Chỗ khác")
    [first, second] = listed(tmp_path, THAM, again).rows
    assert first.entering
    assert faults(second)[0].startswith("Trùng: cùng họ tên, ngày sinh, ngày vào Đảng với hàng 4")


def test_two_rows_that_contradict_each_other_are_both_refused(tmp_path: Path) -> None:
    other = changed(THAM, admitted="19/05/2006", official=None)
    [one, sang, two] = listed(tmp_path, THAM, SANG, other).rows
    assert sang.entering
    assert "với hàng 6 trang “Danh sách” nhưng khác ngày vào Đảng" in faults(one)[0]
    assert "với hàng 4 trang “Danh sách” nhưng khác ngày vào Đảng" in faults(two)[0]


def test_the_key_of_a_command_comes_from_what_it_says(tmp_path: Path) -> None:
    first = only(tmp_path, THAM)
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Thắm")
    [_, second] = listed(tmp_path, SANG, changed(THAM, name=decomposed)).rows
    assert second.entering
    keys = [key_of("enroll-member", e.enrolment, "secret") for e in (first, second.entering)]
    assert keys[0] == keys[1]
    assert key_of("enroll-member", first.enrolment, "another") != keys[0]
    assert key_of("declare-residence", first.enrolment, "secret") != keys[0]


def test_capitals_and_their_absence_make_no_other_member(tmp_path: Path) -> None:
    names = ["NGUYỄN THỊ THẮM", "nguyễn thị thắm", "Nguyễn Thị Thắm"]
    for name in names:
        assert entered(listed(tmp_path, changed(THAM, name=name))) == {"Nguyễn Thị Thắm": "vtv-01"}
