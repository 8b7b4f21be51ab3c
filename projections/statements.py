"""Statements in the driver's own words, for what is written by the thousand."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table


def insertion(connection: Connection, table: Table) -> str:
    """Insert a row of values, one for each column in the order of the table."""
    columns = [column.name for column in table.columns]
    marks = ", ".join([_mark(connection)] * len(columns))
    return f"INSERT INTO {table.name} ({_names(columns)}) VALUES ({marks})"  # noqa: S608


def setting(connection: Connection, table: Table, column: str, where: Sequence[str]) -> str:
    """Set one column in the row in which others have the values that follow, in their order."""
    mark = _mark(connection)
    condition = " AND ".join(f'"{name}" = {mark}' for name in where)
    return f'UPDATE {table.name} SET "{column}" = {mark} WHERE {condition}'  # noqa: S608


def _mark(connection: Connection) -> str:
    return "?" if connection.dialect.name == "sqlite" else "%s"


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
