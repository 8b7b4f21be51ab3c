"""Placing: a cell, then a Party group G07, then somebody who follows the member G08."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.reference.bodies import groups_of, is_in_office, present_body
from tests.reference.days import days_from
from tests.reference.history import Entry, History, Order
from tests.reference.links import Letter, is_group_of, letters
from tests.reference.members import lived_from, new_neighborhoods
from tests.reference.obligation import (
    Duty,
    Obligation,
    figures_of,
    is_stopped,
    of_link,
    owed,
    residence,
)
from tests.reference.stops import pause

EARLIEST: Order = (date.min, 0)
OFFICE_ENDS = (
    "organization.officer_relieved",
    "organization.committee_elected",
    "organization.dissolved",
    "organization.succeeded",
)


def placing_obligations(past: History) -> Iterator[Obligation]:
    """A link has one open step at a time: cell, group, monitor (4.1-6)."""
    for letter in letters(past):
        steps = (without_cell(past, letter), without_group(past, letter), unmonitored(past, letter))
        yield from next(filter(None, (list(step) for step in steps)), [])


def without_cell(past: History, letter: Letter) -> Iterator[Obligation]:
    """G07 CELL: not forwarded since receipt, or since a new neighborhood was lived in.

    A second opening while the first still runs is the same failing: the first goes on (4.1-6),
    unless it was explained.
    """
    for opening, cause in cell_openings(past, letter):
        forwarded = any(entry.order > cause for entry in letter.all("link.forwarded"))
        if not forwarded and not is_stopped(past, letter, opening.effect):
            figures = figures_of(past, letter, opening, opening.effect)
            paused = pause(past, letter.member, "s")
            due_on = figures.days_after(opening.effect, "place.days", paused)
            owner = residence(past, letter, "Ro")
            duty = Duty(
                "G07", of_link(letter), owner, opening.effect, due_on, opening.id, step="CELL"
            )
            if standing := list(owed(past, figures, opening.effect, duty)):
                yield from standing
                return


def cell_openings(past: History, letter: Letter) -> Iterator[tuple[Entry, Order]]:
    """Give what opens G07 CELL, each with the moment from which a forwarding answers it (4.1-3).

    Receipt is answered by any forwarding; a new neighborhood by one dated on or after the move.
    """
    received = letter.first("letter.received")
    if received and not letter.carried_over:
        yield received, EARLIEST
    for declared in new_neighborhoods(past, letter.member, letter.residence_no):
        if letter.is_open(declared.effect):
            yield declared, lived_from(declared)


def without_group(past: History, letter: Letter) -> Iterator[Obligation]:
    """G07 GROUP: forwarded to a cell that has groups that day, and in none of them."""
    forwarded, cause = forwardings_to_present_cell(past, letter)
    opening = next((e for e in forwarded if groups_of(past, e["cell"], e.effect)), None)
    if opening is None or is_stopped(past, letter, opening.effect, "as"):
        return
    assigned = any(
        entry.order > cause and is_group_of(past, entry["group"], opening["cell"], entry.effect)
        for entry in letter.all("link.group_assigned")
    )
    if assigned:
        return
    figures = figures_of(past, letter, opening, opening.effect)
    due_on = figures.days_after(opening.effect, "place.days", pause(past, letter.member, "as"))
    owner = residence(past, letter, "Rc")
    duty = Duty("G07", of_link(letter), owner, opening.effect, due_on, opening.id, step="GROUP")
    yield from owed(past, figures, opening.effect, duty)


def unmonitored(past: History, letter: Letter) -> Iterator[Obligation]:
    """G08: nobody in office follows the member since he was forwarded, or since an office ended."""
    forwarded, cause = forwardings_to_present_cell(past, letter)
    assigned = [
        entry
        for entry in letter.all("link.monitor_assigned")
        if entry.order > cause and is_serving(past, letter, entry["monitor"], entry.effect)
    ]
    opening = forwarded[0] if forwarded and not assigned else None
    opened_on = office_ended_on(past, letter, assigned[-1]) if assigned else None
    opened_on = opening.effect if opening else opened_on
    if opened_on is None or is_stopped(past, letter, opened_on, "as"):
        return
    rule_giver = opening or assigned[-1]
    ground = opening.id if opening else office_ended_by(past, letter, assigned[-1], opened_on)
    figures = figures_of(past, letter, rule_giver, opened_on)
    due_on = figures.days_after(opened_on, "monitor.days", pause(past, letter.member, "as"))
    owner = residence(past, letter, "Rc")
    yield from owed(
        past, figures, opened_on, Duty("G08", of_link(letter), owner, opened_on, due_on, ground)
    )


def forwardings_to_present_cell(past: History, letter: Letter) -> tuple[list[Entry], Order]:
    """List the forwardings to the cell that the link is in, since it came there.

    Beside it the moment from which acts count: a new cell opens anew (4.1-3), the first does not.
    """
    forwarded: list[Entry] = []
    cause = EARLIEST
    cell = None
    for entry in letter.all("link.carried_over", "link.forwarded"):
        before, cell = cell, entry["cell"] and present_body(past, entry["cell"], past.day)
        if before and cell != before:
            forwarded, cause = [], entry.order
        if entry.topic == "link.forwarded":
            forwarded.append(entry)
    return forwarded, cause


def office_ended_on(past: History, letter: Letter, assigned: Entry) -> date | None:
    """Find the day on which the office of the last monitor ended (G08)."""
    days = days_from(assigned.effect, past.day)
    return next((d for d in days if not is_serving(past, letter, assigned["monitor"], d)), None)


def office_ended_by(past: History, letter: Letter, assigned: Entry, day: date) -> str:
    """Name the entry by which the office ended on a day (G08)."""
    bodies = lineage(past, {letter.body, letter.cell(day) or letter.body}, day)
    ends = [e for body in sorted(bodies) for e in past.of(body, *OFFICE_ENDS) if e.effect == day]
    own = [e for e in ends if e.facts.get("officer", assigned["monitor"]) == assigned["monitor"]]
    return own[0].id if own else assigned.id


def is_serving(past: History, letter: Letter, monitor: str, day: date) -> bool:
    """Tell whether a monitor sits on the cell or the receiving body; unrecorded counts as yes."""
    bodies = {letter.body, letter.cell(day) or letter.body}
    answers = [is_in_office(past, monitor, body, day) for body in lineage(past, bodies, day)]
    return True in answers or False not in answers


def lineage(past: History, bodies: set[str], day: date) -> set[str]:
    """Name bodies and those that stand in their place on a day."""
    return bodies | {present_body(past, body, day) for body in bodies}
