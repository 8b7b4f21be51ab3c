"""The letters of old typefaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.importing.charsets import (
    _TCVN3,
    _VNI_LETTERS,
    _VNI_MARKS,
    MISTAKEN,
    TCVN3,
    VNI,
    Charset,
    charset_of,
    is_unicode,
    is_vietnamese,
)
from service.importing.files.sheet import Damaged, Sheet
from service.importing.lettering import in_unicode

SYLLABLES = st.sampled_from(
    [
        "Nguyễn",
        "Thị",
        "Thắm",
        "Trần",
        "Đỗ",
        "Quỳnh",
        "Ưởng",
        "Hoà",
        "phường",
        "Ỷ",
        "Lữ",
        "Ứng",
        "ngõ",
    ]
)
TEXTS = st.lists(SYLLABLES, min_size=1, max_size=5).map(" ".join)


def typed_for(charset: Charset, text: str) -> str:
    """Type a text for an old typeface: what is read back has to be the text."""
    if charset is TCVN3:
        places = {shown: place for place, shown in _TCVN3.items()}
        low = {
            shown.upper(): place for shown, place in places.items() if shown.upper() not in places
        }
        return "".join((places | low).get(letter, letter) for letter in text)
    return "".join(map(_in_vni, text))


def _in_vni(letter: str) -> str:
    for alone, shown in _VNI_LETTERS.items():
        if shown == letter:
            return str(alone)
    apart = unicodedata.normalize("NFD", letter)
    typed = (base + mark for mark in _VNI_MARKS for base in ("ô", "ö", "Ô", "Ö", apart[0]))
    return next((pair for pair in typed if VNI.read(pair) == letter), letter)


@given(TEXTS)
def test_what_is_typed_for_vni_is_read_as_it_shows(text: str) -> None:
    assert VNI.read(typed_for(VNI, text)) == text


@given(TEXTS)
def test_what_is_typed_for_tcvn3_is_read_as_it_shows_but_for_capitals_with_tones(text: str) -> None:
    read = TCVN3.read(typed_for(TCVN3, text))
    assert read.casefold() == text.casefold()
    assert TCVN3.read(typed_for(TCVN3, text.lower())) == text.lower()


@pytest.mark.parametrize(
    ("charset", "typed", "shown"),
    [
        (TCVN3, "NguyÔn ThÞ Th¾m", "Nguyễn Thị Thắm"),
        (TCVN3, "NGUYÔN THÞ TH¾M", "NGUYỄN THỊ THẮM"),
        (TCVN3, "Ph­êng §èng §a", "Phường Đống Đa"),
        (TCVN3, "Chi bé Khoa häc", "Chi bộ Khoa học"),
        (MISTAKEN, "Nguyá»…n Thá»‹ Tháº¯m", "Nguyễn Thị Thắm"),
        (MISTAKEN, "Æ¯ng HÃ²a, sá»\x91 Ä\x91Ãª", "Ưng Hòa, số đê"),
        (VNI, "Nguyeãn Thò Thaém", "Nguyễn Thị Thắm"),
        (VNI, "ÑAÛNG UÛY PHÖÔØNG AN HOØA", "ĐẢNG ỦY PHƯỜNG AN HÒA"),
        (VNI, "Leâ Ñöùc Thoï, Kyõ, Lyù", "Lê Đức Thọ, Kỹ, Lý"),
    ],
)
def test_texts_of_real_lists(charset: Charset, typed: str, shown: str) -> None:
    assert charset.read(typed) == shown
    assert charset.fits(typed)
    assert charset_of([typed, "An", ""]) is charset


@pytest.mark.parametrize("text", ["Nguyễn Thị Thắm", "Lê Hà", "An", "Số 12/4", "17-GGT/ĐU", ""])
def test_what_is_vietnamese_as_it_stands_needs_no_reading(text: str) -> None:
    assert is_vietnamese(text) or text == "17-GGT/ĐU"
    assert charset_of([text]) is None
    assert not TCVN3.fits(text)
    assert not VNI.fits(text)


def test_letters_that_no_old_typeface_could_store() -> None:
    assert is_unicode("ẻ")
    assert is_unicode(unicodedata.normalize("NFD", "ẻ"))
    assert not is_unicode("Lê Hà")
    assert not is_unicode("NguyÔn Ð")
    assert not is_unicode("Nguyá»…n Œ")


@given(st.text())
def test_any_text_is_read_in_any_way_without_harm(text: str) -> None:
    for charset in (TCVN3, VNI, MISTAKEN):
        assert isinstance(charset.read(text), str)
        assert charset.fits(text) in {True, False}


def sheet(*rows: Sequence[Any]) -> Sheet:
    return Sheet(name="A", rows=[list(row) for row in rows])


def test_a_sheet_of_an_old_typeface_is_read_whole() -> None:
    read, charset = in_unicode(sheet(["Hä vµ tªn", "Chi bé"], ["Lª V¨n An", 5.0]))
    assert charset is TCVN3
    assert read.rows == [["Họ và tên", "Chi bộ"], ["Lê Văn An", 5.0]]


def test_a_sheet_in_unicode_is_left_as_it_is() -> None:
    given = sheet(["Họ và tên"], ["Lê Hà"])
    assert in_unicode(given) == (given, None)


def test_columns_of_an_old_typeface_below_headings_in_unicode() -> None:
    rows = [["Họ và tên", "Nơi ở"], ["NguyÔn TuÊn", "phường Hà Cầu"], ["Vò Minh", "xã Lê Lợi"]]
    read, charset = in_unicode(sheet(*rows))
    assert charset is TCVN3
    assert read.rows[1:] == [["Nguyễn Tuấn", "phường Hà Cầu"], ["Vũ Minh", "xã Lê Lợi"]]


def test_in_a_column_of_both_what_may_be_either_is_damaged() -> None:
    rows = [["Họ và tên"], ["NguyÔn TuÊn"], ["Đỗ Thắm"], ["Vò Hè"], ["Lan Anh"], ["Lê Hà"]]
    read, _ = in_unicode(sheet(*rows))
    cells = [row[0] for row in read.rows]
    assert cells == ["Họ và tên", "Nguyễn Tuấn", "Đỗ Thắm", "Vò Hè", "Lan Anh", "Lê Hà"]
    assert [isinstance(cell, Damaged) for cell in cells] == [False, False, False, True, False, True]
    assert "“Vũ Hố”" in cells[3].said.vi
