"""What a stream says once its corrections are applied.

A stream keeps its entries and never a running value: papers arrive late, so that the last one
entered need not be the last one dated. Every question is a pure function of the *effective*
entries (struck ones gone, corrected ones mended) in the order of their effect dates. Decisions
and projections read history through the same function.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Generic, Self, TypeVar, overload
from uuid import UUID

from eventsourcing.domain import Aggregate, AggregateEvent
from eventsourcing.utils import register_topic

from domain.acts import Act, Actor, Transcription
from domain.amendment import amended, types_of

EventT = TypeVar("EventT", bound="Event")
OtherT = TypeVar("OtherT", bound="Event")
ThirdT = TypeVar("ThirdT", bound="Event")
StreamT = TypeVar("StreamT", bound="Stream")
T = TypeVar("T")
_EFFECTIVE, _AS_OF = "effective", "as of"
_BEFORE_EVERYTHING = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Event(AggregateEvent):
    """One immutable entry: an envelope, which every event has, and the facts of its own class.

    ``timestamp`` is ``recorded_at`` in the stored form; ``position`` is the place in the log,
    0 until the entry is stored. ``rule_set`` names the rule set in force on ``occurred_on``, not
    on the day of entry.

    A subclass names its ``TOPIC``, which is published and never changes; the field that its
    effect dates from, where that is not ``occurred_on``; and the fields that make two papers the
    same paper (``NATURAL_KEY``: empty where a stream holds one such entry, ``None`` where any
    number may stand side by side).
    """

    TOPIC: ClassVar[str]
    EFFECT: ClassVar[str] = "occurred_on"
    NATURAL_KEY: ClassVar[tuple[str, ...] | None] = None

    position: int
    occurred_on: date
    command_id: UUID
    digest: str
    actor: Actor
    transcribed: Transcription | None
    rule_set: str

    def __init_subclass__(cls) -> None:
        """Register the published topic, so that stored events find the class under any name."""
        super().__init_subclass__()
        if "TOPIC" in cls.__dict__:
            register_topic(cls.TOPIC, cls)

    def apply(self, aggregate: Stream) -> None:
        """Evolve: keep the entry. Nothing is checked here, the past is not judged again."""
        aggregate.keep(self)

    @property
    def id(self) -> str:
        """The published id of an entry: its stream and its version in it, ``<uuid>/<n>``."""
        return f"{self.originator_id}/{self.originator_version}"

    @property
    def effect_date(self) -> date:
        """The day from which the entry counts, which ``as_of`` selects by."""
        day: date | None = getattr(self, self.EFFECT)
        return day or self.occurred_on

    @property
    def arrived_on(self) -> date:
        """The day on which the paper was there: its arrival where it was transcribed."""
        return self.transcribed.arrived_on if self.transcribed else self.occurred_on


@dataclass(frozen=True)
class EntryCorrected(Event):
    """An entry is struck through and the right facts stand beside it. (Đính chính)

    ``facts`` maps a path (names joined by dots, an entry of a list by its id) to the right value
    in its stored form.
    """

    TOPIC = "entry.corrected"

    event: str
    reason: str
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class EntryVoided(Event):
    """An entry is struck through; voiding a void or a correction undoes that one. (Gạch bỏ)"""

    TOPIC = "entry.voided"

    event: str
    reason: str


def version_of(event_id: str) -> int:
    """Read the version out of an event id, ``<uuid>/<n>``."""
    return int(event_id.rpartition("/")[2])


def standing(entries: Iterable[Event]) -> dict[int, Event]:
    """Select the entries that nobody struck, by version; corrections and voids among them.

    A void names an earlier entry, so that one pass backwards settles which voids stand.
    """
    struck: set[int] = set()
    left: dict[int, Event] = {}
    for entry in reversed(list(entries)):
        if entry.originator_version in struck:
            continue
        left[entry.originator_version] = entry
        if isinstance(entry, EntryVoided):
            struck.add(version_of(entry.event))
    return left


def effective(entries: Iterable[Event]) -> list[Event]:
    """Say what a stream says: standing entries with their right facts, by effect date, in order.

    Corrections and voids act on what is known only: whoever knows of them reads the entry so on
    every day.
    """
    left = standing(entries)
    facts = {v: e for v, e in left.items() if not isinstance(e, EntryCorrected | EntryVoided)}
    for version in sorted(left):
        correction = left[version]
        if isinstance(correction, EntryCorrected) and (v := version_of(correction.event)) in facts:
            facts[v] = amended(facts[v], correction.facts)
    return sorted(facts.values(), key=lambda e: (e.effect_date, e.originator_version))


class Remembered(Generic[StreamT, T]):
    """An answer that a stream remembers until the next entry: asked often, it is worked out once.

    Whoever gets it leaves it as it is.
    """

    def __init__(self, question: Callable[[StreamT], T]) -> None:
        """``question`` depends on nothing but the entries of the stream."""
        self._question = question
        self.__doc__ = question.__doc__

    def __get__(self, stream: StreamT, owner: type[StreamT]) -> T:
        """Give the remembered answer, or ask."""
        answers: dict[Any, T] = stream.answers
        if self not in answers:
            answers[self] = self._question(stream)
        return answers[self]


class Stream(Aggregate):
    """A stream of entries about one subject: what an aggregate of this domain is.

    It is never assigned to: a decision checks and then records, evolving keeps the entry, and
    every question is answered from the effective entries. ``answers`` is what it remembers of
    them until the next entry.
    """

    @classmethod
    def replay(cls, stream_id: UUID, events: Iterable[Event] = ()) -> Self:
        """Rebuild a stream from its stored events in the order of their versions."""
        stream = cls.__new__(cls)
        stream.__base_init__(stream_id, originator_version=0, timestamp=_BEFORE_EVERYTHING)
        stream._entries = []
        stream.answers = {}
        for event in events:
            event.mutate(stream)
        return stream

    _entries: list[Event]
    answers: dict[Any, Any]

    def keep(self, entry: Event) -> None:
        """Evolve: append the entry, whatever it says."""
        self._entries.append(entry)
        self.answers.clear()

    @property
    def entries(self) -> Sequence[Event]:
        """Every entry in the order of entering, struck ones and corrections included."""
        return self._entries

    @property
    def effective(self) -> Sequence[Event]:
        """The entries as they now read, by effect date."""
        if _EFFECTIVE not in self.answers:
            self.answers[_EFFECTIVE] = effective(self._entries)
        found: Sequence[Event] = self.answers[_EFFECTIVE]
        return found

    @overload
    def of(self, kind: type[EventT], /) -> Sequence[EventT]: ...
    @overload
    def of(self, kind: type[EventT], other: type[OtherT], /) -> Sequence[EventT | OtherT]: ...
    @overload
    def of(
        self, kind: type[EventT], other: type[OtherT], third: type[ThirdT], /
    ) -> Sequence[EventT | OtherT | ThirdT]: ...
    @overload
    def of(self, *kinds: type[Event]) -> Sequence[Event]: ...
    def of(self, *kinds: type[Any]) -> Sequence[Any]:
        """Select the effective entries of some classes, by effect date."""
        if kinds not in self.answers:
            self.answers[kinds] = [entry for entry in self.effective if isinstance(entry, kinds)]
        found: Sequence[Any] = self.answers[kinds]
        return found

    def last(self, kind: type[EventT], on: date = date.max) -> EventT | None:
        """Find the last effective entry of a class that counts on that day."""
        return next((e for e in reversed(self.of(kind)) if e.effect_date <= on), None)

    def as_of(self, day: date) -> Self:
        """Give the stream as it counts on a day: without the entries that take effect later."""
        count = bisect_right(self.effective, day, key=lambda entry: entry.effect_date)
        if count == len(self.effective):
            return self
        if (_AS_OF, count) not in self.answers:
            earlier = type(self).replay(self.id)
            earlier._entries = self._entries
            earlier.answers[_EFFECTIVE] = self.effective[:count]
            self.answers[_AS_OF, count] = earlier
        found: Self = self.answers[_AS_OF, count]
        return found

    def rivals(self, candidate: EventT) -> Sequence[EventT]:
        """Select the entries with which a candidate must not share its natural key and differ."""
        return self.of(type(candidate))

    def prefix(self, version: int) -> Self:
        """Give the stream as it was before one version, with today's corrections.

        What an entry rested on when it was entered: the question that a void has to ask.
        """
        kept = [
            entry
            for entry in self._entries
            if entry.originator_version < version or isinstance(entry, EntryCorrected | EntryVoided)
        ]
        earlier = type(self).replay(self.id)
        earlier._entries = kept
        return earlier

    def propose(
        self, event_class: type[EventT], act: Act, rule_set: str, /, **facts: Any
    ) -> EventT:
        """Write an entry down without recording it, as the next one of this stream."""
        return event_class(
            originator_id=self.id,
            originator_version=self.version + 1,
            timestamp=act.recorded_at,
            position=0,
            occurred_on=act.occurred_on,
            command_id=act.command_id,
            digest=act.digest,
            actor=act.actor,
            transcribed=act.transcribed,
            rule_set=rule_set,
            **facts,
        )

    def append(self, entry: Event) -> None:
        """Trigger an entry that has been decided: keep it and hold it for saving."""
        entry.mutate(self)
        self.pending_events.append(entry)


def with_defects(entry: EventT, defects: Iterable[str | None]) -> EventT:
    """Write onto an entry what a transcribed paper lacks in form, where its class keeps that."""
    named = tuple(sorted({defect for defect in defects if defect}))
    if not named or "defects" not in types_of(type(entry)):
        return entry
    return amended(entry, {"defects": named})
