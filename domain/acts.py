"""Who acts, in which office, for which side, on the strength of which paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Side(StrEnum):
    """The two committees that keep contact about one member."""

    WORKPLACE = "WORKPLACE"
    RESIDENCE = "RESIDENCE"


class Office(StrEnum):
    """An office that a person may hold in a body; rights follow from it, on its days."""

    SECRETARY = "secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    CELL_SECRETARY = "cell_secretary"
    CELL_DEPUTY_SECRETARY = "cell_deputy_secretary"
    CELL_COMMITTEE_MEMBER = "cell_committee_member"
    COMMITTEE_MEMBER = "committee_member"
    PARTY_GROUP_LEADER = "party_group_leader"
    CLERK = "clerk"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"


SIGNING_OFFICES = frozenset({Office.SECRETARY, Office.DEPUTY_SECRETARY})
CELL_SIGNING_OFFICES = frozenset({Office.CELL_SECRETARY, Office.CELL_DEPUTY_SECRETARY})


class Via(StrEnum):
    """How a paper travelled."""

    MEMBER = "MEMBER"
    POST = "POST"
    ELECTRONIC = "ELECTRONIC"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Actor:
    """The officer who entered the act, in the office that he held that day.

    An administrator acts for no side; everybody else acts for the side of his body.
    """

    officer: UUID
    office: Office
    organization: UUID | None
    side: Side | None


@dataclass(frozen=True, slots=True)
class Transcription:
    """The other side's paper that an entry was copied from, and the day on which it arrived."""

    on_behalf_of: UUID
    paper_kind: str
    paper_number: str | None
    arrived_on: date
    scan_digest: str | None = None


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper that an entry rests on, such as a decision: number and date, where it has them."""

    number: str | None
    dated: date | None


@dataclass(frozen=True, slots=True)
class Act:
    """What an act brings to every event that it makes: the envelope of the event.

    ``occurred_on`` is the date on the paper (the day in Vietnam); ``recorded_at`` is the instant,
    in UTC, at which the service learned of it; ``digest`` is the keyed digest of the command.
    """

    recorded_at: datetime
    occurred_on: date
    command_id: UUID
    digest: str
    actor: Actor
    transcribed: Transcription | None = None

    def on(self, day: date) -> Act:
        """Give the same act dated on another day that the same paper bears."""
        return replace(self, occurred_on=day)
