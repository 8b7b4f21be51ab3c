"""What a workplace owes once a year: G24 of each cell, G31 and G32 of the committee."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tests.reference.bodies import ancestors, followed_from, present_body
from tests.reference.history import Entry, History
from tests.reference.members import Enrolment, enrolment_on, enrolments, members, workplace_cell
from tests.reference.obligation import Duty, Obligation, Owner, Subject, owed_in_cell
from tests.reference.rounds import round_of
from tests.reference.rules import Figures, rule_set_on
from tests.reference.stops import is_exempt

PARTS = ("sectional_committee", "cell", "party_group")


def workplace_year_obligations(past: History) -> Iterator[Obligation]:
    """One of each for a body and a year, from the year of the first enrolment on."""
    enrolled = [one for member in members(past) for one in enrolments(past, member)]
    moves = [str(entry["cell"]) for entry in past.all("member.cell_assigned")]
    cells = {*moves, *(str(one.entry["cell"]) for one in enrolled)}
    first = min((one.entry.effect.year for one in enrolled), default=9999)
    for year in range(first, past.day.year + 1):
        for cell in sorted(cells):
            yield from review_without_assessment(past, cell, year)
        for committee in sorted({one.committee for one in enrolled}):
            yield from no_periodic_review(past, committee, year)
            yield from no_inspection(past, committee, year)


def review_without_assessment(past: History, cell: str, year: int) -> Iterator[Obligation]:
    """G24: no COLLECTIVE or CLASSIFICATION review of the cell with its item on the regulation."""
    committee = committee_over(past, cell)
    round_ = round_of(past, committee, year)
    closed = past.of(round_.stream, "round.closed") if round_ else []
    held = [
        entry
        for entry in past.all("review.held")
        if is_of(entry, cell, year)
        and entry["kind"] in ("COLLECTIVE", "CLASSIFICATION")
        and entry["regulation_item"]
    ]
    duty = yearly(past, "G24", cell, committee, year)
    if duty and closed:
        duty = replace(duty, due_on=min(duty.due_on or date.max, closed[-1].effect))
    if duty is None or held or duty.opened_on > (duty.due_on or date.max):
        return
    if any(in_cell(past, one, cell, duty) for one in covered(past, duty)):
        yield from owed_in_cell(past, figures_of(past, cell, committee, year), duty)


def no_periodic_review(past: History, committee: str, year: int) -> Iterator[Obligation]:
    """G31: nobody took stock."""
    held = [e for e in past.all("periodic_review.held") if is_of(e, committee, year)]
    yield from of_committee(past, "G31", committee, year, held)


def no_inspection(past: History, committee: str, year: int) -> Iterator[Obligation]:
    """G32: nobody checked or urged in the year itself."""
    made = [e for e in past.all("inspection.made") if is_of(e, committee, year)]
    in_it = [entry for entry in made if entry.effect.year == year]
    yield from of_committee(past, "G32", committee, year, in_it)


def of_committee(
    past: History, code: str, committee: str, year: int, done: list[Entry]
) -> Iterator[Obligation]:
    """It exists for a committee with a covered member on the due day."""
    duty = yearly(past, code, committee, committee, year)
    if duty and not done and any(one.committee == committee for one in covered(past, duty)):
        yield from owed_in_cell(past, figures_of(past, committee, committee, year), duty)


def yearly(past: History, code: str, body: str, committee: str, year: int) -> Duty | None:
    """Opened on 1 January or `followed_from`; it exists if that is not after the due day."""
    opened_on = max(date(year, 1, 1), followed_from(past, committee))
    name = {"G24": "review.by", "G31": "periodic_review.by", "G32": "inspection.by"}[code]
    due_on = figures_of(past, body, committee, year).day_of_year(name, year)
    if opened_on > due_on:
        return None
    office = "Wc" if code == "G24" else "Ws"
    owner = Owner(office, present_body(past, body, past.day))
    cell = body if code == "G24" else None
    subject = Subject(body=body, cell=cell, period=str(year))
    return Duty(code, subject, owner, opened_on, due_on, str(year))


def figures_of(past: History, body: str, committee: str, year: int) -> Figures:
    """Figures of the body and those above it; last, those of the committee's round (4.1-7)."""
    opened_on = max(date(year, 1, 1), followed_from(past, committee))
    return Figures(
        past, rule_set_on(past, opened_on), opened_on, body, year=year, round_of=committee
    )


def covered(past: History, duty: Duty) -> Iterator[Enrolment]:
    """Who is enrolled, not departed and not of class B on the due day (5.1)."""
    day = duty.due_on or date.max
    for member in members(past):
        current = enrolment_on(past, member, day)
        if current and not current.is_over(day) and not is_exempt(past, member, "B", day):
            yield current


def in_cell(past: History, enrolment: Enrolment, cell: str, duty: Duty) -> bool:
    """Tell whether a member is in a cell on the due day."""
    return workplace_cell(past, enrolment, duty.due_on or date.max) == cell


def is_of(entry: Entry, body: str, year: int) -> bool:
    """Tell whose year an entry is about."""
    return bool(entry["body"] == body and entry["year"] == year)


def committee_over(past: History, cell: str) -> str:
    """The committee of which a cell is a part on the day."""
    for body in [cell, *reversed(ancestors(past, cell, past.day))]:
        registered = past.of(body, "organization.registered")
        if registered and registered[-1]["kind"] not in PARTS:
            return body
    return cell
