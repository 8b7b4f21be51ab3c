"""What a year of meetings comes to for one member (5.2)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from tests.reference.bodies import present_body
from tests.reference.days import days_from
from tests.reference.history import Entry, History
from tests.reference.links import Letter, letters_of
from tests.reference.meetings import UNKNOWN, Calling, attended, callings
from tests.reference.members import enrolment_on
from tests.reference.rules import Figures, rule_set_on
from tests.reference.slips import slips

HO_CHI_MINH = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class YearFigures:
    """Counts of meetings; attended, excused, absent, represented and unknown make up called."""

    held: int
    called: int
    attended: int
    excused: int
    absent: int
    represented: int
    unknown: int
    guest: int
    periodic_called: int
    periodic_attended: int
    other_called: int
    other_attended: int
    reminders: int
    notices: int
    answers: int
    late_recorded: int


def year_figures(past: History, member: str, year: int) -> YearFigures:
    """Count the figures of 5.2 for a year, up to the day of the history."""
    own = letters_of(past, member)
    held = meetings_held(past, own, year)
    called = {m.held.stream: answer(past, m, own) for m in held if is_called(m, own)}
    statuses = Counter(called.values())
    periodic = [called[m.held.stream] for m in held if is_called(m, own) and is_periodic(m)]
    other = [called[m.held.stream] for m in held if is_called(m, own) and not is_periodic(m)]
    guests = [m for m in held if not is_called(m, own) and answer(past, m, own) == "PRESENT"]
    notices = about_absences(past, own, year, "absence.reported")
    return YearFigures(
        held=len(held),
        called=len(called),
        attended=statuses["PRESENT"],
        excused=statuses["EXCUSED"],
        absent=statuses["UNEXCUSED"],
        represented=statuses["REPRESENTED"],
        unknown=statuses[UNKNOWN],
        guest=len(guests),
        periodic_called=len(periodic),
        periodic_attended=periodic.count("PRESENT"),
        other_called=len(other),
        other_attended=other.count("PRESENT"),
        reminders=len(about_absences(past, own, year, "absence.reminded")),
        notices=len(notices),
        answers=len(answers_to(past, notices)),
        late_recorded=late_recorded(past, member, year, held),
    )


def meetings_held(past: History, own: list[Letter], year: int) -> list[Calling]:
    """List the year's meetings of each cell in which a link was open on some day of it (held)."""
    last = min(past.day, date(year, 12, 31))
    cells = {
        present_body(past, cell, past.day)
        for letter in own
        for day in days_from(date(year, 1, 1), last)
        if letter.is_open(day) and (cell := letter.cell(day))
    }
    return [
        meeting
        for meeting in callings(past)
        if meeting.held.effect.year == year
        and present_body(past, meeting.held["cell"], past.day) in cells
    ]


def is_called(meeting: Calling, own: list[Letter]) -> bool:
    """On its day a link of the member was eligible (called)."""
    return any(letter in own for letter in meeting.links)


def is_periodic(meeting: Calling) -> bool:
    """Criterion 3 of the slip tells periodic meetings from others."""
    return bool(meeting.held["kind"] == "PERIODIC")


def answer(past: History, meeting: Calling, own: list[Letter]) -> str:
    """Say whether the member came, by the link that was called, else by any of his."""
    links = [letter.link for letter in own if letter in meeting.links] or [x.link for x in own]
    known = [attended(past, meeting.held.stream, link).status for link in links]
    return next((status for status in known if status != UNKNOWN), UNKNOWN)


def about_absences(past: History, own: list[Letter], year: int, topic: str) -> list[Entry]:
    """List the reminders or notices about absences in the year."""
    in_year = {e.stream for e in past.all("meeting.held") if e.effect.year == year}
    links = {letter.link for letter in own}
    entries = [entry for link in sorted(links) for entry in past.of(link, topic)]
    return [entry for entry in entries if in_year.intersection(entry["meetings"])]


def answers_to(past: History, notices: list[Entry]) -> list[Entry]:
    """List the workplace's answers to notices."""
    ids = {notice.id for notice in notices}
    return [entry for entry in past.all("absence.answered") if entry["report"] in ids]


def late_recorded(past: History, member: str, year: int, held: list[Calling]) -> int:
    """Count the events of the year entered more than record.late_days after their date."""
    streams = {member, *(letter.link for letter in letters_of(past, member))}
    streams |= {slip.stream for slip in slips(past) if slip.letter.member == member}
    streams |= {meeting.held.stream for meeting in held}
    return sum(
        is_late(past, member, entry)
        for stream in streams
        for entry in past.of(stream)
        if date.fromisoformat(entry["occurred_on"]).year == year
    )


def is_late(past: History, member: str, entry: Entry) -> bool:
    """Compare the day of entry in Vietnam with the date of the entry."""
    occurred_on = date.fromisoformat(entry["occurred_on"])
    recorded_at = datetime.fromisoformat(entry["recorded_at"])
    enrolment = enrolment_on(past, member, occurred_on)
    body = enrolment.committee if enrolment else member
    figures = Figures(past, rule_set_on(past, occurred_on), occurred_on, body)
    days = recorded_at.astimezone(HO_CHI_MINH).date() - occurred_on
    return days > timedelta(days=int(figures["record.late_days"]))
