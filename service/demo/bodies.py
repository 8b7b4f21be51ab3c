"""The bodies of the story and who holds office in them: workplaces, and the wards around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from domain.acts import Office
from domain.organization import Kind, organization_id
from service.demo import names, places
from service.demo.days import MERGED_ON

MEMBERS_IN_A_CELL = 13
MEMBERS_IN_A_WARD = 4
CELLS_IN_A_WARD = 2.1
ONLINE_SHARE = 0.55
_BOTH_KINDS = {1: True, 2: False}
WITH_COMMITTEE, WITH_GROUPS = 0.8, 0.4


@dataclass(frozen=True, slots=True)
class Officer:
    """A person in one office of one body."""

    person: UUID
    name: str
    office: Office
    body: str

    @property
    def code(self) -> str:
        """Name the officer in the story: nobody holds two offices in it."""
        return f"{self.body}/{self.office}/{self.person}"


@dataclass(kw_only=True)
class Body:
    """A body as the register knows it, with its officers."""

    code: str
    kind: Kind
    name: str
    symbol: str
    commune_unit: str | None = None
    neighborhood: str | None = None
    officers: list[Officer] = field(default_factory=list)

    @property
    def id(self) -> UUID:
        """The id that the service derives from the code."""
        return organization_id(self.code)

    def officer(self, office: Office) -> Officer:
        """Find who holds an office; ``StopIteration`` where nobody does."""
        return next(o for o in self.officers if o.office is office)

    def appoint(self, chance: Random, *offices: Office) -> None:
        """Put new people into offices."""
        for office in offices:
            person = UUID(int=chance.getrandbits(128), version=4)
            self.officers.append(Officer(person, names.invent(chance).full, office, self.code))


@dataclass(kw_only=True)
class ResidenceCell(Body):
    """A cell of a ward, with its Party groups and, mostly, a cell committee."""

    ward: Ward
    groups: list[Body] = field(default_factory=list)

    @property
    def secretary(self) -> Officer:
        """Who signs on behalf of the cell."""
        return self.officer(Office.CELL_SECRETARY)

    def under(self, day: date) -> Ward:
        """Name the ward to which it belongs on a day."""
        return self.ward.on(day)

    @property
    def has_committee(self) -> bool:
        """Tell whether a cell committee was elected; else the secretary acts with the Front."""
        return len(self.officers) > 1


@dataclass(kw_only=True)
class Ward(Body):
    """A residence committee; ``online`` where it writes into the service itself.

    ``successor`` takes its place on the day on which wards merge.
    """

    online: bool
    cells: list[ResidenceCell] = field(default_factory=list)
    successor: Ward | None = None

    @property
    def clerk(self) -> Officer:
        """Who keeps its papers."""
        return self.officer(Office.CLERK)

    @property
    def secretary(self) -> Officer:
        """Who signs slips and confirms evaluations."""
        return self.officer(Office.SECRETARY)

    def on(self, day: date) -> Ward:
        """Name the committee that stands in its place on a day."""
        return self.successor if self.successor and day >= MERGED_ON else self


@dataclass(kw_only=True)
class WorkplaceCell(Body):
    """A cell of a workplace; it may forget the regulation in its yearly review."""

    committee: Workplace
    forgets_the_item: bool = False

    @property
    def secretary(self) -> Officer:
        """Who asks for opinions and passes slips up."""
        return self.officer(Office.CELL_SECRETARY)

    @property
    def desk(self) -> Officer:
        """Who does its paperwork: every second cell itself, the office for the others."""
        return self.secretary if int(self.code[-2:]) % 2 else self.committee.clerk


@dataclass(kw_only=True)
class Workplace(Body):
    """A workplace committee; ``focused`` where it asks for opinions on those alone that it names.

    ``names_list``, ``takes_stock`` and ``inspects`` say whether it does in the year what it owes,
    ``figures`` are local ones that it adopts.
    """

    members: int
    cells: list[WorkplaceCell] = field(default_factory=list)
    focused: bool = False
    names_list: bool = True
    takes_stock: bool = True
    inspects: bool = True
    figures: dict[str, Any] = field(default_factory=dict)

    @property
    def clerk(self) -> Officer:
        """Who writes letters, files slips and transcribes what comes on paper."""
        return self.officer(Office.CLERK)

    @property
    def secretary(self) -> Officer:
        """Who signs letters."""
        return self.officer(Office.SECRETARY)


def workplace(members: int, chance: Random) -> Workplace:
    """Found the workplace: about thirteen members to a cell, as 248 are in 19."""
    return _workplace("vtv", "Viện Thủy văn Thanh Giang", members, chance)


def neighbours(members: int, chance: Random) -> list[Workplace]:
    """Found other workplaces, whose members live next to ours: so many in all."""
    count = len(places.NEIGHBOURS)
    shares = [len(range(first, members, count)) for first in range(count)]
    return [
        _workplace(f"cq{number}", name, share, chance)
        for number, (name, share) in enumerate(zip(places.NEIGHBOURS, shares, strict=True), start=1)
        if share
    ]


def _workplace(code: str, name: str, members: int, chance: Random) -> Workplace:
    kind = Kind.GRASSROOTS_COMMITTEE
    body = Workplace(code=code, kind=kind, name=f"Đảng ủy {name}", symbol="ĐU", members=members)
    body.appoint(chance, Office.SECRETARY, Office.DEPUTY_SECRETARY, Office.CLERK, Office.INSPECTOR)
    for number in range(1, max(1, round(members / MEMBERS_IN_A_CELL)) + 1):
        cell = WorkplaceCell(
            code=f"{code}-cb{number:02}",
            kind=Kind.CELL,
            name=f"Chi bộ {places.office(number)}",
            symbol="CB",
            committee=body,
        )
        cell.appoint(chance, Office.CELL_SECRETARY, Office.CELL_DEPUTY_SECRETARY)
        body.cells.append(cell)
    return body


def wards(members: int, chance: Random) -> list[Ward]:
    """Found the wards and communes around it, about a quarter as many as there are members.

    Somewhat more than half are online; the first always is and the second never.
    """
    count = max(2, round(members / MEMBERS_IN_A_WARD))
    return [
        _ward(number, commune, chance)
        for number, commune in enumerate(places.communes(chance, count), start=1)
    ]


def _ward(number: int, commune: str, chance: Random) -> Ward:
    online = _BOTH_KINDS.get(number, chance.random() < ONLINE_SHARE)
    ward = Ward(
        code=f"px{number:03}",
        kind=Kind.GRASSROOTS_COMMITTEE,
        name=f"Đảng ủy {commune[0].lower()}{commune[1:]}",
        symbol="ĐU",
        commune_unit=commune,
        online=online,
    )
    ward.appoint(chance, Office.SECRETARY, Office.DEPUTY_SECRETARY, Office.CLERK)
    cells = int(CELLS_IN_A_WARD + chance.random() * 2 - 0.5)
    ward.cells = [_cell(ward, n, commune, chance) for n in range(1, max(cells, 1) + 1)]
    return ward


def _cell(ward: Ward, number: int, commune: str, chance: Random) -> ResidenceCell:
    quarter = places.neighborhood(commune, number)
    cell = ResidenceCell(
        code=f"{ward.code}-cb{number}",
        kind=Kind.CELL,
        name=f"Chi bộ {quarter}",
        symbol="CB",
        commune_unit=commune,
        neighborhood=quarter,
        ward=ward,
    )
    cell.appoint(chance, Office.CELL_SECRETARY)
    if chance.random() < WITH_COMMITTEE:
        cell.appoint(chance, Office.CELL_DEPUTY_SECRETARY, Office.CELL_COMMITTEE_MEMBER)
    if chance.random() < WITH_GROUPS:
        cell.groups = [_group(cell, n, chance) for n in range(1, chance.randint(2, 3) + 1)]
    return cell


def _group(cell: ResidenceCell, number: int, chance: Random) -> Body:
    group = Body(
        code=f"{cell.code}-t{number}",
        kind=Kind.PARTY_GROUP,
        name=f"Tổ đảng số {number}, {cell.name}",
        symbol="TĐ",
    )
    group.appoint(chance, Office.PARTY_GROUP_LEADER)
    return group


def crowded(wards: list[Ward], chance: Random) -> list[ResidenceCell]:
    """Draw two cells for many members, of two wards that are online; one where there is no other.

    Those with groups and a cell committee come first.
    """
    cells = [cell for ward in wards if ward.online for cell in ward.cells]
    chance.shuffle(cells)
    cells.sort(key=lambda cell: not (cell.groups and cell.has_committee))
    others = [cell for cell in cells if cell.ward is not cells[0].ward]
    return [cells[0], *(others or cells[1:])[:1]]


def everybody(workplaces: list[Workplace], wards: list[Ward]) -> Iterator[tuple[Body, Body | None]]:
    """List every body with the one above it, parents first."""
    for workplace in workplaces:
        yield workplace, None
        for cell in workplace.cells:
            yield cell, workplace
    for ward in wards:
        yield ward, None
        for residence_cell in ward.cells:
            yield residence_cell, ward
            for group in residence_cell.groups:
                yield group, residence_cell
