"""A rehearsal: what commands would be answered if they were sent now, with nothing entered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import cast
from uuid import UUID

from domain.entries import Event
from service.commands.command import Command
from service.coordination import Coordination, KeyReused
from service.officers import Officer


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry by its topic and its place in its stream."""

    topic: str
    stream: UUID
    version: int

    @classmethod
    def of(cls, event: Event) -> Entry:
        """Name an entry that a command would make, or finds made."""
        return cls(event.TOPIC, event.originator_id, event.originator_version)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The entries that a command would make, or that are there already and would be its answer."""

    entries: Sequence[Entry]
    first_time: bool


@dataclass
class _Accepted:
    """What stands before the commands that follow."""

    events: defaultdict[UUID, list[Event]] = field(default_factory=lambda: defaultdict(list))
    keys: dict[str, tuple[str, Rehearsed]] = field(default_factory=dict)

    def add(self, other: _Accepted) -> None:
        for stream, events in other.events.items():
            self.events[stream] += events
        self.keys |= other.keys


class Rehearsal:
    """Accepts an officer's commands one after the other: each meets what those before it wrote.

    What is written is kept here and nowhere else; nobody's key is made.
    """

    def __init__(self, coordination: Coordination, officer: Officer) -> None:
        self._coordination = coordination
        self._officer = officer
        self._stands = _Accepted()
        self._together = _Accepted()

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """Take the commands within as one: where one of them is refused, none of them stands."""
        self._together = _Accepted()
        try:
            yield
            self._stands.add(self._together)
        finally:
            self._together = _Accepted()

    def accept(self, key: str, command: Command, payload: bytes) -> Rehearsed:
        """Say what a command within ``as_one`` would be answered; raise what it would raise."""
        digest = self._coordination.tokens.payload_digest(payload)
        if known := self._known(key, digest):
            return known
        work = self._coordination.work(self._officer, digest, self._events_of)
        command.carry_out(work)
        written = [cast("Event", e) for stream in work.streams for e in stream.pending_events]
        for event in written:
            self._together.events[event.originator_id].append(event)
        entries = [Entry.of(event) for event in written or work.answered[:1]]
        self._together.keys[key] = digest, Rehearsed(entries, first_time=False)
        return Rehearsed(entries, first_time=bool(written))

    def _events_of(self, stream: UUID) -> Sequence[Event]:
        earlier = (self._stands.events.get(stream, []), self._together.events.get(stream, []))
        return [*self._coordination.events_of(stream), *earlier[0], *earlier[1]]

    def _known(self, key: str, digest: str) -> Rehearsed | None:
        if known := self._together.keys.get(key) or self._stands.keys.get(key):
            if known[0] != digest:
                raise KeyReused(key)
            return known[1]
        answer = self._coordination.answered(self._officer, key, digest)
        if answer is None:
            return None
        entries = [
            Entry(e.topic, UUID(str(e.originator_id)), e.originator_version) for e in answer.events
        ]
        return Rehearsed(entries, first_time=False)
