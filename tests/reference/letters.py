"""The letter: signed G03, arrived G04, its slip returned G05 and filed G06."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.reference.days import on_any_day
from tests.reference.history import Entry, History
from tests.reference.links import Letter, letters
from tests.reference.members import declarations
from tests.reference.obligation import (
    Duty,
    Obligation,
    figures_of,
    is_stopped,
    of_link,
    owed,
    residence,
    workplace,
)
from tests.reference.stops import is_suspended, met_class_b, pause


def letter_obligations(past: History) -> Iterator[Obligation]:
    """Each letter has one open step at a time: written, signed, arrived, slip, filed (4.1-6)."""
    for letter in letters(past):
        if not letter.carried_over:
            yield from unsigned(past, letter)
            yield from not_presented(past, letter)
            yield from slip_missing(past, letter)
            yield from slip_unfiled(past, letter)


def unsigned(past: History, letter: Letter) -> Iterator[Obligation]:
    """G03: drafted, so the duty is the signer's (4.3-2)."""
    drafted = letter.first("letter.drafted")
    if drafted and not letter.first("letter.issued") and is_awaited(past, letter, drafted):
        figures = figures_of(past, letter, drafted, drafted.effect)
        paused = pause(past, letter.member, "s")
        due_on = figures.working_days_after(drafted.effect, "letter.sign_wd", paused)
        owner = workplace(past, letter.enrolment, "Ws")
        duty = Duty("G03", of_link(letter), owner, drafted.effect, due_on, drafted.id)
        yield from owed(past, figures, drafted.effect, duty)


def not_presented(past: History, letter: Letter) -> Iterator[Obligation]:
    """G04: issued, and no news of it; the slip may be the first news (4.3-3)."""
    issued = letter.first("letter.issued")
    news = letter.all("letter.received", "letter.returned", "slip.returned")
    if issued and not news and is_awaited(past, letter, issued):
        figures = figures_of(past, letter, issued, issued.effect)
        paused = pause(past, letter.member, "s")
        due_on = figures.working_days_after(issued.effect, "letter.present_wd", paused)
        owner = workplace(past, letter.enrolment, "Wo")
        duty = Duty("G04", of_link(letter), owner, issued.effect, due_on, issued.id)
        yield from owed(past, figures, issued.effect, duty)


def slip_missing(past: History, letter: Letter) -> Iterator[Obligation]:
    """G05: received, and no slip returned; the foot of the letter is one (4.3-4)."""
    received = letter.first("letter.received")
    if not received or letter.first("slip.returned") or is_stopped(past, letter, received.effect):
        return
    figures = figures_of(past, letter, received, received.effect)
    paused = pause(past, letter.member, "s")
    due_on = figures.days_after(received.effect, "slip.return_days", paused)
    owner = residence(past, letter, "Ro")
    duty = Duty("G05", of_link(letter), owner, received.effect, due_on, received.id)
    yield from owed(past, figures, received.effect, duty)


def slip_unfiled(past: History, letter: Letter) -> Iterator[Obligation]:
    """G06: the slip is there, from its arrival on, and not filed; class B alone ends it (4.3-5)."""
    slip = letter.first("slip.returned")
    if not slip or letter.first("slip.filed"):
        return
    base = slip.arrived_on
    if met_class_b(past, letter.member, base):
        return
    figures = figures_of(past, letter, slip, base)
    due_on = figures.working_days_after(base, "slip.file_wd")
    owner = workplace(past, letter.enrolment, "Wo")
    yield from owed(past, figures, base, Duty("G06", of_link(letter), owner, base, due_on, slip.id))


def is_awaited(past: History, letter: Letter, opening: Entry) -> bool:
    """Stops of G03 and G04: s pauses; LetterVoided, newer residence, B and D end."""
    return not (
        letter.first("letter.voided")
        or letter.enrolment.is_over(past.day)
        or is_suspended(past, letter.member, past.day)
        or has_newer_residence(past, letter, opening.effect)
        or met_class_b(past, letter.member, opening.effect)
    )


def has_newer_residence(past: History, letter: Letter, since: date) -> bool:
    """Tell whether a residence under another receiving body became the present one (4.3-1)."""

    def is_outlived(day: date) -> bool:
        numbers = [entry["residence_no"] for entry in declarations(past, letter.member, day)]
        return letter.residence_no in numbers and numbers[-1] != letter.residence_no

    return on_any_day(is_outlived, since, past.day)
