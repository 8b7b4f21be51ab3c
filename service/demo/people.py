"""The members of the story: who they are, where they live, when they are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from domain.intervals import FOREVER, Interval, covers
from domain.member import Departure, How
from service.demo.bodies import ResidenceCell, Ward, Workplace, WorkplaceCell
from service.demo.paper import LinkOf, MemberOf

SELDOM = "seldom"
"""The part of those who stay away from every meeting."""


@dataclass(eq=False)
class Household:
    """A dwelling with several members in it; ``by_proxy`` where only the first ever comes."""

    dwelling: str
    by_proxy: bool = False


@dataclass(frozen=True, kw_only=True)
class Home:
    """Where a member says he lives, from the day on which he says so."""

    residence_no: int
    cell: ResidenceCell
    dwelling: str
    declared_on: date
    moved_on: date | None = None

    @property
    def ward(self) -> Ward:
        """Whose committee receives there."""
        return self.cell.ward


@dataclass(kw_only=True)
class Residence:
    """A stay under one ward as its link has it: the days on which it is open, the cells in it."""

    ward: Ward
    days: Interval
    placed: list[tuple[date, ResidenceCell]] = field(default_factory=list)

    def cell_on(self, day: date) -> ResidenceCell | None:
        """Name the cell to which the member is forwarded on that day."""
        cells = [cell for since, cell in self.placed if since <= day]
        return cells[-1] if cells and day in self.days else None


@dataclass(frozen=True, slots=True)
class ListedLetter:
    """What the old list says of a letter: its number and date, the day of the slip."""

    number: str
    dated: date
    slip_on: date


@dataclass(kw_only=True, eq=False)
class Exemption:
    """An exemption from attending; its end is acknowledged on ``told_on``, if it is."""

    member: Member
    ground: str
    first: date
    last: date | None
    ended_on: date | None
    told_on: date | None


@dataclass(frozen=True, kw_only=True)
class OverdueTransfer:
    """A transfer that the membership does not follow; perhaps the decision falls in the end."""

    member: Member
    to: str
    effective_on: date
    revoked_on: date | None


@dataclass(kw_only=True, eq=False)
class Leaving:
    """How somebody leaves: why, where to, and when the residence is told and the link closed."""

    reason: Departure
    decided_on: date | None
    to: str
    notified_on: date | None
    closed_on: date | None


@dataclass(kw_only=True, eq=False)
class Member:
    """A member; ``part`` says which part he has in the story, so that nobody has two.

    ``listed_cell`` is the cell of which the list has him, where he is soon in another one;
    ``person`` the id of one who has no name.
    """

    name: str
    full_name: str
    sex: str
    born_on: date
    admitted_on: date
    official_on: date | None
    how: How
    enrolled_on: date
    cell: WorkplaceCell
    homes: list[Home]
    letter: ListedLetter | None = None
    household: Household | None = None
    part: str | None = None
    in_focus: bool = False
    residences: dict[int, Residence] = field(default_factory=dict)
    exempt: list[Interval] = field(default_factory=list)
    suspended: list[Interval] = field(default_factory=list)
    departed_on: date = FOREVER
    leaving: Leaving | None = None
    listed_cell: WorkplaceCell | None = None
    person: UUID | None = None

    @property
    def reference(self) -> MemberOf:
        """How a paper names the member."""
        return MemberOf(self.name)

    @property
    def listed(self) -> bool:
        """Tell whether the list that begins the year has the member."""
        return self.how is How.INITIAL

    @property
    def committee(self) -> Workplace:
        """Whose member this is."""
        return self.cell.committee

    @property
    def by_proxy(self) -> bool:
        """Tell whether one of the household comes for all of it."""
        return self.household is not None and self.household.by_proxy

    def link(self, residence_no: int) -> LinkOf:
        """How a paper names the member's link at one residence."""
        return LinkOf(self.name, residence_no)

    def contact_ends_on(self, residence_no: int) -> date:
        """Name the first day without a link, or without the member."""
        return min(self.residences[residence_no].days.end, self.departed_on)

    def contact_cell(self, residence_no: int, day: date) -> ResidenceCell:
        """Name the residential cell that a link is in on a day."""
        placed = self.residences[residence_no].placed
        return next(cell for since, cell in reversed(placed) if since <= day)

    def calls(self, day: date) -> Iterator[tuple[int, ResidenceCell]]:
        """Name residence and cell in which a meeting of that day calls the member.

        There are two where a link was left open that should have been closed.
        """
        if day < self.departed_on and not covers(self.exempt + self.suspended, day):
            for number, residence in self.residences.items():
                if cell := residence.cell_on(day):
                    yield number, cell

    def is_called_in(self, cell: ResidenceCell, day: date) -> bool:
        """Tell whether a meeting of a cell on that day calls the member."""
        return any(calling is cell for _, calling in self.calls(day))
