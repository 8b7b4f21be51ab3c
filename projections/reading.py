"""Reading history as it was known at a position, and noting what was read.

What a fold reads is what its rows follow from: whenever one of those sources grows, it is folded
again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar
from uuid import UUID

from domain.entries import Event, Stream
from domain.obligations.indexed import IndexedStreams
from domain.rulebook import Rulebook
from projections.index import StreamIndex
from projections.log import Log
from projections.recent import Recent
from projections.subjects import HORIZON, index_key

StreamT = TypeVar("StreamT", bound=Stream)
STREAMS_KEPT = 20_000


class History:
    """The events of a stream as far as they are loaded, replayed to where it was last asked."""

    def __init__(self, stream: UUID, events: list[Event]) -> None:
        self._id = stream
        self._source = str(stream)
        self._events = events
        self._replayed: Stream = Stream.replay(stream)

    @property
    def source(self) -> str:
        """The stream's name among the sources of rows."""
        return self._source

    def append(self, event: Event) -> None:
        """Add an event that has just been read from the log, unless it was loaded with others."""
        if event.originator_version == len(self._events) + 1:
            self._events.append(event)

    def at(self, kind: type[StreamT], position: int) -> StreamT:
        """Replay the stream up to a position, going on from where it stands if that is earlier."""
        replayed = self._replayed
        version = replayed.version
        if not isinstance(replayed, kind) or self._is_beyond(position, version):
            replayed = kind.replay(self._id)
            version = 0
        for event in self._events[version:]:
            if event.position > position:
                break
            event.mutate(replayed)
        self._replayed = replayed
        return replayed

    def positions(self) -> list[int]:
        """Name the positions of the events that are loaded."""
        return [event.position for event in self._events]

    def _is_beyond(self, position: int, version: int) -> bool:
        return version > 0 and self._events[version - 1].position > position


class Reading(IndexedStreams):
    """The ``Histories`` of the domain at a position; what is read is noted in ``sources``.

    Streams are loaded up to ``end``, or up to the position where none is given: then every event
    that follows has to be told by ``learn``.
    """

    def __init__(
        self,
        log: Log,
        index: StreamIndex,
        rulebook: Rulebook,
        horizon: date,
        *,
        end: int | None = None,
        limit: int = STREAMS_KEPT,
        whole: bool = False,
    ) -> None:
        self.position = 0
        self.sources: set[str] = set()
        self._log = log
        self._index = index
        self._rulebook = rulebook
        self._horizon = horizon
        self._end = end
        self._histories: Recent[UUID, History] = Recent(limit, whole=whole)

    def learn(self, event: Event) -> None:
        """Move on to an event that has just been read from the log."""
        self.position = event.position
        history = self._histories.get(event.originator_id)
        if history is None and event.originator_version == 1:
            history = self._histories.put(event.originator_id, History(event.originator_id, []))
        if history is not None:
            history.append(event)

    def load_at(self, position: int, streams: Iterable[UUID]) -> None:
        """Move to a position and load some streams at once."""
        self.position = position
        end = position if self._end is None else self._end
        for stream, events in self._log.streams(streams, end).items():
            self._histories.put(stream, History(stream, list(events)))

    def forget(self) -> None:
        """Forget the streams that were not asked for longest."""
        self._histories.trim()

    @property
    def rulebook(self) -> Rulebook:
        """The rule sets, by day and by name."""
        return self._rulebook

    @property
    def horizon(self) -> date:
        """The last day for which calendar duties are written ahead."""
        self.sources.add(HORIZON)
        return self._horizon

    def load(self, kind: type[StreamT], stream: UUID) -> StreamT:
        """Any stream, replayed as a kind of stream, at the position of this reading."""
        history = self.history(stream)
        self.sources.add(history.source)
        return history.at(kind, self.position)

    def history(self, stream: UUID) -> History:
        """The events of a stream, without noting that they were read."""
        history = self._histories.get(stream)
        if history is None:
            end = self.position if self._end is None else self._end
            loaded = [] if self._histories.whole else self._log.stream(stream, end)
            history = self._histories.put(stream, History(stream, list(loaded)))
        return history

    def under(self, index: str, *keys: object) -> tuple[UUID, ...]:
        """Name the streams under a key of an index, as far as they are known there."""
        source = index_key(index, *keys)
        self.sources.add(source)
        entries = self._index.entries(source)
        return tuple(entry.stream for entry in entries if entry.since <= self.position)
