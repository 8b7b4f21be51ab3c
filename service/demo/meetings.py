"""The meetings of the residential cells: who is called, who comes, who is followed up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from uuid import UUID

from domain.meeting import ABSENT, Attendance, MeetingKind, meeting_id
from service.demo.bodies import ResidenceCell
from service.demo.paper import LinkOf
from service.demo.people import Member


class FollowUp(Enum):
    """What an absence without excuse asks for: at first a reminder, then a report."""

    REMIND = auto()
    REPORT = auto()


@dataclass(kw_only=True, eq=False)
class Place:
    """One member who is called to a meeting, and what came of it."""

    member: Member
    link: LinkOf
    status: Attendance = Attendance.PRESENT
    represented_by: LinkOf | None = None
    follow_up: FollowUp | None = None
    followed_up: bool = True

    @property
    def absent(self) -> bool:
        """Tell whether the member stayed away without excuse."""
        return self.status in ABSENT


@dataclass(kw_only=True, eq=False)
class Meeting:
    """A meeting; ``arrived_on`` is when its minutes reach the service.

    ``listed`` is false where nobody took attendance, ``left_out`` where it is never held.
    """

    cell: ResidenceCell
    kind: MeetingKind
    period: str | None
    held_on: date
    convened_on: date
    noticed_on: date
    content_on: date
    arrived_on: date
    places: list[Place] = field(default_factory=list)
    listed: bool = True
    left_out: bool = False

    @property
    def id(self) -> UUID:
        """The id that the service derives."""
        return meeting_id(self.cell.id, self.held_on, self.kind)

    @property
    def name(self) -> str:
        """Name the meeting in the story."""
        return f"meeting/{self.cell.code}/{self.held_on}"

    @property
    def takes_place(self) -> bool:
        """Tell whether it is held and entered."""
        return not self.left_out
