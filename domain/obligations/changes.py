"""What is owed when something changes: an old link closed (G33), the residence told (G34)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from domain.entries import Event
from domain.intervals import FOREVER, Interval
from domain.introduction.changes import Change, changes
from domain.introduction.events import LetterReceived, StatusNotified
from domain.introduction.letter import Letter
from domain.introduction.link import Link, link_id
from domain.member import ResidenceDeclared
from domain.obligations.matter import Matter, first_after, matter_of
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.opened import Opened, Settled, earliest, told_on


def old_links(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days a link is still open though the member was received elsewhere since."""
    member = histories.member(UUID(subject[1]))
    numbers = sorted({r.residence_no for r in member.of(ResidenceDeclared)})
    links = [histories.link(link_id(member.id, number)) for number in numbers]
    for link in links:
        elsewhere = [r for other in links if other is not link for r in other.of(LetterReceived)]
        for letter in link.letters:
            matter = matter_of(letter, link, member, histories)
            if matter and letter.opened:
                yield from _old_link(matter, letter, first_after(elsewhere, letter.opened))


def _old_link(matter: Matter, letter: Letter, received: Event | None) -> Iterator[Obligation]:
    """Nobody has two links at a time: the older one is closed."""
    if received and matter.link and received.effect_date < _told_open(letter).end:
        about = f"link/{matter.link.id}"
        opened = Opened(matter, "G33", about, received, received.effect_date)
        yield from opened.until(_closing(letter), matter.departed_on, residence_sees=True)


def untold(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days the residence of an open link waits to be told of a change."""
    link = histories.link(UUID(subject[1]))
    if link.member is None:
        return
    member = histories.member(link.member)
    for letter in link.letters:
        matter = matter_of(letter, link, member, histories)
        for change in changes(member, letter) if matter else ():
            if matter and change.day in _told_open(letter):
                yield from _untold(change, matter, letter, link)


def _untold(change: Change, matter: Matter, letter: Letter, link: Link) -> Iterator[Obligation]:
    """Of which changes the residence is told is a figure of the rules."""
    rules = matter.rule_set(change.entry, change.day)
    if change.kind in rules.codes("notify.changes"):
        told = (
            Settled(n, n.effect_date)
            for n in link.of(StatusNotified)
            if n.change is change.kind and change.said_on <= n.effect_date
        )
        about = f"change/{link.id}/{change.kind}"
        opened = Opened(matter, "G34", about, change.entry, change.day)
        closing = _closing(letter)
        yield from opened.until(earliest([*told, *([closing] if closing else [])]))


def _told_open(letter: Letter) -> Interval:
    """Give the days on which a link is open as far as anybody was told (4.1-3)."""
    end = told_on(letter.closed) if letter.closed else FOREVER
    return Interval(letter.opened.occurred_on if letter.opened else date.max, end)


def _closing(letter: Letter) -> Settled | None:
    return Settled(letter.closed, told_on(letter.closed)) if letter.closed else None
