"""A stored state of every topic, held against ``tests/golden/events.jsonl``."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from eventsourcing.persistence import Notification

from domain.private import Sealed
from service.exporting.lines import line_of as exported_line
from service.store.mapper import UnreadableEvent
from tests.event_classes import event_classes
from tests.frozen.breaks import DELIBERATELY, OTHER_BYTES, OTHER_PATHS, UNREADABLE
from tests.frozen.golden import EVENTS, SEALED, event_of, golden_events, line_of, read
from tests.frozen.written_again import decoded, path_of, private_in, written_again

LOG = golden_events()
CLASSES = event_classes()


def name(event: Notification) -> str:
    return f"{event.id}-{event.topic}"


def with_state(event: Notification, change: Callable[[dict[str, Any]], object]) -> Notification:
    """Give the event as if its state had been written otherwise."""
    state = json.loads(event.state)
    change(state)
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    return replace(event, state=text.encode())


@pytest.mark.parametrize("event", LOG, ids=name)
def test_a_stored_state_is_read_into_its_class(event: Notification) -> None:
    try:
        entry = decoded(event)
    except UnreadableEvent as error:
        pytest.fail(f"{error}: {UNREADABLE}")
    assert type(entry) is CLASSES[event.topic]
    assert (entry.position, entry.originator_id) == (event.id, event.originator_id)
    assert entry.originator_version == event.originator_version
    assert entry.id == f"{event.originator_id}/{event.originator_version}", OTHER_PATHS


@pytest.mark.parametrize("event", LOG, ids=name)
def test_no_stored_fact_is_lost_when_it_is_written_again(event: Notification) -> None:
    """An old state lacks what was added later; of what it has, nothing may change."""
    now, then = json.loads(written_again(event)), json.loads(event.state)
    assert {name: now.get(name) for name in then} == then, OTHER_BYTES


def test_of_every_topic_one_state_is_written_again_byte_for_byte() -> None:
    equal = defaultdict(list)
    for event in LOG:
        equal[event.topic].append(written_again(event) == event.state)
    changed = [topic for topic, same in equal.items() if not any(same)]
    assert not changed, f"{OTHER_BYTES}; where a field was added, {DELIBERATELY}"
    assert equal.keys() == CLASSES.keys(), DELIBERATELY


def test_what_is_sealed_in_it_is_listed() -> None:
    sealed = {path_of(v) for e in LOG for v in private_in(decoded(e)) if isinstance(v, Sealed)}
    assert sealed == read(SEALED)["texts"].keys()


MISREAD: dict[str, Callable[[dict[str, Any]], object]] = {
    "a field gone": lambda state: state.pop("number"),
    "a field renamed": lambda state: state.update(no=state.pop("number")),
    "a field of another type": lambda state: state.update(number=15),
    "null where none may be": lambda state: state.update(number=None),
    "a field too many": lambda state: state.update(colour="blue"),
    "a date the other way round": lambda state: state.update(occurred_on="10-02-2026"),
    "an unknown value": lambda state: state.update(signer_office="treasurer"),
    "a field of a record gone": lambda state: state["names_as_issued"].pop("to"),
    "a name in the clear": lambda state: state["printed"].update(identity="Nguyễn Thị Thắm"),
    "a field of the actor too many": lambda state: state["actor"].update(hat="red"),
    "a field of the envelope gone": lambda state: state.pop("rule_set"),
}


@pytest.mark.parametrize("change", MISREAD.values(), ids=MISREAD)
def test_a_state_that_says_more_less_or_other_is_not_read(
    change: Callable[[dict[str, Any]], object],
) -> None:
    letter = next(event for event in LOG if event.topic == "letter.issued")
    with pytest.raises(UnreadableEvent):
        decoded(with_state(letter, change))


def test_a_state_may_lack_what_has_a_default() -> None:
    letter = next(event for event in LOG if event.topic == "letter.issued")
    older = with_state(letter, lambda state: state.pop("defects"))
    assert decoded(older) == decoded(letter)


def test_an_unknown_topic_is_not_read() -> None:
    with pytest.raises(UnreadableEvent):
        decoded(replace(LOG[0], topic="letter.given"))


def test_keys_in_another_order_are_other_bytes() -> None:
    letter = next(event for event in LOG if event.topic == "letter.issued")
    moved = with_state(letter, lambda state: state.update(number=state.pop("number")))
    assert written_again(moved) != moved.state
    assert written_again(moved) == letter.state


@pytest.mark.parametrize("event", LOG, ids=name)
def test_a_state_begins_with_the_instant_in_a_fixed_width(event: Notification) -> None:
    assert event.state.startswith(b'{"recorded_at":"2027-01-31T08:01:36.123456Z","occurred_on":"')


# The line of the export.


def test_a_line_is_the_place_and_then_the_state() -> None:
    lines = EVENTS.read_text(encoding="utf-8").splitlines()
    assert [line_of(event_of(line)) for line in lines] == lines
    exported = [exported_line(event_of(line)).decode() for line in lines]
    assert exported == lines, "what was exported and what is exported could not be compared"
    for line, event in zip(lines, LOG, strict=True):
        row = json.loads(line)
        assert list(row)[:4] == ["position", "stream", "version", "topic"]
        assert {n: v for n, v in row.items() if n in json.loads(event.state)} == json.loads(
            event.state
        )


def test_positions_have_no_gaps() -> None:
    assert [event.id for event in LOG] == list(range(1, len(LOG) + 1))
