"""Of which kind a stream is, so that an id never leads to a stream of another kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.collective_meeting import CollectiveMeeting
from domain.entries import Event, Stream
from domain.evaluation import Evaluation
from domain.introduction.link import Link
from domain.meeting import Meeting
from domain.member import Member
from domain.organization import Organization
from domain.round import Round

_BY_FIRST_WORD: Mapping[str, type[Stream]] = {
    "organization": Organization,
    "member": Member,
    "letter": Link,
    "slip": Link,
    "link": Link,
    "absence": Link,
    "paper": Stream,
    "meeting": Meeting,
    "collective_meeting": CollectiveMeeting,
    "round": Round,
    "focus_list": Round,
    "evaluation": Evaluation,
}


def kind_of(entries: Sequence[Event]) -> type[Stream] | None:
    """Name the kind of a stream by the topic of its first entry; ``None`` if there is none."""
    return _BY_FIRST_WORD[entries[0].TOPIC.partition(".")[0]] if entries else None
