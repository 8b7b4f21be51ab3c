from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from service.importing.values import day_of, sex_of, text_of
from service.importing.vietnamese import folded, plain
from service.importing.wording import RowFault


@pytest.mark.parametrize(
    "cell",
    [
        date(1980, 2, 3),
        datetime(1980, 2, 3),  # noqa: DTZ001 - what Excel keeps has no zone
        "03/02/1980",
        "3/2/1980",
        " 03 - 02 - 1980 ",
        "3.2.1980",
    ],
)
def test_a_day_is_day_month_year(cell: Any) -> None:
    assert day_of(cell, "Ngày sinh") == date(1980, 2, 3)


@pytest.mark.parametrize(
    "cell", ["31/02/1980", "1980", 1980.0, "02-1980", "1980-02-03", "03/02/80"]
)
def test_what_is_no_day_is_told_with_its_column(cell: Any) -> None:
    with pytest.raises(RowFault, match="Ngày sinh"):
        day_of(cell, "Ngày sinh")


def test_an_empty_cell_is_no_day() -> None:
    assert day_of("", "Ngày sinh") is None


@pytest.mark.parametrize(
    ("cell", "text"), [(17.0, "17"), ("  a  b ", "a b"), ("", None), (" ", None)]
)
def test_texts_are_clean(cell: Any, text: str | None) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize(("cell", "sex"), [("Nam", "Nam"), ("NỮ", "Nữ"), ("nu", "Nữ"), ("", None)])
def test_sex(cell: str, sex: str | None) -> None:
    assert sex_of(cell) == sex


def test_another_word_is_no_sex() -> None:
    with pytest.raises(RowFault, match="Giới tính"):
        sex_of("x")


def test_the_place_of_the_tone_mark_makes_no_difference_but_the_mark_does() -> None:
    assert folded("Hoà") == folded("hòa")
    assert folded("Hòa") != folded("Hóa")
    assert folded("Thuỷ") == folded("Thủy")


def test_plain_text_has_no_marks() -> None:
    assert plain("Đảng ủy phường Yên Đoài") == "dang uy phuong yen doai"
