"""A read model: one table, and for each kind of subject the pure function that gives its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from domain.entries import Stream
from domain.obligations.obligation import Histories
from projections.subjects import Subject
from projections.versions import RowT, VersionedTable

StreamT = TypeVar("StreamT", bound=Stream)


class Facts(Histories, Protocol):
    """What a fold may read: streams as far as they are known, and which belong together."""

    def load(self, kind: type[StreamT], stream: UUID) -> StreamT:
        """Any stream, as a kind of stream."""

    def links_of_member(self, member: UUID) -> tuple[UUID, ...]:
        """Name the links that a member ever had."""


Fold = Callable[[Subject, Facts], Iterable[RowT]]


@dataclass(frozen=True)
class ReadModel(Generic[RowT]):
    """What can be asked of one table; ``folds`` gives the rows of a subject, by its kind."""

    versioned: VersionedTable[RowT]
    folds: Mapping[str, Fold[RowT]]


AnyReadModel = ReadModel[Any]
