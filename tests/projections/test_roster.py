"""The rows of the roster, against a reader that somebody else wrote from the catalogue alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.entries import Event
from projections.introduced import Introduced, links_on_roster
from projections.roster import OnRoster, State, members_on_roster
from tests.agreement.compare import line_of
from tests.agreement.walk import Walk
from tests.projections.prefix import prefix_of
from tests.reference.reference import state

HORIZON = date(2027, 12, 31)


def questions(seed: int) -> Iterator[tuple[list[Event], date, int]]:
    """Histories that the domain accepts, each with days and positions to ask about."""
    dice = random.Random(seed)
    log = Walk(seed).go(400)
    first = min(event.occurred_on for event in log)
    for _ in range(6):
        yield log, first + timedelta(days=dice.randrange(600)), dice.randrange(len(log) + 1)


def said(row: OnRoster) -> tuple[object, ...]:
    state_of_member = (row.state.value, row.suspended, row.exempt, row.exempt_until)
    letter = (row.residence_no, row.slip.value, row.residence_cell, row.group, row.monitor)
    return *state_of_member, *letter, row.older_links


@pytest.mark.parametrize("seed", range(40))
def test_a_member_stands_as_the_catalogue_says(seed: int) -> None:
    for log, day, position in questions(seed):
        prefix = prefix_of(log[:position], HORIZON)
        lines = [line_of(event) for event in log[:position]]
        for subject in (s for s in prefix.subjects if s[0] == "member"):
            rows = members_on_roster(subject, prefix)
            on_day = [row for row in rows if row.from_day <= day < row.to_day]
            now = [row for row in on_day if not row.handed_on]
            ours = now[0] if now else None
            assert len(now) <= 1
            assert all(row.state is State.DEPARTED for row in on_day if row.handed_on)
            theirs = state(lines, subject[1], day, position)
            assert (ours is None) == (theirs is None)
            if ours and theirs:
                exempt = (theirs.exempt_a, theirs.exempt_a_until)
                placed = [theirs.cell, theirs.group, theirs.monitor]
                ids = [UUID(text) if text else None for text in placed]
                older = tuple(UUID(link) for link in theirs.older_links)
                expected = (theirs.state, theirs.suspended, *exempt)
                assert said(ours) == (*expected, theirs.residence_no, theirs.slip, *ids, older)


@pytest.mark.parametrize("seed", range(20))
def test_both_rosters_agree_and_the_residence_sees_no_more_than_it_may(seed: int) -> None:
    for log, day, position in questions(seed):
        prefix = prefix_of(log[:position], HORIZON)
        members = {
            row.member: row
            for subject in prefix.subjects
            if subject[0] == "member"
            for row in members_on_roster(subject, prefix)
            if row.from_day <= day < row.to_day and not row.handed_on
        }
        seen = [
            row
            for subject in prefix.subjects
            if subject[0] == "link"
            for row in links_on_roster(subject, prefix)
            if row.from_day <= day < row.to_day
        ]
        for row in seen:
            check(row, members[row.member])
        for member in members.values():
            if member.state in (State.ISSUED, State.RECEIVED, State.PLACED):
                assert [r.stage for r in seen if r.link == member.link] == [member.state.value]


def check(row: Introduced, member: OnRoster) -> None:
    if member.state is State.EXEMPT_B:
        assert row.stage.value == "CLOSED"
    if (member.link, member.attempt) == (row.link, row.attempt) and member.residence_cell:
        assert (row.cell, row.group, row.monitor) == (
            member.residence_cell,
            member.group,
            member.monitor,
        )
