"""What is owed goes on when a body is succeeded: a cell's days, meetings and duties count on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from domain.introduction.events import MemberForwarded, MonitorAssigned
from domain.introduction.link import Link, link_id
from domain.meeting import Attendance, MeetingKind, meeting_id
from domain.member import ResidenceDeclared
from domain.organization import CellSucceeded, Tree, organization_id
from domain.review import review_id
from tests import year
from tests.domain.obligations.town import (
    AN,
    AN_LINK,
    BINH,
    BINH_LINK,
    BODIES,
    Gathering,
    introduced,
    owed,
    rows,
    stands,
)
from tests.merger import (
    NEW_QUARTER,
    NEW_QUARTER_SECRETARY,
    NEW_WORKPLACE,
    quarter_merged,
    succeeded,
    ward_merged,
    workplace_merged,
)
from tests.paper import Paper, Pen
from tests.scenario import Scenario, given
from tests.year import CELL, MERGED_WARD, QUARTER, WORKPLACE, papers

OTHER_QUARTER = organization_id("khu-dan-cu-5")
OTHER_QUARTER_REGISTERED = replace(
    year.QUARTER_REGISTERED.but(code="khu-dan-cu-5"), stream=OTHER_QUARTER
)
JUNE, JULY, AUGUST = date(2026, 6, 5), date(2026, 7, 1), date(2026, 8, 3)
IN_JUNE = Gathering()


def both_quarters_merged(on: date) -> tuple[Paper, ...]:
    """The ward is merged into another, and two of its cells into one."""
    *registered, merger = quarter_merged(on)
    cells = (CellSucceeded(QUARTER, NEW_QUARTER), CellSucceeded(OTHER_QUARTER, NEW_QUARTER))
    return (*registered, merger.but(cells=cells))


def placed(person: UUID, cell: UUID, month: int, day: int) -> Paper:
    """Forwarded to a cell on a day."""
    return papers(Link, link_id(person, 1))(MemberForwarded, month, day, cell=cell)


def gathered(cell: UUID, day: date, period: str, *came: UUID) -> Paper:
    """Minutes of a meeting that a cell held for a half-year."""
    held = Gathering(day).held(dict.fromkeys(came, Attendance.PRESENT))
    stream = meeting_id(cell, day, MeetingKind.PERIODIC)
    return replace(held, stream=stream).but(cell=cell, period=period)


def owners(found: Scenario, month: int, day: int, code: str) -> set[UUID]:
    """Who owes an obligation on a day: what stands in the place of the body on the paper."""
    on = date(2026, month, day)
    return {Tree(found).in_place_of(row.owner, on) for row in owed(found, month, day, code)}


# Letters and placing.


def test_a_letter_under_way_is_neither_written_anew_nor_lost() -> None:
    letter = introduced(AN)[:3]
    moved = year.RESIDENCE_DECLARED.on(AUGUST).but(
        residence_no=1, body=MERGED_WARD, neighborhood_token="a" * 64, household="b" * 64
    )
    declared = replace(moved, stream=AN)
    found = given(*BODIES, *letter, *ward_merged(JULY), declared)
    assert owed(found, 8, 4, "G01", "G02") == []
    assert stands(found, 8, 4, "G04") == ("late", "03-23")
    received = replace(year.RECEIVED, stream=AN_LINK).on(AUGUST).but(attempt=1, by=MERGED_WARD)
    found.when(received).then(received)
    assert owed(found, 8, 4, "G04") == []
    assert owners(found, 8, 4, "G05") == {MERGED_WARD}


def test_a_successor_of_the_workplace_answers_for_its_letters() -> None:
    letter = replace(year.DRAFTED, stream=AN_LINK).on(date(2026, 6, 10)).but(member=AN)
    found = given(*BODIES, *introduced(AN)[:2], *workplace_merged(JUNE))
    later = replace(letter, digest="1" * 64).but(issuer=NEW_WORKPLACE)
    assert stands(found, 6, 9, "G01") == ("late", "02-17")
    found.when(later).then(later)
    assert owed(found, 6, 11, "G01") == []
    assert owners(found, 6, 11, "G03") == {NEW_WORKPLACE}


def test_whoever_followed_in_a_cell_that_has_ended_follows_no_more() -> None:
    monitored = papers(Link, AN_LINK)(MonitorAssigned, 2, 10, monitor=year.LAN)
    papers_before = (*BODIES, year.COMMITTEE_ELECTED, *introduced(AN), monitored)
    passing = given(*papers_before, *ward_merged(JUNE))
    assert owed(passing, 6, 30, "G08") == []
    ending = given(*papers_before, *quarter_merged(JUNE), NEW_QUARTER_SECRETARY)
    assert owed(ending, 6, 4, "G08") == []
    assert stands(ending, 6, 5, "G08") == ("waits", "06-20")
    anew = papers(Link, AN_LINK)(MonitorAssigned, 6, 19, monitor=year.MINH)
    ending.when(anew).then(anew)
    assert owed(ending, 6, 19, "G08") == []


def test_to_be_forwarded_to_the_cell_that_took_over_is_no_move() -> None:
    monitored = papers(Link, AN_LINK)(MonitorAssigned, 6, 8, monitor=year.MINH)
    before = (*BODIES, *introduced(AN), *quarter_merged(JUNE), NEW_QUARTER_SECRETARY, monitored)
    found = given(*before, placed(AN, NEW_QUARTER, 6, 20))
    assert owed(found, 6, 30, "G08") == []
    link = found.link(AN_LINK)
    assert link.monitor_on(date(2026, 6, 30), found) == year.MINH


def test_a_group_passes_with_its_cell() -> None:
    grouped = replace(year.GROUPED, stream=AN_LINK)
    found = given(
        *(*BODIES, year.GROUP_REGISTERED, *introduced(AN)), *quarter_merged(JUNE), grouped.on(JULY)
    )
    assert stands(found, 6, 30, "G07") == ("late", "02-12")
    assert owed(found, 7, 1, "G07") == []
    assert found.link(AN_LINK).group_on(JULY, found) == year.GROUP


# Meetings.


def test_the_days_of_the_predecessor_count_for_the_half() -> None:
    found = given(*BODIES, *introduced(AN), *quarter_merged(JUNE))
    [before] = owed(found, 6, 4, "G09")
    assert (before.owner, before.due_on) == (QUARTER, date(2026, 7, 15))
    [after] = owed(found, 6, 5, "G09")
    assert (after.owner, after.due_on) == (NEW_QUARTER, date(2026, 7, 15))
    assert {WORKPLACE, NEW_QUARTER, MERGED_WARD} <= set(after.viewers)


def test_a_meeting_of_the_predecessor_counts_for_the_half() -> None:
    held = gathered(QUARTER, date(2026, 5, 20), "2026-H1", AN_LINK)
    found = given(*BODIES, *introduced(AN), held, *quarter_merged(JUNE))
    assert "2026-H1" not in {row.opened_by for row in owed(found, 6, 10, "G09")}


def test_one_meeting_of_the_successor_settles_a_half_that_two_cells_missed() -> None:
    two = [*introduced(AN), *introduced(BINH), placed(BINH, OTHER_QUARTER, 2, 3)]
    before = (*BODIES, OTHER_QUARTER_REGISTERED, *two, *both_quarters_merged(AUGUST))
    found = given(*before)
    missed = [row for row in owed(found, 8, 10, "G09") if row.opened_by == "2026-H1"]
    assert {row.owner for row in missed} == {QUARTER, OTHER_QUARTER}
    assert owners(found, 8, 10, "G09") == {NEW_QUARTER}
    met = gathered(NEW_QUARTER, date(2026, 8, 20), "2026-H1", AN_LINK, BINH_LINK)
    found.when(met).then(met)
    assert [row.opened_by for row in owed(found, 8, 20, "G09")] == ["2026-H2"]


def test_a_meeting_that_a_cell_held_before_it_took_over_is_none_of_the_other() -> None:
    two = [*introduced(AN), *introduced(BINH), placed(BINH, OTHER_QUARTER, 2, 3)]
    held = gathered(OTHER_QUARTER, date(2026, 6, 20), "2026-H1", BINH_LINK)
    quarter = replace(year.OTHER_WARD_SUCCEEDED, stream=QUARTER)
    into = succeeded(quarter, OTHER_QUARTER, AUGUST)
    found = given(*BODIES, OTHER_QUARTER_REGISTERED, *two, held, into)
    missed = [row for row in owed(found, 8, 10, "G09") if row.opened_by == "2026-H1"]
    assert [row.owner for row in missed] == [QUARTER]


def test_a_meeting_of_the_successor_calls_those_whom_the_predecessor_had() -> None:
    held = gathered(NEW_QUARTER, date(2026, 6, 20), "2026-H1")
    found = given(*BODIES, *introduced(AN), *quarter_merged(JUNE), held)
    assert stands(found, 6, 20, "G12") == ("waits", "06-27")
    listed = Gathering(date(2026, 6, 20)).listed(6, 21, {AN_LINK: Attendance.UNEXCUSED})
    absent = replace(listed, stream=held.stream)
    found.when(absent).then(absent)
    assert stands(found, 6, 21, "G13") == ("waits", "06-30")
    assert owners(found, 6, 21, "G13") == {NEW_QUARTER}


def test_one_who_comes_for_the_family_goes_on_in_the_cell_that_took_over() -> None:
    family = [*_at_home(AN), *_at_home(BINH)]
    first, second = (
        gathered(QUARTER, date(2026, 5, 20), "2026-H1"),
        gathered(NEW_QUARTER, date(2026, 7, 20), "2026-H2"),
    )
    one_came = Gathering().held({AN_LINK: Attendance.PRESENT, BINH_LINK: Attendance.REPRESENTED})
    came = one_came.facts["attendance"]
    found = given(*BODIES, *family, first.but(attendance=came), *quarter_merged(JULY), second)
    assert [row.cell for row in owed(found, 6, 1, "G16")] == [QUARTER]
    [goes_on] = owed(found, 7, 2, "G16")
    assert (goes_on.cell, goes_on.due_on) == (NEW_QUARTER, None)
    again = given(
        *(*BODIES, *family, first.but(attendance=came), *quarter_merged(JULY)),
        second.but(attendance=came),
    )
    assert stands(again, 7, 21, "G16") == ("late", "07-20")


def _at_home(person: UUID) -> list[Paper]:
    """Introduced from one household."""
    return [
        paper.but(household="f" * 64) if paper.kind is ResidenceDeclared else paper
        for paper in introduced(person)
    ]


# The workplace's year.


@pytest.mark.parametrize(("code", "before"), [("G24", CELL), ("G31", WORKPLACE)])
def test_a_year_is_owed_once_by_whoever_stands_at_its_end(code: str, before: UUID) -> None:
    cells: tuple[Paper | Pen, ...] = workplace_merged(JUNE)
    found = given(*BODIES, *introduced(AN), *cells)
    assert {row.owner for row in owed(found, 6, 4, code)} == {before}
    after = CELL if code == "G24" else NEW_WORKPLACE
    [row] = owed(found, 6, 5, code)
    assert (row.owner, row.due_on) == (after, date(2026, 12, 31))
    assert row.workplace == NEW_WORKPLACE


def test_a_review_of_the_predecessor_counts_for_the_cell_that_took_over() -> None:
    new_cell = organization_id("chi-bo-moi")
    registered = replace(year.CELL_REGISTERED, stream=new_cell).but(
        code="chi-bo-moi", parent=NEW_WORKPLACE
    )
    body, merger = workplace_merged(date(2026, 12, 27))
    merged = (body, registered, merger.but(cells=(CellSucceeded(CELL, new_cell),)))
    of_cell = replace(year.REVIEW_HELD, stream=review_id(CELL, 2026))
    reviewed = of_cell.on(date(2026, 12, 20)).but(body=CELL)
    without = given(*BODIES, *introduced(AN), *merged)
    assert [row.owner for row in owed(without, 12, 28, "G24")] == [new_cell]
    found = given(*BODIES, *introduced(AN), reviewed, *merged)
    assert owed(found, 12, 28, "G24") == []
    assert rows(found, ["G24"])
