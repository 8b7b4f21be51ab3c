"""How the erasure of a person is carried through: the entry first, then the key, whatever happens.

An entry without its key destroyed says what is still to be done; a key destroyed without an entry
would be a loss that nobody decided.
"""

from __future__ import annotations

from collections.abc import Iterable

from eventsourcing.persistence import Notification

from domain.member import PersonalDataErased
from service.store.database import uuid_of
from service.store.keys import KeyStore
from service.store.recorder import LogRecorder

_ALL = 2**62


def destroy_keys(keys: KeyStore, stored: Iterable[Notification]) -> None:
    """Destroy the keys of those whom stored entries erase; again without harm."""
    for entry in stored:
        if entry.topic == PersonalDataErased.TOPIC:
            keys.destroy(uuid_of(entry.originator_id))


def finish_erasures(keys: KeyStore, log: LogRecorder) -> None:
    """Destroy the keys that outlived their erasure: after a crash, or in a copy put back."""
    destroy_keys(keys, log.select_notifications(1, _ALL, topics=[PersonalDataErased.TOPIC]))
