"""The yearly classification of a member: people decide the level, nothing computes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from uuid import UUID, uuid5

from domain.acts import NamedPaper
from domain.decisions import Objections, Streams, decides
from domain.entries import Event, EventT, Stream
from domain.local_figures import rules_of_body
from domain.member import Member, MemberEnrolled, still_here
from domain.names import LIENHE
from domain.organization import in_place_of, lineage
from domain.refusals import AlreadyDecided, LevelUnknown, NotOurMember, WrongCommittee
from domain.review import year_begun
from domain.rulebook import RuleSet

CELL_DECIDES = "CELL"


def classification_id(member: UUID, year: int) -> UUID:
    """Name the stream of the classification of a member in a year."""
    return uuid5(LIENHE, f"classification/{member}/{year}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class ClassificationDecided(Event):
    """People decided the level, one of those of the rule set. (Xếp loại chất lượng đảng viên)"""

    TOPIC = "classification.decided"
    NATURAL_KEY = ()

    member: UUID
    year: int
    level: str
    decided_by: UUID
    decision: NamedPaper | None


# Decide.


@decides(ClassificationDecided)
def decide(
    classification: Classification, entry: ClassificationDecided, streams: Streams
) -> Objections:
    """The body competent for the member on the day decides, once a year, on a known level."""
    day, member = entry.occurred_on, streams.member(entry.member)
    yield from year_begun(entry, entry.year)
    if not _ever_ours(member, entry.decided_by, day, streams):
        yield NotOurMember(field="member", member=member.id)
    yield from still_here(member, day)
    if enrolment := member.enrolment_on(day):
        committee = in_place_of(enrolment.committee, day, streams)
        rules = rules_of_body(streams.rulebook.in_force(day), committee, day, streams)
        decides_on = in_place_of(competent(member, enrolment, day, rules), day, streams)
        if entry.decided_by != decides_on:
            yield WrongCommittee(field="decided_by", organization=entry.decided_by, day=day)
        if entry.level not in rules.classification_levels:
            yield LevelUnknown(field="level", level=entry.level)
    if other := classification.decided:
        yield AlreadyDecided(field="member", member=member.id, entry=other.id)


def competent(member: Member, enrolment: MemberEnrolled, day: date, rules: RuleSet) -> UUID:
    """Name the body that decides on a member: his committee, or his cell where it is the cell's."""
    if rules.code("classification.decided_by") == CELL_DECIDES:
        return member.last_cell_of(enrolment, day)
    return enrolment.committee


def _ever_ours(member: Member, body: UUID, day: date, streams: Streams) -> bool:
    enrolled = (enrolment.committee for enrolment in member.of(MemberEnrolled))
    committees = {in_place_of(committee, day, streams) for committee in enrolled}
    return any(one.id in committees for one in lineage(body, day, streams))


class Classification(Stream):
    """The classification of a member in a year, as its stream has it."""

    @property
    def decided(self) -> ClassificationDecided | None:
        """The decision, once it is taken."""
        return self.last(ClassificationDecided)

    def rivals(self, candidate: EventT) -> Sequence[EventT]:
        """A decision of another day or body is another decision, and no other copy of this one."""
        paper = attrgetter("occurred_on", "decided_by")
        return [other for other in self.of(type(candidate)) if paper(other) == paper(candidate)]
