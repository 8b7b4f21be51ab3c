"""Whether whoever follows a member is in office: in his cell, or in the committee above it.

Of both the successors too, from the day on which they stand in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, Interval, covers, through
from domain.introduction.events import MonitorAssigned
from domain.organization import CommitteeElected, Form, OfficerAppointed, Organization, Tree


class Ended(NamedTuple):
    """The first day without any office, and the entry that ended the last one."""

    entry: Event
    day: date


class Term(NamedTuple):
    """Days in an office, and the entry that ends it; while none is known, that it rests on."""

    days: Interval
    ending: Event


@dataclass(frozen=True)
class Offices:
    """Where a monitor may hold office; the tree knows what stands in the place of these bodies."""

    tree: Tree
    bodies: Sequence[UUID]

    def serves(self, monitor: UUID, day: date) -> bool:
        """Tell whether a monitor is in office; one without any recorded office counts as such."""
        hosts = [self.tree.organization(self.tree.in_place_of(b, day)) for b in self.bodies]
        standing = (body for body in hosts if day < self.tree.ended_on(body.id))
        if any(monitor in body.committee_on(day) for body in standing):
            return True
        known = [self.tree.organization(body) for body in self.bodies]
        return not any(True for body in (*hosts, *known) for _ in _recorded(body, monitor))

    def next_end(self, following: Sequence[MonitorAssigned]) -> Ended | None:
        """Find the day on which whoever follows has no office left, and the entry that says so."""
        for index, assigned in enumerate(following):
            replaced = [later.occurred_on for later in following[index + 1 :]]
            ended = self._first_end(assigned)
            if ended and ended.day < min(replaced, default=FOREVER):
                return ended
        return None

    def _first_end(self, assigned: MonitorAssigned) -> Ended | None:
        """Find the end after which he is out of office, though he may be appointed again later."""
        terms = list(self._terms(assigned.monitor))
        days = [term.days for term in terms]
        over = [term for term in terms if assigned.occurred_on < term.days.end < FOREVER]
        out = [Ended(t.ending, t.days.end) for t in over if not covers(days, t.days.end)]
        return min(out, key=lambda end: end.day, default=None)

    def _terms(self, monitor: UUID) -> Iterator[Term]:
        """Give his terms, in each body as long as it stands in the place of the first."""
        for form in (form for body in self.bodies for form in self.tree.forms_of(body)):
            organization = self.tree.organization(form.body)
            last, ending = self._last_day(form, organization)
            for term in (*_appointed(organization, monitor), *_elected(organization, monitor)):
                start = max(term.days.start, form.days.start)
                if start < last < term.days.end:
                    yield Term(Interval(start, last), ending or term.ending)
                elif start < term.days.end <= last:
                    yield Term(Interval(start, term.days.end), term.ending)

    def _last_day(self, form: Form, organization: Organization) -> tuple[date, Event | None]:
        """Name the first day without a body, and the entry that ended it."""
        last = self.tree.ended_on(form.body)
        succession = self.tree.succession_of(form.body)
        endings = (organization.dissolved, succession.entry if succession else None)
        return last, next((entry for entry in endings if entry and entry.on == last), None)


def _recorded(body: Organization, person: UUID) -> Iterator[Event]:
    """Give whatever speaks of an office of a person."""
    for entry in body.of(OfficerAppointed, CommitteeElected):
        if isinstance(entry, CommitteeElected):
            if person in entry.members:
                yield entry
        elif entry.officer == person:
            yield entry


def _appointed(body: Organization, person: UUID) -> Iterator[Term]:
    for held in body.of(OfficerAppointed):
        if held.officer == person:
            yield Term(body.term_of(held), body.ending(held) or held)


def _elected(body: Organization, person: UUID) -> Iterator[Term]:
    """A committee sits until its last day, or until the next one is elected."""
    elected = body.of(CommitteeElected)
    for index, entry in enumerate(elected):
        if person in entry.members:
            following = elected[index + 1] if index + 1 < len(elected) else None
            days = through(entry.from_, entry.until)
            if following and following.from_ < days.end:
                yield Term(Interval(days.start, following.from_), following)
            else:
                yield Term(days, entry)
