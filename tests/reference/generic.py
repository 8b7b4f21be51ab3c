"""Comments that say the same of nearly everybody, G22."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from tests.reference.bodies import present_body
from tests.reference.days import days_from
from tests.reference.history import Entry, History
from tests.reference.meetings import earliest_followed_from
from tests.reference.obligation import (
    Duty,
    Obligation,
    Subject,
    last_cell,
    owed_in_cell,
    residence_cell,
)
from tests.reference.rules import Figures, rule_set_on
from tests.reference.slips import Slip, slips

Batch = tuple[str, int, str]


def generic_obligations(past: History) -> Iterator[Obligation]:
    """A cell, a year and a form; of a ward each cell counts for itself (4.3-12)."""
    annual = [slip for slip in slips(past) if slip.annual]
    written = {day for slip in annual for day in days_written(past, slip)}
    batches = {b for slip in annual for day in written if (b := batch_on(past, slip, day))}
    for batch in sorted(batches):
        yield from evaluation_generic(past, batch, annual, min(written))


def days_written(past: History, slip: Slip) -> set[date]:
    """Name the days on which a draft of an evaluation is dated."""
    return {entry.effect for entry in past.of(slip.stream, "evaluation.drafted")}


def evaluation_generic(
    past: History, batch: Batch, annual: list[Slip], first: date
) -> Iterator[Obligation]:
    """G22: from the first day of the spell that lasts, due the same day."""
    cell, year, form = batch
    opened_on = generic_since(past, batch, annual, first)
    if opened_on is None or opened_on < earliest_followed_from(past, cell, opened_on):
        return
    subject = Subject(cell=cell, period=str(year), form=form)
    owner = residence_cell(past, cell)
    duty = Duty("G22", subject, owner, opened_on, opened_on, str(opened_on))
    yield from owed_in_cell(past, figures_on(past, cell, opened_on), duty)


def generic_since(past: History, batch: Batch, annual: list[Slip], first: date) -> date | None:
    """Walk the days; a spell has the figures of its first day (4.1-7)."""
    since: date | None = None
    for day in days_from(first, past.day):
        prints = Counter(fingerprints(past, batch, annual, day))
        if not is_generic(prints, figures_on(past, batch[0], since or day)):
            since = None
        elif since is None:
            since = day
    return since


def is_generic(prints: Counter[str], figures: Figures) -> bool:
    """Tell whether there are enough drafts, and the largest group of one wording is too large."""
    number, most = prints.total(), max(prints.values(), default=0)
    enough: int = figures["generic.min"]
    share: int = figures["generic.share"]
    return number >= enough and most * 100 >= share * number


def fingerprints(past: History, batch: Batch, annual: list[Slip], day: date) -> Iterator[str]:
    """Give the wordings of the last drafts of a batch on a day."""
    for slip in annual:
        if batch_on(past, slip, day) == batch and (draft := last_draft(past, slip, day)):
            yield draft["fingerprint"]


def batch_on(past: History, slip: Slip, day: date) -> Batch | None:
    """Name the cell in which the link was on the draft's day, the year and the form."""
    draft = last_draft(past, slip, day)
    cell = last_cell(past, slip.letter, draft.effect) if draft else None
    if draft is None or cell is None:
        return None
    return present_body(past, cell, draft.effect), slip.year, draft["form"]


def last_draft(past: History, slip: Slip, day: date) -> Entry | None:
    """Find the last draft by a day, if it was neither returned nor withdrawn by then."""
    topics = ("drafted", "returned", "request_withdrawn")
    entries = past.of(slip.stream, *(f"evaluation.{topic}" for topic in topics))
    by_then = [entry for entry in entries if entry.effect <= day]
    return by_then[-1] if by_then and by_then[-1].topic == "evaluation.drafted" else None


def figures_on(past: History, cell: str, day: date) -> Figures:
    """A finding goes by the rule set and the cell's figures of its first day (4.1-7)."""
    return Figures(past, rule_set_on(past, day), day, cell)
