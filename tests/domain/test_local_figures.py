"""Whose figure counts: body above, one's own body, what a pair agreed on; the last wins."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.coordination import Coordination
from domain.local_figures import days_of_adoption, rules_of_body, rules_of_pair
from domain.organization import organization_id
from domain.refusals import NoQuorum, PeriodOutOfRange
from domain.rulebook import RuleSet, load_rulebook
from tests import year
from tests.paper import Paper, Pen, voided
from tests.scenario import Scenario, given
from tests.year import CELL, COORDINATION_AGREED, WARD, WORKPLACE, before

PUBLISHED = load_rulebook().named("213-2020")
BODIES = before(COORDINATION_AGREED)
LATER = date(2026, 6, 1)


def adopted(body: str, figures: dict[str, Any], since: date, **facts: Any) -> Paper:
    paper = year.RULES_ADOPTED.but(figures=figures, from_=since, **facts)
    return Paper(paper.of, organization_id(body), paper.kind, paper.day, paper.facts)


OF_WORKPLACE = adopted("dang-uy-co-quan", {"place.days": 20}, date(2026, 2, 1))
OF_CELL = adopted("chi-bo-van-phong", {"place.days": 30, "monitor.days": 9}, date(2026, 3, 1))


def days_in(record: Scenario, day: date, figure: str = "place.days") -> tuple[int, int]:
    """The figure as the workplace and as its cell have it."""
    of_body: tuple[RuleSet, ...] = tuple(
        rules_of_body(PUBLISHED, body, day, record) for body in (WORKPLACE, CELL)
    )
    return of_body[0].days(figure), of_body[1].days(figure)


def test_a_body_goes_by_what_those_above_adopted_and_then_by_its_own() -> None:
    record = given(*BODIES, OF_WORKPLACE, OF_CELL)
    assert days_in(record, date(2026, 1, 31)) == (10, 10)
    assert days_in(record, date(2026, 2, 1)) == (20, 20)
    assert days_in(record, date(2026, 3, 1)) == (20, 30)
    assert days_in(record, LATER, "monitor.days") == (15, 9)


def test_what_was_adopted_last_replaces_what_was_adopted_before() -> None:
    again = adopted("dang-uy-co-quan", {"monitor.days": 7}, date(2026, 4, 1))
    record = given(*BODIES, OF_WORKPLACE, again)
    assert days_in(record, LATER) == (10, 10)
    assert days_in(record, LATER, "monitor.days") == (7, 7)


def test_a_struck_adoption_sets_nothing() -> None:
    record = given(*BODIES, OF_WORKPLACE, voided(OF_WORKPLACE))
    assert days_in(record, LATER) == (10, 10)


def test_figures_hold_only_for_the_rule_set_that_was_adopted() -> None:
    old = adopted("dang-uy-co-quan", {"place.days": 20}, date(2026, 2, 1), adopts="76-2000")
    record = given(*BODIES, old)
    assert days_in(record, LATER) == (10, 10)


@pytest.mark.parametrize(
    ("day", "returned"), [(date(2026, 1, 31), 15), (date(2026, 2, 1), 10), (LATER, 10)]
)
def test_what_a_pair_agreed_on_comes_last(day: date, returned: int) -> None:
    own = adopted("dang-uy-co-quan", {"slip.return_days": 40}, date(2026, 3, 1))
    record = given(*BODIES, own, COORDINATION_AGREED)
    rules = rules_of_pair(PUBLISHED, WORKPLACE, WARD, day, record)
    assert rules.days("slip.return_days") == returned


def test_an_agreement_holds_to_its_last_day_or_to_its_end() -> None:
    ending = COORDINATION_AGREED.but(until=date(2026, 6, 30))
    record = given(*BODIES, ending)
    agreement = record.load(Coordination, COORDINATION_AGREED.stream)
    assert agreement.in_force(date(2026, 6, 30))
    assert not agreement.in_force(date(2026, 7, 1))
    record = given(*BODIES, COORDINATION_AGREED, year.COORDINATION_ENDED)
    agreement = record.load(Coordination, COORDINATION_AGREED.stream)
    assert agreement.in_force(date(2026, 12, 30))
    assert not agreement.in_force(date(2026, 12, 31))


def test_every_day_on_which_figures_may_change_is_named() -> None:
    record = given(*BODIES, OF_WORKPLACE, OF_CELL)
    days = set(days_of_adoption(CELL, record))
    assert {date(2026, 2, 1), date(2026, 3, 1)} <= days
    turns = [day for day in sorted(days) if days_in(record, day) != days_in(record, LATER)]
    assert turns == [day for day in sorted(days) if day < date(2026, 3, 1)]


# Decisions go by the same figures.


def test_a_cell_with_more_grace_may_hold_the_meeting_of_the_year_before_later() -> None:
    papers: tuple[Paper | Pen, ...] = before(year.CONVENED)
    late = year.CONVENED.but(scheduled_for=date(2027, 1, 20), period="2026-H2")
    given(*papers).when(late).refused(PeriodOutOfRange)
    more = adopted("khu-dan-cu-4", {"meeting.grace_days": 25}, date(2026, 2, 1))
    given(*papers, more).when(late).then(late)


def test_a_cell_may_ask_for_a_larger_quorum() -> None:
    papers = before(year.AGREED)
    given(*papers).when(year.AGREED).then(year.AGREED)
    more = adopted("khu-dan-cu-4", {"collective.quorum_share": 100}, date(2026, 2, 1))
    given(*papers, more).when(year.AGREED).refused(NoQuorum)
