"""Headings as offices write them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.importing.headings import FIELDS, count_known, heading_below, heading_of, spelled_out

EVERY = [
    (field, heading)
    for field, told in FIELDS.items()
    for pattern in told.headings
    for heading in spelled_out(pattern)
]


def field_of(text: str) -> str | None:
    found = heading_of(text)
    return found.field if found else None


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        (
            "full_name",
            ["Họ và tên", "HỌ TÊN", "Họ, chữ đệm và tên khai sinh", "ho va ten", "Họ tên"],
        ),
        ("full_name", ["Họ và tên đảng viên", "Họ và tên\n(chữ in hoa)", "HỌ  VÀ\nTÊN "]),
        ("family_name", ["Họ đệm", "Họ và tên đệm", "Họ và chữ đệm", "Họ"]),
        ("given_name", ["Tên"]),
        (
            "birth_date",
            ["Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh", "Sinh ngày", "NGAY SINH"],
        ),
        ("birth_date", ["Ngày sinh (dd/mm/yyyy)", "Ngày tháng năm sinh", "Ngày/tháng/năm sinh"]),
        ("sex", ["Giới tính", "Nam/Nữ", "Nam, nữ"]),
        ("man", ["Nam"]),
        ("woman", ["Nữ", "nữ"]),
        ("admitted_on", ["Ngày vào Đảng", "Ngày kết nạp", "Ngày kết nạp Đảng", "Ngày vào ĐCSVN"]),
        ("admitted_on", ["Ngày vào Đảng (dự bị)", "Ngày, tháng, năm vào Đảng", "Ngày dự bị"]),
        (
            "official_on",
            ["Ngày chính thức", "Ngày công nhận chính thức", "Ngày vào Đảng chính thức"],
        ),
        ("official_on", ["Ngày vào Đảng (chính thức)", "Ngày chuyển Đảng chính thức"]),
        ("membership", ["Ngày vào Đảng/Ngày chính thức", "Ngày vào Đảng, chính thức"]),
        ("membership", ["Ngày kết nạp – Ngày chính thức", "Ngày vào Đảng (dự bị, chính thức)"]),
        ("cell", ["Chi bộ", "Chi bộ sinh hoạt", "CHI BO", "Sinh hoạt tại chi bộ"]),
        ("dwelling", ["Nơi ở hiện nay", "Chỗ ở", "Nơi cư trú", "Địa chỉ", "Số nhà, đường phố"]),
        ("commune", ["Phường/Xã", "Xã, phường, đặc khu", "Phường (xã)", "Đảng ủy nơi cư trú"]),
        ("neighborhood", ["Tổ dân phố", "Khu dân cư/Tổ dân phố", "Thôn, tổ dân phố", "Tổ", "KDC"]),
        ("residence_cell", ["Chi bộ nơi cư trú", "Chi bộ nơi ở", "Chi bộ khu dân cư"]),
        ("letter_number", ["Số giấy giới thiệu", "Số GGT", "Số giấy"]),
        ("letter_date", ["Ngày giấy giới thiệu", "Ngày giới thiệu", "Ngày cấp giấy giới thiệu"]),
        ("letter", ["Giấy giới thiệu", "Số, ngày giấy giới thiệu", "Số giấy/Ngày giấy"]),
        ("slip_date", ["Ngày phiếu báo", "Ngày nhận phiếu báo"]),
        ("left_aside", ["Số phiếu báo", "Ghi chú", "Quê quán", "Lý do"]),
        ("ordinal", ["STT", "TT", "Số TT"]),
    ],
)
def test_headings_of_real_lists(field: str, headings: list[str]) -> None:
    assert {heading: field_of(heading) for heading in headings} == dict.fromkeys(headings, field)


@pytest.mark.parametrize("text", ["Chức vụ", "Dân tộc", "Nguyễn Thị Thắm", "Dự bị", "(1)", "", "x"])
def test_what_names_no_field(text: str) -> None:
    assert field_of(text) is None


@pytest.mark.parametrize(
    ("above", "text", "field"),
    [
        (["Ngày vào Đảng"], "Dự bị", "admitted_on"),
        (["Ngày vào Đảng"], "Chính thức", "official_on"),
        (["Ngày vào Đảng"], "Ngày chính thức", "official_on"),
        (["Ngày, tháng, năm sinh"], "Nam", "birth_man"),
        (["Năm sinh"], "Nữ", "birth_woman"),
        (["Ngày sinh"], "Năm", "birth_year"),
        (["Giới tính"], "Nữ", "woman"),
        (["Họ và tên"], "Họ đệm", "family_name"),
        (["Họ và tên"], "", "full_name"),
        (["Họ và tên"], "(2)", "full_name"),
        (["Giấy giới thiệu"], "Số", "letter_number"),
        (["Giấy giới thiệu"], "Ngày", "letter_date"),
        (["Phiếu báo"], "Số", "left_aside"),
        (["Nơi cư trú"], "Chi bộ", "residence_cell"),
        (["Nơi ở hiện nay"], "Phường/Xã", "commune"),
        (["Nơi ở hiện nay"], "Số nhà", "dwelling"),
        (["Quê quán"], "Xã", "left_aside"),
        (["Thông tin chung", "Ngày vào Đảng"], "Dự bị", "admitted_on"),
        (["Ngày sinh"], "Dân tộc", None),
    ],
)
def test_what_stands_above_is_part_of_a_heading(
    above: list[str], text: str, field: str | None
) -> None:
    found = heading_below(above, text)
    assert (found.field if found else None) == field


@given(st.sampled_from(EVERY))
def test_every_heading_is_known_however_it_is_typed(told: tuple[str, str]) -> None:
    field, heading = told
    decomposed = unicodedata.normalize("NFD", heading)
    for typed in (
        heading,
        heading.upper(),
        decomposed,
        f" {heading}\n",
        heading.replace(" ", "  "),
    ):
        assert field_of(typed) == field_of(heading) is not None
    assert field in {field_of(heading), *(f for f, other in EVERY if other == heading)}


def test_no_heading_names_two_fields() -> None:
    names: dict[str, set[str]] = {}
    for field, heading in EVERY:
        names.setdefault(heading.casefold(), set()).add(field)
    assert [(heading, fields) for heading, fields in names.items() if len(fields) > 1] == []


def test_headings_are_counted_in_the_letters_in_which_there_are_most() -> None:
    assert count_known(["Họ và tên", "Ngày sinh", "x", ""]) == 2
    assert count_known(["Hä vµ tªn", "Ngµy sinh", "Chi bé", "Ghi chó"]) == 4
    assert count_known(["Hoï vaø teân", "Ngaøy sinh"]) == 2
