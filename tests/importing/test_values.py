from __future__ import annotations

import unicodedata
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.importing.files.sheet import in_error, not_calculated
from service.importing.values import (
    is_blank,
    is_ditto,
    is_marked,
    is_none,
    name_of,
    sex_of,
    stated,
    text_of,
)
from service.importing.vietnamese import composed, folded, is_spelled, plain
from service.importing.wording import CellFault, column_letters

NAMES = st.sampled_from(
    ["Nguyễn Thị Thắm", "Đỗ Quỳnh Ưởng", "H'Hen Niê", "K’Brơi", "Y Bhăm", "Trần Lê-Anh", "Hoàng Ỷ"]
)


def fault(read: Any, cell: Any) -> str:
    with pytest.raises(CellFault) as raised:
        read(cell)
    assert raised.value.said.en
    return raised.value.said.vi


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (17.0, "17"),
        (12.5, "12.5"),
        (3, "3"),
        ("  a  b ", "a b"),
        ("a\u00a0b\nc", "a b c"),
        ("a\u200bb\ufeff", "ab"),
        ("'017", "017"),
        ("Ð ð", "Đ đ"),
        ("ê\u0301", "ế"),
        ("e\u0301\u0302", "ế"),
        ("", None),
        (" ", None),
        ("-", None),
        ("…", None),
        (". . .", None),
        ("__/__", None),
    ],
)
def test_texts_are_clean(cell: Any, text: str | None) -> None:
    assert text_of(cell) == text
    assert text is not None or is_blank(cell)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (date(2026, 4, 12), "Excel đã đổi thành ngày giờ (12/04/2026)"),
        (time(12, 4), "Excel đã đổi thành ngày giờ"),
        (timedelta(hours=30), "Excel đã đổi thành ngày giờ"),
        (True, "đúng/sai"),
        (in_error("#REF!"), "lỗi công thức"),
        (not_calculated("A1&B1"), "chưa tính ra kết quả"),
        ("Nguy?n Th? Th?m", "mất chữ"),
        ("Nguy\ufffdn", "mất chữ"),
        ("x" * 201, "dài 201 chữ"),
    ],
)
def test_what_is_no_text_is_told(cell: Any, said: str) -> None:
    assert said in fault(text_of, cell)


@given(st.one_of(st.text(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_whatever_stands_there_is_a_clean_text_or_a_fault(cell: Any) -> None:
    try:
        text = text_of(cell)
    except CellFault:
        return
    assert text is None or (text == composed(text) and 0 < len(text) <= 200)
    assert text is None or not any(unicodedata.category(c) in {"Cc", "Cf"} for c in text)


@pytest.mark.parametrize("cell", ["không", "Không có", "chưa có", "CHƯA", "n/a"])
def test_a_list_may_say_that_there_is_none(cell: str) -> None:
    assert is_none(cell)
    assert stated(cell) is None
    assert not is_none("017")


@pytest.mark.parametrize("cell", ['"', "''", "-nt-", "NT", "như trên", "”"])
def test_a_list_may_say_as_above(cell: str) -> None:
    assert is_ditto(cell)
    assert not is_ditto("Phường An Hòa")


def test_marks() -> None:
    assert all(map(is_marked, ["x", "X", "×", "✓", "1", 1.0, "v"]))
    assert not is_marked("")
    assert "không phải dấu x" in fault(is_marked, "khá")


@pytest.mark.parametrize(("cell", "sex"), [("Nam", "Nam"), ("NỮ", "Nữ"), ("nu", "Nữ"), ("", None)])
def test_sex(cell: str, sex: str | None) -> None:
    assert sex_of(cell) == sex


def test_another_word_is_no_sex() -> None:
    assert "không phải Nam hoặc Nữ" in fault(sex_of, "x")


@given(NAMES)
def test_a_name_is_the_same_in_capitals_and_in_small_letters(name: str) -> None:
    assert name_of(name) == name
    assert name_of(name.upper()) == name_of(name.lower()) == name_of(name_of(name.upper()))
    assert name_of(name.upper()).casefold() == name.casefold()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nguyễn Văn An (đã chuyển)", "chữ số hoặc dấu lạ"),
        ("1. Nguyễn Văn An", "chữ số hoặc dấu lạ"),
        ("Đ/c Nguyễn Văn An", "chữ số hoặc dấu lạ"),
        ("Nguyễn Văn An*", "chữ số hoặc dấu lạ"),
        ("Thắm", "chỉ có một chữ"),
        ("NguyÔn TuÊn", "TCVN3 (.VnTime), có lẽ là “Nguyễn Tuấn”"),
        ("Nguyeãn Vaên", "VNI, có lẽ là “Nguyễn Văn”"),
    ],
)
def test_what_is_no_whole_name_is_told(name: str, said: str) -> None:
    assert said in fault(name_of, name)


def test_the_place_of_the_tone_mark_makes_no_difference_but_the_mark_does() -> None:
    assert folded("Hoà") == folded("hòa")
    assert folded("Hòa") != folded("Hóa")
    assert folded("Thuỷ") == folded("Thủy")


def test_plain_text_has_no_marks() -> None:
    assert plain("Đảng ủy phường Yên Đoài") == "dang uy phuong yen doai"


@pytest.mark.parametrize("word", ["Nguyễn", "Thuỷ", "HƯỜNG", "quýt", "Ý", "khuỷu", "Uyên"])
def test_words_that_are_spelled_as_vietnamese_is(word: str) -> None:
    assert is_spelled(word)


@pytest.mark.parametrize("word", ["NguyÔn", "Nguyeãn", "Th¾m", "wolf", "àá", "nGuyen"])
def test_words_that_are_not(word: str) -> None:
    assert not is_spelled(word)


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_named_as_excel_names_them(place: int, letters: str) -> None:
    assert column_letters(place) == letters
