"""The ledger of commands: which key was answered, and with which events.

A row is written in the transaction of the events, so that a command is accepted once. Events of
one command have positions in a row, from ``first`` to ``last``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from eventsourcing.persistence import PersistenceError

from service.store.database import Executes, uuid_of

Key = tuple[UUID | None, str]

_FIND = """
    SELECT digest, command_id, first_position, last_position FROM command
    WHERE scope = ? AND key = ?
"""
_ENTER = """
    INSERT INTO command (scope, key, digest, command_id, first_position, last_position)
    VALUES (?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """One accepted command.

    ``scope`` is the committee whose key it is, none for the administrator's own; ``digest`` is
    the keyed digest of the payload. ``first`` and ``last`` are filled in when events are
    inserted; without events they name those of the earlier command that this one repeats.
    """

    scope: UUID | None
    key: str
    digest: str
    command_id: UUID
    first: int | None = None
    last: int | None = None


class KeyTaken(PersistenceError):
    """The key has been answered before: nothing was written.

    Whoever asked compares ``entry.digest``: the same means the same answer, another is refused.
    """

    def __init__(self, entry: CommandEntry) -> None:
        """``entry`` is what the ledger holds under that key."""
        super().__init__(f"The key {entry.key} is taken by command {entry.command_id}.")
        self.entry = entry


def find(connection: Executes, keys: Collection[Key]) -> dict[Key, CommandEntry]:
    """Look keys up in their scopes; those that were never answered are left out."""
    found = connection.execute_each(_FIND, [[_text(scope), key] for scope, key in keys])
    return {
        (scope, key): CommandEntry(scope, key, digest, uuid_of(command_id), first, last)
        for (scope, key), rows in zip(keys, found, strict=True)
        for digest, command_id, first, last in rows
    }


def enter(connection: Executes, entries: Sequence[CommandEntry]) -> None:
    """Write commands down; their keys must be free."""
    connection.execute_each(_ENTER, [_values(entry) for entry in entries])


def _values(entry: CommandEntry) -> list[object]:
    key = [_text(entry.scope), entry.key]
    return [*key, entry.digest, str(entry.command_id), entry.first, entry.last]


def _text(scope: UUID | None) -> str:
    return str(scope or "")
