"""Histories in memory: everything that is known at a position, without a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from domain.entries import Event, Stream, effective
from domain.obligations.indexed import IndexedStreams
from domain.rulebook import Rulebook, load_rulebook
from projections.routes import index_entries, periods, standing, subjects
from projections.subjects import Subject, index_key

StreamT = TypeVar("StreamT", bound=Stream)


class Remembered(IndexedStreams):
    """The ``Histories`` of the domain over the events up to a position."""

    def __init__(
        self, events: Iterable[Event], horizon: date, rulebook: Rulebook | None = None
    ) -> None:
        self.horizon = horizon
        self.rulebook = rulebook or load_rulebook()
        self._streams: dict[UUID, list[Event]] = defaultdict(list)
        for event in events:
            self._streams[event.originator_id].append(event)
        self._replayed: dict[UUID, Stream] = {}

    @cached_property
    def _index(self) -> dict[str, set[UUID]]:
        index: dict[str, set[UUID]] = defaultdict(set)
        for events in self._streams.values():
            for entry in (*events, *effective(events)):
                for key, stream in index_entries(entry):
                    index[key].add(stream)
        return index

    def subjects(self) -> set[Subject]:
        """Every subject that the entries bring into being, standing duties included."""
        found: set[Subject] = set()
        for events in self._streams.values():
            says = effective(events)
            for entry in (*events, *says):
                found |= set(subjects(entry, says))
                found |= {s for duty in standing(entry) for s in periods(duty, self.horizon)}
        return found

    def load(self, kind: type[StreamT], stream: UUID) -> StreamT:
        found = self._replayed.get(stream)
        if not isinstance(found, kind):
            found = self._replayed[stream] = kind.replay(stream, self._streams.get(stream, ()))
        return found

    def under(self, index: str, *keys: object) -> tuple[UUID, ...]:
        return tuple(sorted(self._index.get(index_key(index, *keys), ())))


def prefix(log: Sequence[Event], position: int) -> list[Event]:
    """The events known at a position."""
    return [event for event in log if event.position <= position]
