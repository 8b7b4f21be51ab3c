"""What one command has before it: the streams that it read, and what it is about to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from domain.acts import Act, Side, Transcription
from domain.decisions import record, vietnam_day
from domain.entries import Event, EventT, Stream
from domain.obligations.obligation import Obligation
from domain.organization import in_place_of
from domain.private import Personal, Private, Sealed
from domain.refusals import NotVisible
from domain.rulebook import Rulebook
from domain.streams import LoadedStreams
from service.commands.command import Command, TranscribedPaper
from service.known import Known
from service.officers import Entitled, Officer, Sides, Standing
from service.secrecy import refuse_marked
from service.store.sealing import Sealing
from service.store.tokens import Tokens
from service.stream_kinds import kind_of

StreamT = TypeVar("StreamT", bound=Stream)


@dataclass
class UnitOfWork(LoadedStreams):
    """The streams read and written by one command, and the act under which it writes.

    It is the ``Streams`` of the domain: every stream that a decision reads is remembered with its
    version, which is checked in the transaction that saves.
    """

    officer: Officer
    command_id: UUID
    digest: str
    now: datetime
    rulebook: Rulebook
    events_of: Callable[[UUID], Iterable[Event]]
    sealing: Sealing
    tokens: Tokens
    known: Known
    act: Act | None = None
    answered: list[Event] = field(default_factory=list)
    _streams: dict[UUID, Stream] = field(default_factory=dict)
    _versions: dict[UUID, int] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day that it is in Vietnam."""
        return vietnam_day(self.now)

    @property
    def own(self) -> UUID | None:
        """The body for which the officer acts today: his own, or who has taken it over.

        None is the administrator's.
        """
        named = self.officer.organization
        return in_place_of(named, self.today, self) if named else None

    @property
    def reads(self) -> dict[UUID, int]:
        """Every stream read, with the version that was seen; 0 where there was none."""
        return self._versions

    @property
    def streams(self) -> list[Stream]:
        """The streams to which something was appended, in the order in which they were met."""
        return [stream for stream in self._streams.values() if stream.pending_events]

    def load(self, kind: type[StreamT], stream_id: UUID) -> StreamT:
        """Give a stream as it stands, with what this command has appended to it.

        Raise ``NotVisible`` for the id of something else: nothing of that kind has it. Whoever
        asks for a ``Stream`` takes any, as what it is.
        """
        if stream_id not in self._streams:
            entries = list(self.events_of(stream_id))
            what_it_is = kind_of(entries) or kind
            self._streams[stream_id] = stream = what_it_is.replay(stream_id, entries)
            self._versions[stream_id] = stream.version
        found = self._streams[stream_id]
        if not isinstance(found, kind):
            raise NotVisible(id=stream_id)
        return found

    def obligation(self, key: str, day: date) -> Obligation | None:
        """Give what stands under a key on a day, as far as the read models have come.

        They are no stream whose version could be checked: what was settled meanwhile is settled.
        """
        return self.known.owed_under(key, day)

    def begin(self, command: Command, sides: Sides, allowed: Entitled | None = None) -> Act:
        """Settle in which office the officer acts, and on which paper; raise if he may not."""
        dated = sides.on(command.occurred_on, self)
        officer = Officer(self.officer.person, self.own)
        paper = _transcription(command.transcribed, dated, officer)
        standing = Standing(officer, sides.on(self.today, self), self.today, self)
        actor = standing.acting(allowed or command.ENTITLED, paper)
        if paper and actor.side is Side.RESIDENCE:
            paper = _transcription(command.transcribed, dated, officer, dated.workplace)
        refuse_marked(command)
        self.act = Act(self.now, command.occurred_on, self.command_id, self.digest, actor, paper)
        return self.act

    def record(
        self, stream: Stream, event_class: type[EventT], *, dated: date | None = None, **facts: Any
    ) -> EventT:
        """Decide on an entry and append it, on the day of the act or another of its paper."""
        if self.act is None:
            raise RuntimeError("a command begins by settling who acts")
        act = self.act.on(dated) if dated else self.act
        entry = record(stream, event_class, act, self, **facts)
        self.answered.append(entry)
        return entry

    def personal(self, person: UUID, text: str | None) -> Personal | None:
        """Mark a text as being about a person: it is stored under that person's key."""
        return None if text is None else Personal(person, text)

    def read(self, value: Private | None) -> str | None:
        """Open a private value at the edge: ``None`` where there is none or the key is gone."""
        if isinstance(value, Sealed):
            return self.sealing.open(value)
        return value.text if isinstance(value, Personal) else None


def _transcription(
    paper: TranscribedPaper | None, sides: Sides, officer: Officer, other: UUID | None = None
) -> Transcription | None:
    if paper is None:
        return None
    behalf = other or sides.residence or sides.residence_cell or officer.organization
    return Transcription(
        on_behalf_of=behalf or officer.person,
        paper_kind=paper.paper_kind,
        paper_number=paper.paper_number,
        arrived_on=paper.arrived_on,
        scan_digest=paper.scan_digest,
    )
