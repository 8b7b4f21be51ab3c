"""What changed between two viewpoints, held against every viewpoint in between."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from uuid import UUID

import pytest
from sqlalchemy import select

from domain.entries import Event
from domain.obligations.obligation import Obligation
from projections.changes import Span, papers_about, papers_of_obligations
from projections.comparison import Outcome, compared
from projections.models import MODELS
from projections.obligations import OBLIGATION, gaps, obligations
from projections.roster import ROSTER
from projections.viewpoint import Viewpoint
from projections.views import Views
from tests.agreement.names import FIRST_DAY
from tests.agreement.walk import Walk
from tests.projections.asking import built, folded
from tests.projections.conftest import Places
from tests.projections.world import HORIZON


@cache
def log_of(seed: int) -> tuple[Event, ...]:
    return tuple(Walk(seed).go(220))


@pytest.fixture(params=[7, 18])
def log(request: pytest.FixtureRequest) -> Sequence[Event]:
    return log_of(request.param)


@pytest.fixture
def views(places: Places, log: Sequence[Event]) -> Views:
    return built(places, MODELS, log)


def spans(log: Sequence[Event]) -> list[Span]:
    """More known of one day, more time gone by, both."""
    dice = random.Random(len(log))
    found: list[Span] = []
    for _ in range(6):
        first, last = sorted(dice.sample(range(len(log) // 3, len(log) + 1), 2))
        days = sorted(FIRST_DAY + timedelta(days=dice.randrange(650)) for _ in range(2))
        found.append(Span(Viewpoint(days[1], first), Viewpoint(days[1], last)))
        found.append(Span(Viewpoint(days[0], last), Viewpoint(days[1], last)))
        found.append(Span(Viewpoint(days[0], first), Viewpoint(days[1], last)))
    return found


def bodies(views: Views) -> list[UUID]:
    """Whoever ever saw an obligation."""
    _, viewer = OBLIGATION.tables
    return [UUID(row[0]) for row in views.ask(select(viewer.c.organization).distinct(), {})]


def changed(views: Views, seen_by: Sequence[UUID], span: Span) -> dict[str, Obligation]:
    """One row of each obligation that reads otherwise, by its key."""
    before, now = (obligations(views, seen_by, at) for at in span)
    pairs = compared(before, now, (span.before.as_of, span.now.as_of), late=False)
    return {one.key: one.sides[0] for one in pairs if one.outcome is not Outcome.SAME}


def test_changes_are_the_difference_of_two_answers(views: Views, log: Sequence[Event]) -> None:
    for span in spans(log):
        seen_by = bodies(views)
        before, now = ({row.key for row in gaps(views, seen_by, at)} for at in span)
        then, here = (obligations(views, seen_by, at) for at in span)
        pairs = compared(then, here, (span.before.as_of, span.now.as_of), late=True)
        came = {one.key for one in pairs if one.outcome is Outcome.ONLY_THERE}
        went = {one.key for one in pairs if one.outcome is Outcome.ONLY_HERE}
        assert (came, went) == (now - before, before - now)
        assert {one.key for one in pairs} == before | now


def test_an_answer_about_one_day_changes_at_a_paper_and_nowhere_else(
    views: Views, log: Sequence[Event]
) -> None:
    for span in spans(log):
        if span.before.as_of != span.now.as_of:
            continue
        seen_by, day = bodies(views), span.now.as_of
        rows = changed(views, seen_by, span)
        papers = papers_of_obligations(views, rows.values(), span)
        assert papers.keys() >= rows.keys()
        answers = [
            {row.key: row for row in obligations(views, seen_by, Viewpoint(day, position))}
            for position in range(span.before.known_at, span.now.known_at + 1)
        ]
        for key in rows:
            turns = {
                span.before.known_at + step
                for step in range(1, len(answers))
                if answers[step].get(key) != answers[step - 1].get(key)
            }
            assert turns <= {paper.position for paper in papers[key]}
            assert turns


def test_what_opened_or_settled_it_as_time_went_on_is_among_its_papers(
    views: Views, log: Sequence[Event]
) -> None:
    met = 0
    for span in spans(log):
        if span.before.known_at != span.now.known_at:
            continue
        rows = changed(views, bodies(views), span)
        papers = papers_of_obligations(views, rows.values(), span)
        for key, row in rows.items():
            listed = papers.get(key, [])
            assert all(span.comes_to(paper.effect_day) for paper in listed)
            assert all(paper.amends is None for paper in listed)
            for event, day in ((row.opened_by, row.from_day), (row.settled_by, row.to_day)):
                effect = {entry.id: entry.effect_date for entry in log}.get(event or "")
                if span.comes_to(day) and effect == day and not amended(log, event):
                    met += 1
                    assert event in {paper.event for paper in listed}
    assert met


def amended(log: Sequence[Event], event: str | None) -> bool:
    return any(getattr(entry, "event", None) == event for entry in log)


def test_whoever_stands_otherwise_has_a_paper_that_says_why(
    views: Views, log: Sequence[Event]
) -> None:
    """Unless time alone did it: an exemption or a suspension that has an end."""
    for span in spans(log):
        if span.before.as_of != span.now.as_of:
            continue
        before, now = (
            {
                row.member: row.state
                for _, row in folded(log, ROSTER, at.as_of, at.known_at, HORIZON)
            }
            for at in span
        )
        for member in before.keys() | now.keys():
            if before.get(member) != now.get(member):
                papers = papers_about(views, member, span)
                assert any(span.learns(paper.position) for paper in papers)
