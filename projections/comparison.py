"""Two answers to one question side by side: what both give, what only one gives, what differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.obligations.obligation import Obligation
from projections.obligations import Place


class Outcome(StrEnum):
    """How the two answers to one obligation stand to each other."""

    SAME = "SAME"
    ONLY_HERE = "ONLY_HERE"
    ONLY_THERE = "ONLY_THERE"
    OTHER_DUE_DATE = "OTHER_DUE_DATE"
    OTHER_DUTY = "OTHER_DUTY"  # due on the same day, with another owner, step or weight


@dataclass(frozen=True, slots=True)
class Compared:
    """One obligation by its key, as it stands here and there: one of the two at least."""

    key: str
    outcome: Outcome
    here: Obligation | None
    there: Obligation | None

    @property
    def sides(self) -> list[Obligation]:
        """What stands, here first."""
        return [row for row in (self.here, self.there) if row]

    @property
    def place(self) -> Place:
        """The place in a list: the longest late first, on either side."""
        return Place(min(row.late_from for row in self.sides), self.key)


def compared(
    here: Iterable[Obligation],
    there: Iterable[Obligation],
    days: tuple[date, date],
    *,
    late: bool,
) -> Sequence[Compared]:
    """Compare what stands here and there, each on a day of its own, the longest late first.

    With ``late`` only gaps are compared: an obligation that is late on one side and waits on the
    other is a gap of that one alone.
    """
    ours, theirs = ({row.key: row for row in rows} for rows in (here, there))
    found: list[Compared] = []
    for key in ours.keys() | theirs.keys():
        pair = ours.get(key), theirs.get(key)
        counts = [_counts(row, day, late=late) for row, day in zip(pair, days, strict=True)]
        if any(counts):
            found.append(Compared(key, _outcome(pair, counts), *pair))
    return sorted(found, key=lambda one: one.place)


def _counts(row: Obligation | None, day: date, *, late: bool) -> bool:
    return row is not None and (row.late_from <= day or not late)


def _outcome(pair: tuple[Obligation | None, Obligation | None], counts: list[bool]) -> Outcome:
    here, there = pair
    if here is None or not counts[0]:
        return Outcome.ONLY_THERE
    if there is None or not counts[1]:
        return Outcome.ONLY_HERE
    if here.due_on != there.due_on:
        return Outcome.OTHER_DUE_DATE
    return Outcome.SAME if _duty(here) == _duty(there) else Outcome.OTHER_DUTY


def _duty(row: Obligation) -> tuple[object, ...]:
    return row.owner, row.office, row.step, row.weight
