"""Striking an entry through, with the right facts beside it or without: nothing is rewritten.

What others rest on is struck last: whether a later entry rests on this one is found by asking its
own decision again, once with the entry as it read and once as it would read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from domain.acts import Act
from domain.amendment import amended, field_named, looked_up, types_of
from domain.decisions import Streams, against, refused, twin
from domain.entries import (
    EntryCorrected,
    EntryVoided,
    Event,
    EventT,
    Stream,
    standing,
    version_of,
)
from domain.refusals import OtherFactsOnRecord, RestsOnIt, StruckEntry, SubjectIsFixed

CORRECTABLE_ENVELOPE = frozenset({"occurred_on", "transcribed.arrived_on"})


def correct(
    stream: Stream,
    event: str,
    facts: Mapping[str, Any],
    *,
    reason: str,
    act: Act,
    streams: Streams,
) -> EntryCorrected:
    """Strike an entry through and put the right facts beside it.

    Raises every refusal that the right facts would have met, ``SubjectIsFixed`` for a wrong
    person or body (which is voided instead), ``UnknownPath`` for a path that leads nowhere.
    """
    target = _standing_entry(stream, event)
    if isinstance(target, EntryCorrected | EntryVoided):
        raise StruckEntry(field="event", event=event)
    for path in facts:
        _not_the_subject(target, path)
    now = next(e for e in stream.effective if e.id == event)
    mended = amended(now, facts)
    earlier = stream.prefix(target.originator_version)
    if same := twin(earlier, mended):
        raise OtherFactsOnRecord(field="facts", entry=same.id)
    if objection := refused(earlier, mended, streams):
        raise objection
    rule_set = streams.rulebook.in_force(act.occurred_on).id
    correction = stream.propose(
        EntryCorrected, act, rule_set, event=event, reason=reason, facts=facts
    )
    return _appended(stream, correction, target, streams)


def void(stream: Stream, event: str, *, reason: str, act: Act, streams: Streams) -> EntryVoided:
    """Strike an entry through; voiding a void or a correction undoes that one."""
    target = _standing_entry(stream, event)
    rule_set = streams.rulebook.in_force(act.occurred_on).id
    voided = stream.propose(EntryVoided, act, rule_set, event=event, reason=reason)
    return _appended(stream, voided, target, streams)


def _standing_entry(stream: Stream, event: str) -> Event:
    for entry in standing(stream.entries).values():
        if entry.id == event:
            return entry
    raise StruckEntry(field="event", event=event)


def _not_the_subject(entry: Event, path: str) -> None:
    if path in CORRECTABLE_ENVELOPE:
        return
    annotation, _ = looked_up(entry, path)
    name = field_named(type(entry), path.split(".", maxsplit=1)[0])
    envelope = name in types_of(Event)
    natural = name in (entry.NATURAL_KEY or ()) and annotation is not date
    if envelope or natural or annotation in (UUID, UUID | None):
        raise SubjectIsFixed(field=f"facts.{path}", event=entry.id)


def _appended(stream: Stream, change: EventT, target: Event, streams: Streams) -> EventT:
    for objection in against(stream, change, streams):
        raise objection
    after = type(stream).replay(stream.id)
    for entry in stream.entries:
        after.keep(entry)
    after.keep(change)
    if resting := _resting(stream, after, _first(stream, target), streams):
        raise RestsOnIt(field="event", event=target.id, resting=resting.id)
    stream.append(change)
    return change


def _first(stream: Stream, change: Event) -> Event:
    """Follow a correction or a void to the entry that it is about in the end."""
    while isinstance(change, EntryCorrected | EntryVoided):
        change = stream.entries[version_of(change.event) - 1]
    return change


def _resting(before: Stream, after: Stream, target: Event, streams: Streams) -> Event | None:
    """Find a later entry that stood before the change and could not have been entered after it."""
    for entry in sorted(after.effective, key=lambda e: e.originator_version):
        version = entry.originator_version
        later = version > target.originator_version
        stood = later and _could_follow(before.prefix(version), entry, streams)
        if stood and not _could_follow(after.prefix(version), entry, streams):
            return entry
    return None


def _could_follow(stream: Stream, entry: Event, streams: Streams) -> bool:
    return not twin(stream, entry) and refused(stream, entry, streams) is None
