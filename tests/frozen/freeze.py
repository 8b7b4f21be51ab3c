"""Freezes what is new: ``python -m tests.frozen.freeze`` adds what the golden files lack.

It changes nothing that they have, and stops where the code would break what stands there.
"""

from __future__ import annotations

from hashlib import sha256

from eventsourcing.persistence import Notification

from domain.entries import Event
from domain.private import Sealed
from service.store.mapper import SealingMapper
from service.store.sealing import Sealing
from tests import year
from tests.event_classes import event_classes
from tests.frozen.breaks import DELIBERATELY, broken
from tests.frozen.golden import (
    EVENTS,
    FORMAT,
    SEALED,
    golden_events,
    keys,
    line_of,
    read,
    write,
)
from tests.frozen.shape import format_of
from tests.frozen.written_again import decoded, path_of, private_in, written_again
from tests.paper import Paper, Pen
from tests.scenario import given

# The workplace alone is online in spring: it copies the papers of the ward.
COPIED = (year.RECEIVED, year.FORWARDED, year.SLIP_RETURNED)


def freeze() -> None:
    """Add new classes and fields to the format, and a state for each to the golden log."""
    now = format_of(event_classes())
    sentences = list(broken(read(FORMAT), now))
    if breaking := [sentence for sentence in sentences if DELIBERATELY not in sentence]:
        raise SystemExit("\n".join(breaking))
    write(FORMAT, now, depth=4)
    frozen = {event.topic for event in golden_events() if written_again(event) == event.state}
    for entry in _entries_of_the_year():
        if entry.TOPIC not in frozen:
            frozen.add(entry.TOPIC)
            _append(entry)


def _entries_of_the_year() -> list[Event]:
    papers: list[Paper | Pen] = [
        paper.transcribed() if paper in COPIED and isinstance(paper, Paper) else paper
        for paper in year.YEAR
    ]
    entry_of = given(*papers).entry_of
    return [entry_of[paper] for paper in papers]


def _append(entry: Event) -> None:
    sealed = read(SEALED)
    for value in private_in(entry):
        key = sha256(b"not secret" + value.person.bytes).hexdigest()
        sealed["keys"].setdefault(str(value.person), key)
    write(SEALED, sealed)
    stored = SealingMapper(Sealing(keys())).to_stored_event(entry)
    row = Notification(
        originator_id=stored.originator_id,
        originator_version=stored.originator_version,
        topic=stored.topic,
        state=stored.state,
        id=len(golden_events()) + 1,
    )
    with EVENTS.open("a", encoding="utf-8") as log:
        log.write(f"{line_of(row)}\n")
    for value in private_in(decoded(row)):
        if isinstance(value, Sealed):
            sealed["texts"][path_of(value)] = Sealing(keys()).open(value)
    write(SEALED, sealed)


if __name__ == "__main__":
    freeze()
