"""Which link a member's year is judged by (5.3)."""

from __future__ import annotations

from datetime import date

from tests.reference.days import days_from
from tests.reference.history import History, Order
from tests.reference.links import Letter, eligible_cell, letters_of
from tests.reference.rules import Figures


def link_of_year(past: History, member: str, year: int, figures: Figures) -> str | None:
    """Give the link of (member, year), None with no eligible day (5.3)."""
    request_by = figures.day_of_year("round.request_by", year)
    linked_by = figures.day_of_year("round.linked_by", year)
    own = letters_of(past, member)
    timely = [
        letter
        for letter in own
        if letter.is_open(request_by) and (letter.carried_over or opened(letter)[0] <= linked_by)
    ]
    if timely:
        return max(timely, key=opened).link
    counted = {
        link: sum(
            days_eligible(past, letter, year, request_by) for letter in own if letter.link == link
        )
        for link in {letter.link for letter in own if letter.opening}
    }
    best = max(counted, key=lambda link: (counted[link], last_opened(own, link)), default=None)
    return best if best and counted[best] else None


def days_eligible(past: History, letter: Letter, year: int, request_by: date) -> int:
    """Count the eligible days from 1 January to round.request_by."""
    days = days_from(date(year, 1, 1), request_by)
    return sum(eligible_cell(past, letter, day) is not None for day in days)


def opened(letter: Letter) -> Order:
    """When the link was opened by a letter."""
    return letter.opening.order if letter.opening else (date.min, 0)


def last_opened(own: list[Letter], link: str) -> Order:
    """When a link was last opened: "the later one on a tie"."""
    return max(opened(letter) for letter in own if letter.link == link)
