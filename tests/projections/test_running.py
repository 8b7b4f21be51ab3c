"""The pump as the service runs it: woken, waited for, and never silently dead."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event as Signal
from threading import Thread

import pytest

from domain.entries import Event
from domain.member import MemberDeparted
from projections.pump import Pump, PumpFailure
from projections.read_model import Facts, ReadModel
from projections.subjects import Subject
from projections.versions import VersionedTable
from tests.projections.asking import pumping, rows_of
from tests.projections.conftest import Places
from tests.projections.logs import MemoryLog
from tests.projections.toys import TOYS, Ahead, ahead
from tests.projections.world import FIRST_DAY, HORIZON, MEMBERS, World, enroll

SOON = 20.0  # seconds; a test that waits for so long has failed


@contextmanager
def running(pump: Pump, poll: float) -> Iterator[None]:
    stop = Signal()
    thread = Thread(target=pump.run, args=(stop, poll))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        pump.wake()
        thread.join(SOON)
        assert not thread.is_alive()


def enrolments(number: int) -> list[Event]:
    world = World()
    for member in (MEMBERS * number)[:number]:
        enroll(world, member, FIRST_DAY)
    return world.events


def test_a_woken_pump_goes_on_at_once(places: Places) -> None:
    events, log = enrolments(3), MemoryLog()
    with pumping(log, places(TOYS)) as pump, running(pump, poll=600):
        for event in events:
            log.append(event)
            pump.wake()
            assert pump.wait_until(event.position, SOON)


def test_a_pump_that_nobody_wakes_looks_for_itself(places: Places) -> None:
    log = MemoryLog()
    with pumping(log, places(TOYS)) as pump, running(pump, poll=0.01):
        log.append(enrolments(1)[0])
        assert pump.wait_until(1, SOON)


def test_what_another_pump_wrote_is_seen(places: Places) -> None:
    log, views = MemoryLog(), places(TOYS)
    with pumping(log, views) as here, pumping(log, views) as there, running(here, poll=0.01):
        log.append(enrolments(1)[0])
        there.catch_up()
        assert here.wait_until(1, SOON)


def test_who_waits_for_too_much_is_told(places: Places) -> None:
    with pumping(MemoryLog(), places(TOYS)) as pump:
        assert not pump.wait_until(1, timeout=0.01)
        assert pump.wait_until(0, timeout=0.01)


class Stumbling:
    """A fold that fails on a departure, until it is mended."""

    def __init__(self) -> None:
        self.mended = Signal()

    def fold(self, subject: Subject, facts: Facts) -> Iterator[Ahead]:
        for row in ahead(subject, facts):
            if facts.member(row.member).of(MemberDeparted) and not self.mended.is_set():
                raise ZeroDivisionError
            yield row


def test_a_failing_fold_is_told_and_tried_again(places: Places) -> None:
    world, stumbling = World(), Stumbling()
    first = enroll(world, MEMBERS[0], FIRST_DAY)
    enroll(world, MEMBERS[1], FIRST_DAY)
    gone = {"enrolment": first.id, "reason": "RETIRED", "to": None, "on": FIRST_DAY}
    world.write(MEMBERS[0], MemberDeparted, FIRST_DAY, **gone)
    model = ReadModel(VersionedTable("ahead", Ahead), {"member": stumbling.fold})
    views = places([model])
    with pumping(MemoryLog(world.events), views) as pump, running(pump, poll=0.01):
        assert pump.wait_until(2, SOON)
        with pytest.raises(PumpFailure) as failed:
            pump.wait_until(3, SOON)
        assert (failed.value.position, failed.value.topic) == (3, "member.departed")
        assert isinstance(failed.value.__cause__, ZeroDivisionError)
        assert pump.failure is not None
        assert pump.position == 2
        stumbling.mended.set()
        while pump.position < 3:
            try:
                pump.wait_until(3, SOON)
            except PumpFailure:
                continue
        assert pump.catch_up() == 3
        assert pump.failure is None
    assert len(rows_of(views)["ahead"]) == 2


def test_a_log_that_cannot_be_read_is_told(places: Places) -> None:
    class Log(MemoryLog):
        def page(self, after: int, limit: int) -> list[Event]:
            raise OSError

    views = places(TOYS)
    with pumping(Log(), views) as pump:
        with pytest.raises(PumpFailure) as failed:
            pump.catch_up()
        assert (failed.value.position, failed.value.topic) == (0, None)


def test_many_may_ask_one_pump_to_catch_up(places: Places) -> None:
    events, views = enrolments(3), places(TOYS)
    with pumping(MemoryLog(events), views, page=1) as pump, ThreadPoolExecutor(4) as pool:
        reached = [pool.submit(pump.catch_up) for _ in range(8)]
        assert {future.result() for future in reached} == {3}


def test_a_nearer_horizon_changes_nothing(places: Places) -> None:
    views = places(TOYS)
    with pumping(MemoryLog(enrolments(2)), views) as pump:
        pump.catch_up()
        before = rows_of(views)
        pump.extend(FIRST_DAY)
        assert pump.horizon == HORIZON
    with pumping(MemoryLog(enrolments(2)), views, FIRST_DAY) as pump:
        assert pump.horizon == HORIZON
    assert rows_of(views) == before
