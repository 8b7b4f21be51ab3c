"""Some papers arrive twice: sent again under the same key, or entered again by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from service.demo.days import LAST_DAY, worked
from service.demo.paper import Paper
from service.demo.year import Year

AGAIN = ("receive-letter", "file-slip", "issue-letter", "request-evaluation", "hold-meeting")
TWICE_OF_248 = 3


def again(year: Year, papers: Sequence[Paper]) -> Iterator[Paper]:
    """Give the second arrivals of some papers: the service answers as before and writes nothing."""
    corrected = {p.fields["event"].paper for p in papers if "event" in p.fields}
    for command in AGAIN:
        clean = [p for p in papers if p.command == command and p.key not in corrected]
        for number, paper in enumerate(year.some(clean, TWICE_OF_248, f"twice/{command}")):
            day = worked(paper.entered_on + timedelta(days=number + 1))
            if day < LAST_DAY:
                key = f"again/{paper.key}" if number % 2 else paper.key
                yield replace(paper, key=key, entered_on=day)
