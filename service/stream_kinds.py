"""Of which kind a stream is, so that an id never leads to a stream of another kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.classification import Classification
from domain.collective_meeting import CollectiveMeeting
from domain.coordination import Coordination
from domain.entries import Event, Stream
from domain.evaluation import Evaluation
from domain.introduction.link import Link
from domain.meeting import Meeting
from domain.member import Member
from domain.organization import Organization
from domain.owed import Owed
from domain.reconciliation import Reconciliation
from domain.report import LetterAskAnswered, LetterAsked, Report
from domain.review import Review
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
    "coordination": Coordination,
    "report": Report,
    "review": Review,
    "reference": Review,
    "periodic_review": Review,
    "inspection": Review,
    "regulation": Review,
    "classification": Classification,
    "roster": Reconciliation,
    "difference": Reconciliation,
    "obligation": Owed,
}
_BY_TOPIC: Mapping[str, type[Stream]] = {
    LetterAsked.TOPIC: Report,
    LetterAskAnswered.TOPIC: Report,
}


def kind_of(entries: Sequence[Event]) -> type[Stream] | None:
    """Name the kind of a stream by the topic of its first entry; ``None`` if there is none."""
    if not entries:
        return None
    topic = entries[0].TOPIC
    return _BY_TOPIC.get(topic) or _BY_FIRST_WORD[topic.partition(".")[0]]
