"""Steps of a walk: lists stated, right and wrong ones, and their differences answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain.introduction.link import Link
from domain.private import Personal
from domain.reconciliation import (
    DifferenceAnswer,
    DifferenceAnswered,
    DifferenceKind,
    Reconciliation,
    RosterStated,
    StatedEntry,
    StatedStatus,
    reconciliation_id,
)
from tests.agreement.names import RESIDENCE_CELLS, WORKPLACES, named

if TYPE_CHECKING:
    from tests.agreement.walk import Walk


def state_roster(walk: Walk, day: date) -> None:
    """The residence states whom it has, now and then the workplace does, with mistakes."""
    workplace, residence = named(walk.pick(WORKPLACES)), named(walk.pick(["R1", "R1", "R2"]))
    as_on = day - timedelta(days=walk.pick([0, 0, 6, 30]))
    by, about = residence, workplace
    if walk.rng.random() < 0.2:
        by, about = workplace, residence
    walk.enter(
        walk.reconciliation(reconciliation_id(workplace, residence, as_on)),
        RosterStated,
        day,
        by=by,
        about=about,
        as_on=as_on,
        entries=tuple(_entries(walk, as_on)),
    )


def _entries(walk: Walk, as_on: date) -> Iterator[StatedEntry]:
    number = 0
    for link in walk.links():
        if link.as_of(as_on).letters and walk.rng.random() < (
            0.8 if link.open_letter_on(as_on) else 0.1
        ):
            number += 1
            yield _entry(walk, number, link, as_on)
    if walk.rng.random() < 0.3:
        stranger = Personal(named("stranger"), "x")
        yield StatedEntry(number + 1, None, stranger, None, None, StatedStatus.RECEIVED)


def _entry(walk: Walk, number: int, link: Link, as_on: date) -> StatedEntry:
    cell = link.cell_on(as_on)
    if walk.rng.random() < 0.2:
        cell = walk.pick([None, *map(named, RESIDENCE_CELLS)])
    status = StatedStatus.PLACED if cell else StatedStatus.RECEIVED
    if walk.rng.random() < 0.1:
        status = walk.pick(StatedStatus)
    return StatedEntry(number, link.id, None, None, cell, status)


def answer_difference(walk: Walk, day: date) -> None:
    """One difference of one list is answered."""
    lists = walk.pick(walk.of_kind(Reconciliation))
    if not lists:
        return
    which = [str(link.id) for link in walk.links()] + ["1", "2", "3"]
    keys = [f"{kind}:{one}" for kind in DifferenceKind for one in which]
    walk.rng.shuffle(keys)
    known = len(walk.log)
    for key in keys:
        answer = walk.pick(DifferenceAnswer)
        walk.enter(lists, DifferenceAnswered, day, difference=key, answer=answer, note=None)
        if len(walk.log) > known:
            return


STEPS = (state_roster, state_roster, answer_difference)
