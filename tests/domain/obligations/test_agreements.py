"""G30: two committees with enough members between them and no agreement, where it is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.introduction.events import ClosingReason, LinkClosed
from domain.introduction.link import Link
from domain.rulebook import Weight
from tests import year
from tests.domain.obligations.town import (
    AN,
    AN_LINK,
    BINH,
    BODIES,
    departed,
    introduced,
    owed,
    stands,
)
from tests.paper import Paper, voided
from tests.scenario import given
from tests.year import WARD, WORKPLACE, papers


def switched_on(since: date, **figures: Any) -> Paper:
    """The workplace asks for agreements, with one link on."""
    on = {"obligations.on": ["G30"], "coordination.min_links": 1}
    return year.RULES_ADOPTED.but(figures=on | figures, from_=since)


def agreed(first: date, until: date | None = None) -> Paper:
    """Both sides signed, with or without an end."""
    signed = year.COORDINATION_AGREED.but(from_=first, until=until, figures={}).on(first)
    return signed.transcribed()


JANUARY, MARCH = date(2026, 1, 5), date(2026, 3, 1)
INTRODUCED = introduced(AN, 2, 2)
ONE = [*BODIES, *INTRODUCED]
CLOSED = papers(Link, AN_LINK)(
    LinkClosed,
    *(5, 4),
    attempt=1,
    reason=ClosingReason.DEPARTED,
    on=date(2026, 5, 4),
    notice_number=None,
)


def test_it_is_off_unless_a_committee_asks_for_it() -> None:
    assert stands(given(*ONE), 6, 1, "G30") is None
    assert stands(given(*ONE, switched_on(JANUARY)), 6, 1, "G30") == ("late", "02-02")
    [row] = owed(given(*ONE, switched_on(JANUARY)), 6, 1, "G30")
    assert (row.owner, row.office, row.weight) == (WORKPLACE, "Ws", Weight.ADVISORY)
    assert row.viewers == (WORKPLACE, WARD)


@pytest.mark.parametrize(("enough", "stood"), [(1, "02-02"), (2, "04-06"), (3, None)])
def test_it_takes_as_many_links_as_the_figure_says(enough: int, stood: str | None) -> None:
    on = switched_on(JANUARY, **{"coordination.min_links": enough})
    record = given(*ONE, *introduced(BINH, 4, 6), on)
    assert stands(record, 6, 1, "G30") == (stood and ("late", stood))


def test_switched_on_later_it_begins_that_day() -> None:
    record = given(*ONE, switched_on(MARCH))
    assert stands(record, 2, 28, "G30") is None
    assert stands(record, 3, 1, "G30") == ("waits", "03-01")
    assert stands(record, 3, 2, "G30") == ("late", "03-01")


def test_an_agreement_settles_it_as_long_as_it_holds() -> None:
    paper = agreed(date(2026, 4, 1), until=date(2026, 6, 30))
    record = given(*ONE, switched_on(JANUARY), paper)
    assert stands(record, 3, 31, "G30") == ("late", "02-02")
    assert stands(record, 4, 1, "G30") is None
    assert stands(record, 7, 1, "G30") == ("waits", "07-01")
    [before] = owed(record, 3, 31, "G30")
    assert before.settled_by == record.entry_of[paper].id
    struck = given(*ONE, switched_on(JANUARY), paper, voided(paper))
    assert stands(struck, 6, 1, "G30") == ("late", "02-02")


def test_it_ends_when_the_links_do() -> None:
    record = given(*ONE, switched_on(JANUARY), departed(INTRODUCED, 5, 4), CLOSED)
    assert stands(record, 5, 3, "G30") == ("late", "02-02")
    assert stands(record, 5, 4, "G30") is None
