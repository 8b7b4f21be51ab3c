from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rulebook import load_rulebook

CALENDAR = load_rulebook().named("213-2020").calendar
DAYS = st.dates(date(1995, 1, 1), date(2035, 12, 31))  # five years beyond the calendar either way
NUMBERS = st.integers(0, 200)


@pytest.mark.parametrize(
    ("base", "working_days", "expected"),
    [
        (date(2026, 3, 6), 30, date(2026, 4, 17)),  # a letter of that Friday is to arrive
        (date(2026, 12, 3), 5, date(2026, 12, 10)),
        (date(2025, 12, 31), 1, date(2026, 1, 5)),  # Friday 2 January was exchanged
        (date(2026, 1, 9), 1, date(2026, 1, 10)),  # for this Saturday
        (date(2026, 2, 13), 1, date(2026, 2, 23)),  # Tết
        (date(2026, 4, 24), 1, date(2026, 4, 28)),  # Giỗ Tổ fell on a Sunday
        (date(2026, 8, 21), 1, date(2026, 8, 22)),  # a Saturday, for Monday 31 August
        (date(2026, 2, 17), 0, date(2026, 2, 17)),
        (date(2044, 12, 30), 1, date(2045, 1, 2)),  # beyond the calendar: weekends alone
    ],
    ids=str,
)
def test_worked_dates(base: date, working_days: int, expected: date) -> None:
    assert CALENDAR.add_working_days(base, working_days) == expected


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 1, 2), False),
        (date(2026, 1, 10), True),
        (date(2026, 3, 6), True),
        (date(2026, 3, 7), False),
        (date(2026, 11, 24), False),
        (date(2019, 1, 5), True),
        (date(2018, 12, 31), False),
    ],
    ids=str,
)
def test_days_off_and_saturdays_worked(day: date, working: bool) -> None:
    assert CALENDAR.is_working_day(day) is working


def test_days_off_and_worked_are_named() -> None:
    assert CALENDAR.off[date(2026, 2, 17)] == "Tết Nguyên Đán"
    assert CALENDAR.worked[date(2026, 1, 10)] == "Làm bù cho ngày 02-01-2026"


def test_only_weekends_are_worked_instead() -> None:
    assert all(day.weekday() >= 5 for day in CALENDAR.worked)
    assert not CALENDAR.worked.keys() & CALENDAR.off.keys()


def test_there_is_no_working_day_before_the_base() -> None:
    with pytest.raises(ValueError, match="-1 working days"):
        CALENDAR.add_working_days(date(2026, 3, 6), -1)


@given(base=DAYS, working_days=NUMBERS)
def test_adding_is_the_inverse_of_counting(base: date, working_days: int) -> None:
    day = CALENDAR.add_working_days(base, working_days)
    assert CALENDAR.count_working_days(base, day) == working_days
    assert day == base or CALENDAR.is_working_day(day)


@given(base=DAYS, working_days=NUMBERS)
def test_a_later_base_or_a_longer_term_is_never_due_earlier(base: date, working_days: int) -> None:
    day = CALENDAR.add_working_days(base, working_days)
    assert day <= CALENDAR.add_working_days(base + timedelta(1), working_days)
    assert day < CALENDAR.add_working_days(base, working_days + 1)


@given(base=DAYS, days=st.integers(0, 60))
def test_counting_agrees_with_looking_at_every_day(base: date, days: int) -> None:
    seen = [base + timedelta(n) for n in range(1, days + 1)]
    expected = sum(map(CALENDAR.is_working_day, seen))
    assert CALENDAR.count_working_days(base, base + timedelta(days)) == expected
