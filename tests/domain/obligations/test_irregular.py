"""G15: whoever comes to less than half of the meetings of a year, while that lasts."""

from __future__ import annotations

from datetime import date

import pytest

from domain.meeting import Attendance, MeetingKind
from domain.member import ExemptionClass
from domain.rulebook.obligation_rule import Weight
from tests.domain.obligations.town import (
    AN,
    AN_LINK,
    BODIES,
    Gathering,
    departed,
    exempt,
    introduced,
    owed,
    rows,
    stands,
    suspended,
    talked_over,
)
from tests.paper import Paper
from tests.scenario import given
from tests.year import CELL, QUARTER

JUNE = Gathering()
SEPTEMBER, OCTOBER, NOVEMBER = (
    Gathering(date(2026, month, 10), MeetingKind.OTHER) for month in (9, 10, 11)
)
CAME, AWAY = Attendance.PRESENT, Attendance.UNEXCUSED
INTRODUCED = introduced(AN)


def meeting(when: Gathering, status: Attendance | None) -> list[Paper]:
    """Called a week before, held with or without a word about the member."""
    first = date.fromordinal(when.scheduled.toordinal() - 7)
    came = {} if status is None else {AN_LINK: status}
    return [when.convened(first.month, first.day), when.held(came)]


def year(*statuses: Attendance | None) -> list[Paper]:
    """The meetings of June, September, October and November, as far as there are any."""
    meetings = zip((JUNE, SEPTEMBER, OCTOBER, NOVEMBER), statuses, strict=False)
    held = [paper for when, status in meetings for paper in meeting(when, status)]
    return [*BODIES, *INTRODUCED, *held]


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((9, 9), None),
        ((9, 10), ("waits", "09-10")),
        ((9, 11), ("late", "09-10")),
        ((12, 31), ("late", "09-10")),
    ],
)
def test_two_absences_are_known_enough(
    day: tuple[int, int], standing: tuple[str, str] | None
) -> None:
    assert stands(given(*year(AWAY, AWAY)), *day, "G15") == standing


def test_it_lapses_with_the_year() -> None:
    [row] = rows(given(*year(AWAY, AWAY)), ["G15"])
    assert row.to_day == date(2027, 1, 1)


def test_it_is_advice_to_the_workplace_cell() -> None:
    [row] = owed(given(*year(AWAY, AWAY)), 9, 10, "G15")
    assert (row.weight, row.owner, row.office) == (Weight.ADVISORY, CELL, "Wc")
    assert (row.about, row.opened_by) == (f"link/{AN_LINK}/2026", "2026-09-10")
    assert {CELL, QUARTER} <= set(row.viewers)


@pytest.mark.parametrize(
    ("statuses", "opened_on"),
    [
        ((AWAY,), None),
        ((CAME, AWAY), None),
        ((CAME, AWAY, AWAY), "2026-10-10"),
        ((AWAY, Attendance.REPRESENTED), "2026-09-10"),
        ((AWAY, Attendance.EXCUSED), None),
        ((AWAY, None), None),
        ((AWAY, Attendance.EXCUSED, None, AWAY), "2026-11-10"),
    ],
)
def test_half_is_enough_and_what_is_excused_or_unknown_is_not_counted(
    statuses: tuple[Attendance | None, ...], opened_on: str | None
) -> None:
    found = rows(given(*year(*statuses)), ["G15"])
    assert [row.opened_by for row in found] == ([opened_on] if opened_on else [])


def test_it_may_begin_when_a_list_is_completed_and_end_when_an_excuse_is_shown() -> None:
    completed = SEPTEMBER.listed(9, 20, {AN_LINK: AWAY})
    excused = JUNE.excused(10, 5, AN_LINK)
    found = given(*year(AWAY, None), completed, excused)
    assert owed(found, 9, 19, "G15") == []
    assert stands(found, 9, 20, "G15") == ("waits", "09-20")
    assert stands(found, 10, 4, "G15") == ("late", "09-20")
    assert owed(found, 10, 5, "G15") == []


def test_who_comes_again_has_mended_it_and_may_fall_back() -> None:
    found = given(*year(AWAY, AWAY, CAME, CAME))
    assert stands(found, 11, 9, "G15") == ("late", "09-10")
    assert owed(found, 11, 10, "G15") == []


def test_talked_over_it_opens_anew_with_the_next_meeting_at_which_it_holds() -> None:
    found = given(*year(AWAY, AWAY, CAME, None), talked_over(AN, 9, 30))
    assert stands(found, 9, 29, "G15") == ("late", "09-10")
    assert owed(found, 9, 30, "G15") == []
    assert owed(found, 10, 9, "G15") == []
    assert stands(found, 10, 10, "G15") == ("waits", "10-10")
    assert stands(found, 11, 10, "G15") == ("late", "10-10")
    assert len({row.key for row in rows(found, ["G15"])}) == 2


def test_a_meeting_to_which_he_is_not_called_opens_nothing_anew() -> None:
    away = exempt(AN, date(2026, 10, 1), date(2026, 10, 31), ExemptionClass.A)
    found = given(*year(AWAY, AWAY, None, None), talked_over(AN, 9, 30), away)
    assert owed(found, 11, 9, "G15") == []
    assert stands(found, 11, 10, "G15") == ("waits", "11-10")


def test_what_was_talked_over_before_it_began_settles_nothing() -> None:
    early = given(*year(AWAY, AWAY), talked_over(AN, 9, 9))
    assert stands(early, 9, 11, "G15") == ("late", "09-10")


def test_it_does_not_show_while_the_clock_is_stopped() -> None:
    stopped = suspended(AN, date(2026, 10, 1), date(2026, 10, 20))
    found = given(*year(AWAY, AWAY), stopped)
    assert stands(found, 9, 30, "G15") == ("late", "09-10")
    assert owed(found, 10, 1, "G15") == owed(found, 10, 20, "G15") == []
    assert stands(found, 10, 21, "G15") == ("late", "09-10")


def test_it_ends_when_he_leaves() -> None:
    found = given(*year(AWAY, AWAY), departed(INTRODUCED, 10, 1))
    assert stands(found, 9, 30, "G15") == ("late", "09-10")
    assert owed(found, 10, 1, "G15") == []
