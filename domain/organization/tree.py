"""The tree of bodies on a day: which of them stand, under which body, in whose place.

A body that was succeeded names its successor itself; a cell that changes with the body above it
is named there. So every question may walk up from a body to all that ever stood above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, Protocol
from uuid import UUID

from domain.intervals import FOREVER, Interval
from domain.organization.events import (
    OrganizationPlaced,
    OrganizationRegistered,
    OrganizationSucceeded,
)
from domain.organization.organization import Organization


class Bodies(Protocol):
    """Wherever bodies can be looked up."""

    def organization(self, organization: UUID) -> Organization:
        """Load one body."""


class Related(Bodies, Protocol):
    """Wherever it is also known in whose place a body was ever said to stand."""

    def predecessors_of(self, organization: UUID) -> tuple[UUID, ...]:
        """Name the bodies in whose place a body was ever said to stand, at once or in steps."""


class Beside:
    """Bodies, one of them as a decision has it before it: without what came later."""

    def __init__(self, bodies: Bodies, own: Organization) -> None:
        """``own`` stands in the place of the stream of its id."""
        self._bodies = bodies
        self._own = own

    def organization(self, organization: UUID) -> Organization:
        """Load one body."""
        if organization == self._own.id:
            return self._own
        return self._bodies.organization(organization)


class Form(NamedTuple):
    """What stands in the place of a body on a run of days."""

    body: UUID
    days: Interval


class Succession(NamedTuple):
    """Who takes over from a body, by which entry."""

    to: UUID
    entry: OrganizationSucceeded


class Tree:
    """The bodies as they stand to one another; each question is about a day.

    Answers are remembered as long as the tree lives: after a change one takes a new one.
    """

    def __init__(self, bodies: Bodies) -> None:
        """Look bodies up where they can be looked up."""
        self._bodies = bodies
        self._successions: dict[UUID, Succession | None] = {}

    def organization(self, organization: UUID) -> Organization:
        """Load one body: a tree may stand wherever bodies are looked up."""
        return self._bodies.organization(organization)

    def exists_on(self, body: UUID, day: date) -> bool:
        """Tell whether a body stands on that day."""
        registered = self._bodies.organization(body).of(OrganizationRegistered)
        return any(e.effect_date <= day for e in registered) and day < self.ended_on(body)

    def ended_on(self, body: UUID) -> date:
        """Name the first day without a body, dissolved or succeeded; ``date.max`` if none is."""
        dissolved = self._bodies.organization(body).dissolved
        succession = self.succession_of(body)
        return min(
            dissolved.on if dissolved else FOREVER,
            succession.entry.on if succession else FOREVER,
        )

    def in_place_of(self, body: UUID, day: date) -> UUID:
        """Name what stands in the place of a body on that day: itself until it is succeeded."""
        return next(form.body for form in self.forms_of(body) if day in form.days or _last(form))

    def forms_of(self, body: UUID) -> Iterator[Form]:
        """Give what stands in the place of a body, one after the other."""
        start, seen = date.min, {body}
        while (succession := self.succession_of(body)) and succession.to not in seen:
            yield Form(body, Interval(start, succession.entry.on))
            start, body = max(start, succession.entry.on), succession.to
            seen.add(body)
        yield Form(body, Interval(start, FOREVER))

    def parent_on(self, body: UUID, day: date) -> UUID | None:
        """Name the body above one on that day."""
        placed = self._bodies.organization(body).placed_on(day)
        return self.in_place_of(placed.parent, day) if placed and placed.parent else None

    def lineage(self, body: UUID, day: date) -> Iterator[Organization]:
        """Give a body and those above it on that day, the highest last."""
        seen: set[UUID] = set()
        current: UUID | None = body
        while current and current not in seen:
            seen.add(current)
            yield self._bodies.organization(current)
            current = self.parent_on(current, day)

    def is_under(self, body: UUID, above: UUID, day: date) -> bool:
        """Tell whether one body stands, and does so below another on that day, at any depth."""
        above_it = (one.id for one in self.lineage(body, day) if one.id != body)
        return self.exists_on(body, day) and above in above_it

    def became_on(self, body: UUID, other: UUID) -> date:
        """Name the day from which a body is another one, or that stands in its place.

        ``date.min`` for the body itself, ``date.max`` where it never does.
        """
        stands = (form.days.start for form in self.forms_of(body) if form.body == other)
        return next(stands, FOREVER)

    def days_of_change(self, body: UUID) -> set[date]:
        """Name the days on which it may change in whose place a body stands, and under which."""
        days: set[date] = set()
        for one in self.ever_above(body):
            entries = self._bodies.organization(one).of(*_PLACES)
            days.update(entry.effect_date for entry in entries)
        return days

    def succession_of(self, body: UUID) -> Succession | None:
        """Find the first succession of a body: its own, or that of a body above which names it."""
        if body not in self._successions:
            own = self._bodies.organization(body).of(OrganizationSucceeded)
            found = [Succession(entry.to, entry) for entry in own]
            for one in self.ever_above(body) - {body}:
                for entry in self._bodies.organization(one).of(OrganizationSucceeded):
                    found += [Succession(c.to, entry) for c in entry.cells if c.from_ == body]
            self._successions[body] = min(found, key=_order, default=None)
        return self._successions[body]

    def ever_above(self, body: UUID) -> set[UUID]:
        """Name a body, those that ever stood above it, and whatever came in the place of these."""
        above: set[UUID] = set()
        renewed: dict[UUID, set[UUID]] = {}
        ahead = [body]
        while ahead:
            one = ahead.pop()
            if one in above:
                continue
            above.add(one)
            ahead += renewed.get(one, ())
            organization = self._bodies.organization(one)
            for placed in organization.of(OrganizationRegistered, OrganizationPlaced):
                ahead += [placed.parent] if placed.parent else []
            for entry in organization.of(OrganizationSucceeded):
                ahead.append(entry.to)
                for cell in entry.cells:
                    renewed.setdefault(cell.from_, set()).add(cell.to)
                    ahead += [cell.to] if cell.from_ in above else []
        return above


_PLACES = (OrganizationRegistered, OrganizationPlaced, OrganizationSucceeded)


def _order(succession: Succession) -> tuple[date, str]:
    return succession.entry.on, succession.entry.id


def _last(form: Form) -> bool:
    return form.days.end == FOREVER


def _tree_of(bodies: Bodies) -> Tree:
    return bodies if isinstance(bodies, Tree) else Tree(bodies)


def exists_on(body: UUID, day: date, bodies: Bodies) -> bool:
    """Tell whether a body stands on that day."""
    return _tree_of(bodies).exists_on(body, day)


def in_place_of(body: UUID, day: date, bodies: Bodies) -> UUID:
    """Name what stands in the place of a body on that day: itself until it is succeeded."""
    return _tree_of(bodies).in_place_of(body, day)


def same_on(one: UUID, other: UUID, day: date, bodies: Bodies) -> bool:
    """Tell whether two bodies are one on that day: the same, or one in the place of both."""
    tree = _tree_of(bodies)
    return one == other or tree.in_place_of(one, day) == tree.in_place_of(other, day)


def kin(body: UUID, related: Related) -> list[UUID]:
    """Name every body that ever was, or will be, one with a body: it may be more than on a day."""
    last = in_place_of(body, FOREVER, related)
    return sorted({body, last, *related.predecessors_of(last)})


def parent_on(body: UUID, day: date, bodies: Bodies) -> UUID | None:
    """Name the body above one on that day."""
    return _tree_of(bodies).parent_on(body, day)


def lineage(body: UUID, day: date, bodies: Bodies) -> Iterator[Organization]:
    """Give a body and those above it on that day, the highest last."""
    return _tree_of(bodies).lineage(body, day)


def is_under(body: UUID, above: UUID, day: date, bodies: Bodies) -> bool:
    """Tell whether one body stands, and does so below another on that day, at any depth."""
    return _tree_of(bodies).is_under(body, above, day)


def committee_of(body: UUID, day: date, bodies: Bodies) -> UUID:
    """Name the committee that a body is part of on that day: itself, where it is no part of one."""
    return next((one.id for one in lineage(body, day, bodies) if not one.is_part), body)


def standing_on(body: UUID, day: date, bodies: Bodies) -> Organization:
    """Give a body if it stands on that day, else an empty one: its offices end with it."""
    if _tree_of(bodies).exists_on(body, day):
        return bodies.organization(body)
    return Organization.replay(body)
