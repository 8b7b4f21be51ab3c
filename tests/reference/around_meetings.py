"""Around a meeting: everybody is told of it before, G10; what was said is written after, G11."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.reference.bodies import present_body
from tests.reference.history import Entry, History
from tests.reference.links import eligible_cell, letters
from tests.reference.meetings import Calling, earliest_followed_from, listed
from tests.reference.obligation import Duty, Obligation, Subject, owed_in_cell, residence_cell
from tests.reference.rules import Figures, rule_set_of


def around_meetings_obligations(past: History) -> Iterator[Obligation]:
    """Each meeting that was called for, and each that was held."""
    for convened in past.all("meeting.convened"):
        yield from invitation_missing(past, convened)
    for held in past.all("meeting.held"):
        yield from content_missing(past, held)


def invitation_missing(past: History, convened: Entry) -> Iterator[Obligation]:
    """G10: somebody who is eligible on the last day for telling was not told; ends if cancelled."""
    if past.of(convened.stream, "meeting.cancelled"):
        return
    figures = figures_of(past, convened)
    notice = timedelta(days=figures["meeting.notice_days"])
    scheduled_for = date.fromisoformat(convened["scheduled_for"])
    due_on = max(scheduled_for - notice, convened.effect)
    if untold(past, convened, due_on):
        yield from owed_for_meeting(past, figures, "G10", convened, due_on)


def untold(past: History, convened: Entry, day: date) -> set[str]:
    """Name the links that are eligible in the cell on a day and had no notice (4.1-5).

    Of a partial meeting not all are listed (4.3-7).
    """
    told = {
        link
        for entry in past.of(convened.stream, "meeting.notices_delivered")
        for link in entry["links"]
    }
    cell = present_body(past, convened["cell"], day)
    eligible = [letter for letter in letters(past) if eligible_cell(past, letter, day) == cell]
    for held in past.of(convened.stream, "meeting.held"):
        eligible = listed(past, Calling(held, tuple(eligible)))
    return {letter.link for letter in eligible} - told


def content_missing(past: History, held: Entry) -> Iterator[Obligation]:
    """G11: nothing is on record of what was put forward, not one item."""
    if not any(entry["items"] for entry in past.of(held.stream, "meeting.content_recorded")):
        figures = figures_of(past, held)
        due_on = figures.days_after(held.effect, "meeting.content_days")
        yield from owed_for_meeting(past, figures, "G11", held, due_on)


def figures_of(past: History, opening: Entry) -> Figures:
    """A row of a meeting has the figures of its cell (4.1-7)."""
    rule_set = rule_set_of(past, opening, opening.effect)
    return Figures(past, rule_set, opening.effect, opening["cell"])


def owed_for_meeting(
    past: History, figures: Figures, code: str, opening: Entry, due_on: date
) -> Iterator[Obligation]:
    """Nothing opens before the cell has a committee that is followed (4.1-9)."""
    cell, opened_on = opening["cell"], opening.effect
    if opened_on >= earliest_followed_from(past, cell, opened_on):
        subject = Subject(cell=cell, meeting=opening.stream)
        owner = residence_cell(past, cell)
        duty = Duty(code, subject, owner, opened_on, due_on, opening.id)
        yield from owed_in_cell(past, figures, duty)
