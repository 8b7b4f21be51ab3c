"""From an event to the rows that it changes: which subjects it touches, folded in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from domain.entries import EntryCorrected, EntryVoided, Event, Stream
from domain.rulebook import Rulebook
from projections.dependencies import Dependencies
from projections.differences import Differences
from projections.index import StreamIndex
from projections.log import Log
from projections.moves import may_move
from projections.read_model import AnyReadModel, Fold
from projections.reading import Reading
from projections.routes import index_entries, periods, standing, subjects
from projections.standing import StandingDuties
from projections.subjects import Subject, subject_of, text_of
from projections.views import Checkpoint

KEPT = 50_000


class Folding:
    """Goes on from a checkpoint, event by event, as long as nobody else writes to the tables.

    What a page changes is seen by the folds of the page, and written down by ``flush``.
    """

    def __init__(
        self,
        connection: Connection,
        models: Sequence[AnyReadModel],
        log: Log,
        rulebook: Rulebook,
        checkpoint: Checkpoint,
        *,
        kept: int = KEPT,
        end: int | None = None,
    ) -> None:
        whole = checkpoint.position == 0
        self.models = models
        self.horizon = date.fromordinal(checkpoint.horizon)
        self.index = StreamIndex(connection, limit=kept, whole=whole)
        self.dependencies = Dependencies(connection, limit=kept, whole=whole)
        self.duties = StandingDuties(connection, limit=kept, whole=whole)
        self.reading = Reading(
            log, self.index, rulebook, self.horizon, limit=kept, whole=whole, end=end
        )
        self._writers: list[Differences[Any]] = []
        self._folds: dict[str, list[tuple[Fold[Any], Differences[Any]]]] = {}
        for model in models:
            writer = Differences(connection, model.versioned, limit=kept, whole=whole)
            self._writers.append(writer)
            for kind, fold in model.folds.items():
                self._folds.setdefault(kind, []).append((fold, writer))

    def take(self, event: Event) -> None:
        """Bring the rows to what is known with this event."""
        self.reading.learn(event)
        position, source = event.position, str(event.originator_id)
        effective = self.reading.history(event.originator_id).at(Stream, position).effective
        touched = {s for s in self.dependencies.on(source) if may_move(event, subject_of(s))}
        entries = _brought_by(event, effective)
        for grown in self.index.grow(
            (e for entry in entries for e in index_entries(entry)), position
        ):
            touched |= self.dependencies.on(grown)
        for entry in entries:
            touched.update(map(text_of, self._brought_into_being(entry, effective, position)))
        for subject in sorted(touched):
            self.fold(subject_of(subject), position)

    def fold(self, subject: Subject, position: int) -> None:
        """Fold a subject as it was known at a position, and write the difference."""
        folds = self._folds.get(subject[0], ())
        if not folds:
            return
        reading, name = self.reading, text_of(subject)
        reading.position, reading.sources = position, set()
        for fold, writer in folds:
            writer.write(name, fold(subject, reading), position)
        self.dependencies.note(name, reading.sources, position)

    def sources(self, subject: Subject) -> frozenset[str]:
        """Give what the folds of a subject have read."""
        return frozenset(self.dependencies.of(text_of(subject)))

    def flush(self) -> None:
        """Write down what the page has changed, and forget what was not used for longest."""
        self.index.flush()
        self.dependencies.flush()
        self.duties.flush()
        for writer in self._writers:
            writer.flush()
        self.reading.forget()

    def _brought_into_being(
        self, entry: Event, effective: Sequence[Event], position: int
    ) -> Iterable[Subject]:
        yield from (s for s in subjects(entry, effective) if s[0] in self._folds)
        for duty in standing(entry):
            if duty.kind in self._folds:
                self.duties.note(duty, position)
                yield from periods(duty, self.horizon)


def _brought_by(event: Event, effective: Sequence[Event]) -> Sequence[Event]:
    """Name the entries that read otherwise since an event: itself, or what it amends and more."""
    if isinstance(event, EntryCorrected | EntryVoided):
        return (event, *effective)
    return (event,)
