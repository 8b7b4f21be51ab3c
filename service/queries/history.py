"""The record of a body: its acts in the order of the log, as far as they are asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from domain.decisions import VIETNAM
from projections.chronicle import ChronicleEntry
from projections.history import Filter, history
from projections.log import Log
from service.answers.topics import topics
from service.queries.asked import Asked, Position, cursor_of
from service.queries.page import Page
from service.queries.reader import Reader

FILTERS = (
    "stream",
    "member",
    "letter",
    "attempt",
    "officer",
    "topic",
    "command",
    "from",
    "to",
    "occurred_from",
    "occurred_until",
    "recorded_from",
    "recorded_until",
)
PARAMETERS = ("as_of", "known_at", "organization", *FILTERS, "limit", "cursor", "after")
_MOMENT = timedelta(microseconds=1)


def ask_history(reader: Reader) -> Page:
    """List the acts of a body in the order of the log; facts are asked of a member's chronicle."""
    return _page(reader, newest=False)


def newest_first(reader: Reader) -> Page:
    """List the same against the order of the log."""
    return _page(reader, newest=True)


def _page(reader: Reader, *, newest: bool) -> Page:
    reader.asked.only(*PARAMETERS)
    limit = reader.asked.limit()
    place = reader.asked.cursor(tuple[Position])
    found = history(
        reader.service.views,
        reader.viewpoint,
        filter_of(reader.asked, reader.bodies, reader.service.log),
        after=place[0] if place else None,
        newest_first=newest,
        limit=limit + 1,
    )
    shown = found[:limit]
    return Page(
        entry_items(reader, shown),
        cursor_of(shown[-1].position) if len(found) > limit else None,
    )


def filter_of(asked: Asked, committees: Sequence[UUID], log: Log) -> Filter:
    """Read what is looked for among the acts of some bodies, or among those of all."""
    return Filter(
        stream=asked.id("stream"),
        member=asked.id("member"),
        topics=asked.topics("topic", tuple(topics())),
        committees=tuple(committees),
        officer=asked.id("officer"),
        command=asked.id("command"),
        letter=asked.text("letter"),
        attempt=asked.number("attempt", 1, 32_767),
        from_day=asked.day("from"),
        to_day=asked.day("to"),
        occurred_from=asked.day("occurred_from"),
        occurred_until=asked.day("occurred_until"),
        from_position=_first_position(log, asked.moment("recorded_from")),
        to_position=_last_position(log, asked.moment("recorded_until")),
    )


def _first_position(log: Log, moment: date | datetime | None) -> int | None:
    """Find the first position recorded at an instant or later, or on a day in Vietnam."""
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min, VIETNAM)
    return log.position_at(moment - _MOMENT) + 1


def _last_position(log: Log, moment: date | datetime | None) -> int | None:
    """Find the last position recorded by an instant, or by the end of a day in Vietnam."""
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.max, VIETNAM)
    return log.position_at(moment)


def entry_items(reader: Reader, entries: list[ChronicleEntry]) -> list[dict[str, Any]]:
    """Say what some entries are, with the names of the bodies."""
    reader.called(entry.committee for entry in entries)
    return [entry_item(reader, entry) for entry in entries]


def entry_item(reader: Reader, entry: ChronicleEntry) -> dict[str, Any]:
    """Say what an entry is, and what became of it."""
    return {
        "event_id": entry.event,
        "position": entry.position,
        "stream": entry.stream,
        "topic": entry.topic,
        "effect_date": entry.effect_day,
        "occurred_on": entry.occurred_on,
        "recorded_at": entry.recorded_at,
        "command_id": entry.command,
        "officer": entry.officer,
        "office": entry.office,
        "side": entry.side,
        "committee": reader.names.as_it_was(entry.committee),
        "transcribed": entry.transcribed,
        "attempt": entry.attempt,
        "letter": entry.letter,
        "amends": entry.amends,
        "struck_by": entry.struck_by,
        "corrected_by": entry.corrected_by,
    }
