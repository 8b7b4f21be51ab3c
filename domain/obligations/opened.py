"""An obligation of one step: opened by an entry, until something settles it or puts it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from domain.entries import Event
from domain.intervals import FOREVER
from domain.obligations.clock import from_day
from domain.obligations.eligibility import class_b_from
from domain.obligations.matter import Ground, Matter
from domain.obligations.obligation import Obligation


class Settled(NamedTuple):
    """What settles an obligation, and on which day."""

    by: Event
    on: date


@dataclass(frozen=True)
class Opened:
    """Something is owed from ``base`` on: of what kind, about what, by which entry.

    ``counted_from`` is the day after which its days count, where that is not the first one;
    ``since`` the first day on which anybody can know of it, where that is later.
    """

    matter: Matter
    code: str
    about: str
    by: Event
    base: date
    counted_from: date | None = None
    since: date | None = None

    def until(
        self, settled: Settled | None, out: date = FOREVER, *, residence_sees: bool = False
    ) -> Iterator[Obligation]:
        """Give the rows until it is settled or put out; class B puts out whatever stands."""
        matter, first = self.matter, max(self.base, self.since or self.base)
        out = min(out, class_b_from(matter.member, first))
        end = min(out, settled.on if settled else FOREVER)
        rules = matter.rule_set(self.by, self.base)
        settling = settled.by.id if settled and settled.on <= out else None
        ground = Ground(self.code, "", self.about, self.by.id, rules, settling)
        if rules.holds(self.code, self.base):
            clock = matter.clock(self.counted_from or self.base, ground)
            runs = from_day(clock.running(matter.figure(ground), end), first)
            yield from matter.obligations(ground, self.base, runs, residence_sees=residence_sees)


def earliest(settlements: Iterable[Settled]) -> Settled | None:
    """Choose what settles first; on one day what stands first in the log."""
    return min(settlements, key=lambda one: (one.on, one.by.position), default=None)


def told_on(entry: Event) -> date:
    """Name the day on which an end counts: its own, or that of its paper where it is later."""
    return max(entry.effect_date, entry.occurred_on)
