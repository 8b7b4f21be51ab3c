"""The list that a ward states of the members introduced to it by one workplace."""

from __future__ import annotations

from dataclasses import dataclass

from service.demo.bodies import ResidenceCell, Ward
from service.demo.paper import LinkOf


@dataclass(kw_only=True, eq=False)
class RosterOf:
    """The list of a ward: our links there, by cell; one may be in another cell, one left out."""

    ward: Ward
    placed: dict[LinkOf, ResidenceCell | None]
    elsewhere: LinkOf | None = None
    left_out: LinkOf | None = None
