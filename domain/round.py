"""The yearly round in which a workplace committee asks for the residence committees' opinions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid5

from domain.decisions import Objections, Streams, decides, not_before
from domain.entries import Event, EventT, Stream
from domain.local_figures import rules_of_body
from domain.names import LIENHE
from domain.organization import Tree, in_place_of, same_on, standing_body
from domain.private import Private
from domain.refusals import (
    DatesOutOfOrder,
    NotOurMember,
    RoundAlreadyOpen,
    RoundNotFocused,
    RoundNotOpen,
)
from domain.rulebook import RuleSet


class RoundMode(StrEnum):
    """Whether opinions are asked of all members or of those named (the seed's proposal 2)."""

    ALL = "ALL"
    FOCUSED = "FOCUSED"


class FocusReason(StrEnum):
    """Why somebody is named in a focused round; stored sealed."""

    AWARD = "AWARD"
    PLANNING = "PLANNING"
    APPOINTMENT = "APPOINTMENT"
    VIOLATION = "VIOLATION"
    TASKS_NOT_DONE = "TASKS_NOT_DONE"


def round_id(committee: UUID, year: int) -> UUID:
    """Name the stream of a committee's round of a year."""
    return uuid5(LIENHE, f"round/{committee}/{year}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True, slots=True)
class FocusEntry:
    """One member of whom an opinion is asked, and why."""

    ENTRY_ID: ClassVar[str] = "member"

    member: UUID
    reason: Private


@dataclass(frozen=True)
class RoundOpened(Event):
    """The yearly round begins; ``figures`` hold for this committee and year. (Mở đợt)"""

    TOPIC = "round.opened"
    NATURAL_KEY = ()

    committee: UUID
    year: int
    mode: RoundMode
    figures: dict[str, Any]


@dataclass(frozen=True)
class FocusListNamed(Event):
    """Of whom opinions are asked; replaces the list before. (Danh sách đề xuất lấy ý kiến)"""

    TOPIC = "focus_list.named"
    NATURAL_KEY = ("occurred_on",)

    entries: tuple[FocusEntry, ...]


@dataclass(frozen=True)
class RoundClosed(Event):
    """The year is closed. (Kết thúc đợt)"""

    TOPIC = "round.closed"
    EFFECT = "on"
    NATURAL_KEY = ()

    on: date


# Decide.

_STEPS = ("round.opens", "round.request_by", "round.slips_by")


@decides(RoundOpened)
def open_round(round_: Round, entry: RoundOpened, streams: Streams) -> Objections:
    """One round a year, in it, with figures that the rule set leaves open, and days in order."""
    yield from standing_body(entry.committee, entry.occurred_on, streams, "committee")
    if entry.occurred_on.year != entry.year:
        yield DatesOutOfOrder(field="year", year=entry.year, day=entry.occurred_on)
    if round_.opened:
        yield RoundAlreadyOpen(field="year", opened_on=round_.opened.occurred_on)
    in_force = streams.rulebook.in_force(entry.occurred_on)
    yield from in_force.objections_to(entry.figures)
    yield from _in_order(
        entry, rules_of_body(in_force, entry.committee, entry.occurred_on, streams)
    )


def _in_order(entry: RoundOpened, rules: RuleSet) -> Objections:
    """Opinions are asked for before the slips are due."""
    days = [rules.with_local(entry.figures).day_of(entry.year, name) for name in _STEPS]
    if days != sorted(days):
        yield DatesOutOfOrder(field="figures", days=tuple(days))


@decides(FocusListNamed)
def name_focus_list(round_: Round, entry: FocusListNamed, streams: Streams) -> Objections:
    """Only a focused round names members, its own."""
    opened = round_.opened
    if opened is None or round_.closed_by(entry.occurred_on):
        yield RoundNotOpen(field="round", round=round_.id)
        return
    yield from not_before(entry, opened)
    if opened.mode is not RoundMode.FOCUSED:
        yield RoundNotFocused(field="round", round=round_.id)
    for named in entry.entries:
        enrolment = streams.member(named.member).enrolment_on(entry.occurred_on)
        ours = enrolment and same_on(
            enrolment.committee, opened.committee, entry.occurred_on, streams
        )
        if not ours:
            yield NotOurMember(field="entries", member=named.member)


@decides(RoundClosed)
def close_round(round_: Round, entry: RoundClosed, streams: Streams) -> Objections:
    """Only an open round is closed, not before it was opened."""
    if round_.opened is None:
        yield RoundNotOpen(field="round", round=round_.id)
    elif entry.on < round_.opened.occurred_on:
        yield DatesOutOfOrder(field="on", day=entry.on, opened_on=round_.opened.occurred_on)


def rounds_of(committee: UUID, year: int, streams: Streams) -> list[Round]:
    """Give the rounds of a year of a committee and of whoever ever stands in its place."""
    return [streams.round(round_id(f.body, year)) for f in Tree(streams).forms_of(committee)]


def opened_by(day: date, committee: UUID, year: int, streams: Streams) -> list[Round]:
    """Give the rounds of a year that are open by a day, of a committee or of its successors."""
    rounds = [round_.as_of(day) for round_ in rounds_of(committee, year, streams)]
    return sorted((round_ for round_ in rounds if round_.opened), key=_opening)


def _opening(round_: Round) -> tuple[date, int]:
    opened = round_.opened
    return (opened.effect_date, opened.position) if opened else (date.max, 0)


def round_of(committee: UUID, year: int, day: date, streams: Streams) -> Round:
    """Give the round of a year by which a committee goes on a day, whether or not it is opened.

    A successor goes by the round that it came by until it opens its own.
    """
    opened = opened_by(day, committee, year, streams)
    last = opened[-1].id if opened else round_id(in_place_of(committee, day, streams), year)
    return streams.round(last)


class Round(Stream):
    """A yearly round as its stream has it."""

    @property
    def opened(self) -> RoundOpened | None:
        """The entry that opened it."""
        return self.last(RoundOpened)

    def rivals(self, candidate: EventT) -> Sequence[EventT]:
        """An opening of another day is no copy of the one that was, but a second round."""
        same = super().rivals(candidate)
        if isinstance(candidate, RoundOpened):
            return [entry for entry in same if entry.occurred_on == candidate.occurred_on]
        return same

    def closed_by(self, day: date) -> bool:
        """Tell whether the round is closed on that day."""
        return self.last(RoundClosed, on=day) is not None

    def named_on(self, day: date) -> frozenset[UUID] | None:
        """Name of whom opinions are asked by the list of that day; ``None`` where all are asked."""
        if self.opened is None or self.opened.mode is RoundMode.ALL:
            return None
        named = self.last(FocusListNamed, on=day)
        return frozenset(entry.member for entry in named.entries) if named else frozenset()
