"""Runs of days: the answer on a day holds until the next day on which it may change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from domain.intervals import FOREVER
from domain.introduction.link import Link
from domain.member import Member


class Dated(Protocol):
    """A row that holds on the days from ``from_day`` on, before ``to_day``."""

    @property
    def from_day(self) -> date:
        """The first day."""

    @property
    def to_day(self) -> date:
        """The first day without."""


DatedT = TypeVar("DatedT", bound=Dated)


def runs(days: Iterable[date], answer: Callable[[date], DatedT | None]) -> Iterator[DatedT]:
    """Ask on each day of change and join equal answers that follow each other.

    An answer is given for its day on, without an end. Before the first day there is none.
    """
    standing: DatedT | None = None
    for day in sorted(set(days) - {FOREVER}):
        now = answer(day)
        if standing and now and replace(now, from_day=standing.from_day) == standing:  # type: ignore[type-var]
            continue
        if standing:
            yield replace(standing, to_day=day)  # type: ignore[type-var]
        standing = now
    if standing:
        yield standing


def days_of_change(member: Member, links: Iterable[Link]) -> Iterator[date]:
    """Name the days on which something about a member and his links may read otherwise."""
    for stream in (member, *links):
        yield from (entry.effect_date for entry in stream.effective)
    for exemption in member.exemptions():
        yield from exemption.days
    for days in member.suspensions():
        yield from days
