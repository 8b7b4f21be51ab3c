from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from eventsourcing.persistence import Notification, StoredEvent
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.entries import Event
from domain.private import Personal, Place, Private, Sealed
from service.store.keys import KeyStore
from service.store.mapper import SealingMapper, UnreadableEvent
from service.store.records import form_of
from service.store.sealing import Misplaced, Sealing
from tests.store.said import (
    ACTOR,
    MOMENT,
    OTHER,
    PAPER,
    PERSON,
    STREAM,
    Listener,
    Printed,
    Said,
    Tone,
    said,
)


@pytest.fixture
def sealing(keys: KeyStore) -> Sealing:
    return Sealing(keys)


@pytest.fixture
def mapper(sealing: Sealing) -> SealingMapper:
    return SealingMapper(sealing)


def stored_again(stored: StoredEvent, change: Callable[[dict[str, Any]], object]) -> StoredEvent:
    """Give a row whose state somebody has changed."""
    state = json.loads(stored.state)
    change(state)
    return StoredEvent(STREAM, 2, stored.topic, json.dumps(state).encode())


def loaded(mapper: SealingMapper, stored: StoredEvent) -> Said:
    event = mapper.to_domain_event(stored)
    assert isinstance(event, Said)
    return event


def opened(sealing: Sealing, value: Private | None) -> str | None:
    assert isinstance(value, Sealed)
    return sealing.open(value)


def test_the_stored_form(mapper: SealingMapper) -> None:
    stored = mapper.to_stored_event(said(tone=None, at=None))
    assert (stored.originator_id, stored.originator_version) == (STREAM, 2)
    assert stored.topic == "test.said_in_full"
    state = json.loads(stored.state)
    assert json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode() == stored.state
    boxes = [state["name"], state["printed"]["identity"], state["listeners"][1]["excuse"]]
    for box in boxes:
        assert list(box) == ["person", "box", "commitment"]
        assert box["person"] == str(PERSON)
        box.clear()
    assert list(state.items()) == [
        ("recorded_at", "2026-11-24T08:01:36.000000Z"),
        ("occurred_on", "2026-03-06"),
        ("command_id", "00000000-0000-0000-0000-000000000007"),
        ("digest", "cd"),
        (
            "actor",
            {
                "officer": "00000000-0000-0000-0000-000000000004",
                "office": "clerk",
                "organization": "00000000-0000-0000-0000-000000000005",
                "side": "WORKPLACE",
            },
        ),
        (
            "transcribed",
            {
                "on_behalf_of": "00000000-0000-0000-0000-000000000006",
                "paper_kind": "slip",
                "paper_number": None,
                "arrived_on": "2026-03-09",
                "scan_digest": "ab",
            },
        ),
        ("rule_set", "213-2020"),
        ("text", "Đã nhận"),
        ("to", [str(OTHER)]),
        ("tone", None),
        ("at", None),
        ("name", {}),
        ("note", None),
        ("printed", {"identity": {}, "from": "Hà Nội"}),
        (
            "listeners",
            [{"member": str(OTHER), "excuse": None}, {"member": str(PERSON), "excuse": {}}],
        ),
        ("facts", {}),
        ("class", "A"),
        ("defects", []),
        ("answer", None),
    ]


def test_an_event_comes_back_as_it_was_but_sealed(mapper: SealingMapper, sealing: Sealing) -> None:
    event = loaded(mapper, mapper.to_stored_event(said(class_="B", defects=("UNSIGNED",))))
    assert (event.originator_id, event.originator_version) == (STREAM, 2)
    assert (event.timestamp, event.actor, event.transcribed) == (MOMENT, ACTOR, PAPER)
    assert (event.to, event.tone, event.at) == ((OTHER,), Tone.CALM, said().at)
    assert (event.class_, event.defects, event.note) == ("B", ("UNSIGNED",), None)
    assert event.listeners[0] == Listener(OTHER)
    assert opened(sealing, event.name) == "Nguyễn Thị Hằng"
    assert opened(sealing, event.printed.identity) == "001"
    assert opened(sealing, event.listeners[1].excuse) == "ốm"


