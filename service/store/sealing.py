"""How a private value is sealed under its person's key, and how it is opened again.

A sealed value is bound to its place, the stream, the version and the field, so that it cannot
be moved to another; a salted commitment beside it lets one value be shown and proven later
without the key. docs/format.md freezes both.
"""

from __future__ import annotations

import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from eventsourcing.persistence import PersistenceError

from domain.private import Personal, Place, Sealed
from service.store.keys import KeyStore

_NONCE = 12
_SALT = 32


class Misplaced(PersistenceError):
    """A sealed value does not open where it stands: it was moved or changed, or its key was."""


class Sealing:
    """Seals and opens private values with the keys of a store."""

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys

    def seal(self, value: Personal, place: Place) -> Sealed:
        """Seal a value for its place; its person gets a key where he has none.

        Raise ``PersonErased`` where the key was destroyed.
        """
        key = self._keys.person_made(value.person)
        salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
        text = value.text.encode()
        box = nonce + AESGCM(key).encrypt(nonce, salt + text, _bound_to("field", place))
        return Sealed(value.person, box, commitment(place, salt, text), place)

    def open(self, sealed: Sealed) -> str | None:
        """Read a sealed value; ``None`` where its person was erased.

        Raise ``Misplaced`` where it was not sealed for this place, or not as it now reads.
        """
        key = self._keys.person(sealed.person)
        if key is None:
            return None
        nonce, ciphertext = sealed.box[:_NONCE], sealed.box[_NONCE:]
        try:
            plain = AESGCM(key).decrypt(nonce, ciphertext, _bound_to("field", sealed.place))
        except (InvalidTag, ValueError):
            raise Misplaced(f"What stands at {sealed.place} was not sealed for it.") from None
        return plain[_SALT:].decode()


def commitment(place: Place, salt: bytes, text: bytes) -> str:
    """Commit to a value at its place: SHA-256 in hex, salted with 32 random bytes."""
    return hashlib.sha256(_bound_to("commitment", place) + b"\n" + salt + text).hexdigest()


def _bound_to(use: str, place: Place) -> bytes:
    if "\n" in place.path:
        raise ValueError(f"A path is one line, not {place.path!r}.")
    return f"lienhe/{use}/1\n{place.stream}\n{place.version}\n{place.path}".encode()
