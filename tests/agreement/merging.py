"""A random year and a half in which bodies are merged while papers are under way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from domain.acts import NamedPaper, Side
from domain.entries import Event, Stream
from domain.organization import (
    CellSucceeded,
    Kind,
    OrganizationSucceeded,
    SuccessionKind,
    in_place_of,
)
from domain.reconciliation import RosterStated, reconciliation_id
from domain.review import InspectionMade, PeriodicReviewHeld, ReviewHeld, review_id
from domain.round import RoundOpened, round_id
from tests.agreement.names import FIRST_DAY, MONITORS, WORKPLACES, named
from tests.agreement.walk import STEPS, Step, Walk

# Who is succeeded by whom, and which cells by which; the other cells pass as they are.
SUCCESSIONS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("R1", "R3", {"R1a": "R3a"}),
    ("R2", "R3", {"R2a": "R3a"}),
    ("W2", "W1", {"W2a": "W1b"}),
    ("W1", "W3", {"W1b": "W3a"}),
)
_BODIES = ("about", "by", "body", "cell", "committee", "issuer", "to", "to_body")
_WORKPLACES = tuple(map(named, (*WORKPLACES, "W3")))
_OF_A_YEAR = (ReviewHeld, PeriodicReviewHeld, InspectionMade)


class MergingWalk(Walk):
    """The same steps; whoever has been succeeded by the day of a paper, his successor acts."""

    def __init__(self, seed: int) -> None:
        self._left = list(SUCCESSIONS)
        super().__init__(seed)

    @property
    def steps(self) -> Sequence[Step]:
        """What may be done on a day."""
        return (*STEPS, merge, merge)

    def _found_bodies(self) -> None:
        super()._found_bodies()
        self._register("R3", Kind.COMMITTEE_ABOVE_GRASSROOTS, "D", Side.RESIDENCE)
        self._register("R3a", Kind.CELL, "R3", Side.RESIDENCE)
        self._register("W3", Kind.GRASSROOTS_COMMITTEE, "B", Side.WORKPLACE)
        self._register("W3a", Kind.CELL, "W3", Side.WORKPLACE)
        for monitor in MONITORS:
            self._appoint("R3a", monitor, FIRST_DAY)

    def enter(
        self,
        stream: Stream,
        event_class: type[Event],
        day: date,
        /,
        *,
        copied: bool | None = None,
        **facts: Any,
    ) -> None:
        """Record an entry of whoever stands in the place of the bodies named, on that day."""
        of_day = facts.get("as_on", day)
        acting = {name: self._acting(name, fact, of_day) for name, fact in facts.items()}
        if event_class is RoundOpened:
            stream = self.round(round_id(acting["committee"], acting["year"]))
        elif event_class in _OF_A_YEAR:
            stream = self.review(review_id(acting["body"], acting["year"]))
        elif event_class is RosterStated:
            pair = acting["by"], acting["about"]
            workplace, residence = pair if pair[0] in _WORKPLACES else pair[::-1]
            stream = self.reconciliation(reconciliation_id(workplace, residence, of_day))
        super().enter(stream, event_class, day, copied=copied, **acting)

    def _acting(self, name: str, fact: Any, day: date) -> Any:
        if name in _BODIES and isinstance(fact, UUID):
            return in_place_of(fact, day, self)
        return fact

    def succeed(self, day: date) -> None:
        """Merge the next body of the plan into another."""
        body, to, cells = self._left.pop(self.rng.randrange(len(self._left)))
        super().enter(
            self.organization(named(body)),
            OrganizationSucceeded,
            day,
            copied=False,
            to=named(to),
            cells=tuple(CellSucceeded(named(c), named(cells[c])) for c in cells),
            how=SuccessionKind.MERGER,
            on=day + timedelta(days=self.pick([-40, 0, 0, 10])),
            decision=NamedPaper("1", day),
        )


def merge(walk: Walk, day: date) -> None:
    """A body is merged into another, now or on a day beside."""
    if isinstance(walk, MergingWalk) and walk._left:
        walk.succeed(day)
