"""The meetings of the residential cells: who is called, who comes, who is followed up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from domain.intervals import FOREVER, Interval
from domain.meeting import ABSENT, Attendance, MeetingKind, meeting_id
from service.demo.bodies import ResidenceCell
from service.demo.days import YEAR
from service.demo.gaps import RULES, late_from
from service.demo.paper import LinkOf
from service.demo.people import SELDOM, Member

HALVES = {
    f"{YEAR}-H1": RULES.day_of(YEAR, "meeting.first_half_ends"),
    f"{YEAR}-H2": RULES.day_of(YEAR, "meeting.second_half_ends"),
}
"""The half-years for which a periodic meeting may stand, by their last days."""


@dataclass(kw_only=True, eq=False)
class FollowUp:
    """What follows an absence without excuse: at first a reminder, then a report.

    ``arrived_on`` is when the workplace knows of it; a report is answered, too.
    """

    reported: bool
    on: date
    arrived_on: date
    answered_on: date
    happens: bool = True
    answered: bool = True


@dataclass(kw_only=True, eq=False)
class Place:
    """One member who is called to a meeting, and what came of it."""

    member: Member
    link: LinkOf
    status: Attendance = Attendance.PRESENT
    represented_by: LinkOf | None = None
    follow_up: FollowUp | None = None

    @property
    def absent(self) -> bool:
        """Tell whether the member stayed away without excuse."""
        return self.status in ABSENT


@dataclass(eq=False)
class Talk:
    """A talk with a member who came too seldom, on a day, or none; ``cell_speaks``: the host's."""

    member: Member
    link: LinkOf
    cell_speaks: bool
    on: date | None


@dataclass(kw_only=True, eq=False)
class Meeting:
    """A meeting; ``arrived_on`` is when its minutes reach a workplace that copies them.

    ``bundled_on`` is the late day on which all its papers are entered at once, if they are.
    ``listed`` is false where nobody took attendance, ``told`` where nobody was told of it,
    ``recorded`` where nothing says what it put forward; ``left_out`` is what is never held.
    That nobody was told may be explained, and accepted, on ``explained_on``.
    """

    cell: ResidenceCell
    kind: MeetingKind
    period: str | None
    held_on: date
    convened_on: date
    noticed_on: date
    content_on: date
    arrived_on: date
    bundled_on: date | None = None
    places: list[Place] = field(default_factory=list)
    listed: bool = True
    told: bool = True
    recorded: bool = True
    left_out: bool = False
    explained_on: date | None = None

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

    @property
    def is_owed(self) -> bool:
        """Tell whether somebody is called on each of the last days of its half-year."""
        if self.period is None:
            return False
        last = HALVES[self.period]
        days = [last - timedelta(days=n) for n in range(RULES.days("meeting.eligible_days"))]
        return any(
            all(place.member.is_called_in(self.cell, day) for day in days) for place in self.places
        )

    @property
    def owed_late_from(self) -> date:
        """The first day on which it is late, if it is owed."""
        return late_from(HALVES[self.period or f"{YEAR}-H2"], "meeting.grace_days")

    @property
    def is_sound(self) -> bool:
        """Tell whether it is held as it should be, and no fault is planted in it."""
        return self.takes_place and self.listed and self.told and self.recorded

    @property
    def is_missed(self) -> bool:
        """Tell whether somebody is called who never comes: what follows needs the list."""
        return any(place.member.part == SELDOM for place in self.places)

    def entered(self, day: date) -> date:
        """Say when a paper of this meeting is entered that bears a day."""
        return self.bundled_on or (day if self.cell.ward.online else self.arrived_on)

    @property
    def entered_on(self) -> date:
        """The day on which it is entered that the meeting was held."""
        return self.entered(self.held_on)

    @property
    def known(self) -> Interval:
        """The days on which whoever asks is told of it."""
        return Interval(self.entered_on, FOREVER)
