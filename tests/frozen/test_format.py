"""The fields of every event class, held against ``tests/golden/format.json``."""

from __future__ import annotations

from dataclasses import MISSING, Field, field, fields, make_dataclass
from datetime import date
from enum import StrEnum
from inspect import get_annotations
from typing import Any

import pytest

from domain.amendment import types_of
from domain.entries import Event
from domain.introduction.events import AbsenceReminded, LetterIssued, LetterReceived
from domain.meeting import AttendanceEntry, MeetingHeld
from domain.member import CellAssigned
from tests.event_classes import event_classes
from tests.frozen.breaks import (
    DELIBERATELY,
    OTHER_BYTES,
    OTHER_DAYS,
    OTHER_DEFAULT,
    OTHER_PAPERS,
    OTHER_PATHS,
    UNREADABLE,
    broken,
)
from tests.frozen.golden import FORMAT, read
from tests.frozen.shape import envelope_of, format_of

FROZEN = read(FORMAT)
CLASSES = event_classes()


class Way(StrEnum):
    """``Via`` without POST, and with PIGEON."""

    MEMBER = "MEMBER"
    ELECTRONIC = "ELECTRONIC"
    UNKNOWN = "UNKNOWN"
    PIGEON = "PIGEON"


def changed(
    kind: type[Any],
    *,
    without: str = "",
    renamed: dict[str, str] | None = None,
    retyped: dict[str, Any] | None = None,
    first: str = "",
    default: object = MISSING,
    **constants: Any,
) -> type[Any]:
    """Make an event class or a record as somebody might change it, known to no one else."""
    types = {**types_of(kind), **(retyped or {})}
    kept = sorted((f for f in fields(kind) if f.name != without), key=lambda f: f.name != first)
    made = [((renamed or {}).get(f.name, f.name), types[f.name], _copied(f, default)) for f in kept]
    names = ("TOPIC", "EFFECT", "NATURAL_KEY", "ENTRY_ID")
    namespace = {name: getattr(kind, name) for name in names if hasattr(kind, name)}
    return make_dataclass(
        kind.__name__, made, frozen=True, kw_only=True, namespace=namespace | constants
    )


def with_field(kind: type[Any], name: str, annotation: Any, *default: object) -> type[Any]:
    """Make a class with one more field."""
    namespace = {"TOPIC": kind.TOPIC, "EFFECT": kind.EFFECT, "NATURAL_KEY": kind.NATURAL_KEY}
    own = [(f.name, types_of(kind)[f.name], _copied(f)) for f in fields(kind)]
    more: Any = (name, annotation, *default)
    return make_dataclass(
        kind.__name__, [*own, more], frozen=True, kw_only=True, namespace=namespace
    )


def _copied(known: Field[Any], default: object = MISSING) -> Any:
    """Copy a field; where it has a default, it may be given another one."""
    return field(default=known.default if MISSING in (known.default, default) else default)


def sentences(kind: type[Any], made: type[Any]) -> list[str]:
    """Say what breaks where the class is replaced by the one that was made."""
    classes = {topic: known for topic, known in CLASSES.items() if known is not kind}
    return list(broken(FROZEN, format_of({**classes, made.TOPIC: made})))


def test_nothing_that_is_frozen_is_broken() -> None:
    said = list(broken(FROZEN, format_of(CLASSES)))
    assert not said, "\n".join(said)


def test_a_class_that_is_unchanged_breaks_nothing() -> None:
    assert sentences(LetterIssued, changed(LetterIssued)) == []


