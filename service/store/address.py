"""From an address to a database: a ``postgresql://`` URL, or the path of an SQLite file."""

from __future__ import annotations

from pathlib import Path

from service.store.database import Database
from service.store.postgres_database import PostgresDatabase
from service.store.sqlite_database import SQLiteDatabase
from service.store.tables import Tables


def open_database(address: str, tables: Tables) -> Database:
    """Open the database at an address and make its tables where they do not stand yet."""
    if address.startswith(("postgresql://", "postgres://")):
        return PostgresDatabase(address, tables)
    return SQLiteDatabase(Path(address), tables)
