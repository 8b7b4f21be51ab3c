"""History judged by another rule set is what a full build under that rule set would have said."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from uuid import UUID

import pytest

from domain.entries import Event
from domain.obligations.folds import FOLDS
from domain.obligations.obligation import Obligation
from domain.organization import RuleSetAdopted
from domain.rulebook import Rulebook, SupposedRulebook
from projections.comparison import Outcome, compared
from projections.judging import judged_under
from projections.models import MODELS
from projections.obligations import obligations
from projections.viewpoint import Viewpoint
from projections.views import Views
from tests.agreement.names import FIRST_DAY
from tests.agreement.walk import Walk
from tests.projections.asking import RULEBOOK, built
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog
from tests.projections.prefix import prefix_of
from tests.projections.world import HORIZON
from tests.variants import draft, figure, shaken

OLD = RULEBOOK.named("76-2000")


@cache
def log_of(seed: int) -> tuple[Event, ...]:
    """A history in which whoever adopts figures adopts them for the rule set of 2020."""
    return tuple(
        replace(event, adopts="213-2020") if isinstance(event, RuleSetAdopted) else event
        for event in Walk(seed).go(220)
    )


@pytest.fixture(params=[12, 42, 43])
def log(request: pytest.FixtureRequest) -> Sequence[Event]:
    return log_of(request.param)


@pytest.fixture
def views(places: Places, log: Sequence[Event]) -> Views:
    return built(places, MODELS, log)


def whole(log: Sequence[Event], rulebook: Rulebook, position: int) -> list[Obligation]:
    """Every row of every subject, folded by a naive reader under a rulebook."""
    prefix = prefix_of(log[:position], HORIZON, rulebook)
    subjects = [subject for subject in prefix.subjects if subject[0] in FOLDS]
    return [row for subject in subjects for row in FOLDS[subject[0]](subject, prefix)]


def of_each_body(rows: Sequence[Obligation]) -> Iterator[tuple[UUID, list[Obligation]]]:
    for body in sorted({body for row in rows for body in row.viewers}):
        yield body, [row for row in rows if body in row.viewers]


def in_order(rows: Sequence[Obligation]) -> list[str]:
    return sorted(map(repr, rows))


def positions(log: Sequence[Event]) -> list[int]:
    dice = random.Random(len(log))
    return [*(dice.randrange(len(log) // 4, len(log)) for _ in range(2)), len(log)]


def standing(rows: Sequence[Obligation], day: date) -> list[Obligation]:
    return [row for row in rows if row.from_day <= day < row.to_day]


def test_it_equals_a_full_build_in_which_the_set_was_the_published_one(
    views: Views, log: Sequence[Event]
) -> None:
    for number, position in enumerate(positions(log)):
        supposed = shaken(random.Random(number))
        published = Rulebook([replace(supposed, draft=False), OLD])
        everything = whole(log, published, position)
        seen = {body for row in whole(log, RULEBOOK, position) for body in row.viewers}
        ours = dict(of_each_body(everything))
        for body in sorted(seen | ours.keys()):
            rulebook = SupposedRulebook(supposed, RULEBOOK)
            judged = judged_under(MemoryLog(log), views, rulebook, [body], position)
            assert in_order(judged) == in_order(ours.get(body, []))


def test_under_the_same_rules_nothing_differs(views: Views, log: Sequence[Event]) -> None:
    dice = random.Random(len(log))
    for position in positions(log):
        for body, rows in of_each_body(whole(log, RULEBOOK, position)):
            judged = judged_under(MemoryLog(log), views, RULEBOOK, [body], position)
            assert in_order(judged) == in_order(rows)
            day = FIRST_DAY + timedelta(days=dice.randrange(600))
            here = obligations(views, [body], Viewpoint(day, position))
            there = standing(judged, day)
            for late in (True, False):
                found = compared(here, there, (day, day), late=late)
                assert {one.outcome for one in found} <= {Outcome.SAME}
                late_here = [row for row in here if not late or row.late_from <= day]
                assert [one.key for one in found] == [row.key for row in late_here]


def test_each_key_stands_once_on_a_day(log: Sequence[Event]) -> None:
    """Two answers are compared key by key."""
    rows = whole(log, RULEBOOK, len(log))
    for days in range(0, 700, 3):
        now = [row.key for row in standing(rows, FIRST_DAY + timedelta(days=days))]
        assert len(now) == len(set(now))


def test_more_days_for_a_letter_make_nobody_late_who_was_not(
    views: Views, log: Sequence[Event]
) -> None:
    """A longer figure moves due dates of its own code and of no other."""
    supposed = SupposedRulebook(draft(figure("letter.present_wd", 60, was=30)), RULEBOOK)
    met: set[Outcome] = set()
    for body, rows in of_each_body(whole(log, RULEBOOK, len(log))):
        judged = judged_under(MemoryLog(log), views, supposed, [body], len(log))
        for days in range(0, 600, 40):
            day = FIRST_DAY + timedelta(days=days)
            found = compared(standing(rows, day), standing(judged, day), (day, day), late=True)
            differing = [one for one in found if one.outcome is not Outcome.SAME]
            assert {row.code for one in differing for row in one.sides} <= {"G04"}
            met |= {one.outcome for one in differing}
    assert met <= {Outcome.ONLY_HERE, Outcome.OTHER_DUE_DATE}
