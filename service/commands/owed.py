"""Commands on what is owed: put off for a while, or explained and accepted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.obligations.obligation import Obligation
from domain.owed import GapExplained, ObligationSnoozed, Owed, owed_id
from domain.refusals import NotVisible
from service.commands.command import Command
from service.commands.entries import sides_as_entered
from service.officers import Entitled, Sides, entitled
from service.unit_of_work import UnitOfWork

_WITH_SECRETARY = {"Wo": "Wo Ws", "Ro": "Ro Rs"}


@dataclass(frozen=True)
class Matter:
    """Whose an obligation is: the body that owes it, and the office, where it still stands."""

    sides: Sides
    office: str | None

    def of_owner(self, anybody: Entitled) -> Entitled:
        """Name who may act for the owner: his office, and the secretary for the clerk."""
        if self.office is None:
            return anybody
        return entitled(_WITH_SECRETARY.get(self.office, self.office))


@dataclass(frozen=True, kw_only=True)
class OwedCommand(Command):
    """A command about one obligation, by its key as ``/api/obligations`` gives it."""

    obligation: str

    def owed(self, work: UnitOfWork) -> Owed:
        """Load what was said about it."""
        return work.owed(owed_id(self.obligation))

    def matter(self, work: UnitOfWork) -> Matter:
        """Find whose it is; raise ``NotVisible`` for a key that nothing ever stood under.

        The same paper again is answered again, though what it ended stands no longer.
        """
        standing = work.obligation(self.obligation, self.occurred_on)
        if standing:
            sides = sides_of_owner(standing)
            if self.transcribed:
                sides = _with_copyist(sides, standing, work)
            return Matter(sides, standing.office)
        said = self.owed(work).entries
        if not said:
            raise NotVisible(field="obligation", obligation=self.obligation)
        return Matter(sides_as_entered(said[0].actor), None)


@dataclass(frozen=True, kw_only=True)
class SnoozeObligation(OwedCommand):
    """Take work out of the work list until a day, the first on it again; a gap stays a gap."""

    NAME = "snooze-obligation"
    TITLE = "Tạm hoãn nhắc việc"
    ENTITLED = entitled("Wo Ws Wc Ro Rs Rc Ad")

    until: date
    reason: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record how long the owner puts it off, and why."""
        matter = self.matter(work)
        work.begin(self, matter.sides, matter.of_owner(self.ENTITLED))
        work.record(
            self.owed(work),
            ObligationSnoozed,
            obligation=self.obligation,
            until=self.until,
            reason=self.reason,
        )


@dataclass(frozen=True, kw_only=True)
class ExplainGap(OwedCommand):
    """Explain a gap that cannot be cured; an officer of the other side, or above, accepts it.

    Entered by the owner, as what the officer named has accepted, or by that officer himself.
    Where the owner is not online, a body of the other side that sees the gap copies his letter.
    """

    NAME = "explain-gap"
    TITLE = "Giải trình việc quá hạn"
    ENTITLED = entitled("Wo Ws Wc Ro Rs Rc Ad", "Wo Ws Wc Ro Rs Rc")

    reason: str
    accepted_by: UUID

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the explanation and who accepted it."""
        sides = self.matter(work).sides
        own = work.officer.organization
        if own and work.officer.person == self.accepted_by:
            sides = Sides(workplace=own, workplace_cell=own, residence=own, residence_cell=own)
        work.begin(self, sides)
        work.record(
            self.owed(work),
            GapExplained,
            obligation=self.obligation,
            reason=self.reason,
            accepted_by=self.accepted_by,
        )


def sides_of_owner(owed: Obligation) -> Sides:
    """Name the body that owes, on its side; a cell acts for itself."""
    match owed.office:
        case "Wc":
            return Sides(workplace_cell=owed.owner)
        case "Rc":
            return Sides(residence_cell=owed.owner)
        case "Ro" | "Rs":
            return Sides(residence=owed.owner)
        case _:
            return Sides(workplace=owed.owner)


def _with_copyist(sides: Sides, owed: Obligation, work: UnitOfWork) -> Sides:
    """Add the officer's body, if it stands on the other side and sees what is owed."""
    own = work.officer.organization
    if own not in owed.viewers:
        return sides
    if owed.office.startswith("W"):
        return replace(sides, residence=own, residence_cell=own)
    return replace(sides, workplace=own, workplace_cell=own)
