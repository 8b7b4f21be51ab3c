"""Answers that hold on a day, joined into runs: for what the calendar opens, and for findings.

The answer on a day is asked of the entries that count by then. It changes only on days on which
something takes effect; between them one question is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from domain.entries import Stream
from domain.intervals import FOREVER, Interval, minus
from domain.member import Member
from domain.obligations.clock import clipped
from domain.obligations.obligation import Obligation


def changes_of(streams: Iterable[Stream], member: Member) -> set[date]:
    """Name the days on which an answer that rests on these streams may change.

    Something takes effect, or a spell in which the member's clock is stopped ends by itself.
    """
    days = {entry.effect_date for stream in streams for entry in stream.effective}
    spells = [*(exemption.days for exemption in member.exemptions()), *member.suspensions()]
    return days.union(*spells)


Answer = Callable[[date], Iterable[Obligation]]


def joined(span: Interval, changes: Iterable[date], answer: Answer) -> Iterator[Obligation]:
    """Ask on the first day and on each day of change within a span; join equal answers.

    An answer's rows are taken without their days: they hold until the next change.
    """
    marks = sorted({span.start, *(day for day in changes if day in span)})
    standing: dict[str, Obligation] = {}
    for start in marks:
        now = {row.key: _from(row, start) for row in answer(start)}
        for key, row in list(standing.items()):
            if key not in now or not _same(row, now[key]):
                yield _until(standing.pop(key), start)
        for key, row in now.items():
            standing.setdefault(key, row)
    for row in standing.values():
        yield _until(row, span.end)


def outside(row: Obligation, taken: Iterable[Interval]) -> Iterator[Obligation]:
    """Give a row on the days that nothing else has taken."""
    for start, end in minus(Interval(row.from_day, row.to_day), taken):
        yield _until(replace(row, from_day=start), end)


def _from(row: Obligation, start: date) -> Obligation:
    return replace(row, from_day=start, late_from=FOREVER, to_day=FOREVER)


def _same(one: Obligation, other: Obligation) -> bool:
    return replace(one, from_day=other.from_day) == other


def _until(row: Obligation, end: date) -> Obligation:
    run = clipped(row.from_day, end, row.due_on)
    return replace(row, late_from=run.late, to_day=end)
