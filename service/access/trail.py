"""The trail of reading: who has read personal data, when, by which question, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from service.officers import Officer
from service.store.database import Database
from service.store.instants import microseconds_of

_NOTE = """
    INSERT INTO reading (read_at, officer, organization, question, members, purpose, request_id)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer in which names were opened.

    ``question`` is the address that was asked, with its parameters; ``members`` is of how many
    people something was opened; ``purpose`` what the reader gave as his reason, if he did.
    """

    officer: Officer
    question: str
    members: int
    purpose: str | None
    request_id: str


class Trail:
    """The trail, which only grows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, reading: Reading, now: datetime) -> None:
        """Write an answer down before it is given."""
        body = reading.officer.organization
        who = [str(reading.officer.person), str(body) if body else None]
        what = [reading.question, reading.members, reading.purpose, reading.request_id]
        self._database.execute(_NOTE, [microseconds_of(now), *who, *what])
