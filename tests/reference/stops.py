"""What stops a clock on a day: class A, class B, suspension (4.1-4).

`from` and `until` are inclusive; an end names what it ends and is the first day without it; after
`until` the clocks run again by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tests.reference.days import ONE_DAY, DayTest, on_any_day
from tests.reference.history import Entry, History


@dataclass(frozen=True, eq=False)
class Stretch:
    """The days on which an exemption or a suspension holds; ``last`` included, None if open.

    ``ended_by`` is the entry that says when it is over.
    """

    entry: Entry
    last: date | None
    ended_by: Entry

    def covers(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.entry.effect <= day <= (self.last or date.max)

    @property
    def day_after(self) -> date | None:
        """The first day without it, where an end is known."""
        return self.last + ONE_DAY if self.last else None


def exemptions(past: History, member: str, class_: str) -> list[Stretch]:
    """List the exemptions of one class (ExemptionGranted, ExemptionEnded)."""
    ended = past.of(member, "member.exemption_ended")
    return [
        _stretch(granted, [e for e in ended if e["exemption_no"] == granted["exemption_no"]])
        for granted in past.of(member, "member.exemption_granted")
        if granted["class"] == class_
    ]


def suspensions(past: History, member: str) -> list[Stretch]:
    """List the suspensions of a member's activity (ActivitySuspended, ActivityResumed)."""
    resumed = past.of(member, "member.activity_resumed")
    return [
        _stretch(suspended, [e for e in resumed if e["suspension"] == suspended.id])
        for suspended in past.of(member, "member.activity_suspended")
    ]


def is_exempt(past: History, member: str, class_: str, day: date) -> bool:
    """Stops A and B of 4.1-4."""
    return any(exemption.covers(day) for exemption in exemptions(past, member, class_))


def is_suspended(past: History, member: str, day: date) -> bool:
    """Stop S of 4.1-4."""
    return any(suspension.covers(day) for suspension in suspensions(past, member))


def pause(past: History, member: str, letters: str) -> DayTest:
    """Give the test for the days that a row's lower-case stops do not count: "s", "a", "as"."""
    stretches = suspensions(past, member) if "s" in letters else []
    if "a" in letters:
        stretches = stretches + exemptions(past, member, "A")
    return lambda day: any(stretch.covers(day) for stretch in stretches)


def met_class_b(past: History, member: str, opened_on: date) -> bool:
    """Class B ended the obligation, or kept it from opening (4.3-15)."""
    return on_any_day(lambda day: is_exempt(past, member, "B", day), opened_on, past.day)


def _stretch(begun: Entry, ends: Iterable[Entry]) -> Stretch:
    lasts = [(end.effect - ONE_DAY, end) for end in ends]
    if until := begun.day("until"):
        lasts.append((until, begun))
    last, ended_by = min(lasts, key=lambda end: end[0], default=(None, begun))
    return Stretch(begun, last, ended_by)
