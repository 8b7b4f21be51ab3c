"""How a decision is taken: everything that speaks against a candidate entry is asked, in order.

A decision is a generator of refusals. A rule of *identity and order* refuses everybody. A rule of
*form* refuses one's own act; on a transcribed paper it is a recorded defect, because the paper
exists. Nothing is assigned: what nobody refuses is appended to its stream.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import Field, fields
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from uuid import UUID

from domain.acts import Act
from domain.entries import Event, EventT, Stream, with_defects
from domain.private import Private
from domain.refusals import BeforeItsGround, FutureDate, OtherFactsOnRecord, Refusal

if TYPE_CHECKING:
    from domain.classification import Classification
    from domain.collective_meeting import CollectiveMeeting
    from domain.coordination import Coordination
    from domain.evaluation import Evaluation
    from domain.introduction.link import Link
    from domain.meeting import Meeting
    from domain.member import Member
    from domain.organization import Organization
    from domain.owed import Owed
    from domain.reconciliation import Reconciliation
    from domain.report import Report
    from domain.review import Review
    from domain.round import Round
    from domain.rulebook import Rulebook

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

Objections = Iterator[Refusal]
# Of the streams a decision may ask for more than all of them offer: what is owed under a key.
Decision = Callable[[Any, Any, Any], Objections]
DecisionT = TypeVar("DecisionT", bound=Decision)
DECISIONS: dict[type[Event], Decision] = {}
GUARDS: dict[type[Stream], Decision] = {}
_ENVELOPE = frozenset(field.name for field in fields(Event))


class Streams(Protocol):
    """The streams that a decision may read; the versions read are checked when it is saved.

    A stream that does not exist is given empty, at version 0.
    """

    @property
    def rulebook(self) -> Rulebook:
        """The rule sets, by day and by name."""

    def stream(self, stream: UUID) -> Stream:
        """Any one, as what it is."""

    def organization(self, organization: UUID) -> Organization:
        """One body."""

    def member(self, member: UUID) -> Member:
        """One person."""

    def link(self, link: UUID) -> Link:
        """One member with one receiving committee."""

    def meeting(self, meeting: UUID) -> Meeting:
        """One meeting of a residence cell."""

    def collective_meeting(self, meeting: UUID) -> CollectiveMeeting:
        """One meeting that agreed comments on members."""

    def evaluation(self, evaluation: UUID) -> Evaluation:
        """One evaluation of one member."""

    def round(self, round_id: UUID) -> Round:
        """One yearly round of a workplace committee."""

    def coordination(self, coordination_id: UUID) -> Coordination:
        """What two committees agreed on."""

    def report(self, report_id: UUID) -> Report:
        """A report, or a request for a letter."""

    def review(self, review_id: UUID) -> Review:
        """The reviews of a body in a year."""

    def classification(self, classification_id: UUID) -> Classification:
        """The classification of a member in a year."""

    def reconciliation(self, reconciliation_id: UUID) -> Reconciliation:
        """The lists that two committees stated of a day."""

    def owed(self, owed_id: UUID) -> Owed:
        """What was said about one obligation."""


def vietnam_day(instant: datetime) -> date:
    """Give the day that it is in Vietnam at an instant."""
    return instant.astimezone(VIETNAM).date()


def decides(event_class: type[Event]) -> Callable[[DecisionT], DecisionT]:
    """Name the decision that an event of this class has to pass."""

    def register(decision: DecisionT) -> DecisionT:
        DECISIONS[event_class] = decision
        return decision

    return register


def guards(stream_class: type[Stream]) -> Callable[[DecisionT], DecisionT]:
    """Name what streams of this class do not take in, whatever day the paper bears."""

    def register(guard: DecisionT) -> DecisionT:
        GUARDS[stream_class] = guard
        return guard

    return register


def against(stream: Stream, candidate: Event, streams: Streams) -> Objections:
    """List what speaks against taking an entry in now."""
    yield from objections(stream, candidate, streams)
    if guard := GUARDS.get(type(stream)):
        yield from guard(stream, candidate, streams)


def objections(stream: Stream, candidate: Event, streams: Streams) -> Objections:
    """List what speaks against an entry, as the stream stands; forms included."""
    today = vietnam_day(candidate.timestamp)
    dates = {"occurred_on": candidate.occurred_on, "transcribed.arrived_on": candidate.arrived_on}
    for field, day in dates.items():
        if day > today:
            yield FutureDate(field=field, day=day, today=today)
    if (arrived := candidate.arrived_on) < candidate.occurred_on:
        yield BeforeItsGround(
            field="transcribed.arrived_on", day=arrived, ground=candidate.occurred_on
        )
    if decision := DECISIONS.get(type(candidate)):
        yield from decision(stream, candidate, streams)


def not_before(entry: Event, ground: Event) -> Objections:
    """No act is dated before the one that it rests on."""
    if entry.occurred_on < ground.occurred_on:
        yield BeforeItsGround(field="occurred_on", day=entry.occurred_on, ground=ground.occurred_on)


def refused(stream: Stream, candidate: Event, streams: Streams) -> Refusal | None:
    """Find the first objection that the candidate does not survive."""
    return next((o for o in objections(stream, candidate, streams) if _forbids(o, candidate)), None)


def record(
    stream: Stream, event_class: type[EventT], act: Act, streams: Streams, /, **facts: Any
) -> EventT:
    """Decide on an entry and append it, with its defects of form where the paper is transcribed.

    The same paper with the same facts is not written twice: the first entry is given back. Raises
    ``OtherFactsOnRecord`` where the facts differ, else the first refusal that holds.
    """
    rule_set = streams.rulebook.in_force(act.occurred_on).id
    candidate = stream.propose(event_class, act, rule_set, **facts)
    if earlier := same_paper(stream, candidate):
        return earlier
    defects: list[str | None] = []
    for objection in against(stream, candidate, streams):
        if _forbids(objection, candidate):
            raise objection
        defects.append(objection.defect)
    candidate = with_defects(candidate, defects)
    stream.append(candidate)
    return candidate


def same_paper(stream: Stream, candidate: EventT) -> EventT | None:
    """Find the entry of the same natural key; raise ``OtherFactsOnRecord`` if it says otherwise."""
    earlier = twin(stream, candidate)
    if earlier and not _same_facts(earlier, candidate):
        raise OtherFactsOnRecord(entry=earlier.id, field=_differing(earlier, candidate))
    return earlier


def twin(stream: Stream, candidate: EventT) -> EventT | None:
    """Find the entry of the same natural key, whatever it says."""
    if candidate.NATURAL_KEY is None:
        return None
    key = _natural_key(candidate)
    return next((e for e in stream.rivals(candidate) if _natural_key(e) == key), None)


def _forbids(objection: Refusal, candidate: Event) -> bool:
    return not (objection.of_form and candidate.transcribed)


def _natural_key(entry: Event) -> tuple[Any, ...]:
    return tuple(getattr(entry, name) for name in entry.NATURAL_KEY or ())


def _facts(entry: Event) -> dict[str, Any]:
    own = [f for f in fields(entry) if f.name not in _ENVELOPE and not _found_when_deciding(f)]
    return {f.name: getattr(entry, f.name) for f in own} | {"occurred_on": entry.occurred_on}


def _found_when_deciding(fact: Field[Any]) -> bool:
    return fact.name == "defects" and fact.default == ()


def _same_facts(entry: Event, candidate: Event) -> bool:
    """Compare two papers: private values cannot be read, so that their command's digest speaks."""
    if entry.digest == candidate.digest:
        return True
    return not _differing(entry, candidate)


def _differing(entry: Event, candidate: Event) -> str | None:
    ours, theirs = _facts(entry), _facts(candidate)
    differing = (n for n in ours if ours[n] != theirs[n] or isinstance(ours[n], Private))
    return next(differing, None)
