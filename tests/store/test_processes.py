"""Several processes at one log, some of which are killed."""

from __future__ import annotations

import random
from contextlib import ExitStack
from uuid import UUID, uuid4

from service.store.ledger import KeyTaken
from service.store.recorder import LogRecorder
from tests.databases import Databases
from tests.store.rows import positions
from tests.store.threads import at_once
from tests.store.writing import (
    EVENTS,
    open_and_close,
    open_before_a_fork,
    open_log,
    received,
    running,
    use_over_a_fork,
    write_once,
    write_so_many,
    write_until_killed,
)

ROUNDS = 8


def test_two_processes_with_threads_write_to_one_log(database: Databases) -> None:
    shared, threads, commands = uuid4(), 4, 10
    with ExitStack() as stack:
        writers = [
            stack.enter_context(running(write_so_many, database, threads, commands, shared))
            for _ in range(2)
        ]
        tries = [list(received(receiver))[-1] for _, receiver in writers]
    total = 2 * threads * commands
    assert sum(tries) >= total
    log = open_log(database)
    assert positions(log) == list(range(1, 2 * total + 1))
    assert [e.originator_version for e in log.select_events(shared)] == list(range(1, total + 1))
    log.close()


def test_four_processes_open_a_new_log_at_once(database: Databases) -> None:
    with ExitStack() as stack:
        opened = [stack.enter_context(running(open_and_close, database)) for _ in range(4)]
        answers = [list(received(receiver)) for _, receiver in opened]
    assert sorted(position for [[position]] in answers) == [1, 2, 3, 4]


def test_a_log_that_was_in_use_is_refused_after_a_fork(database: Databases) -> None:
    with running(use_over_a_fork, database) as (_, receiver):
        answers = list(received(receiver))
    assert answers == ["parent [1]", "child ProgrammingError", "parent [2]"]


def test_a_log_that_was_only_opened_is_used_after_a_fork(database: Databases) -> None:
    with running(open_before_a_fork, database) as (_, receiver):
        answers = list(received(receiver))
    assert answers == ["child [1]", "parent [2]"]


def test_a_killed_writer_loses_and_tears_nothing(database: Databases) -> None:
    """Killed at any moment: what was acknowledged is there, what is there is whole."""
    chance = random.Random(213)
    begun: set[str] = set()
    acknowledged: dict[str, list[int]] = {}
    for _ in range(ROUNDS):
        stop_after = len(acknowledged) + chance.randrange(1, 60)
        with running(write_until_killed, database, 8) as (process, receiver):
            for key, answer in received(receiver):
                begun.add(key)
                if answer is not None:
                    acknowledged[key] = answer
                if len(acknowledged) == stop_after:
                    process.kill()
        check(database, begun, acknowledged)


def check(database: Databases, begun: set[str], acknowledged: dict[str, list[int]]) -> None:
    log = open_log(database)
    found = positions(log)
    assert found == list(range(1, len(found) + 1))
    for key, answer in acknowledged.items():
        entry = log.find_command(None, key)
        assert entry, "an acknowledged command is lost"
        assert [entry.first, entry.last] == [answer[0], answer[-1]]
    for key in begun:
        assert len(log.select_events(UUID(key))) in (0, EVENTS), "a command is torn"
    for key in begun - acknowledged.keys():
        acknowledged[key] = write_again(log, key)
    for key, answer in acknowledged.items():
        assert [event.id for event in log.select_events(UUID(key))] == answer
    assert log.max_notification_id() == EVENTS * len(begun), "a command is there twice"
    log.close()


def write_again(log: LogRecorder, key: str) -> list[int]:
    """Do what a client does that was never answered: send the same key again."""
    try:
        return write_once(log, key)
    except KeyTaken as taken:
        first = taken.entry.first or 0
        return list(range(first, first + EVENTS))


def test_many_threads_write_many_commands(database: Databases) -> None:
    log, threads, commands = open_log(database), 16, 25

    def write() -> dict[str, list[int]]:
        return {key: write_once(log, key) for key in [str(uuid4()) for _ in range(commands)]}

    answers: dict[str, list[int]] = {}
    for answer in at_once(*[write] * threads):
        assert isinstance(answer, dict)
        answers |= answer
    assert positions(log) == list(range(1, threads * commands * EVENTS + 1))
    for key, places in answers.items():
        entry = log.find_command(None, key)
        assert entry
        assert [entry.first, entry.last] == [places[0], places[-1]]
        assert [event.id for event in log.select_events(UUID(key))] == places
    log.close()
