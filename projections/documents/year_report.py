"""What a committee reports of a year, midway or at its end.

What is asked of one day (who is on the roster, what is late) is asked of the last day reported on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from domain.evaluation import Proposal, ProposalResolved, Purpose
from domain.meeting import Attendance
from domain.review import PeriodicReviewHeld, ReferenceKind, ReferenceRecorded, ReviewHeld
from projections.classification import YearInputs, years_in
from projections.classified import decided_in_committees
from projections.documents.numbers import Counted, Line, Number, Place, Section, numbers
from projections.exchanges.table import exchanged_by
from projections.gatherings import Gathering, gatherings_named
from projections.obligations import gaps
from projections.opinion import Opinion, opinions_of
from projections.references import references_to
from projections.reviewed import done_in
from projections.roster import roster
from projections.viewpoint import Viewpoint
from projections.views import Views

Counting = Iterator[tuple[Place, Line]]
_SECTIONS = {
    "letter": Section.INTRODUCTIONS,
    "link": Section.INTRODUCTIONS,
    "slip": Section.SLIPS,
    "absence": Section.ATTENDANCE,
    "evaluation": Section.OPINIONS,
    "report": Section.COMMENDED_AND_HANDLED,
}
_HANDLED = (ReferenceKind.COMMENDATION, ReferenceKind.DISCIPLINE)


@dataclass(frozen=True)
class YearReport:
    """A committee in a year, from the viewpoint of the last day that is reported on."""

    views: Views
    committees: Sequence[UUID]
    year: int
    viewpoint: Viewpoint

    def numbers(self) -> list[Number]:
        """Give every number with its rows."""
        return numbers(self._lines())

    def _lines(self) -> Counting:
        yield from self._members()
        yield from self._passed()
        yield from self._meetings()
        yield from self._opinions()
        yield from self._gaps()
        yield from self._quoted()
        yield from self._own_work()

    def _members(self) -> Counting:
        for row in roster(self.views, self.committees, self.viewpoint):
            place = Place(Section.INTRODUCTIONS, Counted.MEMBERS, row.state)
            yield place, Line(f"member/{row.member}", None, row.member, row.body)

    def _passed(self) -> Counting:
        for one in exchanged_by(self.views, self.committees, self.year, self.viewpoint):
            section = _SECTIONS.get(one.topic.partition(".")[0], Section.COORDINATION)
            if one.topic == ProposalResolved.TOPIC:
                section = Section.COMMENDED_AND_HANDLED
            place = Place(section, one.topic, one.detail)
            yield place, Line(one.event, one.done_on, one.member, one.residence)

    @cached_property
    def _years(self) -> list[YearInputs]:
        return years_in(self.views, self.committees, self.year, self.viewpoint)

    def _meetings(self) -> Counting:
        met = sorted({UUID(meeting) for one in self._years for meeting in one.came})
        held = {one.meeting: one for one in gatherings_named(self.views, met, self.viewpoint)}
        for meeting in held.values():
            place = Place(Section.MEETINGS, Counted.MEETINGS_HELD, meeting.kind)
            yield place, Line(f"meeting/{meeting.meeting}", meeting.held_on, None, meeting.cell)
        for inputs in self._years:
            yield from came_to(inputs, held)

    def _opinions(self) -> Counting:
        years = {one.member: one for one in self._years}
        for opinion in opinions_of(self.views, list(years), self.viewpoint):
            own = opinion.enrolment in (None, *years[opinion.member].enrolments)
            if own and opinion.purpose is Purpose.ANNUAL and opinion.year == self.year:
                yield from said_in(opinion)

    def _gaps(self) -> Counting:
        for row in gaps(self.views, self.committees, self.viewpoint):
            place = Place(Section.GAPS, Counted.OBLIGATIONS, row.code)
            yield place, Line(row.key, row.due_on, row.member, row.owner)

    def _quoted(self) -> Counting:
        members = [one.member for one in self._years]
        for one in references_to(self.views, members, self.year, self.viewpoint):
            if one.kind in _HANDLED and one.committee in self.committees:
                place = Place(Section.COMMENDED_AND_HANDLED, ReferenceRecorded.TOPIC, one.kind)
                yield place, Line(one.event, one.dated, one.member, one.body)

    def _own_work(self) -> Counting:
        for one in done_in(self.views, self.committees, self.year, self.viewpoint):
            kind = one.kind
            if one.topic == ReviewHeld.TOPIC:
                kind = "WITH_ITEM" if one.regulation_item else "WITHOUT_ITEM"
            line = Line(one.event, one.done_on, None, one.body)
            yield Place(Section.OWN_WORK, one.topic, kind), line
            if one.topic == PeriodicReviewHeld.TOPIC:
                for name, count in (
                    (Counted.STATED_COMMENDED, one.commended or 0),
                    (Counted.STATED_HANDLED, one.handled or 0),
                ):
                    place = Place(Section.COMMENDED_AND_HANDLED, name, kind)
                    yield place, Line(one.event, one.done_on, None, one.body, count)
        for decided in decided_in_committees(
            self.views, self.committees, self.year, self.viewpoint
        ):
            place = Place(Section.OWN_WORK, "classification.decided", decided.level)
            yield place, Line(decided.event, decided.decided_on, decided.member, decided.cell)


def came_to(inputs: YearInputs, held: dict[UUID, Gathering]) -> Counting:
    """Count the meetings of some to which a member was called, by whether he came."""
    for name, status in inputs.came.items():
        if meeting := held.get(UUID(name)):
            place = Place(Section.ATTENDANCE, Counted.ATTENDANCE, Attendance(status))
            yield place, Line(f"meeting/{name}", meeting.held_on, inputs.member, meeting.cell)


def said_in(opinion: Opinion) -> Counting:
    """Count what a slip says, once it was received: each level by its criterion, the proposal."""
    line = Line(f"evaluation/{opinion.evaluation}", opinion.received_on, opinion.member)
    for criterion, level in opinion.levels.items():
        detail = f"{opinion.form}/{criterion}/{level}"
        yield Place(Section.OPINIONS, Counted.LEVELS, detail), line
    if opinion.proposal not in (None, Proposal.NONE):
        place = Place(Section.COMMENDED_AND_HANDLED, Counted.PROPOSALS, opinion.proposal)
        yield place, line
