"""A day is what stands there, or it is refused: never a day that nobody wrote."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.importing.days import DayReader
from service.importing.doubts import doubt_about
from service.importing.files.sheet import in_error
from service.importing.wording import CellFault
from tests.importing.register import TODAY

READER = DayReader(TODAY)
BIRTH = DayReader(TODAY, of_birth=True)
DAYS = st.dates(date(1910, 1, 2), TODAY)
FORMS = ("{0:%d/%m/%Y}", "{0.day}/{0.month}/{0.year}", "{0:%d-%m-%Y}", "{0.day}.{0.month}.{0.year}")
MORE = ("{0:%d}/ {0:%m} /{0:%Y}", "{0:%Y-%m-%d}", "ngày {0:%d} tháng {0:%m} năm {0:%Y}")
AROUND = ("{}", " {} ", "'{}", "’{}", "\u00a0{}\u00a0", "{}.", "\u200b{}", "\ufeff{}\u00ad", '"{}"')


def fault(cell: Any, reader: DayReader = READER) -> str:
    with pytest.raises(CellFault) as raised:
        reader.read(cell)
    assert raised.value.said.en != raised.value.said.vi
    return raised.value.said.vi


@given(DAYS, st.sampled_from(FORMS + MORE), st.sampled_from(AROUND))
def test_a_typed_day_is_that_day(day: date, form: str, around: str) -> None:
    typed = around.format(form.format(day))
    assert READER.read(typed) == day
    assert READER.read(unicodedata.normalize("NFD", typed)) == day
    assert READER.read(f"{typed.rstrip('.')} 00:00:00" if around == "{}" else typed) == day


@given(DAYS)
def test_a_date_of_excels_own_and_its_serial_number_are_that_day(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert READER.read(day) == READER.read(datetime(day.year, day.month, day.day, 13)) == day  # noqa: DTZ001
    assert READER.read(serial) == READER.read(float(serial)) == day


@given(st.dates(date(1914, 1, 2), TODAY))
def test_a_workbook_may_count_from_1904(day: date) -> None:
    reader = DayReader(TODAY, from_1904=True)
    assert reader.read(float((day - date(1904, 1, 1)).days)) == reader.read(day) == day


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.none().map(str)))
def test_whatever_else_stands_there_is_a_day_or_a_fault(cell: Any) -> None:
    try:
        found = READER.read(cell)
    except CellFault:
        return
    assert found is None or date(1900, 1, 1) <= found <= TODAY


@given(st.integers(0, 99), st.integers(1, 12), st.integers(1, 28))
def test_two_digits_of_a_year_are_of_the_only_century_that_makes_sense(
    year: int, month: int, day: int
) -> None:
    typed = f"{day}/{month}/{year:02}"
    for reader, first, last in (
        (BIRTH, date(1926, 11, 24), date(2008, 11, 24)),
        (READER, date(1930, 2, 3), TODAY),
    ):
        possible = [d for c in (1900, 2000) if first <= (d := date(c + year, month, day)) <= last]
        if len(possible) == 1:
            assert reader.read(typed) == possible[0]
        else:
            assert "thế kỷ" in fault(typed, reader)


def test_a_leap_day_of_two_digits() -> None:
    assert READER.read("29/2/00") == date(2000, 2, 29)


@pytest.mark.parametrize("cell", ["", " ", "\u00a0", "'", ".", "\u200b"])
def test_an_empty_cell_is_no_day(cell: str) -> None:
    assert READER.read(cell) is None


@pytest.mark.parametrize(
    "cell",
    ["1980", 1980.0, "năm 1980", "'1980", date(1905, 6, 2), datetime(1905, 6, 2)],  # noqa: DTZ001
)
def test_a_year_alone_gets_no_day(cell: Any) -> None:
    assert "1980” chỉ có năm" in fault(cell)
    assert "ngày/tháng/năm" in fault(cell)


def test_a_year_alone_in_a_workbook_that_counts_from_1904() -> None:
    assert "“1980” chỉ có năm" in fault(date(1909, 6, 3), DayReader(TODAY, from_1904=True))


@pytest.mark.parametrize("cell", ["02-1980", "2/1980", "tháng 2/1980", "tháng 2 năm 1980"])
def test_a_month_alone_gets_no_day(cell: str) -> None:
    assert "thiếu ngày" in fault(cell)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("31/02/1980", "không phải ngày"),
        ("30/2/80", "thế kỷ"),
        ("3/2", "không phải ngày"),
        ("3/2/198", "không phải ngày"),
        ("03021980", "không phải ngày"),
        ("0/0/1980", "không phải ngày"),
        ("32/13/1980", "không phải ngày"),
        ("12/25/1980", "Ghi ngày/tháng/năm: 25/12/1980"),
        ("O3/02/198O", "chữ cái thay cho chữ số"),
        ("03/02/2080", "sau hôm nay"),
        (date(2027, 1, 1), "sau hôm nay"),
        ("03/02/0980", "không phải ngày"),
        ("khoảng 1980", "không phải ngày"),
        (0, "không phải ngày"),
        (-5.0, "không phải ngày"),
        (29254.5, "không phải ngày"),
        (3021980, "không phải ngày"),
        (True, "TRUE"),
        (time(0, 0), "không phải ngày"),
        (timedelta(days=3), "không phải ngày"),
        (in_error("#REF!"), "lỗi công thức"),
    ],
)
def test_what_is_no_day_is_refused_with_what_would_be_right(cell: Any, said: str) -> None:
    assert said in fault(cell)


def test_only_the_end_of_probation_may_be_ahead() -> None:
    assert DayReader(TODAY, ahead=True).read("03/02/2027") == date(2027, 2, 3)
    assert "sau hôm nay" in fault("03/02/2028", DayReader(TODAY, ahead=True))


def test_a_column_with_months_before_days_is_in_doubt() -> None:
    doubt = doubt_about(["02/03/1980", "12/25/1980", "", 5.0])
    assert doubt is not None
    reader = DayReader(TODAY, doubt=doubt)
    assert "tháng trước" in fault("02/03/1980", reader)
    assert reader.read("05/05/1980") == date(1980, 5, 5)
    assert "25/12/1980" in fault("12/25/1980", reader)


@pytest.mark.parametrize(
    "cells", [["02/03/1980", "25/12/1980"], ["12/25/1980", "25/12/1980"], [], ["x"]]
)
def test_a_column_with_days_first_is_in_no_doubt(cells: list[Any]) -> None:
    assert doubt_about(cells) is None


def test_dates_that_excel_took_in_the_order_of_another_country_are_in_doubt() -> None:
    taken = [date(1980, 3, day) for day in (2, 7, 12)]
    left = ["13/04/1975", "25/12/1970", "31/01/1969"]
    doubt = doubt_about([*taken, *left])
    assert doubt is not None
    reader = DayReader(TODAY, doubt=doubt)
    assert "đổi chỗ ngày và tháng" in fault(taken[0], reader)
    assert reader.read(left[0]) == date(1975, 4, 13)
    assert reader.read(date(1980, 3, 3)) == date(1980, 3, 3)
    assert doubt_about([*taken, date(1980, 3, 13), *left]) is None
    assert doubt_about([*taken, *left, "05/06/1970"]) is None
