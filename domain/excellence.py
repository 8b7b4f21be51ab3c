"""The cap on the top level: how many of those rated may be excellent. It warns and never blocks.

Its exact wording was not seen (366-QĐ/TW): whom the share is taken of, and how it is rounded, are
figures of the rule set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from domain.rulebook import RuleSet

EXCELLENT, GOOD = "EXCELLENT", "GOOD"
CAP, DENOMINATOR, ROUNDING = "excellence.cap", "excellence.denominator", "excellence.rounding"


class Denominator(StrEnum):
    """Of whom the share is taken."""

    ALL_RATED = "ALL_RATED"
    GOOD_ONLY = "GOOD_ONLY"
    GOOD_OR_BETTER = "GOOD_OR_BETTER"


class Rounding(StrEnum):
    """How what is allowed is rounded to whole members."""

    DOWN = "DOWN"
    NEAREST = "NEAREST"
    UP = "UP"


@dataclass(frozen=True)
class Cap:
    """The figures of the cap; ``percent`` of the denominator may be excellent."""

    percent: int
    denominator: Denominator
    rounding: Rounding

    @classmethod
    def of(cls, rules: RuleSet) -> Self:
        """Read it from a rule set, with the figures of whoever goes by it."""
        return cls(
            rules.percent(CAP),
            Denominator(rules.code(DENOMINATOR)),
            Rounding(rules.code(ROUNDING)),
        )

    def counted(self, levels: Mapping[str, int]) -> int:
        """Count those of whom the share is taken, by how many have each level."""
        excellent, good = levels.get(EXCELLENT, 0), levels.get(GOOD, 0)
        return {
            Denominator.ALL_RATED: sum(levels.values()),
            Denominator.GOOD_ONLY: good,
            Denominator.GOOD_OR_BETTER: excellent + good,
        }[self.denominator]

    def allowed(self, counted: int) -> int:
        """Say how many of so many may be excellent; a half is rounded up to the nearest."""
        hundredths = counted * self.percent
        return {
            Rounding.DOWN: hundredths // 100,
            Rounding.NEAREST: (hundredths + 50) // 100,
            Rounding.UP: -(-hundredths // 100),
        }[self.rounding]
