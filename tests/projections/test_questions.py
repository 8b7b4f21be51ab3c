"""Questions to the read models: what is selected, in which order, page by page."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID

import pytest

from domain.entries import EntryCorrected, EntryVoided, Event
from domain.introduction.events import LetterDrafted, LetterIssued, LinkCarriedOver
from domain.member import MemberEnrolled
from domain.obligations.obligation import Obligation
from domain.rulebook.obligation_rule import Weight
from projections.history import Filter, Place, chronicle_of, history
from projections.introduced import Stage, introduced
from projections.models import MODELS
from projections.obligations import (
    OBLIGATIONS,
    count_by_code,
    gaps,
    obligations,
    obligations_of_members,
    place_of,
)
from projections.roster import State, count_by_state, roster, standings_of
from projections.viewpoint import Viewpoint, position_of
from projections.views import Views
from tests.agreement.walk import Walk
from tests.projections.asking import built, folded
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog
from tests.projections.world import HORIZON

SEEDS = (5, 9)


@cache
def log_of(seed: int) -> tuple[Event, ...]:
    return tuple(Walk(seed).go(220))


@pytest.fixture(params=SEEDS)
def log(request: pytest.FixtureRequest) -> Sequence[Event]:
    return log_of(request.param)


@pytest.fixture
def views(places: Places, log: Sequence[Event]) -> Views:
    return built(places, MODELS, log)


def viewpoints(log: Sequence[Event]) -> list[Viewpoint]:
    dice = random.Random(len(log))
    first = min(event.occurred_on for event in log)
    days = [first + timedelta(days=dice.randrange(600)) for _ in range(4)]
    return [Viewpoint(day, dice.randrange(len(log) // 2, len(log) + 1)) for day in days]


def owed(log: Sequence[Event], viewpoint: Viewpoint) -> list[Obligation]:
    rows = folded(log, OBLIGATIONS, viewpoint.as_of, viewpoint.known_at, HORIZON)
    found: list[Obligation] = [row for _, row in rows]
    return sorted(found, key=lambda row: (row.late_from, row.key))


def seen(rows: Sequence[Obligation], bodies: Sequence[UUID]) -> list[Obligation]:
    return [row for row in rows if set(row.viewers) & set(bodies)]


def test_a_body_sees_what_it_owes_and_is_owed(views: Views, log: Sequence[Event]) -> None:
    for viewpoint in viewpoints(log):
        rows = owed(log, viewpoint)
        everybody = sorted({body for row in rows for body in row.viewers}, key=str)
        for bodies in (*([body] for body in everybody), everybody):
            ours = seen(rows, bodies)
            late = [row for row in ours if row.late_from <= viewpoint.as_of]
            assert obligations(views, bodies, viewpoint) == ours
            assert gaps(views, bodies, viewpoint) == late
            assert {
                count.code: count.late for count in count_by_code(views, bodies, viewpoint)
            } == {
                code: sum(row.code == code for row in late) for code in {row.code for row in ours}
            }
            codes = sorted({row.code for row in late})[:2]
            chosen = [row for row in late if row.code in codes]
            if codes:
                assert gaps(views, bodies, viewpoint, codes=codes) == chosen


def test_duties_are_told_apart_from_advice(views: Views, log: Sequence[Event]) -> None:
    for viewpoint in viewpoints(log):
        rows = owed(log, viewpoint)
        everybody = sorted({body for row in rows for body in row.viewers}, key=str)
        for weight in (Weight.DUTY, Weight.ADVISORY):
            of_weight = [row for row in rows if row.weight is weight]
            assert obligations(views, everybody, viewpoint, weights=[weight]) == of_weight
            assert gaps(views, everybody, viewpoint, weights=list(Weight)) == [
                row for row in rows if row.late_from <= viewpoint.as_of
            ]


def test_pages_follow_one_another(views: Views, log: Sequence[Event]) -> None:
    for viewpoint in viewpoints(log):
        everybody = sorted({body for row in owed(log, viewpoint) for body in row.viewers}, key=str)
        whole = obligations(views, everybody, viewpoint)
        pages: list[Obligation] = []
        while page := obligations(
            views, everybody, viewpoint, after=place_of(pages[-1]) if pages else None, limit=3
        ):
            pages += page
        assert pages == whole


def test_members_are_listed_by_committee_cell_and_state(views: Views, log: Sequence[Event]) -> None:
    committees = sorted({e.committee for e in log if isinstance(e, MemberEnrolled)}, key=str)
    for viewpoint in viewpoints(log):
        everybody = roster(views, committees, viewpoint, states=list(State))
        counts = count_by_state(views, committees, viewpoint)
        assert sum(counts.values()) == len(everybody)
        now = [row for row in everybody if not row.handed_on]
        assert standings_of(views, [row.member for row in everybody], viewpoint) == now
        for row in everybody:
            assert row in roster(
                views, [row.committee], viewpoint, cells=[row.cell], states=[row.state]
            )
        here = [row for row in everybody if row.state is not State.DEPARTED]
        assert roster(views, committees, viewpoint) == here
        rest = roster(views, committees, viewpoint, after=here[0].member) if here else []
        assert rest == here[1:]


def test_a_residence_lists_whom_it_received(views: Views, log: Sequence[Event]) -> None:
    bodies = sorted({e.to_body for e in log if isinstance(e, LetterIssued)}, key=str)
    for viewpoint in viewpoints(log):
        everybody = introduced(views, bodies, viewpoint, stages=list(Stage))
        open_ones = [row for row in everybody if row.stage is not Stage.CLOSED]
        assert introduced(views, bodies, viewpoint) == open_ones
        for row in (row for row in open_ones if row.cell):
            assert row in introduced(views, [row.body], viewpoint, cells=[row.cell or row.body])


def test_history_is_the_log_up_to_a_viewpoint(views: Views, log: Sequence[Event]) -> None:
    for viewpoint in viewpoints(log):
        known = log[: viewpoint.known_at]
        always = viewpoint._replace(as_of=date.max)
        whole = history(views, always, Filter())
        assert [entry.event for entry in whole] == [event.id for event in known]
        assert [entry.recorded_at for entry in whole] == [event.timestamp for event in known]
        struck = {e.event for e in known if isinstance(e, EntryVoided)}
        assert {entry.event for entry in whole if entry.struck_by} <= struck
        assert {e.event for e in whole if e.corrected_by} <= {
            e.event for e in known if isinstance(e, EntryCorrected)
        }
        by_date = history(views, viewpoint, Filter())
        assert by_date == [entry for entry in whole if entry.effect_day <= viewpoint.as_of]
        assert history(views, always, Filter(), after=7, limit=3) == whole[7:10]
        newest = history(views, always, Filter(), after=7, newest_first=True, limit=3)
        assert newest == whole[5:2:-1]


def test_history_is_filtered(views: Views, log: Sequence[Event]) -> None:
    always = Viewpoint(date.max, len(log))
    whole = history(views, always, Filter())
    one = whole[len(whole) // 2]
    topics = (one.topic, "letter.issued")
    bodies = tuple({entry.committee for entry in whole if entry.committee})[:2]
    letter = next(entry.letter for entry in whole if entry.letter)
    for wanted, is_wanted in (
        (Filter(stream=one.stream), lambda e: e.stream == one.stream),
        (Filter(topics=topics), lambda e: e.topic in topics),
        (Filter(committees=bodies), lambda e: e.committee in bodies),
        (Filter(command=one.command), lambda e: e.command == one.command),
        (Filter(officer=one.officer), lambda e: e.officer == one.officer),
        (Filter(attempt=1), lambda e: e.attempt == 1),
        (Filter(letter=letter), lambda e: e.letter == letter),
        (Filter(from_position=5, to_position=30), lambda e: 5 <= e.position <= 30),
        (Filter(to_position=0), lambda e: False),
        (
            Filter(occurred_from=one.occurred_on, occurred_until=one.occurred_on),
            lambda e: e.occurred_on == one.occurred_on,
        ),
        (
            Filter(from_day=one.effect_day, to_day=one.effect_day + timedelta(days=40)),
            lambda e: one.effect_day <= e.effect_day <= one.effect_day + timedelta(days=40),
        ),
    ):
        found = [entry for entry in whole if is_wanted(entry)]
        assert history(views, always, wanted) == found
        assert history(views, always, wanted, newest_first=True) == found[::-1]


def test_the_entries_of_a_letter_bear_its_number(views: Views, log: Sequence[Event]) -> None:
    always = Viewpoint(date.max, len(log))
    issued = [event for event in log if isinstance(event, LetterIssued)]
    assert issued
    for event in issued:
        of_letter = Filter(stream=event.originator_id, attempt=event.attempt)
        assert event.id in {entry.event for entry in history(views, always, of_letter)}
        assert len({entry.letter for entry in history(views, always, of_letter)}) == 1


def test_a_member_s_entries_are_those_of_his_chronicle(views: Views, log: Sequence[Event]) -> None:
    always = Viewpoint(date.max, len(log))
    members = {event.originator_id for event in log if isinstance(event, MemberEnrolled)}
    for member in members:
        chronicle = chronicle_of(views, member, always)
        found = history(views, always, Filter(member=member))
        assert sorted(chronicle, key=lambda entry: entry.position) == found


def test_a_member_has_what_concerns_him_or_his_links(views: Views, log: Sequence[Event]) -> None:
    for viewpoint in viewpoints(log):
        whole = history(views, viewpoint, Filter())
        links: dict[UUID, set[UUID]] = {}
        for event in log[: viewpoint.known_at]:
            if isinstance(event, LetterDrafted | LetterIssued | LinkCarriedOver):
                links.setdefault(event.member, set()).add(event.originator_id)
        for member, his in links.items():
            expected = [e for e in whole if {member, *his} & set(e.about)]
            expected.sort(key=lambda e: (e.effect_day, e.position))
            found = chronicle_of(views, member, viewpoint)
            assert found == expected
            if len(found) > 3:
                after = Place(found[1].effect_day, found[1].position)
                assert chronicle_of(views, member, viewpoint, after=after, limit=2) == found[2:4]


def test_what_is_owed_about_members(views: Views, log: Sequence[Event]) -> None:
    for viewpoint in viewpoints(log):
        rows = [row for row in owed(log, viewpoint) if row.member]
        members = sorted({row.member for row in rows if row.member}, key=str)
        assert obligations_of_members(views, members, viewpoint) == sorted(
            rows, key=lambda row: (str(row.member), row.late_from, row.key)
        )
        assert obligations_of_members(views, [], viewpoint) == []


def test_an_instant_names_a_position(log: Sequence[Event]) -> None:
    written = MemoryLog(log)
    assert position_of(None, written, 9) == 9
    assert position_of(4, written, 9) == 4
    assert position_of(40, written, 9) == 9
    assert position_of(datetime(1990, 1, 1, tzinfo=UTC), written, 9) == 0
    assert position_of(log[5].timestamp, written, len(log)) >= 6
