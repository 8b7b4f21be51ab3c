"""Every command, in rooms by subject; importing them fills the one registry."""

from __future__ import annotations

from service.commands import (
    absences,
    classification,
    collective_meetings,
    entries,
    evaluations,
    feedback,
    letter_asks,
    letters,
    links,
    meetings,
    member,
    opinions,
    organization,
    outcomes,
    owed,
    receipts,
    reports,
    reviews,
    rosters,
    rounds,
    slips,
)
from service.commands.command import COMMANDS, Command

__all__ = [
    "COMMANDS",
    "Command",
    "absences",
    "classification",
    "collective_meetings",
    "entries",
    "evaluations",
    "feedback",
    "letter_asks",
    "letters",
    "links",
    "meetings",
    "member",
    "opinions",
    "organization",
    "outcomes",
    "owed",
    "receipts",
    "reports",
    "reviews",
    "rosters",
    "rounds",
    "slips",
]
