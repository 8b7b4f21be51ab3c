"""Events of the tests' own, with every kind of field that the stored form knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from domain.acts import Actor, Office, Side, Transcription
from domain.entries import Event
from domain.private import Personal, Private

STREAM = UUID("11111111-1111-4111-8111-111111111111")
PERSON = UUID("22222222-2222-4222-8222-222222222222")
OTHER = UUID("33333333-3333-4333-8333-333333333333")
ACTOR = Actor(UUID(int=4), Office.CLERK, UUID(int=5), Side.WORKPLACE)
PAPER = Transcription(UUID(int=6), "slip", None, date(2026, 3, 9), "ab")
MOMENT = datetime(2026, 11, 24, 8, 1, 36, tzinfo=UTC)


class Tone(StrEnum):
    CALM = "CALM"


@dataclass(frozen=True, slots=True)
class Printed:
    identity: Private
    from_: str = "Hà Nội"


@dataclass(frozen=True, slots=True)
class Listener:
    ENTRY_ID: ClassVar[str] = "member"

    member: UUID
    excuse: Private | None = None


@dataclass(frozen=True)
class Said(Event):
    TOPIC = "test.said_in_full"

    text: str
    to: tuple[UUID, ...]
    tone: Tone | None
    at: time | None
    name: Private
    note: Private | None
    printed: Printed
    listeners: tuple[Listener, ...]
    facts: Mapping[str, Any]
    class_: str = "A"
    defects: tuple[str, ...] = ()
    answer: Printed | None = None


def said(**facts: Any) -> Said:
    """Say something, with other facts where they are given."""
    usual: dict[str, Any] = {
        "originator_id": STREAM,
        "originator_version": 2,
        "timestamp": MOMENT,
        "position": 0,
        "occurred_on": date(2026, 3, 6),
        "command_id": UUID(int=7),
        "digest": "cd",
        "actor": ACTOR,
        "transcribed": PAPER,
        "rule_set": "213-2020",
        "text": "Đã nhận",
        "to": (OTHER,),
        "tone": Tone.CALM,
        "at": time(19, 30),
        "name": Personal(PERSON, "Nguyễn Thị Hằng"),
        "note": None,
        "printed": Printed(Personal(PERSON, "001")),
        "listeners": (Listener(OTHER), Listener(PERSON, Personal(PERSON, "ốm"))),
        "facts": {},
    }
    return Said(**{**usual, **facts})
