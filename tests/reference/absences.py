"""Who did not come to a meeting: each absence is followed up, G13."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.reference.history import Entry, History
from tests.reference.links import Letter
from tests.reference.meetings import ABSENT, Calling, attended, callings
from tests.reference.obligation import (
    Duty,
    Obligation,
    Subject,
    figures_of,
    is_stopped,
    owed,
    residence,
)
from tests.reference.rules import Figures
from tests.reference.stops import pause

REPORTED = ("absence.reported",)
REMINDED = ("absence.reminded", "absence.reported")


def absence_obligations(past: History) -> Iterator[Obligation]:
    """One gap for each absence (4.3-8)."""
    meetings = callings(past)
    for meeting in meetings:
        for letter in meeting.links:
            if attended(past, meeting.held.stream, letter.link).status in ABSENT:
                yield from absence_not_followed_up(past, letter, meeting.held, meetings)


def absence_not_followed_up(
    past: History, letter: Letter, held: Entry, meetings: Sequence[Calling]
) -> Iterator[Obligation]:
    """G13: neither reminded nor reported, from the second of the year on not reported."""
    opened_on = attended(past, held.stream, letter.link).since
    if is_stopped(past, letter, opened_on, "as"):
        return
    figures = figures_of(past, letter, held, opened_on)
    report = is_to_be_reported(past, letter, held, meetings, figures)
    if is_followed_up(past, letter, held, REPORTED if report else REMINDED):
        return
    paused = pause(past, letter.member, "as")
    duty = Duty(
        code="G13",
        step="REPORT" if report else "REMIND",
        subject=Subject(letter.member, link=letter.link, meeting=held.stream),
        owner=residence(past, letter, "Rc"),
        opened_on=opened_on,
        due_on=figures.days_after(held.effect, "absence.follow_days", paused),
        ground=held.id,
    )
    yield from owed(past, figures, held.effect, duty)


def is_to_be_reported(
    past: History, letter: Letter, held: Entry, meetings: Sequence[Calling], figures: Figures
) -> bool:
    """Count the absences of the calendar year up to this one, by date of meeting (4.3-8)."""
    absences = [
        meeting
        for meeting in meetings
        if meeting.held.effect.year == held.effect.year
        and meeting.held.order <= held.order
        and letter.link in {other.link for other in meeting.links}
        and attended(past, meeting.held.stream, letter.link).status in ABSENT
    ]
    return len(absences) >= int(figures["absence.report_from"])


def is_followed_up(past: History, letter: Letter, held: Entry, topics: Sequence[str]) -> bool:
    """Tell whether a reminder or report names the meeting."""
    return any(held.stream in entry["meetings"] for entry in past.of(letter.link, *topics))