def test_a_sealed_value_knows_its_place(mapper: SealingMapper) -> None:
    answer = Printed(Personal(OTHER, "002"))
    event = loaded(mapper, mapper.to_stored_event(said(answer=answer)))
    assert event.answer
    values = [event.name, event.printed.identity, event.listeners[1].excuse, event.answer.identity]
    assert [value.place for value in values if isinstance(value, Sealed)] == [
        Place(STREAM, 2, "name"),
        Place(STREAM, 2, "printed.identity"),
        Place(STREAM, 2, f"listeners.{PERSON}.excuse"),
        Place(STREAM, 2, "answer.identity"),
    ]


def test_an_event_of_the_log_knows_its_position(mapper: SealingMapper) -> None:
    stored = mapper.to_stored_event(said())
    assert mapper.to_domain_event(stored).position == 0
    row = Notification(STREAM, 2, stored.topic, stored.state, 17)
    assert mapper.to_domain_event(row).position == 17


def test_an_instant_is_stored_in_utc(mapper: SealingMapper) -> None:
    hanoi = MOMENT.astimezone(timezone(timedelta(hours=7)))
    stored = mapper.to_stored_event(said(timestamp=hanoi))
    assert stored.state.startswith(b'{"recorded_at":"2026-11-24T08:01:36.000000Z",')
    with pytest.raises(ValueError, match="time zone"):
        mapper.to_stored_event(said(timestamp=MOMENT.replace(tzinfo=None)))


def test_the_right_facts_of_a_correction(mapper: SealingMapper, sealing: Sealing) -> None:
    facts = {
        "name": Personal(PERSON, "Nguyễn Thị Hồng"),
        f"listeners.{PERSON}.excuse": Personal(PERSON, "bận"),
        "printed": {"identity": Personal(PERSON, "003"), "from": "Huế"},
        "to": [str(OTHER)],
        "occurred_on": "2026-03-07",
        "count": 3,
        "note": None,
    }
    stored = mapper.to_stored_event(said(facts=facts))
    assert "Hồng".encode() not in stored.state
    found = loaded(mapper, stored).facts
    assert list(found) == list(facts)
    assert opened(sealing, found["name"]) == "Nguyễn Thị Hồng"
    excuse = found[f"listeners.{PERSON}.excuse"]
    assert opened(sealing, excuse) == "bận"
    assert excuse.place.path == f"facts.listeners.{PERSON}.excuse"
    assert opened(sealing, found["printed"]["identity"]) == "003"
    assert found["printed"]["from"] == "Huế"
    assert [found[n] for n in ("to", "occurred_on", "count", "note")] == [
        [str(OTHER)],
        "2026-03-07",
        3,
        None,
    ]


def test_what_is_sealed_is_not_stored_again(mapper: SealingMapper) -> None:
    event = loaded(mapper, mapper.to_stored_event(said()))
    for facts in ({"name": event.name}, {"note": event.name}, {"facts": {"name": event.name}}):
        with pytest.raises(TypeError, match="Sealed"):
            mapper.to_stored_event(said(**facts))


@pytest.mark.parametrize(
    "facts",
    [
        {"text": Personal(PERSON, "secret")},
        {"to": (Personal(PERSON, "secret"),)},
        {"tone": Personal(PERSON, "secret")},
        {"facts": {"printed": Printed(Personal(PERSON, "secret"))}},
        {"name": "secret"},
    ],
    ids=lambda facts: next(iter(facts)),
)
def test_nothing_private_slips_through_in_the_clear(
    mapper: SealingMapper, facts: dict[str, Any]
) -> None:
    with pytest.raises((UnreadableEvent, TypeError)) as refused:
        mapper.to_stored_event(said(**facts))
    assert "secret" not in str(refused.value)


