"""The prefix of a log as a naive reader has it: everything replayed, nothing kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from domain.collective_meeting import CollectiveMeeting
from domain.entries import Event, Stream
from domain.evaluation import Evaluation
from domain.introduction.link import Link
from domain.meeting import Meeting
from domain.member import Member
from domain.organization import Organization
from domain.round import Round
from domain.rulebook import Rulebook, load_rulebook
from projections.routes import index_entries, periods, standing, subjects
from projections.subjects import Subject, index_key

StreamT = TypeVar("StreamT", bound=Stream)


@dataclass
class Prefix:
    """``Histories`` of a prefix, with an index of what its entries now say and nothing more."""

    horizon: date
    streams: dict[UUID, list[Event]]
    index: dict[str, list[UUID]]
    subjects: list[Subject]
    rulebook: Rulebook

    def stream(self, stream: UUID, kind: type[StreamT]) -> StreamT:
        return kind.replay(stream, self.streams.get(stream, ()))

    def organization(self, organization: UUID) -> Organization:
        return self.stream(organization, Organization)

    def member(self, member: UUID) -> Member:
        return self.stream(member, Member)

    def link(self, link: UUID) -> Link:
        return self.stream(link, Link)

    def meeting(self, meeting: UUID) -> Meeting:
        return self.stream(meeting, Meeting)

    def collective_meeting(self, meeting: UUID) -> CollectiveMeeting:
        return self.stream(meeting, CollectiveMeeting)

    def evaluation(self, evaluation: UUID) -> Evaluation:
        return self.stream(evaluation, Evaluation)

    def round(self, round_id: UUID) -> Round:
        return self.stream(round_id, Round)

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
