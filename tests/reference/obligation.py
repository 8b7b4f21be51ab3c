"""One open obligation, and what every row of the catalogue has in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

from tests.reference.bodies import followed_from, present_body
from tests.reference.history import Entry, History
from tests.reference.keys import name_of
from tests.reference.links import Letter, letters
from tests.reference.members import Enrolment, workplace_cell
from tests.reference.rules import Figures, rule_set_of
from tests.reference.stops import met_class_b, pause


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what an obligation is about (column "about"); what does not apply is None."""

    member: str | None = None
    enrolment: str | None = None
    residence_no: int | None = None
    link: str | None = None
    attempt: int | None = None
    cell: str | None = None
    meeting: str | None = None
    evaluation: str | None = None
    household: str | None = None
    paper: str | None = None
    period: str | None = None
    form: str | None = None
    body: str | None = None
    pair: str | None = None
    round: str | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """An office of a body, as the catalogue writes it: Wo, Ws, Wc, Ro, Rc (4.1-8)."""

    office: str
    body: str


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something that is owed on the day asked about; ``late`` makes it a gap (4.1-3)."""

    code: str
    step: str | None
    subject: Subject
    opened_on: date
    due_on: date | None
    late: bool
    owner: Owner
    key: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What one row says of one subject, before the rules that all rows share are applied."""

    code: str
    subject: Subject
    owner: Owner
    opened_on: date
    due_on: date | None
    ground: str
    step: str | None = None

    @property
    def key(self) -> str:
        """Code, subject and ground: the opening event, or a period (4.1-10)."""
        return f"{self.code}:{name_of(self.code, asdict(self.subject))}:{self.ground}"


def owed(past: History, figures: Figures, base: date, duty: Duty) -> Iterator[Obligation]:
    """Give the obligation if it holds in the rule set and has opened on the day.

    Nothing opens whose base is before ``followed_from`` of the workplace committee that
    ``figures`` are of (4.1-9).
    """
    if base >= followed_from(past, figures.body):
        yield from owed_in_cell(past, figures, duty)


def owed_in_cell(past: History, figures: Figures, duty: Duty) -> Iterator[Obligation]:
    """Give the obligation if it holds in the rule set, has opened and was not explained."""
    if figures.hold(duty.code) and duty.opened_on <= past.day and not is_explained(past, duty.key):
        yield Obligation(
            code=duty.code,
            step=duty.step,
            subject=duty.subject,
            opened_on=duty.opened_on,
            due_on=duty.due_on,
            late=duty.due_on is not None and duty.due_on < past.day,
            owner=duty.owner,
            key=duty.key,
        )


def is_explained(past: History, key: str) -> bool:
    """A gap ends explained on the day on which that was accepted (4.1-10)."""
    return any(e["obligation"] == key for e in past.all("obligation.gap_explained"))


def workplace(past: History, enrolment: Enrolment, office: str) -> Owner:
    """The office (Wo) or secretary (Ws) of the workplace committee, or the member's cell (Wc)."""
    cell = office == "Wc"
    body = workplace_cell(past, enrolment, past.day) if cell else enrolment.committee
    return Owner(office, present_body(past, body, past.day))


def residence(past: History, letter: Letter, office: str) -> Owner:
    """The residence committee (Ro), or the cell that the link is in (Rc), if it is in one."""
    cell = last_cell(past, letter, past.day) if office == "Rc" else None
    return Owner(office if cell else "Ro", present_body(past, cell or letter.body, past.day))


def last_cell(past: History, letter: Letter, day: date) -> str | None:
    """The cell that the link is in; where the letter has none, the last that the link was in."""
    of_link = [other for other in letters(past) if other.link == letter.link]
    cells = [cell for other in of_link if (cell := other.cell(day))]
    return letter.cell(day) or (cells[-1] if cells else None)


def residence_cell(past: History, cell: str) -> Owner:
    """The cell committee of a residence cell or of its successor (4.3-6)."""
    return Owner("Rc", present_body(past, cell, past.day))


def figures_of(past: History, letter: Letter, opening: Entry, opened_on: date) -> Figures:
    """A row about a letter or a link has the figures of its workplace committee (4.1-7)."""
    committee = letter.enrolment.committee
    rule_set = rule_set_of(past, opening, opened_on)
    return Figures(past, rule_set, opened_on, committee, pair=(committee, letter.body))


def is_stopped(past: History, letter: Letter, opened_on: date, paused_by: str = "s") -> bool:
    """Stops of a row about a link: lower-case ones pause; C, D and B end."""
    return (
        letter.is_closed(past.day)
        or letter.enrolment.is_over(past.day)
        or pause(past, letter.member, paused_by)(past.day)
        or met_class_b(past, letter.member, opened_on)
    )


def of_link(letter: Letter) -> Subject:
    """The subject of a row about a letter or a link."""
    return Subject(letter.member, link=letter.link, attempt=letter.attempt)
