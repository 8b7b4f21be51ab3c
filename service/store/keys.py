"""The keys that open what is sealed in the log, in a store apart from it.

A copy of the log tells nothing about a person without a copy of this store, and once a key is
destroyed here, no copy of the log ever will.
"""

from __future__ import annotations

import secrets
from threading import Lock
from uuid import UUID

from domain.refusals import PersonErased
from service.store.database import Database

_SIZE = 32
_FIND_PERSON = "SELECT key FROM person_key WHERE person = ?"
_CREATE_PERSON = "INSERT INTO person_key (person, key) VALUES (?, ?) ON CONFLICT DO NOTHING"
_REPLACE_PERSON = """
    INSERT INTO person_key (person, key) VALUES (?, ?)
    ON CONFLICT (person) DO UPDATE SET key = excluded.key
"""
_NO_KEY = b""  # in the place of a key that is gone while its bytes may still stand in the files
_FIND_SERVICE = "SELECT key FROM service_key WHERE purpose = ?"
_CREATE_SERVICE = "INSERT INTO service_key (purpose, key) VALUES (?, ?) ON CONFLICT DO NOTHING"


class KeyStore:
    """One key a person, 256 bits, until it is destroyed; and the service's own, one a purpose.

    Keys of persons are read anew each time, so that a key destroyed by another process opens
    nothing here either from that moment on. The service's own never change and are remembered.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._making = Lock()
        self._service: dict[str, bytes] = {}

    def person(self, person: UUID) -> bytes | None:
        """Find the key of a person; ``None`` where it was never made or is destroyed."""
        return next(iter(self._stored(person)), None) or None

    def person_made(self, person: UUID) -> bytes:
        """Find the key of a person, made where there was none, durably before it is given out.

        Raise ``PersonErased`` where it was destroyed: a new key would bring the person back.
        """
        key = self.person(person)
        if key is None:
            # In turn: whoever finds an SQLite file locked sleeps, and longer each time.
            with self._making:
                self._database.execute(_CREATE_PERSON, [str(person), secrets.token_bytes(_SIZE)])
            key = self.person(person)
        if key is None:
            raise PersonErased(person=person)
        return key

    def destroy(self, person: UUID) -> None:
        """Destroy a person's key for good, whether or not there was one; again without harm.

        Raise ``OperationalError`` where the key is gone from the table and readers kept its
        bytes from being removed from the file: destroy it again. So it is after a crash.
        """
        if self._stored(person) == [None]:
            return
        self._database.execute(_REPLACE_PERSON, [str(person), _NO_KEY])
        self._database.scrub("person_key")
        self._database.execute(_REPLACE_PERSON, [str(person), None])

    def _stored(self, person: UUID) -> list[bytes | None]:
        return [key for (key,) in self._database.execute(_FIND_PERSON, [str(person)])]

    def service(self, purpose: str) -> bytes:
        """Give the service's key for a purpose, made when it is first asked for."""
        if purpose not in self._service:
            self._database.execute(_CREATE_SERVICE, [purpose, secrets.token_bytes(_SIZE)])
            [(key,)] = self._database.execute(_FIND_SERVICE, [purpose])
            self._service[purpose] = bytes(key)
        return self._service[purpose]

    def close(self) -> None:
        """Close the database."""
        self._database.close()
