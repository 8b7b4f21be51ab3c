"""The streams as they stand now, for a question that asks the domain itself."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from domain.entries import Stream
from domain.rulebook import Rulebook
from domain.streams import LoadedStreams
from service.coordination import Coordination

StreamT = TypeVar("StreamT", bound=Stream)


class PresentStreams(LoadedStreams):
    """The ``Streams`` of the domain, read from the log when they are asked for."""

    def __init__(self, coordination: Coordination) -> None:
        self._coordination = coordination

    @property
    def rulebook(self) -> Rulebook:
        """The rule sets, by day and by name."""
        return self._coordination.rulebook

    def load(self, kind: type[StreamT], stream: UUID) -> StreamT:
        """Give a stream as it stands, empty where there is none."""
        return kind.replay(stream, self._coordination.events_of(stream))