def test_two_rows_whose_boxes_were_swapped_do_not_open(
    mapper: SealingMapper, sealing: Sealing
) -> None:
    def swap(state: dict[str, Any]) -> None:
        state["name"], state["printed"]["identity"] = state["printed"]["identity"], state["name"]

    event = loaded(mapper, stored_again(mapper.to_stored_event(said()), swap))
    with pytest.raises(Misplaced):
        opened(sealing, event.name)
    with pytest.raises(Misplaced):
        opened(sealing, event.printed.identity)


def test_an_old_state_has_the_defaults_of_the_class(mapper: SealingMapper) -> None:
    def older(state: dict[str, Any]) -> None:
        for name in ("class", "defects", "answer"):
            del state[name]
        del state["printed"]["from"]
        del state["listeners"][0]["excuse"]
        del state["transcribed"]["scan_digest"]

    event = loaded(mapper, stored_again(mapper.to_stored_event(said()), older))
    assert (event.class_, event.defects, event.answer) == ("A", (), None)
    assert event.printed.from_ == "Hà Nội"
    assert event.listeners[0] == Listener(OTHER)
    assert event.transcribed
    assert event.transcribed.scan_digest is None


@pytest.mark.parametrize(
    "change",
    [
        lambda state: state.update(more=1),
        lambda state: state.update(class_="B"),
        lambda state: state["actor"].update(more=1),
        lambda state: state["printed"].update(more=1),
        lambda state: state["listeners"][0].update(more=1),
        lambda state: state["name"].update(more=1),
        lambda state: state.pop("text"),
        lambda state: state.update(text=None),
        lambda state: state.update(tone="ANGRY"),
        lambda state: state.update(occurred_on="6/3/2026"),
        lambda state: state.update(name="Nguyễn Thị Hằng"),
        lambda state: state["name"].update(box="%"),
        lambda state: state.update(facts={"a": {"person": "x", "box": "", "commitment": ""}}),
    ],
    ids=[
        "unknown key",
        "name of the field",
        "unknown key of the actor",
        "unknown key of a record",
        "unknown key of an entry",
        "unknown key of a box",
        "missing",
        "null",
        "enum",
        "date",
        "in the clear",
        "base64",
        "facts",
    ],
)
def test_what_the_class_does_not_know_is_not_read(
    mapper: SealingMapper, change: Callable[[dict[str, Any]], object]
) -> None:
    stored = stored_again(mapper.to_stored_event(said()), change)
    with pytest.raises(UnreadableEvent, match=f"test.said_in_full at {STREAM}/2 cannot be read"):
        mapper.to_domain_event(stored)


@pytest.mark.parametrize("topic", ["test.never_heard_of", "domain.entries", "uuid:UUID"])
def test_a_topic_that_names_no_event(mapper: SealingMapper, topic: str) -> None:
    with pytest.raises(UnreadableEvent):
        mapper.to_domain_event(StoredEvent(STREAM, 1, topic, b"{}"))


@pytest.mark.parametrize("annotation", [Any, object, dict[str, Private], tuple[Private, ...]])
def test_a_type_that_says_too_little(annotation: Any) -> None:
    with pytest.raises(TypeError, match="does not say"):
        form_of(annotation)


@dataclass(frozen=True)
class Timed(Event):
    TOPIC = "test.timed"

    until: datetime | None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text())
def test_any_text_comes_back(mapper: SealingMapper, sealing: Sealing, text: str) -> None:
    event = loaded(mapper, mapper.to_stored_event(said(name=Personal(PERSON, text))))
    assert opened(sealing, event.name) == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    instant=st.datetimes(
        min_value=datetime(2, 1, 1),  # noqa: DTZ001
        max_value=datetime(9998, 12, 31),  # noqa: DTZ001
        timezones=st.timezones(),
    )
)
def test_any_instant_comes_back(mapper: SealingMapper, instant: datetime) -> None:
    envelope = {field.name: getattr(said(), field.name) for field in fields(Event)}
    timed = mapper.to_domain_event(mapper.to_stored_event(Timed(**envelope, until=instant)))
    assert isinstance(timed, Timed)
    assert timed.until == instant.astimezone(UTC)
