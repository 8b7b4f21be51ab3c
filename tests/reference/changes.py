"""What a change asks for: the old link closed G33, the residence told of a departure G34."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.reference.history import Entry, History
from tests.reference.links import Letter, letters, letters_of
from tests.reference.obligation import (
    Duty,
    Obligation,
    Subject,
    figures_of,
    owed,
    workplace,
)
from tests.reference.stops import met_class_b


def change_obligations(past: History) -> Iterator[Obligation]:
    """Each link that is still open to the residence although something happened."""
    for letter in letters(past):
        if letter.opening and not is_told_closed(past, letter):
            yield from old_link_open(past, letter)
            yield from departure_untold(past, letter)


def is_told_closed(past: History, letter: Letter) -> bool:
    """A closing settles on the later of its effect date and its own (4.1-3)."""
    return any(told_on(closed) <= past.day for closed in letter.all("link.closed"))


def told_on(closed: Entry) -> date:
    """Give the later of effect date and date of a closing (4.1-3)."""
    return max(closed.effect, closed.day("occurred_on") or closed.effect)


def was_open(letter: Letter, entry: Entry) -> bool:
    """Tell whether a link was open, as far as told, on the day of an entry (4.1-3)."""
    opening = letter.opening
    closings = letter.all("link.closed")
    return (
        opening is not None
        and opening.effect <= entry.effect
        and all(told_on(closed) > entry.effect for closed in closings)
    )


def old_link_open(past: History, letter: Letter) -> Iterator[Obligation]:
    """G33: received elsewhere while this older link was open; D and B end."""
    others = [o for o in letters_of(past, letter.member) if o.link != letter.link]
    received = sorted(
        (r for o in others for r in o.all("letter.received")), key=lambda entry: entry.order
    )
    opening = letter.opening
    later = [r for r in received if opening and r.order > opening.order and was_open(letter, r)]
    if not later or letter.enrolment.is_over(past.day):
        return
    opened = later[0]
    if met_class_b(past, letter.member, opened.effect):
        return
    figures = figures_of(past, letter, opened, opened.effect)
    due_on = figures.days_after(opened.effect, "link.close_days")
    subject = Subject(letter.member, link=letter.link)
    owner = workplace(past, letter.enrolment, "Wo")
    yield from owed(
        past, figures, opened.effect, Duty("G33", subject, owner, opened.effect, due_on, opened.id)
    )


def departure_untold(past: History, letter: Letter) -> Iterator[Obligation]:
    """G34 for a departure: the notice settles it, whenever it is dated; B alone ends."""
    left = [
        entry
        for entry in past.of(letter.member, "member.departed")
        if entry["enrolment"] == letter.enrolment.entry.id and was_open(letter, entry)
    ]
    notices = [n for n in letter.all("link.status_notified") if n["change"] == "DEPARTED"]
    if not left or notices or met_class_b(past, letter.member, left[0].effect):
        return
    day = left[0].effect
    figures = figures_of(past, letter, left[0], day)
    if "DEPARTED" in figures["notify.changes"]:
        due_on = figures.days_after(day, "status.notify_days")
        subject = Subject(letter.member, paper=f"{letter.link}/DEPARTED")
        owner = workplace(past, letter.enrolment, "Wo")
        yield from owed(past, figures, day, Duty("G34", subject, owner, day, due_on, left[0].id))
