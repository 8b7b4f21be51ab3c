"""The tables of the log and of the keys, as each kind of database has to be told of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tables:
    """What is made where it does not stand yet: in a file, or in a schema of that name.

    ``first`` is a table whose presence shows that the schema has been made.
    """

    schema: str
    first: str
    sqlite: tuple[str, ...]
    postgresql: tuple[str, ...]


# INSERT OR REPLACE deletes without asking the trigger for deletions, hence the third trigger.
_SQLITE_LOG = (
    """
    CREATE TABLE IF NOT EXISTS event (
        position INTEGER PRIMARY KEY,
        stream TEXT NOT NULL,
        version INTEGER NOT NULL,
        topic TEXT NOT NULL,
        state BLOB NOT NULL,
        recorded_at INTEGER NOT NULL,
        UNIQUE (stream, version)
    )
    """,
    "CREATE INDEX IF NOT EXISTS event_recorded_at ON event (recorded_at)",
    """
    CREATE TRIGGER IF NOT EXISTS event_is_not_updated BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'an event is never updated'); END
    """,
    """
    CREATE TRIGGER IF NOT EXISTS event_is_not_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END
    """,
    """
    CREATE TRIGGER IF NOT EXISTS event_is_not_replaced BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE position = NEW.position)
        OR EXISTS (SELECT 1 FROM event WHERE stream = NEW.stream AND version = NEW.version)
    BEGIN SELECT RAISE(ABORT, 'the position or the version of the stream is taken'); END
    """,
    """
    CREATE TABLE IF NOT EXISTS command (
        scope TEXT NOT NULL,
        key TEXT NOT NULL,
        digest TEXT NOT NULL,
        command_id TEXT NOT NULL,
        first_position INTEGER,
        last_position INTEGER,
        PRIMARY KEY (scope, key)
    )
    """,
)

_POSTGRESQL_LOG = (
    """
    CREATE TABLE event (
        position bigint PRIMARY KEY,
        stream uuid NOT NULL,
        version bigint NOT NULL,
        topic text NOT NULL,
        state bytea NOT NULL,
        recorded_at bigint NOT NULL,
        UNIQUE (stream, version)
    )
    """,
    "CREATE INDEX event_recorded_at ON event (recorded_at, position)",
    """
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'an event is never changed: % refused', lower(TG_OP)
            USING ERRCODE = 'restrict_violation';
    END
    $$
    """,
    """
    CREATE TRIGGER event_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse()
    """,
    """
    CREATE TABLE command (
        scope text NOT NULL,
        key text NOT NULL,
        digest text NOT NULL,
        command_id uuid NOT NULL,
        first_position bigint,
        last_position bigint,
        PRIMARY KEY (scope, key)
    )
    """,
)

# The key of a person is null once it has been destroyed, and empty as long as its bytes may still
# stand somewhere in the files.
_SQLITE_KEYS = (
    "CREATE TABLE IF NOT EXISTS person_key (person TEXT PRIMARY KEY, key BLOB)",
    "CREATE TABLE IF NOT EXISTS service_key (purpose TEXT PRIMARY KEY, key BLOB NOT NULL)",
)
_POSTGRESQL_KEYS = (
    "CREATE TABLE person_key (person uuid PRIMARY KEY, key bytea)",
    "CREATE TABLE service_key (purpose text PRIMARY KEY, key bytea NOT NULL)",
)

LOG = Tables("log", "event", _SQLITE_LOG, _POSTGRESQL_LOG)
KEYS = Tables("keys", "person_key", _SQLITE_KEYS, _POSTGRESQL_KEYS)
