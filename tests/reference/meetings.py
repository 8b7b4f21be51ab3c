"""Meetings of a residence cell: two a year G09, the list complete G12."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from tests.reference.bodies import becomes, followed_from, present_body
from tests.reference.days import days_from
from tests.reference.history import Entry, History
from tests.reference.links import Letter, eligible_cell, letters
from tests.reference.obligation import Duty, Obligation, Subject, owed_in_cell, residence_cell
from tests.reference.rules import Figures, rule_set_of, rule_set_on

UNKNOWN = "UNKNOWN"
ABSENT = ("UNEXCUSED", "REPRESENTED")


@dataclass(frozen=True, slots=True)
class Attended:
    """What is on record about one link at one meeting, and since when."""

    status: str
    since: date


@dataclass(frozen=True, slots=True)
class Half:
    """A half of a calendar year; ``anchor`` is its last day."""

    period: str
    first: date
    anchor: date


@dataclass(frozen=True, slots=True)
class Calling:
    """A meeting that was held, and the links that were called to it."""

    held: Entry
    links: tuple[Letter, ...]


def meeting_obligations(past: History) -> Iterator[Obligation]:
    """Rows of a cell and of its meetings."""
    placed = sorted({cell for letter in letters(past) for cell in cells_of(letter)})
    for half in halves(past):
        today = min(half.anchor, past.day)
        for cell in sorted({present_body(past, cell, today) for cell in placed}):
            yield from half_year_meeting_missing(past, cell, half)
    for meeting in callings(past):
        yield from attendance_unrecorded(past, meeting)


def half_year_meeting_missing(past: History, cell: str, half: Half) -> Iterator[Obligation]:
    """G09: no PERIODIC meeting for a half in which the cell had somebody to call (4.3-6)."""
    opened_on = first_eligible_day(past, cell, half)
    if opened_on is None:
        return
    figures = Figures(past, rule_set_on(past, opened_on), opened_on, cell)
    if half.anchor < earliest_followed_from(past, cell, half.anchor):
        return
    eligible_days = figures["meeting.eligible_days"]
    if not is_eligible_throughout(past, cell, half, eligible_days):
        return
    if any(settles(past, held, cell, half) for held in past.all("meeting.held")):
        return
    due_on = figures.days_after(half.anchor, "meeting.grace_days")
    subject = Subject(cell=cell, period=half.period)
    yield from owed_in_cell(
        past,
        figures,
        Duty("G09", subject, residence_cell(past, cell), opened_on, due_on, half.period),
    )


def first_eligible_day(past: History, cell: str, half: Half) -> date | None:
    """Find the first day of the half on which some link of the cell was eligible (G09)."""
    for day in days_from(half.first, half.anchor):
        if any(is_eligible(past, letter, cell, half, day) for letter in letters(past)):
            return day
    return None


def is_eligible_throughout(past: History, cell: str, half: Half, days: int) -> bool:
    """Tell whether one link was eligible on every one of the days that end with the anchor."""
    first = half.anchor - timedelta(days=days - 1)
    return any(
        all(is_eligible(past, letter, cell, half, day) for day in days_from(first, half.anchor))
        for letter in letters(past)
    )


def is_eligible(past: History, letter: Letter, cell: str, half: Half, day: date) -> bool:
    """4.1-5, where days of a predecessor count as days of the cell on the anchor (4.3-6).

    Asked before the anchor, the state of the day asked about is taken to last (4.1-4).
    """
    found = eligible_cell(past, letter, day)
    return found is not None and present_body(past, found, min(half.anchor, past.day)) == cell


def settles(past: History, held: Entry, cell: str, half: Half) -> bool:
    """Tell whether a meeting stands for this half of this cell.

    One of a predecessor before the anchor counts, and one of a successor afterwards, but never
    one of a cell that was merged with it only later (4.3-6).
    """
    if held["kind"] != "PERIODIC" or held["period"] != half.period:
        return False
    by_anchor = min(half.anchor, past.day)
    return becomes(past, held["cell"], cell, by_anchor) or becomes(
        past, cell, held["cell"], past.day
    )


def halves(past: History) -> Iterator[Half]:
    """Give every half that the record touches up to the day."""
    first_year = min((letter.start.effect.year for letter in letters(past)), default=9999)
    for year in range(first_year, past.day.year + 1):
        figures = rule_set_on(past, date(year, 1, 1)).figures
        middle = date.fromisoformat(f"{year}-{figures['meeting.first_half_ends']}")
        end = date.fromisoformat(f"{year}-{figures['meeting.second_half_ends']}")
        yield Half(f"{year}-H1", date(year, 1, 1), middle)
        yield Half(f"{year}-H2", middle + timedelta(days=1), end)


def attendance_unrecorded(past: History, meeting: Calling) -> Iterator[Obligation]:
    """G12: somebody who was called stands as unknown on the list of a meeting."""
    held = meeting.held
    answers = [attended(past, held.stream, letter.link) for letter in listed(past, meeting)]
    if all(answer.status != UNKNOWN for answer in answers):
        return
    if held.effect < earliest_followed_from(past, held["cell"], held.effect):
        return
    figures = Figures(past, rule_set_of(past, held, held.effect), held.effect, held["cell"])
    due_on = figures.days_after(held.effect, "meeting.attendance_days")
    subject = Subject(cell=held["cell"], meeting=held.stream)
    owner = residence_cell(past, held["cell"])
    yield from owed_in_cell(
        past, figures, Duty("G12", subject, owner, held.effect, due_on, held.id)
    )


@lru_cache(maxsize=1)
def callings(past: History) -> tuple[Calling, ...]:
    """List the meetings that were held, in order, with the links called to each (4.1-5)."""
    return tuple(Calling(held, called(past, held)) for held in past.all("meeting.held"))


def called(past: History, held: Entry) -> tuple[Letter, ...]:
    """List the links that were eligible on the day of a meeting in its cell (4.1-5)."""
    cell = present_body(past, held["cell"], held.effect)
    return tuple(
        letter for letter in letters(past) if eligible_cell(past, letter, held.effect) == cell
    )


def listed(past: History, meeting: Calling) -> list[Letter]:
    """List the called links whose attendance is owed; of a partial meeting not all (4.3-7)."""
    entered_links = {entry["link"] for entry in attendance_entries(past, meeting.held.stream)}
    entered = {
        letter.enrolment.committee
        for letter in letters(past)
        if letter.link in entered_links and letter.is_open(meeting.held.effect)
    }
    return [
        letter
        for letter in meeting.links
        if not meeting.held["partial"] or letter.enrolment.committee in entered
    ]


def attended(past: History, meeting: str, link: str) -> Attended:
    """Say whether one link came, as the list has been completed and excused by the day."""
    found = Attended(UNKNOWN, date.min)
    for entry in past.of(meeting, "meeting.held", "meeting.attendance_recorded"):
        for item in entry["attendance"]:
            if item["link"] == link and found.status == UNKNOWN:
                found = Attended(item["status"], entry.effect)
    for entry in past.of(meeting, "meeting.absence_excused"):
        if entry["link"] == link:
            found = Attended("EXCUSED", entry.effect)
    return found


def status_on(past: History, meeting: str, link: str, day: date) -> str:
    """Say whether one link came, as far as it was on record on a day."""
    answers = [
        item["status"]
        for entry in past.of(meeting, "meeting.held", "meeting.attendance_recorded")
        for item in entry["attendance"]
        if item["link"] == link and item["status"] != UNKNOWN and entry.effect <= day
    ]
    excused = any(
        entry["link"] == link and entry.effect <= day
        for entry in past.of(meeting, "meeting.absence_excused")
    )
    return "EXCUSED" if excused else next(iter(answers), UNKNOWN)


def attendance_entries(past: History, meeting: str) -> list[dict[str, str]]:
    """List every entry of attendance of a meeting."""
    entries = past.of(meeting, "meeting.held", "meeting.attendance_recorded")
    return [item for entry in entries for item in entry["attendance"]]


def cells_of(letter: Letter, day: date = date.max) -> set[str]:
    """Name the cells that a link was ever forwarded to, by a day."""
    placed = letter.all("link.forwarded", "link.carried_over")
    return {entry["cell"] for entry in placed if entry["cell"] and entry.effect <= day}


def earliest_followed_from(past: History, cell: str, day: date) -> date:
    """The earliest `followed_from` of the workplace committees with a link in a cell (4.1-9).

    A link is there that was placed there by the day that is counted from. Where nobody was, there
    is no committee to wait for.
    """
    there = (
        followed_from(past, letter.enrolment.committee)
        for letter in letters(past)
        if any(becomes(past, found, cell, past.day) for found in cells_of(letter, day))
    )
    return min(there, default=date.min)
