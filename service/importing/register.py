"""The bodies on both sides, seen from one workplace committee."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from uuid import UUID

from domain.acts import Side
from domain.organization import Kind
from service.importing.bodies import Body, Named
from service.importing.wording import UnreadableList

_WITHIN_A_COMMITTEE = frozenset({Kind.CELL, Kind.PARTY_GROUP})


class Register:
    """Finds the cells of the committee, the wards, and their cells, by their names in a list."""

    def __init__(self, bodies: Iterable[Body], committee: str | None = None) -> None:
        """``committee`` names the workplace committee where the officer sees several.

        Raise ``UnreadableList`` where it is not to be found.
        """
        self._bodies = list(bodies)
        self.committee = self._committee(committee)
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

    def _committee(self, given: str | None) -> Body:
        at_work = {body.id: body for body in self._bodies if Side.WORKPLACE in body.sides}
        committees = [body for body in at_work.values() if body.parent not in at_work]
        if given:
            committees = list(Named("--committee", committees).called(given))
        if len(committees) != 1:
            codes = ", ".join(body.code for body in committees) or "–"
            raise UnreadableList(
                f"Không rõ nhập cho đảng ủy nào ({codes}). Ghi rõ bằng --committee.",
                f"It is not clear for which committee this is ({codes}). Name it by --committee.",
            )
        return committees[0]
