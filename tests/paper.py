"""What lies on the clerk's desk: a paper to be entered, or a pen that strikes an entry through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

from domain.acts import Act, Actor, Office, Side, Transcription
from domain.corrections import correct, void
from domain.decisions import record
from domain.entries import Event, Stream
from domain.organization import organization_id

if TYPE_CHECKING:
    from tests.scenario import Scenario

ENTERED = datetime(2027, 1, 31, 8, 1, 36, 123456, tzinfo=UTC)
CLERK = Actor(UUID(int=1), Office.CLERK, organization_id("dang-uy-co-quan"), Side.WORKPLACE)
_DIGESTS = (f"{number:064x}" for number in count(1))


def _next_digest() -> str:
    return next(_DIGESTS)


@dataclass(frozen=True, eq=False)
class Paper:
    """An entry before it is one. A paper among its facts stands for the id of that one's entry."""

    of: type[Stream]
    stream: UUID
    kind: type[Event]
    day: date
    facts: Mapping[str, Any]
    copied_from: Transcription | None = None
    entered: datetime = ENTERED
    actor: Actor = CLERK
    digest: str = field(default_factory=_next_digest)

    def but(self, /, **facts: Any) -> Paper:
        """Give the same paper with other facts; with none, the same under another key."""
        return replace(self, facts={**self.facts, **facts}, digest=_next_digest())

    def on(self, day: date) -> Paper:
        """Give the same paper under another date."""
        return replace(self, day=day, digest=_next_digest())

    def transcribed(self) -> Paper:
        """Give the same paper as the other side's, copied on the day of its date."""
        ward = organization_id("phuong-van-mieu")
        copied_from = Transcription(ward, "SLIP", "7-PB/ĐU", self.day)
        return replace(self, copied_from=copied_from, digest=_next_digest())

    def enter(self, streams: Scenario) -> Event:
        """Let the domain decide on it."""
        facts = {
            name: streams.entry_of[value].id if isinstance(value, Paper) else value
            for name, value in self.facts.items()
        }
        return record(streams.load(self.of, self.stream), self.kind, self.act, streams, **facts)

    @property
    def act(self) -> Act:
        """The act of entering it."""
        return Act(self.entered, self.day, UUID(int=2), self.digest, self.actor, self.copied_from)


@dataclass(frozen=True, eq=False)
class Pen:
    """Strikes an entry through, with right facts beside it where there are any."""

    paper: Paper | Pen
    facts: Mapping[str, Any] | None
    day: date = date(2027, 1, 30)

    @property
    def of(self) -> type[Stream]:
        """The stream of the struck entry."""
        return self.paper.of

    @property
    def stream(self) -> UUID:
        """The stream of the struck entry."""
        return self.paper.stream

    def enter(self, streams: Scenario) -> Event:
        """Let the domain decide on it."""
        stream, struck = streams.load(self.of, self.stream), streams.entry_of[self.paper].id
        act = Act(ENTERED, self.day, UUID(int=3), _next_digest(), CLERK)
        if self.facts is None:
            return void(stream, struck, reason="miswritten", act=act, streams=streams)
        return correct(stream, struck, self.facts, reason="miswritten", act=act, streams=streams)


def corrected(paper: Paper | Pen, facts: Mapping[str, Any]) -> Pen:
    """Put right facts beside the entry of a paper."""
    return Pen(paper, facts)


def voided(paper: Paper | Pen) -> Pen:
    """Strike the entry of a paper through."""
    return Pen(paper, None)
