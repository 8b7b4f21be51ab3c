"""Rounds: whatever is compared runs by turns, so that what disturbs one disturbs all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median

Run = Callable[[], Mapping[str, float]]


@dataclass
class Contender:
    """One way to do some work; a run gives its numbers, ``rate`` among them (units a second)."""

    name: str
    run: Run
    rounds: list[Mapping[str, float]] = field(default_factory=list)

    def middle(self, number: str = "rate") -> float:
        """Give the median of a number over the rounds."""
        return median(one[number] for one in self.rounds)

    def range(self, number: str = "rate") -> tuple[float, float]:
        """Give the least and the greatest."""
        values = [one[number] for one in self.rounds]
        return min(values), max(values)


def side_by_side(contenders: list[Contender], rounds: int) -> None:
    """Let each run once a round, in turned order from round to round."""
    for number in range(rounds):
        turned = contenders if number % 2 == 0 else list(reversed(contenders))
        for contender in turned:
            contender.rounds.append(contender.run())
