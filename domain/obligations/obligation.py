"""What an obligation is, on the days on which it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from domain.decisions import Streams
from domain.rulebook.obligation_rule import Weight


@dataclass(frozen=True, slots=True)
class Listed:
    """The links on the list inside an obligation that one workplace cell sees."""

    workplace: UUID | None
    cell: UUID | None
    links: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Obligation:
    """Who owes what about whom, by when, under which rule: on an unbroken run of days.

    It waits on the days from ``from_day`` on, before ``late_from``; it is late, a gap, from then
    on, before ``to_day``. A stopped clock is a gap between two runs of one ``key``; ``date.max``
    is *no end known*. ``due_on`` is ``None`` while no due date is known. ``key`` is code, subject
    and ground; ``owner`` the body and ``office`` the office code of the catalogue (Wo, Ws, Wc,
    Ro, Rc). ``viewers`` are the bodies that see it: of the workplace's and the residence's side.
    ``opened_by`` and ``settled_by`` are event ids, or a period; of a finding, the day on which it
    begins. What is about several at once has a list of them. ``curable_until`` is the last day on
    which an incurable one could still be settled, where that is not ``due_on``.
    """

    code: str
    weight: Weight
    key: str
    step: str | None
    owner: UUID
    office: str
    about: str
    member: UUID | None
    link: UUID | None
    cell: UUID | None
    workplace: UUID | None
    viewers: tuple[UUID, ...]
    rule_set: str
    from_day: date
    late_from: date
    to_day: date
    due_on: date | None
    opened_by: str
    settled_by: str | None
    listed: tuple[Listed, ...] = ()
    curable_until: date | None = None


class Histories(Streams, Protocol):
    """The streams as far as they are known, and which of them belong together.

    What an index names may be more than is right (a meeting whose date was corrected stands under
    both years): whoever asks looks at the stream.
    """

    @property
    def horizon(self) -> date:
        """The last day for which calendar duties are written ahead."""

    def links_in(self, cell: UUID) -> tuple[UUID, ...]:
        """Name the links that were ever forwarded to, or carried over in, a residence cell."""

    def links_of_household(self, household: str) -> tuple[UUID, ...]:
        """Name the links whose member declared a dwelling with this household token."""

    def meetings_of(self, cell: UUID, year: int) -> tuple[UUID, ...]:
        """Name the meetings that a cell called for, or held in, a year."""

    def collective_meetings_of(self, cell: UUID, year: int) -> tuple[UUID, ...]:
        """Name the meetings in which a cell agreed comments in a year."""

    def evaluations_of(self, link: UUID) -> tuple[UUID, ...]:
        """Name the evaluations about a link."""

    def members_of(self, committee: UUID) -> tuple[UUID, ...]:
        """Name the members who were ever enrolled in a workplace committee."""

    def members_in(self, cell: UUID) -> tuple[UUID, ...]:
        """Name the members who were ever in a workplace cell."""

    def predecessors_of(self, organization: UUID) -> tuple[UUID, ...]:
        """Name the bodies in whose place a body was ever said to stand, at once or in steps."""

    def bodies_under(self, organization: UUID) -> tuple[UUID, ...]:
        """Name the bodies that were ever registered directly under a body."""

    def links_between(self, workplace: UUID, residence: UUID) -> tuple[UUID, ...]:
        """Name the links for which one committee ever wrote to the other."""

    def reconciliations_of(self, workplace: UUID, residence: UUID) -> tuple[UUID, ...]:
        """Name the streams of lists that two committees stated for each other."""

    def said_about(self, subject: str) -> tuple[UUID, ...]:
        """Name the streams in which something was said about what is owed on a subject."""


def subject_of_key(key: str) -> str:
    """Name what an obligation is about by its key: code, subject, ground."""
    return key.split(":", 2)[1] if key.count(":") > 1 else key
