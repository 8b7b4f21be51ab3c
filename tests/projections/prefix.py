"""The prefix of a log as a naive reader has it: everything replayed, nothing kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from domain.entries import Event, Stream
from domain.rulebook import Rulebook, load_rulebook
from domain.streams import LoadedStreams
from projections.routes import index_entries, periods, standing, subjects
from projections.subjects import Subject, index_key

StreamT = TypeVar("StreamT", bound=Stream)


@dataclass
class Prefix(LoadedStreams):
    """``Histories`` of a prefix, with an index of what its entries now say and nothing more."""

    horizon: date
    streams: dict[UUID, list[Event]]
    index: dict[str, list[UUID]]
    subjects: list[Subject]
    rulebook: Rulebook

    def load(self, kind: type[StreamT], stream: UUID) -> StreamT:
        return kind.replay(stream, self.streams.get(stream, ()))

    def links_in(self, cell: UUID) -> tuple[UUID, ...]:
        return self._under("links_in", cell)

    def links_of_household(self, household: str) -> tuple[UUID, ...]:
        return self._under("links_of_household", household)

    def links_of_member(self, member: UUID) -> tuple[UUID, ...]:
        return self._under("links_of_member", member)

    def meetings_of(self, cell: UUID, year: int) -> tuple[UUID, ...]:
        return self._under("meetings_of", cell, year)

    def collective_meetings_of(self, cell: UUID, year: int) -> tuple[UUID, ...]:
        return self._under("collective_meetings_of", cell, year)

    def evaluations_of(self, link: UUID) -> tuple[UUID, ...]:
        return self._under("evaluations_of", link)

    def bodies_under(self, organization: UUID) -> tuple[UUID, ...]:
        return self._under("bodies_under", organization)

    def _under(self, *key: Any) -> tuple[UUID, ...]:
        return tuple(self.index.get(index_key(*key), ()))


def prefix_of(events: Sequence[Event], horizon: date) -> Prefix:
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
    return Prefix(horizon, streams, index, list(found), load_rulebook())
