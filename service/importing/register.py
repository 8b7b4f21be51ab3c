"""The bodies on both sides, seen from one workplace committee."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from uuid import UUID

from domain.acts import Side
from domain.organization import Kind
from service.importing.bodies import Body, Named
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
        self._wards = Named("Phường/Xã", wards)
        cells = [b for b in self._bodies if b.parent == self.committee.id]
        self._cells = Named("Chi bộ", cells or [self.committee])
        self._cells_of = cache(self._find_cells_of)

    def workplace_cell(self, given: str) -> Body:
        """Find a cell of the committee, or itself if it has none; raise ``RowFault``."""
        return self._cells.find(given)

    def ward(self, given: str) -> Body:
        """Find a committee that receives members; raise ``RowFault``."""
        return self._wards.find(given)

    def residence_cell(self, ward: Body, given: str) -> Body:
        """Find a cell of a ward; raise ``RowFault``."""
        return self._cells_of(ward.id).find(given)

    def _find_cells_of(self, ward: UUID) -> Named:
        return Named("Chi bộ nơi cư trú", (b for b in self._bodies if b.parent == ward))

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
