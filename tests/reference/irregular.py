"""Who comes to fewer meetings than half, G15."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.reference.days import days_from
from tests.reference.history import Entry, History
from tests.reference.links import Letter, letters
from tests.reference.meetings import UNKNOWN, callings, status_on
from tests.reference.obligation import Duty, Obligation, Subject, owed, workplace
from tests.reference.rules import Figures, rule_set_on
from tests.reference.stops import is_exempt, pause


def irregular_obligations(past: History) -> Iterator[Obligation]:
    """A link and a calendar year, which it ends with (4.1-10)."""
    if not past.all("meeting.held"):
        return
    for link in sorted({letter.link for letter in letters(past)}):
        yield from irregular_attendance(past, Year(past, link, past.day.year))


@dataclass(frozen=True, eq=False)
class Year:
    """The meetings of a calendar year to which a link was called."""

    past: History
    link: str
    year: int

    @property
    def meetings(self) -> list[Entry]:
        """The meetings, in order."""
        return [
            meeting.held
            for meeting in callings(self.past)
            if meeting.held.effect.year == self.year
            and self.link in {letter.link for letter in meeting.links}
        ]

    @property
    def feedback(self) -> list[Entry]:
        """What was talked over with the member about his attendance (4.3-14)."""
        given = self.past.of(self.link, "link.feedback_given")
        return [entry for entry in given if entry["on"] == "ATTENDANCE"]

    def letter_on(self, day: date) -> Letter | None:
        """The letter by which the link is open on a day."""
        open_ = [x for x in letters(self.past) if x.link == self.link and x.is_open(day)]
        return open_[-1] if open_ else None


def irregular_attendance(past: History, year: Year) -> Iterator[Obligation]:
    """G15: too seldom there, from the first day of the spell that lasts; a and s pause."""
    opened_on = irregular_since(past, year)
    letter = year.letter_on(past.day)
    if opened_on is None or letter is None or pause(past, letter.member, "as")(past.day):
        return
    duty = Duty(
        code="G15",
        subject=Subject(letter.member, link=year.link, period=str(year.year)),
        owner=workplace(past, letter.enrolment, "Wc"),
        opened_on=opened_on,
        due_on=opened_on,
        ground=str(opened_on),
    )
    yield from owed(past, figures_on(past, letter, opened_on), opened_on, duty)


def irregular_since(past: History, year: Year) -> date | None:
    """Walk the year; a spell has the figures of its first day (4.1-7).

    Feedback ends a spell; it opens anew on the day of the next called meeting at which it holds.
    """
    meetings, feedback = year.meetings, year.feedback
    since: date | None = None
    talked = False
    for day in days_from(date(year.year, 1, 1), past.day):
        letter = year.letter_on(day)
        if letter is None or is_ended(past, letter, day):
            since, talked = None, False
            continue
        figures = figures_on(past, letter, since or day)
        if not is_irregular(past, year, meetings, day, figures):
            since, talked = None, False
        elif since is None and not talked:
            since = day
        elif talked and any(held.effect == day for held in meetings):
            since, talked = day, False
        if since and any(entry.effect == day for entry in feedback):
            since, talked = None, True
    return since


def is_irregular(
    past: History, year: Year, meetings: list[Entry], day: date, figures: Figures
) -> bool:
    """Tell whether the known share is below the figure; excused and unknown count on neither side.

    What is on record is taken as of the day asked about (4.3-9).
    """
    said = [status_on(past, x.stream, year.link, day) for x in meetings if x.effect <= day]
    known = [status for status in said if status not in (UNKNOWN, "EXCUSED")]
    present = known.count("PRESENT")
    enough: int = figures["attendance.min_known"]
    return len(known) >= enough and present * 100 < figures["attendance.min_share"] * len(known)


def is_ended(past: History, letter: Letter, day: date) -> bool:
    """Stops C and D, and class B, which no row about a link outlives (4.3-15)."""
    return letter.enrolment.is_over(day) or is_exempt(past, letter.member, "B", day)


def figures_on(past: History, letter: Letter, day: date) -> Figures:
    """The figures of the member's committee and of the pair on a day (4.1-7)."""
    committee = letter.enrolment.committee
    return Figures(past, rule_set_on(past, day), day, committee, (committee, letter.body))
