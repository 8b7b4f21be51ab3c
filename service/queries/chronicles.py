"""Everything that happened: about one member with the papers, and the record of a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.entries import Event
from domain.intervals import Interval
from domain.member import Member, MemberEnrolled
from domain.private import Private, Sealed
from domain.refusals import NotVisible
from projections.chronicle import ChronicleEntry
from projections.history import Filter, Place, chronicle_of, history
from projections.introduced import introduced_of
from service.queries.asked import cursor_of
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = ("as_of", "known_at", "organization", "limit", "cursor", "after")
HISTORY_PARAMETERS = (*PARAMETERS, "stream", "topic", "command", "from", "to")
_INNER = frozenset({"letter.drafted", "slip.filed", "evaluation.consolidated", "evaluation.filed"})
_ENVELOPE = frozenset(field.name for field in fields(Event))
_FIRST_WORDS = ("letter", "slip", "link", "absence", "meeting", "evaluation", "entry")


def ask_chronicle(reader: Reader, member: UUID) -> Page:
    """List everything about one member that the asker may see, by date, with the papers."""
    reader.asked.only(*PARAMETERS)
    sight = _sight(reader, member)
    limit = reader.asked.limit()
    place = reader.asked.cursor(int, int)
    after = Place(date.fromordinal(place[0]), place[1]) if place else None
    found = chronicle_of(
        reader.service.views, member, reader.viewpoint, after=after, limit=limit + 1
    )
    page = found[:limit]
    shown = [entry for entry in page if sight.covers(entry)]
    reader.called(entry.committee for entry in shown)
    events = reader.service.coordination.streams_of({entry.stream for entry in shown})
    items = [
        _entry(reader, entry) | {"facts": _facts(reader, entry, events[entry.stream], sight)}
        for entry in shown
    ]
    end = page[-1] if len(found) > limit else None
    return Page(items, cursor_of(end.effect_day.toordinal(), end.position) if end else None)


def ask_history(reader: Reader) -> Page:
    """List the acts of a body in the order of the log; facts are asked of a member's chronicle."""
    asked = reader.asked
    asked.only(*HISTORY_PARAMETERS)
    limit = asked.limit()
    place = asked.cursor(int)
    wanted = Filter(
        stream=asked.id("stream"),
        topics=tuple(topic for topic in asked.given.get("topic", "").split(",") if topic),
        committee=reader.body.id,
        command=asked.id("command"),
        from_day=asked.day("from"),
        to_day=asked.day("to"),
    )
    found = history(
        reader.service.views,
        reader.viewpoint,
        wanted,
        after=place[0] if place else 0,
        limit=limit + 1,
    )
    shown = found[:limit]
    reader.called(entry.committee for entry in shown)
    items = [_entry(reader, entry) for entry in shown]
    return Page(items, cursor_of(shown[-1].position) if len(found) > limit else None)


class Sight:
    """What of a member's chronicle one body may see.

    The workplace sees its own days and its own acts; the residence the links introduced to it,
    from the letter on, and nothing of the workplace's inner papers.
    """

    def __init__(
        self, days: Sequence[Interval], committee: UUID, streams: set[UUID] | None
    ) -> None:
        self._days = days
        self._committee = committee
        self._streams = streams
        self.people: set[UUID] = set()

    def covers(self, entry: ChronicleEntry) -> bool:
        """Tell whether an entry may be shown."""
        if self._streams is None:
            mine = entry.committee == self._committee
            return mine or any(entry.effect_day in days for days in self._days)
        first_word = entry.topic.partition(".")[0]
        shown = first_word in _FIRST_WORDS and entry.topic not in _INNER
        return shown and bool({entry.stream, *entry.about} & self._streams)

    def shows(self, person: UUID) -> bool:
        """Tell whether what is private about a person belongs to this chronicle."""
        return person in self.people


def _sight(reader: Reader, member_id: UUID) -> Sight:
    member = Member.replay(member_id, reader.service.coordination.events_of(member_id))
    own = [e for e in member.of(MemberEnrolled) if e.committee == reader.committee]
    in_cell = not reader.is_cell or member.cell_on(reader.viewpoint.as_of) == reader.body.id
    if own and in_cell and Side.WORKPLACE in reader.sides:
        days = [Interval(e.occurred_on, member.departed_on(e)) for e in own]
        sight = Sight(days, reader.committee, None)
    else:
        sight = _from_residence(reader, member_id)
    sight.people = {member_id}
    return sight


def _from_residence(reader: Reader, member: UUID) -> Sight:
    rows = introduced_of(reader.service.views, [member], reader.viewpoint)
    seen = [row for row in rows if row.body == reader.committee]
    if reader.is_cell:
        seen = [row for row in seen if row.cell == reader.body.id]
    if not seen:
        raise NotVisible(field="member", member=member)
    return Sight([], reader.committee, {row.link for row in seen})


def _entry(reader: Reader, entry: ChronicleEntry) -> dict[str, Any]:
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
        "committee": reader.named(entry.committee),
        "transcribed": entry.transcribed,
        "amends": entry.amends,
        "struck_by": entry.struck_by,
        "corrected_by": entry.corrected_by,
    }


def _facts(
    reader: Reader, entry: ChronicleEntry, events: Sequence[Event], sight: Sight
) -> dict[str, Any]:
    """Give what a paper says, as it was entered; of other people in it nothing private."""
    event = events[int(entry.event.rpartition("/")[2]) - 1]
    named = (field.name for field in fields(event) if field.name not in _ENVELOPE)
    return {name.rstrip("_"): _shown(reader, getattr(event, name), sight) for name in named}


def _shown(reader: Reader, value: Any, sight: Sight) -> Any:
    if isinstance(value, Private):
        if not (isinstance(value, Sealed) and sight.shows(value.person)):
            return None
        reader.opened.add(value.person)
        return reader.service.coordination.sealing.open(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _shown(reader, getattr(value, field.name), sight) for field in fields(value)
        }
    if isinstance(value, tuple | list):
        return [_shown(reader, item, sight) for item in value]
    if isinstance(value, dict):
        return {key: _shown(reader, item, sight) for key, item in value.items()}
    return value
