"""The bodies on both sides, seen from one workplace committee."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from uuid import UUID

from domain.acts import Side
from domain.organization import Kind
from service.importing.addresses import parts_of
from service.importing.bodies import Body, Named, place_form
from service.importing.wording import NoWorkplace

_WITHIN_A_COMMITTEE = frozenset({Kind.CELL, Kind.PARTY_GROUP})


class Register:
    """Finds the cells of the committee, the wards, and their cells, by their names in a list."""

    def __init__(self, bodies: Iterable[Body], own: str | None) -> None:
        """``own`` is the id of the importing officer's body; raise ``NoWorkplace``."""
        self._bodies = list(bodies)
        self.committee = self._committee(own)
        receiving = (b for b in self._bodies if Side.RESIDENCE in b.sides)
        wards = (b for b in receiving if b.kind not in _WITHIN_A_COMMITTEE)
        self._wards = Named(wards)
        self._own_cells = [b for b in self._bodies if b.parent == self.committee.id]
        self._cells = Named(self._own_cells or [self.committee])
        self._cells_of = cache(self._find_cells_of)

    @property
    def only_cell(self) -> Body | None:
        """The committee itself, where it has no cells: then nothing has to be said about them."""
        return None if self._own_cells else self.committee

    def workplace_cell(self, given: str) -> Body:
        """Find a cell of the committee, or itself if it has none; raise ``CellFault``."""
        return self._cells.find(given)

    def names_a_cell(self, text: str) -> bool:
        """Tell whether a text names one cell of the committee."""
        return self._cells.only(text) is not None

    def ward(self, given: str) -> Body:
        """Find a committee that receives members, by its name or within it; raise ``CellFault``."""
        return self._within(self._wards, given) or self._wards.find(given)

    def names_a_ward(self, text: str) -> bool:
        """Tell whether a text names one committee that receives members."""
        return self._wards.only(text) is not None

    def residence_cell(self, ward: Body, given: str) -> Body:
        """Find a cell of a ward, by its name or within it; raise ``CellFault``."""
        cells = self._cells_of(ward.id)
        return self._within(cells, given) or cells.find(given)

    def neighborhood(self, ward: Body, given: str) -> str:
        """Write a neighborhood as the ward's cell there has it, if there is one."""
        there = {b.neighborhood for b in self._bodies if b.parent == ward.id and b.neighborhood}
        same = [name for name in there if place_form(name) == place_form(given)]
        return same[0] if len(same) == 1 else given

    @staticmethod
    def _within(named: Named, given: str) -> Body | None:
        """Find what one part of a longer text names: *Chi bộ 3, Đảng ủy phường An Hòa*."""
        if list(named.called(given)):
            return None
        found = {body.id: body for part in parts_of(given) if (body := named.only(part))}
        return next(iter(found.values())) if len(found) == 1 else None

    def _find_cells_of(self, ward: UUID) -> Named:
        return Named(b for b in self._bodies if b.parent == ward)

    def _committee(self, own: str | None) -> Body:
        """Find the committee of the officer's body: itself, or the one above a cell."""
        at_work = {b.id: b for b in self._bodies if Side.WORKPLACE in b.sides}
        body = at_work.get(UUID(own)) if own else None
        while body and body.kind in _WITHIN_A_COMMITTEE and body.parent in at_work:
            body = at_work[body.parent]
        if body is None:
            raise NoWorkplace(
                "Mã truy cập này không thuộc đảng ủy nơi công tác nào: dùng mã của văn phòng.",
                "This token belongs to no workplace committee: use that of its office.",
            )
        return body
