"""Keyed digests: they show that two texts are the same, and tell nothing to who lacks the key.

A plain hash of a name can be guessed by trying names.
"""

from __future__ import annotations

import hmac
import unicodedata
from uuid import UUID

from service.store.keys import KeyStore

_PAYLOAD = "payload"


class Tokens:
    """Digests under the service's own keys, one key a purpose: other purposes do not match."""

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys

    def token(self, purpose: str, text: str) -> str:
        """Give a text's token: HMAC-SHA-256 in hex, blind to case, spacing and composition."""
        return self._digest(purpose, folded(text).encode())

    def uuid_token(self, purpose: str, text: str) -> UUID:
        """Give a text's token as an id: its first sixteen bytes as a UUID of version 8."""
        number = int(self.token(purpose, text)[:32], 16)
        number &= ~(0xF000 << 64) & ~(0xC000 << 48)
        return UUID(int=number | (8 << 76) | (0x8000 << 48))

    def payload_digest(self, payload: bytes) -> str:
        """Digest what a command was sent with, byte for byte: HMAC-SHA-256 in hex."""
        return self._digest(_PAYLOAD, payload)

    def _digest(self, purpose: str, data: bytes) -> str:
        return hmac.digest(self._keys.service(purpose), data, "sha256").hex()


def folded(text: str) -> str:
    """Give a text as it is compared: composed, in lower case, with single spaces."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return " ".join(unicodedata.normalize("NFC", composed).split())
