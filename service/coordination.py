"""The application: a command is accepted once, in one transaction with its events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID, uuid4

from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError, Notification

from domain.entries import Event
from domain.refusals import Refusal
from domain.rulebook import Rulebook
from service.commands.command import Command
from service.erasures import destroy_keys
from service.known import Known, NothingKnown
from service.officers import Officer
from service.store.factory import LogFactory
from service.store.ledger import CommandEntry, KeyTaken
from service.store.recorder import LogRecorder
from service.store.sealing import Sealing
from service.store.tokens import Tokens
from service.unit_of_work import UnitOfWork

ATTEMPTS = 8
MOST_EVENTS = 16  # of one command, which stand in a row in the log


class KeyReused(Exception):
    """An idempotency key came back with another payload: nothing is done."""


class Contended(Exception):
    """What the command read kept changing under it: the client may send it again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command is answered with, the first time and every time after.

    ``first_time`` is false where the events were there already: the same key again, or the same
    paper under another key.
    """

    command_id: UUID
    position: int
    events: Sequence[Notification]
    first_time: bool


class Coordination(Application[UUID]):
    """Loads, decides, saves: whatever reads or writes the log goes through here."""

    def __init__(
        self,
        env: dict[str, str],
        rulebook: Rulebook,
        clock: Callable[[], datetime],
        accepted: Callable[[int], None] = lambda position: None,
    ) -> None:
        """``accepted`` is called with the position of the last event of each command."""
        super().__init__(env)
        self.rulebook = rulebook
        self.clock = clock
        self.accepted = accepted
        self.known: Known = NothingKnown()
        factory = cast("LogFactory", self.factory)
        self.keys = factory.keys
        self.sealing = Sealing(self.keys)
        self.tokens = Tokens(self.keys)
        self.log_recorder = cast("LogRecorder", self.recorder)

    def accept(self, officer: Officer, key: str, command: Command, payload: bytes) -> Answer:
        """Carry a command out, once for its key; ``payload`` is the canonical form of the command.

        Raises a ``Refusal`` (which takes no key), ``KeyReused``, or ``Contended`` after the
        streams that it read have changed under it eight times.
        """
        answer = self._accepted_once(officer, key, command, payload)
        destroy_keys(self.keys, answer.events)
        return answer

    def _accepted_once(
        self, officer: Officer, key: str, command: Command, payload: bytes
    ) -> Answer:
        digest = self.tokens.payload_digest(payload)
        for _ in range(ATTEMPTS):
            if known := self.answered(officer, key, digest):
                return known
            work = self.work(officer, digest, self.events_of)
            try:
                command.carry_out(work)
                return self._save(work, key)
            except KeyTaken as taken:
                return self._again(taken.entry, digest)
            except IntegrityError:
                continue
            except Refusal:
                # The same command may have been accepted in between: then it is no refusal.
                if not (known := self.answered(officer, key, digest)):
                    raise
                return known
        raise Contended(command.NAME)

    def answered(self, officer: Officer, key: str, digest: str) -> Answer | None:
        """Give the answer to an earlier command of the committee under that key, if there is one.

        Raise ``KeyReused`` where that command was another one.
        """
        known = self.log_recorder.find_command(officer.organization, key)
        return self._again(known, digest) if known else None

    def work(
        self, officer: Officer, digest: str, events_of: Callable[[UUID], Sequence[Event]]
    ) -> UnitOfWork:
        """Lay out what one command has before it; ``events_of`` reads a stream."""
        return UnitOfWork(
            officer=officer,
            command_id=uuid4(),
            digest=digest,
            now=self.clock(),
            rulebook=self.rulebook,
            events_of=events_of,
            sealing=self.sealing,
            tokens=self.tokens,
            known=self.known,
        )

    def events_of(self, stream: UUID) -> Sequence[Event]:
        """Read the entries of a stream, in order."""
        return cast("list[Event]", list(self.events.get(stream)))

    def log_end(self) -> int:
        """Give the last position of the log; 0 where it is empty."""
        return self.log_recorder.max_notification_id() or 0

    def streams_of(self, streams: Iterable[UUID]) -> dict[UUID, list[Event]]:
        """Read the entries of some streams at once."""
        stored = self.log_recorder.select_streams(list(streams))
        return {stream: [self._event(e) for e in events] for stream, events in stored.items()}

    def _save(self, work: UnitOfWork, key: str) -> Answer:
        entry = CommandEntry(work.officer.organization, key, work.digest, work.command_id)
        if not work.streams:
            return self._repeat(work, entry)
        recordings = self.save(*work.streams, command=entry, reads=work.reads)
        written = [recording.notification for recording in recordings]
        self.accepted(written[-1].id)
        return Answer(work.command_id, written[-1].id, written, first_time=True)

    def _repeat(self, work: UnitOfWork, entry: CommandEntry) -> Answer:
        """Answer a paper that arrived twice with the events of the first time."""
        first = work.answered[0]
        positions = self._positions_with(first)
        self.log_recorder.insert_events(
            (),
            command=CommandEntry(
                entry.scope,
                entry.key,
                entry.digest,
                first.command_id,
                min(positions),
                max(positions),
            ),
            reads=work.reads,
        )
        return self._answer(first.command_id, min(positions), max(positions))

    def _positions_with(self, entry: Event) -> list[int]:
        """Find the positions of all that was written by the command of an entry."""
        start = max(entry.position - MOST_EVENTS, 1)
        near = self.log_recorder.select_notifications(start, 2 * MOST_EVENTS)
        return [n.id for n in near if self._event(n).command_id == entry.command_id]

    def _event(self, stored: Notification) -> Event:
        return cast("Event", self.mapper.to_domain_event(stored))

    def _again(self, known: CommandEntry, digest: str) -> Answer:
        if known.digest != digest:
            raise KeyReused(known.key)
        return self._answer(known.command_id, known.first or 0, known.last or 0)

    def _answer(self, command_id: UUID, first: int, last: int) -> Answer:
        events = self.log_recorder.select_notifications(first, last - first + 1, last)
        return Answer(command_id, last, events, first_time=False)
