"""Entries that were entered late: so long after their date that a reader should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from domain.decisions import vietnam_day
from domain.entries import Stream
from domain.local_figures import Regulated, rules_of_body
from domain.member import Member, MemberEnrolled


def count_late(
    streams: Iterable[Stream], member: Member, day: date, facts: Regulated
) -> Counter[int]:
    """Count, by the year of their date, the entries entered more than record.late_days after it.

    The figure is that of the member's workplace, the last one where he has left, as far as it was
    adopted by the day of the question.
    """
    allowed = cache(lambda occurred_on: _allowed(occurred_on, member, day, facts))
    found: Counter[int] = Counter()
    for entry in (entry for stream in streams for entry in stream.effective):
        passed = vietnam_day(entry.timestamp) - entry.occurred_on
        if passed and passed > allowed(entry.occurred_on):
            found[entry.occurred_on.year] += 1
    return found


def _allowed(occurred_on: date, member: Member, day: date, facts: Regulated) -> timedelta:
    rules = facts.rulebook.in_force(occurred_on)
    enrolment = member.last(MemberEnrolled, on=occurred_on)
    if enrolment:
        rules = rules_of_body(rules, enrolment.committee, min(occurred_on, day), facts)
    return timedelta(days=rules.days("record.late_days"))
