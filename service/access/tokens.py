"""Access tokens: whoever shows one acts as the officer that it names, until it is revoked."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from service.officers import Officer
from service.store.database import Database
from service.store.instants import microseconds_of

PREFIX = "lienhe_"
_ISSUE = """
    INSERT INTO access_token (digest, officer, organization, issued_at) VALUES (?, ?, ?, ?)
"""
_FIND = "SELECT officer, organization FROM access_token WHERE digest = ? AND revoked_at IS NULL"
_REVOKE = "UPDATE access_token SET revoked_at = ? WHERE digest = ? AND revoked_at IS NULL"
_ANY = "SELECT count(*) FROM access_token"


class UnknownToken(Exception):
    """No token was shown, or one that was never issued, or that has been revoked."""

    challenge = "Bearer"


class UnknownPassword(UnknownToken):
    """The same at the address of a file, where the token may be shown as a password."""

    challenge = 'Basic realm="lienhe", charset="UTF-8"'


class AccessTokens:
    """The tokens that were issued. Only a digest is stored: none can be read back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def issue(self, officer: Officer, now: datetime) -> str:
        """Issue a token; it is given out this once. An officer without a body administers."""
        token = PREFIX + secrets.token_urlsafe(32)
        body = str(officer.organization) if officer.organization else None
        row = [_digest(token), str(officer.person), body, microseconds_of(now)]
        self._database.execute(_ISSUE, row)
        return token

    def officer(self, token: str) -> Officer:
        """Name the officer of a token; raise ``UnknownToken``."""
        found = self._database.execute(_FIND, [_digest(token)])
        if not found:
            raise UnknownToken
        [(person, body)] = found
        return Officer(UUID(str(person)), UUID(str(body)) if body else None)

    def revoke(self, token: str, now: datetime) -> None:
        """Revoke a token, from now on and for ever; again without harm."""
        self._database.execute(_REVOKE, [microseconds_of(now), _digest(token)])

    def are_none(self) -> bool:
        """Tell whether no token was ever issued here."""
        return self._database.execute(_ANY) == [(0,)]


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
