"""A household of which one comes for all, G16."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.reference.bodies import followed_from, present_body
from tests.reference.days import on_any_day
from tests.reference.history import Entry, History
from tests.reference.links import Letter, eligible_cell, household_of, letters
from tests.reference.meetings import ABSENT, Attended, attended, callings
from tests.reference.obligation import Duty, Obligation, Subject, owed_in_cell, residence_cell
from tests.reference.rules import Figures, rule_set_of


@dataclass(frozen=True, slots=True)
class Family:
    """A household in a cell."""

    household: str
    cell: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting to which at least two of a family were called, and who of them came."""

    held: Entry
    links: tuple[Letter, ...]
    answers: tuple[Attended, ...]

    @property
    def present(self) -> int:
        """How many of them came."""
        return sum(answer.status == "PRESENT" for answer in self.answers)

    @property
    def is_by_proxy(self) -> bool:
        """Exactly one came, every other was UNEXCUSED or REPRESENTED."""
        absent = sum(answer.status in ABSENT for answer in self.answers)
        return self.present == 1 and absent == len(self.answers) - 1


def household_obligations(past: History) -> Iterator[Obligation]:
    """G16, family by family."""
    for family, gatherings in families(past).items():
        yield from household_proxy(past, family, gatherings)


def household_proxy(
    past: History, family: Family, gatherings: list[Gathering]
) -> Iterator[Obligation]:
    """G16: walk the meetings of a family; a spell begins, runs past the next one, is mended.

    A later meeting with two of them settles; one with one of them is the "next meeting" on which
    it was due; any other neither settles nor counts.
    """
    spell: Gathering | None = None
    due_on: date | None = None
    for gathering in gatherings:
        if spell and is_mended(past, family, spell, gathering.held.effect):
            spell = None
        if spell and gathering.present > 1:
            spell = None
        elif spell and gathering.is_by_proxy:
            due_on = due_on or gathering.held.effect
        elif not spell and gathering.is_by_proxy:
            spell, due_on = gathering, None
    if spell and not is_mended(past, family, spell, past.day):
        yield from still_owed(past, family, spell, due_on)


def still_owed(
    past: History, family: Family, spell: Gathering, due_on: date | None
) -> Iterator[Obligation]:
    """State the obligation of a spell that goes on."""
    held = spell.held
    opened_on = max(answer.since for answer in spell.answers)
    if held.effect < min(followed_from(past, x.enrolment.committee) for x in spell.links):
        return
    figures = Figures(past, rule_set_of(past, held, opened_on), opened_on, family.cell)
    subject = Subject(cell=family.cell, household=family.household)
    owner = residence_cell(past, family.cell)
    yield from owed_in_cell(past, figures, Duty("G16", subject, owner, opened_on, due_on, held.id))


def is_mended(past: History, family: Family, spell: Gathering, by: date) -> bool:
    """Tell whether somebody spoke with one of them, or fewer than two were eligible, by a day."""
    spoken = any(
        entry["on"] == "ATTENDANCE" and spell.held.effect <= entry.effect <= by
        for letter in spell.links
        for entry in past.of(letter.link, "link.feedback_given")
    )
    return spoken or on_any_day(
        lambda day: len(eligible_of(past, family, day)) < 2, spell.held.effect, by
    )


def eligible_of(past: History, family: Family, day: date) -> list[Letter]:
    """List the eligible links of a family on a day."""
    return [letter for letter in letters(past) if family in family_of(past, letter, day)]


def family_of(past: History, letter: Letter, day: date) -> list[Family]:
    """Name the family of a link on a day, if it is eligible and has one."""
    household = household_of(past, letter, day)
    cell = eligible_cell(past, letter, day) if household else None
    return [Family(household, present_body(past, cell, past.day))] if household and cell else []


def families(past: History) -> dict[Family, list[Gathering]]:
    """Give for each family the meetings to which at least two of it were called, in order."""
    found: dict[Family, list[Gathering]] = {}
    for meeting in callings(past):
        by_family: dict[Family, list[Letter]] = {}
        for letter in meeting.links:
            for family in family_of(past, letter, meeting.held.effect):
                by_family.setdefault(family, []).append(letter)
        for family, links in by_family.items():
            if len(links) > 1:
                found.setdefault(family, []).append(_gathering(past, meeting.held, links))
    return found


def _gathering(past: History, held: Entry, links: list[Letter]) -> Gathering:
    answers = tuple(attended(past, held.stream, letter.link) for letter in links)
    return Gathering(held, tuple(links), answers)
