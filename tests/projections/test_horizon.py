"""What a farther horizon writes, and what an amendment brings into being."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.acts import Via
from domain.entries import EntryCorrected, EntryVoided, Event
from domain.introduction.events import LetterReceived, MemberForwarded
from domain.introduction.link import link_id
from domain.meeting import MeetingHeld
from tests.projections.asking import built, folded, pumping, rows_of, selected
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog
from tests.projections.toys import HALF, TOYS
from tests.projections.world import (
    CELLS,
    HORIZON,
    MEMBERS,
    RECEIVERS,
    World,
    enroll,
    hold,
    issue,
)

SPRING, WINTER = date(2026, 3, 1), date(2025, 12, 1)


def place(world: World, number: int, on: date) -> Event:
    """Introduce a member and forward him to the first cell."""
    member = MEMBERS[number]
    enroll(world, member, on)
    issue(world, member, on)
    link = link_id(member, 1)
    world.write(link, LetterReceived, on, attempt=1, by=RECEIVERS[0], via=Via.POST)
    return world.write(link, MemberForwarded, on, cell=CELLS[0])


def correct(world: World, entry: Event, **facts: object) -> Event:
    right = {"event": entry.id, "reason": "wrong", "facts": facts}
    return world.write(entry.originator_id, EntryCorrected, SPRING, **right)


def late_papers() -> list[Event]:
    """A cell whose first member becomes known last, and whose meeting moves to another year."""
    world = World()
    place(world, 0, SPRING)
    forwarded = place(world, 1, SPRING + timedelta(days=150))
    meeting = hold(world, CELLS[0], WINTER, {})
    place(world, 2, WINTER)
    correct(world, meeting, occurred_on=SPRING.isoformat())
    mended = correct(world, forwarded, occurred_on=WINTER.isoformat())
    world.write(mended.originator_id, EntryVoided, SPRING, event=mended.id, reason="after all")
    return world.events


@pytest.mark.parametrize("near", [date(2025, 11, 30), date(2026, 6, 30), date(2026, 12, 31)])
@pytest.mark.parametrize("reached", range(0, 18, 3))
def test_each_subject_of_a_new_period_has_its_whole_past(
    places: Places, near: date, reached: int
) -> None:
    events, views = late_papers(), places(TOYS)
    with pumping(MemoryLog(events), views, near) as pump:
        pump.catch_up(reached)
        pump.extend(HORIZON)
        pump.catch_up()
    assert rows_of(views) == rows_of(built(places, TOYS, events))


def test_an_amendment_brings_into_being_what_the_right_facts_would_have(places: Places) -> None:
    events = late_papers()
    views = built(places, TOYS, events)
    [held] = [event.position for event in events if isinstance(event, MeetingHeld)]
    for position in range(held, len(events) + 1):
        for day in (WINTER + timedelta(days=2), SPRING + timedelta(days=2)):
            asked = selected(views, HALF, day, position)
            assert asked == folded(events, HALF, day, position, HORIZON)
            assert asked or day < SPRING
    views.close()
