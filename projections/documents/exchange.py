"""What passed in a year between a workplace and a residence committee, and what they still owe.

Either side may ask: nothing stands here that one of them keeps to itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from domain.acts import Side
from domain.evaluation import Purpose
from projections.classification import years_in
from projections.documents.numbers import Counted, Line, Number, Place, Section, numbers
from projections.documents.year_report import Counting, came_to, said_in
from projections.exchanges.exchanged import INNER, RECEIPTS, Exchanged
from projections.exchanges.table import exchanged_between
from projections.gatherings import gatherings
from projections.introduced import Introduced, Stage, introduced
from projections.obligations import obligations
from projections.opinion import opinions_of
from projections.organizations import bodies_below
from projections.viewpoint import Viewpoint
from projections.views import Views

_SENT = {Side.WORKPLACE: Section.SENT_BY_WORKPLACE, Side.RESIDENCE: Section.SENT_BY_RESIDENCE}
_OWED = {"W": Section.OWED_BY_WORKPLACE, "R": Section.OWED_BY_RESIDENCE}


@dataclass(frozen=True)
class Exchange:
    """Two committees in a year, each with those whose place it has taken; ``side`` asks."""

    views: Views
    workplaces: Sequence[UUID]
    residences: Sequence[UUID]
    side: Side
    year: int
    viewpoint: Viewpoint

    def numbers(self) -> list[Number]:
        """Give every number with its rows."""
        return numbers(self._lines())

    def _lines(self) -> Counting:
        yield from self._members()
        yield from self._passed()
        yield from self._attendance()
        yield from self._opinions()
        yield from self._owed()

    @cached_property
    def _links(self) -> list[Introduced]:
        found = introduced(self.views, self.residences, self.viewpoint, stages=list(Stage))
        return [one for one in found if one.workplace in self.workplaces]

    def _members(self) -> Counting:
        for one in self._links:
            place = Place(Section.INTRODUCTIONS, Counted.MEMBERS, one.stage)
            yield place, Line(f"link/{one.link}", None, one.member, one.cell or one.body)

    def _passed(self) -> Counting:
        sides = self.workplaces, self.residences
        for one in exchanged_between(self.views, *sides, self.year, self.viewpoint):
            if one.topic not in INNER:
                place = Place(_section_of(one), one.topic, one.detail)
                yield place, Line(one.event, one.done_on, one.member)

    def _attendance(self) -> Counting:
        cells = bodies_below(self.views, self.residences, self.viewpoint)
        met = gatherings(self.views, [*self.residences, *cells], self.viewpoint)
        held = {one.meeting: one for one in met if one.year == self.year}
        for inputs in years_in(self.views, self.workplaces, self.year, self.viewpoint):
            yield from came_to(inputs, held)

    def _opinions(self) -> Counting:
        links = {one.link for one in self._links}
        members = sorted({one.member for one in self._links})
        for opinion in opinions_of(self.views, members, self.viewpoint):
            yearly = opinion.purpose is Purpose.ANNUAL and opinion.year == self.year
            if yearly and opinion.link in links:
                yield from said_in(opinion)

    def _owed(self) -> Counting:
        ours, theirs = self.workplaces, self.residences
        if self.side is Side.RESIDENCE:
            ours, theirs = theirs, ours
        for row in obligations(self.views, ours, self.viewpoint):
            if not set(theirs).isdisjoint(row.viewers):
                place = Place(_OWED[row.office[0]], Counted.OBLIGATIONS, row.code)
                yield place, Line(row.key, row.due_on, row.member, row.owner)


def _section_of(one: Exchanged) -> Section:
    if one.topic in RECEIPTS:
        return Section.RECEIVED
    return _SENT[one.side] if one.side else Section.COORDINATION
