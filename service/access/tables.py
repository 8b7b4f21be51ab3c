"""The tables of access, in the database of the keys."""

from __future__ import annotations

from service.store.tables import Tables

_SQLITE = (
    """
    CREATE TABLE IF NOT EXISTS access_token (
        digest TEXT PRIMARY KEY,
        officer TEXT NOT NULL,
        organization TEXT,
        issued_at INTEGER NOT NULL,
        revoked_at INTEGER
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS reading (
        number INTEGER PRIMARY KEY,
        read_at INTEGER NOT NULL,
        officer TEXT NOT NULL,
        organization TEXT,
        question TEXT NOT NULL,
        members INTEGER NOT NULL,
        purpose TEXT,
        request_id TEXT NOT NULL
    )
    """,
)
_POSTGRESQL = (
    """
    CREATE TABLE access_token (
        digest text PRIMARY KEY,
        officer uuid NOT NULL,
        organization uuid,
        issued_at bigint NOT NULL,
        revoked_at bigint
    )
    """,
    """
    CREATE TABLE reading (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        read_at bigint NOT NULL,
        officer uuid NOT NULL,
        organization uuid,
        question text NOT NULL,
        members integer NOT NULL,
        purpose text,
        request_id text NOT NULL
    )
    """,
)

ACCESS = Tables("keys", "access_token", _SQLITE, _POSTGRESQL)
