"""Two committees with enough links between them and no agreement, G30."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.reference.bodies import followed_from
from tests.reference.history import History
from tests.reference.links import Letter, letters
from tests.reference.obligation import Duty, Obligation, Owner, Subject, owed
from tests.reference.rules import Figures, rule_set_on

Pair = tuple[str, str]


def agreement_obligations(past: History) -> Iterator[Obligation]:
    """A finding that holds or does not on a day; its first day decides by which figures."""
    between: dict[Pair, list[Letter]] = {}
    for letter in letters(past):
        between.setdefault((letter.enrolment.committee, letter.body), []).append(letter)
    for pair, links in sorted(between.items()):
        opened_on = lacking_since(past, pair, links)
        if opened_on:
            subject = Subject(pair="/".join(pair))
            duty = Duty("G30", subject, Owner("Ws", pair[0]), opened_on, opened_on, str(opened_on))
            yield from owed(past, figures_on(past, pair, opened_on), opened_on, duty)


def lacking_since(past: History, pair: Pair, links: list[Letter]) -> date | None:
    """Go through all days since the committee is followed; give the first of a spell that lasts."""
    since: date | None = None
    day = followed_from(past, pair[0])
    while day <= past.day:
        if since and not lacks(past, pair, links, day, figures_on(past, pair, since)):
            since = None
        figures = figures_on(past, pair, day)
        if since is None and figures.hold("G30") and lacks(past, pair, links, day, figures):
            since = day
        day += timedelta(days=1)
    return since


def lacks(past: History, pair: Pair, links: list[Letter], day: date, figures: Figures) -> bool:
    """Tell whether there are enough open links, and no agreement in force."""
    open_links = {letter.link for letter in links if letter.is_open(day)}
    enough: int = figures["coordination.min_links"]
    return len(open_links) >= enough and not list(figures_on(past, pair, day).agreed_by(*pair))


def figures_on(past: History, pair: Pair, day: date) -> Figures:
    """The figures of a pair on a day (4.1-7)."""
    return Figures(past, rule_set_on(past, day), day, pair[0], pair)
