"""The prefix of a log as a naive reader has it: everything replayed, nothing kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from domain.entries import Event, Stream
from domain.obligations.indexed import IndexedStreams
from domain.rulebook import Rulebook, load_rulebook
from projections.routes import index_entries, periods, standing, subjects
from projections.subjects import Subject, index_key

StreamT = TypeVar("StreamT", bound=Stream)


@dataclass
class Prefix(IndexedStreams):
    """``Histories`` of a prefix, with an index of what its entries now say and nothing more."""

    horizon: date
    streams: dict[UUID, list[Event]]
    index: dict[str, list[UUID]]
    subjects: list[Subject]
    rulebook: Rulebook

    def load(self, kind: type[StreamT], stream: UUID) -> StreamT:
        return kind.replay(stream, self.streams.get(stream, ()))

    def under(self, index: str, *keys: object) -> tuple[UUID, ...]:
        return tuple(self.index.get(index_key(index, *keys), ()))


def prefix_of(events: Sequence[Event], horizon: date, rulebook: Rulebook | None = None) -> Prefix:
    streams: dict[UUID, list[Event]] = defaultdict(list)
    for event in events:
        streams[event.originator_id].append(event)
    index: dict[str, list[UUID]] = defaultdict(list)
    found: dict[Subject, None] = {}
    for stream, entries in streams.items():
        effective = Stream.replay(stream, entries).effective
        for entry in effective:
            for source, indexed in index_entries(entry):
                if indexed not in index[source]:
                    index[source].append(indexed)
            found |= dict.fromkeys(subjects(entry, effective))
            for duty in standing(entry):
                found |= dict.fromkeys(periods(duty, horizon))
    return Prefix(horizon, streams, index, list(found), rulebook or load_rulebook())
