"""Every command, in rooms by subject; importing them fills the one registry."""

from __future__ import annotations

from service.commands import (
    entries,
    evaluations,
    letters,
    links,
    meetings,
    member,
    organization,
    rounds,
)
from service.commands.command import COMMANDS, Command

__all__ = [
    "COMMANDS",
    "Command",
    "entries",
    "evaluations",
    "letters",
    "links",
    "meetings",
    "member",
    "organization",
    "rounds",
]