@pytest.mark.parametrize(
    ("kind", "made", "said"),
    [
        (
            LetterIssued,
            changed(LetterIssued, without="number"),
            [f"letter.issued: `number` is gone: {UNREADABLE}."],
        ),
        (
            LetterIssued,
            changed(LetterIssued, renamed={"number": "no"}),
            [
                f"letter.issued: `number` is gone: {UNREADABLE}.",
                f"letter.issued: `no` is new, and old states lack it: {UNREADABLE}.",
            ],
        ),
        (
            LetterIssued,
            changed(LetterIssued, retyped={"number": int}),
            [f"letter.issued: `number` was text, is integer: {UNREADABLE}."],
        ),
        (
            LetterIssued,
            changed(LetterIssued, first="number"),
            [f"letter.issued: the fields stand in another order: {OTHER_BYTES}."],
        ),
        (
            LetterIssued,
            changed(LetterIssued, TOPIC="letter.given"),
            [
                f"letter.issued is gone: {UNREADABLE}.",
                f"letter.given is new: {DELIBERATELY}.",
            ],
        ),
        (
            CellAssigned,
            changed(CellAssigned, EFFECT="occurred_on"),
            [f"member.cell_assigned dated from `from` and dates from `occurred_on`: {OTHER_DAYS}."],
        ),
        (
            CellAssigned,
            changed(CellAssigned, NATURAL_KEY=()),
            [
                "member.cell_assigned was the same paper by ['cell', 'from'] and is it by []: "
                f"{OTHER_PAPERS}."
            ],
        ),
        (
            LetterIssued,
            changed(LetterIssued, default=("unsigned",)),
            [
                "letter.issued: `defects` was [] where it is absent and is ['unsigned']: "
                f"{OTHER_DEFAULT}."
            ],
        ),
        (
            CellAssigned,
            with_field(CellAssigned, "why", str),
            [f"member.cell_assigned: `why` is new, and old states lack it: {UNREADABLE}."],
        ),
        (
            CellAssigned,
            with_field(CellAssigned, "why", str, ""),
            [f"member.cell_assigned: `why` is new, with a default: {DELIBERATELY}."],
        ),
        (
            LetterIssued,
            changed(LetterIssued, retyped={"number": str | None}),
            [f"letter.issued: `number` may be left out or be null from now on: {DELIBERATELY}."],
        ),
        (
            LetterReceived,
            changed(LetterReceived, retyped={"via": Way}),
            [
                f"letter.received: `via` cannot be POST any more: {UNREADABLE}.",
                f"letter.received: `via` can be PIGEON from now on: {DELIBERATELY}.",
            ],
        ),
        (
            AbsenceReminded,
            changed(AbsenceReminded, retyped={"meetings": tuple[str, ...]}),
            [f"absence.reminded: `meetings` was id, is text: {UNREADABLE}."],
        ),
        (
            MeetingHeld,
            changed(
                MeetingHeld,
                retyped={
                    "attendance": tuple[changed(AttendanceEntry, without="excuse"), ...]  # type: ignore[misc]
                },
            ),
            [f"meeting.held: `attendance`: `excuse` is gone: {UNREADABLE}."],
        ),
        (
            MeetingHeld,
            changed(
                MeetingHeld,
                retyped={
                    "attendance": tuple[changed(AttendanceEntry, ENTRY_ID="status"), ...]  # type: ignore[misc]
                },
            ),
            [
                "meeting.held: `attendance`: an entry went by `link` and goes by `status`: "
                f"{OTHER_PATHS}."
            ],
        ),
    ],
)
def test_a_change_is_told_what_it_would_break(
    kind: type[Any], made: type[Any], said: list[str]
) -> None:
    assert sentences(kind, made) == said


def test_a_class_that_is_gone_is_missed() -> None:
    classes = {topic: kind for topic, kind in CLASSES.items() if kind is not LetterIssued}
    assert list(broken(FROZEN, format_of(classes))) == [f"letter.issued is gone: {UNREADABLE}."]


def test_a_default_that_is_gone_is_missed() -> None:
    now = format_of(CLASSES)
    now["topics"]["letter.issued"]["fields"]["defects"] = {"list of": "text"}
    assert list(broken(FROZEN, now)) == [
        f"letter.issued: `defects` has lost its default, and old states may lack it: {UNREADABLE}."
    ]


@pytest.mark.parametrize(
    ("envelope", "said"),
    [
        (changed(Event, without="rule_set"), f"`rule_set` is gone: {UNREADABLE}."),
        (
            changed(Event, retyped={"occurred_on": date | None}),
            f"`occurred_on` may be left out or be null from now on: {DELIBERATELY}.",
        ),
        (changed(Event, first="digest"), f"the fields stand in another order: {OTHER_BYTES}."),
    ],
)
def test_the_envelope_is_frozen_with_every_event(envelope: type[Any], said: str) -> None:
    now = format_of(CLASSES) | {"envelope": envelope_of(envelope)}
    assert list(broken(FROZEN, now)) == [f"every event: {said}"]


@pytest.mark.parametrize("kind", CLASSES.values(), ids=CLASSES)
def test_no_field_bears_a_name_of_the_envelope(kind: type[Event]) -> None:
    enveloped = types_of(Event)
    assert list(types_of(kind).items())[: len(enveloped)] == list(enveloped.items())
    assert get_annotations(kind).keys().isdisjoint(enveloped)


@pytest.mark.parametrize("kind", CLASSES.values(), ids=CLASSES)
def test_a_class_dates_from_a_field_that_it_has_and_is_one_paper_by_such_fields(
    kind: type[Event],
) -> None:
    assert {kind.EFFECT, *(kind.NATURAL_KEY or ())} <= types_of(kind).keys()
