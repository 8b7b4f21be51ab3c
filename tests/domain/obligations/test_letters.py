"""G01, G04: the worked dates of a letter that is to be written, and of one without news."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.obligations.town import AN, BODIES, introduced, stands, suspended
from tests.scenario import given

ENROLLED, DECLARED, ISSUED, *_ = introduced(AN, 3, 1)
FRIDAY = ISSUED.on(date(2026, 3, 6))


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((3, 4), ("waits", "03-16")),
        ((3, 5), None),
        ((3, 9), None),
        ((3, 10), ("waits", "03-21")),
        ((3, 21), ("waits", "03-21")),
        ((3, 22), ("late", "03-21")),
    ],
)
def test_enrolled_on_1_march_and_suspended_from_5_to_9_march(
    day: tuple[int, int], standing: tuple[str, str] | None
) -> None:
    stopped = suspended(AN, date(2026, 3, 5), date(2026, 3, 9))
    assert stands(given(*BODIES, ENROLLED, DECLARED, stopped), *day, "G01") == standing


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((3, 5), None),
        ((3, 6), ("waits", "04-17")),
        ((4, 17), ("waits", "04-17")),
        ((4, 18), ("late", "04-17")),
    ],
)
def test_issued_on_friday_6_march(day: tuple[int, int], standing: tuple[str, str] | None) -> None:
    assert stands(given(*BODIES, ENROLLED, DECLARED, FRIDAY), *day, "G04") == standing


def test_the_letter_settles_what_was_owed_before_it() -> None:
    record = given(*BODIES, ENROLLED, DECLARED, FRIDAY)
    assert stands(record, 3, 5, "G01") == ("waits", "03-16")
    assert stands(record, 3, 6, "G01") is None
