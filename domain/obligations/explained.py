"""What an explanation ends: the one end that every obligation has, whatever its row says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from domain.obligations.clock import clipped
from domain.obligations.obligation import Histories, Obligation
from domain.owed import GapExplained

Fold = Callable[[tuple[str, ...], Histories], Iterable[Obligation]]


def ended_by_explanations(fold: Fold) -> Fold:
    """Let what a fold gives end where a gap was explained and the explanation accepted."""

    def rows(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
        yield from until_explained(fold(subject, histories), histories)

    return rows


def until_explained(rows: Iterable[Obligation], histories: Histories) -> Iterator[Obligation]:
    """Cut rows off where they were explained: a step that follows may have waited for that."""
    found = list(rows)
    explained = explained_about(sorted({row.about for row in found}), histories)
    for row in found:
        yield from _until_explained(row, explained.get(row.key))


def explained_about(subjects: Iterable[str], histories: Histories) -> dict[str, GapExplained]:
    """Give the explanations accepted for what is owed on some subjects, by key."""
    streams = (one for subject in subjects for one in histories.said_about(subject))
    entries = (histories.owed(stream).explained for stream in streams)
    return {entry.obligation: entry for entry in entries if entry}


def _until_explained(row: Obligation, explained: GapExplained | None) -> Iterator[Obligation]:
    if explained is None or row.to_day <= explained.effect_date:
        yield row
    elif row.from_day < explained.effect_date:
        run = clipped(row.from_day, explained.effect_date, row.due_on)
        yield replace(row, late_from=run.late, to_day=run.end, settled_by=explained.id)
