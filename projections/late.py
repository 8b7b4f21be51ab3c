"""Entries that were entered late: so long after their date that a reader should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from domain.decisions import vietnam_day
from domain.entries import Event, Stream
from domain.rulebook import Rulebook


def count_late(streams: Iterable[Stream], rulebook: Rulebook) -> Counter[int]:
    """Count, by the year of their date, the entries entered more than record.late_days after it."""
    entries = (entry for stream in streams for entry in stream.effective)
    return Counter(entry.occurred_on.year for entry in entries if is_late(entry, rulebook))


def is_late(entry: Event, rulebook: Rulebook) -> bool:
    """Tell whether an entry was entered late, by the days in Vietnam."""
    allowed = rulebook.in_force(entry.occurred_on).days("record.late_days")
    return vietnam_day(entry.timestamp) - entry.occurred_on > timedelta(days=allowed)
