"""G38: the residence's list differs from the roster of the workplace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.introduction.events import ClosingReason
from domain.reconciliation import StatedEntry, StatedStatus
from tests import year
from tests.domain.obligations.town import AN, AN_LINK, BODIES, departed, introduced, owed, rows
from tests.paper import Paper
from tests.scenario import given

AN_CAME = introduced(AN)


def stated(*entries: StatedEntry) -> Paper:
    """The residence's list of 30 June, stated on 3 July."""
    return year.ROSTER_STATED.but(entries=entries)


PLACED = StatedEntry(1, AN_LINK, None, None, year.QUARTER, StatedStatus.PLACED)


def test_whoever_is_not_on_the_list_is_asked_for_at_the_residence() -> None:
    [row] = owed(given(*BODIES, *AN_CAME, stated()), 7, 31, "G38")
    assert (row.step, row.office, row.owner) == ("NOT_AT_RESIDENCE", "Ro", year.WARD)
    assert (row.due_on, row.late_from) == (date(2026, 7, 30), date(2026, 7, 31))
    assert owed(given(*BODIES, *AN_CAME, stated(PLACED)), 7, 31, "G38") == []


def test_nothing_is_asked_about_somebody_who_left_before() -> None:
    gone = departed(AN_CAME, 6, 1)
    assert rows(given(*BODIES, *AN_CAME, gone, stated()), ["G38"]) == []
    first_of_june = date(2026, 6, 1)
    closing = {"attempt": 1, "reason": ClosingReason.DEPARTED, "on": first_of_june}
    closed = replace(year.CLOSED.but(**closing), stream=AN_LINK).on(first_of_june)
    assert rows(given(*BODIES, *AN_CAME, gone, closed, stated(PLACED)), ["G38"]) == []


def test_a_departure_ends_the_difference() -> None:
    record = given(*BODIES, *AN_CAME, stated(), departed(AN_CAME, 8, 10))
    assert owed(record, 8, 9, "G38")
    assert owed(record, 8, 10, "G38") == []
