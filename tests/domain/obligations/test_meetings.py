"""One gap for a meeting, with a list inside: told (G10), content (G11), who came (G12)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.meeting import Attendance, MeetingKind
from domain.member import ExemptionClass
from domain.rulebook.obligation_rule import Weight
from tests.domain.obligations.town import (
    AN,
    AN_LINK,
    BINH,
    BINH_LINK,
    BODIES,
    CHI,
    CHI_LINK,
    OTHER_OFFICE,
    OTHER_WORKPLACE,
    Gathering,
    departed,
    exempt,
    introduced,
    on_list,
    owed,
    stands,
)
from tests.scenario import given
from tests.year import CELL, QUARTER, WARD, WORKPLACE

JUNE = Gathering()
AN_CAME, BINH_CAME = introduced(AN), introduced(BINH)
TWO = (*BODIES, *AN_CAME, *BINH_CAME)
PRESENT, UNKNOWN = Attendance.PRESENT, Attendance.UNKNOWN
BOTH_CAME = {AN_LINK: PRESENT, BINH_LINK: PRESENT}


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((5, 31), None),
        ((6, 1), ("waits", "06-07")),
        ((6, 7), ("waits", "06-07")),
        ((6, 8), ("late", "06-07")),
        ((6, 30), ("late", "06-07")),
    ],
)
def test_members_are_told_five_days_before(
    day: tuple[int, int], standing: tuple[str, str] | None
) -> None:
    assert stands(given(*TWO, JUNE.convened(6, 1)), *day, "G10") == standing


def test_a_meeting_called_late_is_told_of_on_the_day_of_the_call() -> None:
    called = given(*TWO, JUNE.convened(6, 10))
    assert stands(called, 6, 10, "G10") == ("waits", "06-10")
    assert stands(called, 6, 11, "G10") == ("late", "06-10")


def test_who_is_told_leaves_the_list_and_the_last_one_settles_it() -> None:
    told = given(*TWO, JUNE.convened(), JUNE.told(6, 5, AN_LINK), JUNE.told(6, 9, BINH_LINK))
    [waiting], [shorter] = owed(told, 6, 4, "G10"), owed(told, 6, 8, "G10")
    assert (on_list(waiting), on_list(shorter)) == ({AN_LINK, BINH_LINK}, {BINH_LINK})
    assert waiting.key == shorter.key
    assert stands(told, 6, 8, "G10") == ("late", "06-07")
    assert owed(told, 6, 9, "G10") == []


def test_told_on_the_last_day_it_was_never_late() -> None:
    told = given(*TWO, JUNE.convened(), JUNE.told(6, 7, AN_LINK, BINH_LINK))
    assert stands(told, 6, 6, "G10") == ("waits", "06-07")
    assert owed(told, 6, 7, "G10") == []


def test_the_list_holds_those_who_are_called_on_the_last_day_for_telling() -> None:
    """Class A is not on it, who left before is not, who comes after is not."""
    papers = (*TWO, *introduced(CHI, 6, 5), JUNE.convened())
    exempted = exempt(AN, date(2026, 6, 3), date(2026, 6, 7), ExemptionClass.A)
    called = given(*papers, exempted, departed(BINH_CAME, 6, 8))
    assert [on_list(row) for row in owed(called, 6, 2, "G10")] == [{AN_LINK, BINH_LINK}]
    assert [on_list(row) for row in owed(called, 6, 3, "G10")] == [{BINH_LINK}]
    assert [on_list(row) for row in owed(called, 6, 5, "G10")] == [{BINH_LINK, CHI_LINK}]
    assert [on_list(row) for row in owed(called, 6, 9, "G10")] == [{BINH_LINK, CHI_LINK}]
    left = given(*TWO, JUNE.convened(), departed(AN_CAME, 6, 7), departed(BINH_CAME, 6, 7))
    assert owed(left, 6, 7, "G10") == []


def test_a_cancelled_meeting_owes_no_notice() -> None:
    off = given(*TWO, JUNE.convened(), JUNE.cancelled(6, 10))
    assert stands(off, 6, 9, "G10") == ("late", "06-07")
    assert owed(off, 6, 10, "G10") == []


def test_after_the_meeting_nobody_can_be_told() -> None:
    held = given(*TWO, JUNE.convened(), JUNE.held(BOTH_CAME))
    [row] = owed(held, 12, 31, "G10")
    assert row.curable_until == date(2026, 6, 12)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((6, 11), None),
        ((6, 12), ("waits", "06-19")),
        ((6, 19), ("waits", "06-19")),
        ((6, 20), ("late", "06-19")),
        ((6, 23), ("late", "06-19")),
        ((6, 24), None),
    ],
)
def test_content_is_recorded_within_a_week(
    day: tuple[int, int], standing: tuple[str, str] | None
) -> None:
    recorded = given(*TWO, JUNE.convened(), JUNE.held(BOTH_CAME), JUNE.content(6, 24))
    assert stands(recorded, *day, "G11") == standing


def test_content_is_owed_of_every_kind_of_meeting_and_named_as_what_settled_it() -> None:
    other = Gathering(kind=MeetingKind.OTHER)
    content = other.content(6, 13)
    recorded = given(*TWO, other.convened(), other.held({}), content)
    [row] = owed(recorded, 6, 12, "G11")
    assert (row.owner, row.office, row.weight) == (QUARTER, "Rc", Weight.DUTY)
    assert row.settled_by == recorded.entry_of[content].id
    assert row.listed == ()


def test_an_unknown_attendance_is_on_the_list_until_it_is_known() -> None:
    held = given(
        *TWO,
        JUNE.convened(),
        JUNE.held({AN_LINK: UNKNOWN}),
        JUNE.listed(6, 18, {AN_LINK: PRESENT}),
        JUNE.listed(6, 25, {BINH_LINK: Attendance.UNEXCUSED}),
    )
    assert stands(held, 6, 12, "G12") == ("waits", "06-19")
    assert [on_list(row) for row in owed(held, 6, 17, "G12")] == [{AN_LINK, BINH_LINK}]
    assert [on_list(row) for row in owed(held, 6, 24, "G12")] == [{BINH_LINK}]
    assert stands(held, 6, 24, "G12") == ("late", "06-19")
    assert owed(held, 6, 25, "G12") == []


def test_of_whom_an_excuse_is_accepted_it_is_known_that_he_was_absent() -> None:
    """Even if the list that says so is dated later."""
    held = given(
        *TWO,
        JUNE.convened(),
        JUNE.held({AN_LINK: PRESENT}),
        JUNE.listed(6, 30, {BINH_LINK: Attendance.UNEXCUSED}),
        JUNE.excused(6, 20, BINH_LINK),
    )
    assert stands(held, 6, 19, "G12") == ("waits", "06-19")
    assert owed(held, 6, 20, "G12") == []


def test_partial_minutes_are_asked_about_the_workplaces_of_those_who_are_in_them() -> None:
    papers = (*TWO, *introduced(CHI, by=OTHER_WORKPLACE), JUNE.convened())
    [before], [after] = (
        owed(given(*papers, JUNE.held({AN_LINK: PRESENT}, partial=True)), 6, day, "G10")
        for day in (11, 12)
    )
    assert on_list(before) == {AN_LINK, BINH_LINK, CHI_LINK}
    assert on_list(after) == {AN_LINK, BINH_LINK}
    [row] = owed(given(*papers, JUNE.held({AN_LINK: PRESENT}, partial=True)), 6, 12, "G12")
    assert on_list(row) == {BINH_LINK}
    assert owed(given(*papers, JUNE.held({}, partial=True)), 6, 12, "G12") == []
    [whole] = owed(given(*papers, JUNE.held({AN_LINK: PRESENT})), 6, 12, "G12")
    assert on_list(whole) == {BINH_LINK, CHI_LINK}


def test_a_workplace_sees_the_gap_as_long_as_one_of_its_own_is_on_the_list() -> None:
    papers = (*TWO, *introduced(CHI, by=OTHER_WORKPLACE), JUNE.convened())
    held = given(*papers, JUNE.held({}), JUNE.listed(6, 15, BOTH_CAME))
    [all_unknown], [one_unknown] = owed(held, 6, 12, "G12"), owed(held, 6, 15, "G12")
    assert set(all_unknown.viewers) == {
        *(QUARTER, WARD),
        *(WORKPLACE, CELL),
        *(OTHER_WORKPLACE, OTHER_OFFICE),
    }
    assert {(share.workplace, share.cell, len(share.links)) for share in all_unknown.listed} == {
        (WORKPLACE, CELL, 2),
        (OTHER_WORKPLACE, OTHER_OFFICE, 1),
    }
    assert set(one_unknown.viewers) == {QUARTER, WARD, OTHER_WORKPLACE, OTHER_OFFICE}
