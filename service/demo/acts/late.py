"""Some papers are entered weeks or months late, with their real dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from service.demo.days import LAST_DAY, worked
from service.demo.paper import Paper
from service.demo.year import Year

LEAVES = frozenset({"file-slip", "assign-group", "assign-monitor", "file-evaluation"})
"""Commands on which nothing else rests."""
LATE_PAPERS_OF_248 = 12
LATE_MEETINGS_OF_248 = 6
MOST_DAYS = 100
_LAST_ENTERED = LAST_DAY - timedelta(days=1)


def delayed(year: Year, papers: Sequence[Paper]) -> list[Paper]:
    """Give the papers with their days of entry, some of them late; none that is mended later."""
    mended = {paper.fields["event"].paper for paper in papers if "event" in paper.fields}
    late = _leaves(year, papers, mended) | _minutes(year, papers, mended)
    return [_entered(paper, late.get(paper.key, 0)) for paper in papers]


def _leaves(year: Year, papers: Sequence[Paper], mended: set[str]) -> dict[str, int]:
    chance = year.chance("late/papers")
    leaves = [p.key for p in papers if p.command in LEAVES and p.key not in mended]
    some = year.some(leaves, LATE_PAPERS_OF_248, "late/papers")
    return {key: chance.randint(20, MOST_DAYS) for key in some}


def _minutes(year: Year, papers: Sequence[Paper], mended: set[str]) -> dict[str, int]:
    """Delay all papers of some meetings, each by the days of its meeting."""
    chance = year.chance("late/meetings")
    papers_of: dict[str, list[str]] = defaultdict(list)
    for paper in papers:
        if paper.meeting:
            papers_of[paper.meeting].append(paper.key)
    unmended = [meeting for meeting, keys in papers_of.items() if mended.isdisjoint(keys)]
    some = year.some(unmended, LATE_MEETINGS_OF_248, "late/meetings")
    days = {meeting: chance.randint(30, MOST_DAYS) for meeting in some}
    return {key: days[meeting] for meeting in some for key in papers_of[meeting]}


def _entered(paper: Paper, days: int) -> Paper:
    if not days:
        return paper
    late = worked(paper.entered_on + timedelta(days=days))
    return replace(paper, entered_on=min(late, _LAST_ENTERED))
