from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest
from eventsourcing.persistence import IntegrityError

from service.store.admission import StaleRead
from service.store.ledger import KeyTaken
from service.store.recorder import LogRecorder
from tests.store.rows import command, positions, row, rows
from tests.store.threads import at_once


def test_a_command_is_entered_with_its_events(log: LogRecorder) -> None:
    log.insert_events([row(uuid4())])
    entry = command("letter 7", scope=uuid4())
    assert log.insert_events(rows(uuid4(), 3), command=entry) == [2, 3, 4]
    assert log.find_command(entry.scope, "letter 7") == replace(entry, first=2, last=4)


@pytest.mark.parametrize("digest", ["same", "other"])
def test_a_key_is_answered_once(log: LogRecorder, digest: str) -> None:
    entry = command("letter 7", "same")
    log.insert_events([row(uuid4())], command=entry)
    with pytest.raises(KeyTaken) as taken:
        log.insert_events([row(uuid4())], command=command("letter 7", digest))
    assert taken.value.entry == replace(entry, first=1, last=1)
    assert not isinstance(taken.value, IntegrityError), "to be decided again is something else"
    assert positions(log) == [1]


def test_the_key_comes_before_every_other_reason(log: LogRecorder) -> None:
    stream = uuid4()
    log.insert_events([row(stream)], command=command("letter 7"), reads={stream: 0})
    with pytest.raises(KeyTaken):
        log.insert_events([row(stream)], command=command("letter 7"), reads={stream: 0})


def test_a_key_belongs_to_its_committee(log: LogRecorder) -> None:
    here, there = uuid4(), uuid4()
    for scope in (here, there, None):
        log.insert_events([row(uuid4())], command=command("letter 7", scope=scope))
    assert positions(log) == [1, 2, 3]
    found = [log.find_command(scope, "letter 7") for scope in (here, there, None)]
    assert [entry and entry.first for entry in found] == [1, 2, 3]
    assert log.find_command(uuid4(), "letter 7") is None
    assert log.find_command(here, "letter 8") is None


def test_a_paper_that_arrives_again_under_a_new_key(log: LogRecorder) -> None:
    entry = command("letter 7")
    log.insert_events(rows(uuid4(), 2), command=entry)
    again = replace(entry, key="letter 7, once more", first=1, last=2)
    assert log.insert_events([], command=again) == []
    assert log.find_command(None, "letter 7, once more") == again
    with pytest.raises(KeyTaken):
        log.insert_events([], command=again)


def test_what_was_refused_takes_no_key(log: LogRecorder) -> None:
    stream, other = uuid4(), uuid4()
    log.insert_events([row(stream)])
    with pytest.raises(StaleRead):
        log.insert_events([row(other)], command=command("letter 7"), reads={stream: 0})
    with pytest.raises(IntegrityError):
        log.insert_events([row(stream)], command=command("letter 7"), reads={stream: 1})
    assert log.find_command(None, "letter 7") is None
    assert log.insert_events([row(other)], command=command("letter 7")) == [2]


def test_a_key_sent_many_times_at_once_is_answered_once(log: LogRecorder) -> None:
    entries = [command("letter 7") for _ in range(16)]
    answers = at_once(
        *(partial(log.insert_events, rows(uuid4(), 2), command=entry) for entry in entries)
    )
    written = [answer for answer in answers if answer == [1, 2]]
    refused = [answer for answer in answers if isinstance(answer, KeyTaken)]
    assert (len(written), len(refused)) == (1, 15)
    [first] = {answer.entry for answer in refused}
    assert first == log.find_command(None, "letter 7")


def test_of_two_decisions_that_rest_on_each_other_one_is_taken_again(log: LogRecorder) -> None:
    """A letter is for somebody who is not exempt; an exemption, for somebody without a letter."""
    for _ in range(60):
        member, link = uuid4(), uuid4()
        log.insert_events([row(member)])
        answers = at_once(
            partial(log.insert_events, [row(link)], reads={member: 1, link: 0}),
            partial(log.insert_events, [row(member, 2)], reads={member: 1, link: 0}),
        )
        assert sorted(type(answer).__name__ for answer in answers) == ["StaleRead", "list"]
        written = len(log.select_events(member)) + len(log.select_events(link))
        assert written == 2
    assert positions(log) == list(range(1, 121))
