"""Commands on bodies: entered in the register, renamed, placed, dissolved, succeeded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import NamedPaper, Side
from domain.intervals import before
from domain.organization import (
    CellSucceeded,
    Kind,
    OrganizationDissolved,
    OrganizationPlaced,
    OrganizationRegistered,
    OrganizationRenamed,
    OrganizationSucceeded,
    SuccessionKind,
    is_under,
    organization_id,
)
from service.commands.command import Command, DecisionGiven
from service.officers import Sides, entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class RegisterOrganization(Command):
    """Enter a body into the register; obligations are counted from ``followed_from``."""

    NAME = "register-organization"
    TITLE = "Ghi tên tổ chức đảng"
    ENTITLED = entitled("Ad")

    code: str
    kind: Kind
    name: str
    symbol: str
    parent: UUID | None = None
    sides: tuple[Side, ...]
    commune_unit: str | None = None
    neighborhood: str | None = None
    exists_from: date | None = None
    followed_from: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Open the stream of the body, which its code names."""
        work.begin(self, Sides())
        work.record(
            work.organization(organization_id(self.code)),
            OrganizationRegistered,
            code=self.code,
            kind=self.kind,
            name=self.name,
            symbol=self.symbol,
            parent=self.parent,
            sides=self.sides,
            commune_unit=self.commune_unit,
            neighborhood=self.neighborhood,
            exists_from=self.exists_from,
            followed_from=self.followed_from,
        )


@dataclass(frozen=True, kw_only=True)
class BodyCommand(Command):
    """A command by which the administrator changes one body."""

    ENTITLED = entitled("Ad")

    organization: UUID


@dataclass(frozen=True, kw_only=True)
class RenameOrganization(BodyCommand):
    """Give a body another name; papers keep the name under which they were issued."""

    NAME = "rename-organization"
    TITLE = "Đổi tên tổ chức đảng"

    name: str
    symbol: str
    from_: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the name and the day from which it holds."""
        work.begin(self, Sides())
        work.record(
            work.organization(self.organization),
            OrganizationRenamed,
            name=self.name,
            symbol=self.symbol,
            from_=self.from_,
        )


@dataclass(frozen=True, kw_only=True)
class PlaceOrganization(BodyCommand):
    """Put a body under another one, from that day on."""

    NAME = "place-organization"
    TITLE = "Chuyển tổ chức đảng về trực thuộc"

    parent: UUID
    from_: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record where it now belongs."""
        work.begin(self, Sides())
        work.record(
            work.organization(self.organization),
            OrganizationPlaced,
            parent=self.parent,
            from_=self.from_,
        )


@dataclass(frozen=True, kw_only=True)
class DissolveOrganization(BodyCommand):
    """End a body for which no successor is named yet; ``on`` is the first day without it."""

    NAME = "dissolve-organization"
    TITLE = "Giải thể, kết thúc hoạt động"

    on: date
    decision: DecisionGiven

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the end and the decision behind it."""
        work.begin(self, Sides())
        work.record(
            work.organization(self.organization),
            OrganizationDissolved,
            on=self.on,
            decision=_named(self.decision),
        )


@dataclass(frozen=True, kw_only=True)
class CellTakenOver:
    """A cell that ends with its committee, and the cell that takes over from it."""

    from_: UUID
    to: UUID


@dataclass(frozen=True, kw_only=True)
class SucceedOrganization(Command):
    """Let a body take over from others, all at once: their links, duties and papers under way.

    ``on`` is its first day in their place. ``cells`` names the cells that change: they end, and
    their offices with them. The others pass under the successor with officers, groups, monitors.
    """

    NAME = "succeed-organization"
    TITLE = "Kế thừa (sáp nhập, chia tách)"
    ENTITLED = entitled("Ad")

    predecessors: tuple[UUID, ...]
    to: UUID
    cells: tuple[CellTakenOver, ...] = ()
    how: SuccessionKind
    on: date
    decision: DecisionGiven

    def carry_out(self, work: UnitOfWork) -> None:
        """Record one entry for each predecessor, with the cells that were its own."""
        work.begin(self, Sides())
        own = {body: self._cells_of(body, work) for body in self.predecessors}
        known = {cell for cells in own.values() for cell in cells}
        strangers = [c for c in map(_succeeded, self.cells) if c not in known]
        for body in self.predecessors:
            work.record(
                work.organization(body),
                OrganizationSucceeded,
                to=self.to,
                cells=(*own[body], *strangers),
                how=self.how,
                on=self.on,
                decision=_named(self.decision),
            )

    def _cells_of(self, body: UUID, work: UnitOfWork) -> tuple[CellSucceeded, ...]:
        """Select the cells that stood under a predecessor on its last day."""
        last = before(self.on)
        cells = map(_succeeded, self.cells)
        return tuple(cell for cell in cells if is_under(cell.from_, body, last, work))


def _succeeded(cell: CellTakenOver) -> CellSucceeded:
    return CellSucceeded(cell.from_, cell.to)


def _named(decision: DecisionGiven) -> NamedPaper:
    return NamedPaper(decision.number, decision.dated)
