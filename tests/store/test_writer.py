from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from threading import Event, current_thread
from uuid import uuid4

import pytest
from eventsourcing.persistence import InterfaceError, OperationalError

from service.store.admission import Job
from service.store.batch import Outcome
from service.store.writer import TOGETHER, Overloaded, Writer
from tests.store.rows import row
from tests.store.threads import at_once


class Table:
    """Something slow to write to: each batch waits until it is let through."""

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.threads: set[str] = set()
        self.entered = Event()
        self.open = Event()

    def write(self, jobs: Sequence[Job]) -> list[Outcome]:
        self.batches.append(len(jobs))
        self.threads.add(current_thread().name)
        self.entered.set()
        assert self.open.wait(10)
        return [[len(self.batches)] for _ in jobs]


def job() -> Job:
    return Job([row(uuid4())])


def test_no_thread_runs_before_there_is_something_to_write() -> None:
    writer = Writer(Table().write)
    assert writer._thread is None
    writer.close()


def test_what_waits_together_is_written_together() -> None:
    table = Table()
    writer = Writer(table.write)

    def first() -> list[int]:
        return writer.submit(job())

    def later() -> list[int]:
        table.entered.wait()
        return writer.submit(job())

    def let_through() -> list[int]:
        while len(writer._waiting) < 20:
            table.entered.wait()
        table.open.set()
        return []

    answers = at_once(first, *[later] * 20, let_through)
    assert answers == [[1], *[[2]] * 20, []]
    assert table.batches == [1, 20]
    assert table.threads == {"log writer"}
    writer.close()


def test_a_batch_has_a_bound() -> None:
    batches: list[int] = []

    def write(jobs: Sequence[Job]) -> list[Outcome]:
        batches.append(len(jobs))
        return [[1] for _ in jobs]

    writer = Writer(write)
    at_once(*[partial(writer.submit, job())] * 64)
    writer.close()
    assert sum(batches) == 64
    assert max(batches) <= TOGETHER


def test_a_queue_has_a_bound() -> None:
    table = Table()
    writer = Writer(table.write, capacity=2)

    def overload() -> list[int]:
        while len(writer._waiting) < 2:
            table.entered.wait()
        try:
            return writer.submit(job())
        finally:
            table.open.set()

    def wait() -> list[int]:
        table.entered.wait()
        return writer.submit(job())

    *answers, overloaded = at_once(partial(writer.submit, job()), wait, wait, overload)
    assert answers == [[1], [2], [2]]
    assert isinstance(overloaded, Overloaded)
    writer.close()


def test_an_error_of_the_transaction_is_told_to_everybody_in_it() -> None:
    def write(jobs: Sequence[Job]) -> list[Outcome]:
        raise OperationalError("the disk is full")

    writer = Writer(write)
    answers = at_once(*[partial(writer.submit, job())] * 16)
    assert [str(answer) for answer in answers] == ["the disk is full"] * 16
    writer.close()


def test_what_waits_is_written_before_the_end() -> None:
    table = Table()
    writer = Writer(table.write)

    def close() -> list[int]:
        while len(writer._waiting) < 3:
            table.entered.wait()
        table.open.set()
        writer.close()
        return []

    def wait() -> list[int]:
        table.entered.wait()
        return writer.submit(job())

    assert at_once(partial(writer.submit, job()), wait, wait, wait, close) == [
        [1],
        *[[2]] * 3,
        [],
    ]
    with pytest.raises(InterfaceError):
        writer.submit(job())
