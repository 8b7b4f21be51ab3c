"""G33, G34: an old link that nobody closed, and a change of which the residence was not told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.introduction.events import ClosingReason, LinkClosed, StatusChange, StatusNotified
from domain.introduction.link import Link, link_id
from domain.member import ActivityResumed, ExemptionClass, Member
from domain.rulebook import load_rulebook
from tests import year
from tests.domain.obligations.town import (
    AN,
    AN_LINK,
    BODIES,
    departed,
    exempt,
    introduced,
    owed,
    rows,
    stands,
    suspended,
)
from tests.paper import Paper
from tests.scenario import given
from tests.year import CELL, OTHER_WARD, QUARTER, WARD, WORKPLACE, papers

INTRODUCED = introduced(AN)
ENROLLED, DECLARED, ISSUED, RECEIVED, FORWARDED = INTRODUCED
NEW_LINK = link_id(AN, 2)
_link = papers(Link, AN_LINK)
Standing = tuple[str, str] | None


def closed(
    on: date, told: date | None = None, reason: ClosingReason = ClosingReason.VOIDED
) -> Paper:
    """The old link ends on a day, by a paper of that day or of another."""
    facts: dict[str, Any] = {"attempt": 1, "reason": reason, "on": on, "notice_number": None}
    return _link(LinkClosed, on.month, on.day, **facts).on(told or on)


def moved(month: int, day: int) -> list[Paper]:
    """Introduced anew to the other ward, and received there on that day."""
    on = date(2026, month, day)
    elsewhere = {"residence_no": 2, "household": "d" * 64}
    return [
        DECLARED.on(on).but(body=OTHER_WARD, **elsewhere),
        replace(
            ISSUED.on(on).but(residence_no=2, to_body=OTHER_WARD, number="900-GT/ĐU"),
            stream=NEW_LINK,
        ),
        replace(RECEIVED.on(on).but(by=OTHER_WARD), stream=NEW_LINK),
    ]


TWO_LINKS = [*BODIES, year.OTHER_WARD_REGISTERED, *INTRODUCED, *moved(5, 11)]

# G33: received elsewhere on 11 May, fifteen days to close the old link.


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((5, 10), None),
        ((5, 11), ("waits", "05-26")),
        ((5, 26), ("waits", "05-26")),
        ((5, 27), ("late", "05-26")),
    ],
)
def test_the_old_link_is_closed_within_fifteen_days(
    day: tuple[int, int], standing: Standing
) -> None:
    assert stands(given(*TWO_LINKS), *day, "G33") == standing


def test_it_is_about_the_old_link_and_the_old_ward_sees_it() -> None:
    [row] = owed(given(*TWO_LINKS), 5, 11, "G33")
    assert (row.office, row.owner, row.link) == ("Wo", WORKPLACE, AN_LINK)
    assert set(row.viewers) == {WORKPLACE, CELL, WARD, QUARTER}
    assert row.opened_by == f"{NEW_LINK}/2"


def test_the_closing_settles_it_on_the_later_of_day_and_paper() -> None:
    for end in (closed(date(2026, 6, 1)), closed(date(2026, 5, 4), date(2026, 6, 1))):
        record = given(*TWO_LINKS, end)
        assert stands(record, 5, 31, "G33") == ("late", "05-26")
        assert stands(record, 6, 1, "G33") is None
    ahead = closed(date(2026, 6, 1), date(2026, 5, 20))
    assert stands(given(*TWO_LINKS, ahead), 5, 31, "G33") == ("late", "05-26")


def test_a_link_closed_before_the_other_opens_is_no_old_one() -> None:
    for day in (date(2026, 5, 4), date(2026, 5, 11)):
        assert rows(given(*TWO_LINKS, closed(day)), ["G33"]) == []


def test_two_moves_leave_two_old_links_with_one_gap_each() -> None:
    back = [
        DECLARED.on(date(2026, 6, 8)).but(residence_no=3, household="e" * 64),
        replace(
            ISSUED.on(date(2026, 6, 8)).but(residence_no=3, number="901-GT/ĐU"),
            stream=link_id(AN, 3),
        ),
        replace(RECEIVED.on(date(2026, 6, 8)), stream=link_id(AN, 3)),
    ]
    found = owed(given(*TWO_LINKS, *back), 6, 20, "G33")
    assert {row.link: row.from_day for row in found} == {
        AN_LINK: date(2026, 5, 11),
        NEW_LINK: date(2026, 6, 8),
    }


def test_a_suspension_does_not_stop_its_clock() -> None:
    stopped = suspended(AN, date(2026, 5, 12), date(2026, 5, 20))
    assert stands(given(*TWO_LINKS, stopped), 5, 27, "G33") == ("late", "05-26")


def test_departure_and_class_b_end_it() -> None:
    for end in (
        departed(INTRODUCED, 6, 1),
        exempt(AN, date(2026, 6, 1), date(2026, 6, 30), ExemptionClass.B),
    ):
        record = given(*TWO_LINKS, end)
        assert stands(record, 5, 31, "G33") == ("late", "05-26")
        assert stands(record, 6, 1, "G33") is None
        assert stands(record, 7, 1, "G33") is None


# G34: departed on 1 June with the link open, fifteen days to tell.

GONE = departed(INTRODUCED, 6, 1)
LEFT = [*BODIES, *INTRODUCED, GONE]


def told(month: int, day: int, change: StatusChange = StatusChange.DEPARTED) -> Paper:
    """The residence is told on a day."""
    return _link(StatusNotified, month, day, change=change, number=None)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ((5, 31), None),
        ((6, 1), ("waits", "06-16")),
        ((6, 16), ("waits", "06-16")),
        ((6, 17), ("late", "06-16")),
    ],
)
def test_the_residence_is_told_of_a_departure_within_fifteen_days(
    day: tuple[int, int], standing: Standing
) -> None:
    assert stands(given(*LEFT), *day, "G34") == standing


def test_the_workplace_owes_it_and_the_residence_is_not_told_by_the_gap() -> None:
    [row] = owed(given(*LEFT), 6, 1, "G34")
    assert (row.office, row.owner, row.about) == ("Wo", WORKPLACE, f"change/{AN_LINK}/DEPARTED")
    assert set(row.viewers) == {WORKPLACE, CELL}


@pytest.mark.parametrize(
    "telling",
    [
        told(6, 20),
        closed(date(2026, 6, 20), reason=ClosingReason.DEPARTED),
        closed(date(2026, 6, 1), date(2026, 6, 20), ClosingReason.DEPARTED),
    ],
    ids=["told", "closed", "closed as of the departure"],
)
def test_telling_and_closing_settle_it(telling: Paper) -> None:
    record = given(*LEFT, telling)
    assert stands(record, 6, 19, "G34") == ("late", "06-16")
    assert stands(record, 6, 20, "G34") is None
    assert rows(record, ["G34"])[0].settled_by == record.entry_of[telling].id


def test_what_is_told_ahead_is_never_late() -> None:
    decided = GONE.on(date(2026, 5, 18))
    record = given(*BODIES, *INTRODUCED, decided, told(5, 25))
    assert rows(record, ["G34"]) == []


def test_a_link_closed_by_the_departure_needs_no_notice() -> None:
    for end in (closed(date(2026, 5, 20)), closed(date(2026, 6, 1), date(2026, 5, 25))):
        assert rows(given(*BODIES, *INTRODUCED, end, GONE), ["G34"]) == []
    late = closed(date(2026, 5, 20), date(2026, 6, 8))
    assert stands(given(*LEFT, late), 6, 7, "G34") == ("waits", "06-16")


def test_a_letter_that_never_arrived_tells_of_nothing() -> None:
    assert rows(given(*BODIES, *INTRODUCED[:3], GONE), ["G34"]) == []


def test_a_suspension_does_not_stop_the_clock_of_telling() -> None:
    record = given(*LEFT, suspended(AN, date(2026, 5, 25), date(2026, 6, 30)))
    assert stands(record, 6, 17, "G34") == ("late", "06-16")


# Of other changes the residence is told where the committee says so.

ADOPTED = replace(
    year.RULES_ADOPTED.but(
        adopts_digest=load_rulebook().named("213-2020").digest,
        figures={"notify.changes": [change.value for change in StatusChange]},
    ),
    stream=WORKPLACE,
)
STOPPED = suspended(AN, date(2026, 4, 6), date(2026, 4, 30))
AWAY = exempt(AN, date(2026, 4, 6), date(2026, 4, 30), ExemptionClass.A)


def said(paper: Paper) -> dict[str, date]:
    """What has to be told of a paper, and from which day on."""
    record = given(*BODIES, ADOPTED, *INTRODUCED, paper)
    return {row.about.rpartition("/")[2]: row.from_day for row in rows(record, ["G34"])}


def test_each_kind_of_change_is_told_once_it_is_named() -> None:
    begin, end = date(2026, 4, 6), date(2026, 5, 1)
    assert said(STOPPED) == {"SUSPENDED": begin, "RESUMED": end}
    assert said(AWAY) == {"EXEMPT_A": begin, "EXEMPT_A_ENDED": end}
    assert said(GONE) == {"DEPARTED": date(2026, 6, 1)}
    street = DECLARED.on(begin).but(household="d" * 64)
    assert said(street) == {"MOVED": begin}
    assert rows(given(*BODIES, *INTRODUCED, STOPPED, AWAY.on(begin)), ["G34"]) == []


def test_an_early_end_is_told_from_its_own_day() -> None:
    resumed = papers(Member, AN)(ActivityResumed, 4, 13, suspension=STOPPED, on=date(2026, 4, 13))
    record = given(*BODIES, ADOPTED, *INTRODUCED, STOPPED, resumed)
    [early] = [row for row in rows(record, ["G34"]) if row.about.endswith("RESUMED")]
    assert early.from_day == date(2026, 4, 13)
    assert early.opened_by == record.entry_of[resumed].id


def test_a_notice_of_one_suspension_says_nothing_of_the_next() -> None:
    twice = suspended(AN, date(2026, 9, 7), date(2026, 9, 30))
    record = given(
        *BODIES, ADOPTED, *INTRODUCED, STOPPED, told(4, 8, StatusChange.SUSPENDED), twice
    )
    found = [row for row in rows(record, ["G34"]) if row.about.endswith("SUSPENDED")]
    assert [(row.from_day, row.to_day) for row in found] == [
        (date(2026, 4, 6), date(2026, 4, 8)),
        (date(2026, 9, 7), date.max),
    ]
