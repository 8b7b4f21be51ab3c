"""Given what stands on the record, when a paper is entered, then this stands beside it, or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Self, TypeVar
from uuid import UUID

from domain.entries import Event, Stream
from domain.obligations.folds import FOLDS
from domain.obligations.obligation import Obligation
from domain.refusals import Refusal
from domain.rulebook import load_rulebook
from domain.streams import LoadedStreams
from tests.agreement.remembered import Remembered
from tests.paper import Paper, Pen

StreamT = TypeVar("StreamT", bound=Stream)


class Scenario(LoadedStreams):
    """A log in memory, which is the ``Streams`` of the domain, and what came of the last paper."""

    def __init__(self, papers: Iterable[Paper | Pen]) -> None:
        self.rulebook = load_rulebook()
        self.entry_of: dict[Paper | Pen, Event] = {}
        self._streams: dict[UUID, Stream] = {}
        self._before: list[Event] = []
        self._refusal: Refusal | None = None
        for paper in papers:
            self.entry_of[paper] = paper.enter(self)

    @property
    def log(self) -> list[Event]:
        return [entry for stream in self._streams.values() for entry in stream.entries]

    def when(self, paper: Paper | Pen) -> Self:
        self._before = self.log
        try:
            self.entry_of[paper] = paper.enter(self)
        except Refusal as refusal:
            self._refusal = refusal
        return self

    def then(self, *papers: Paper) -> Self:
        """These entries were made and no others, each with these facts, whatever else it says."""
        assert self._refusal is None, f"refused: {self._refusal!r}"
        made = [entry for entry in self.log if entry not in self._before]
        assert [type(entry) for entry in made] == [paper.kind for paper in papers]
        for entry, paper in zip(made, papers, strict=True):
            said = {name: getattr(entry, name) for name in paper.facts}
            assert said == {name: self._named(fact) for name, fact in paper.facts.items()}
            assert (entry.originator_id, entry.occurred_on) == (paper.stream, paper.day)
        return self

    def refused(self, refusal: type[Refusal]) -> Self:
        """The rule that speaks against it is this one, and nothing was written."""
        assert type(self._refusal) is refusal, f"refused: {self._refusal!r}"
        assert self.log == self._before
        return self

    def _named(self, fact: object) -> object:
        return self.entry_of[fact].id if isinstance(fact, Paper) else fact

    def obligation(self, key: str, day: date) -> Obligation | None:
        known = self._known
        rows = (
            row
            for subject in sorted(known.subjects())
            if subject[0] in FOLDS and any(part in key for part in subject[1:])
            for row in FOLDS[subject[0]](subject, known)
        )
        return next((r for r in rows if r.key == key and r.from_day <= day < r.to_day), None)

    def predecessors_of(self, organization: UUID) -> tuple[UUID, ...]:
        return self._known.predecessors_of(organization)

    @property
    def _known(self) -> Remembered:
        log = (replace(entry, position=n) for n, entry in enumerate(self.log, start=1))
        return Remembered(log, date(2027, 12, 31))

    def load(self, kind: type[StreamT], stream: UUID) -> StreamT:
        found = self._streams.setdefault(stream, kind.replay(stream))
        return found if isinstance(found, kind) else kind.replay(stream)


def given(*papers: Paper | Pen) -> Scenario:
    """Begin with papers that the domain accepts, entered in this order."""
    return Scenario(papers)
