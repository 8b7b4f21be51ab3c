"""The members of the story: who they are, where they live, when they are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

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
class Member:
    """A member; ``part`` says which part he has in the story, so that nobody has two."""

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
    departure: Departure | None = None

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

    def called(self, day: date) -> tuple[int, ResidenceCell] | None:
        """Name residence and cell in which a meeting of that day calls the member."""
        if day >= self.departed_on or covers(self.exempt + self.suspended, day):
            return None
        for number, residence in self.residences.items():
            if cell := residence.cell_on(day):
                return number, cell
        return None
