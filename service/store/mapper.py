"""Between an event of the domain and its row in the log; the form is frozen by docs/format.md."""

from __future__ import annotations

from functools import cache, partial
from uuid import UUID

import msgspec
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import (
    Mapper,
    MapperDeserialisationError,
    Notification,
    StoredEvent,
)
from eventsourcing.utils import TopicError, get_topic, resolve_topic

from domain.entries import Event
from domain.private import Personal, Place, Sealed
from service.store.database import uuid_of
from service.store.records import Record
from service.store.sealing import Sealing

_PLACE = ("originator_id", "originator_version", "position")


class UnreadableEvent(MapperDeserialisationError):
    """A stored state says more, less or other than the class of its topic knows."""

    def __init__(self, stored: StoredEvent, why: object) -> None:
        """``why`` names fields and types, never a value."""
        place = f"{stored.originator_id}/{stored.originator_version}"
        super().__init__(f"{stored.topic} at {place} cannot be read: {why}")


class SealingMapper(Mapper[UUID]):
    """Seals private values on the way into the log, and leaves them sealed on the way out.

    States are plain JSON without type names: the annotations of the event class say what the
    values are. Nothing is compressed, and no event is ciphered as a whole.
    """

    def __init__(self, sealing: Sealing) -> None:
        self._sealing = sealing

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """Lay an event out, sealing its private values.

        Keys of persons are made durably on the way. Raise ``TypeError`` for a value that is
        sealed already, ``UnreadableEvent`` for one that could not be read back by the class.
        """
        form = _form(type(domain_event))
        state = msgspec.json.encode(form.store(domain_event, "", partial(self._seal, domain_event)))
        stored = StoredEvent(
            domain_event.originator_id,
            domain_event.originator_version,
            get_topic(type(domain_event)),
            state,
        )
        try:
            msgspec.json.decode(state, type=form.stored)
        except msgspec.MsgspecError as error:
            raise UnreadableEvent(stored, error) from error
        return stored

    def to_domain_event(self, stored_event: StoredEvent) -> Event:
        """Make the event of a row; raise ``UnreadableEvent``."""
        return event_of(stored_event)

    def _seal(self, event: DomainEventProtocol[UUID], value: Personal, path: str) -> Sealed:
        place = Place(event.originator_id, event.originator_version, path)
        return self._sealing.seal(value, place)


def event_of(stored: StoredEvent) -> Event:
    """Make the event of a row, for which no key is needed; without a position it gives 0.

    Raise ``UnreadableEvent`` for an unknown topic or key, a missing fact without a default, or a
    value of the wrong type.
    """
    form = _form(_class(stored))
    stream, version = uuid_of(stored.originator_id), stored.originator_version
    position = stored.id if isinstance(stored, Notification) else 0
    try:
        state = msgspec.json.decode(stored.state, type=form.stored)
        values = form.values(state, "", partial(Place, stream, version))
    except msgspec.MsgspecError as error:
        raise UnreadableEvent(stored, error) from error
    event: Event = form.kind(
        originator_id=stream, originator_version=version, position=position, **values
    )
    return event


@cache
def _form(event_class: type) -> Record:
    return Record(event_class, without=_PLACE)


def _class(stored: StoredEvent) -> type[Event]:
    try:
        found = resolve_topic(stored.topic)
    except TopicError as error:
        raise UnreadableEvent(stored, error) from error
    if not (isinstance(found, type) and issubclass(found, Event)):
        raise UnreadableEvent(stored, "its topic names no event")
    return found
