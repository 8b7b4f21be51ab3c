"""Which of the jobs that wait may be written, and at which positions. No database in sight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from eventsourcing.persistence import IntegrityError, StoredEvent

from service.store.database import uuid_of
from service.store.ledger import CommandEntry, Key, KeyTaken
from service.store.state import recorded_again, recorded_at


class StaleRead(IntegrityError):
    """A stream that the decision read has moved on: decide again."""


@dataclass(frozen=True, slots=True)
class Job:
    """What one caller wants written whole or not at all.

    ``reads`` maps each stream that the decision read to the version it saw, 0 where there was
    no such stream.
    """

    events: Sequence[StoredEvent] = ()
    command: CommandEntry | None = None
    reads: Mapping[UUID, int] = field(default_factory=dict)

    @property
    def key(self) -> Key | None:
        """The scope and the key of the command, if there is one."""
        return (self.command.scope, self.command.key) if self.command else None

    @property
    def streams(self) -> set[UUID]:
        """Every stream that is read or written."""
        return {*self.reads, *(uuid_of(event.originator_id) for event in self.events)}


@dataclass(frozen=True, slots=True)
class Row:
    """An event as it is inserted; ``recorded_at`` in microseconds."""

    position: int
    stream: UUID
    version: int
    topic: str
    state: bytes
    recorded_at: int


@dataclass(slots=True)
class Admission:
    """The log as it stands under the write lock, and what has been admitted to it since.

    ``versions`` and ``commands`` have to cover the streams and the keys of every job; a stream
    that does not exist has version 0.
    """

    position: int
    recorded_at: int
    versions: dict[UUID, int]
    commands: dict[Key, CommandEntry]
    rows: list[Row] = field(default_factory=list)
    entries: list[CommandEntry] = field(default_factory=list)

    def admit(self, job: Job) -> list[int]:
        """Admit a job and give the positions of its events, or raise and admit nothing of it."""
        if job.key in self.commands:
            raise KeyTaken(self.commands[job.key])
        self._check_reads(job.reads)
        versions = self._versions_after(job.events)
        rows = list(self._numbered(job.events))
        if rows:
            self.position, self.recorded_at = rows[-1].position, rows[-1].recorded_at
        self.rows += rows
        self.versions |= versions
        positions = [row.position for row in rows]
        if job.command:
            self._enter(job.command, positions)
        return positions

    def _check_reads(self, reads: Mapping[UUID, int]) -> None:
        for stream, seen in reads.items():
            if self.versions[stream] != seen:
                raise StaleRead(f"{stream} is at version {self.versions[stream]}, not {seen}.")

    def _versions_after(self, events: Sequence[StoredEvent]) -> dict[UUID, int]:
        after: dict[UUID, int] = {}
        for event in events:
            stream = uuid_of(event.originator_id)
            version = after.get(stream, self.versions[stream])
            if event.originator_version != version + 1:
                found = event.originator_version
                raise IntegrityError(f"{stream} is at version {version}: {found} is not next.")
            after[stream] = version + 1
        return after

    def _numbered(self, events: Sequence[StoredEvent]) -> Iterator[Row]:
        """Number events on from the end, none recorded before the one in front of it."""
        last = self.recorded_at
        for position, event in enumerate(events, self.position + 1):
            state, instant = event.state, recorded_at(event.state)
            if instant < last:
                state, instant = recorded_again(state, last), last
            last = instant
            version = event.originator_version
            yield Row(position, uuid_of(event.originator_id), version, event.topic, state, instant)

    def _enter(self, command: CommandEntry, positions: list[int]) -> None:
        if positions:
            command = replace(command, first=positions[0], last=positions[-1])
        self.entries.append(command)
        self.commands[command.scope, command.key] = command
