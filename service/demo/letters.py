"""How a letter of introduction goes its way, step by step, and where it gets stuck."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from random import Random

from domain.intervals import FOREVER, Interval
from service.demo.days import FIRST_PAPERS_ON, after, working_days_after
from service.demo.gaps import late_from
from service.demo.people import Home, Member, Residence


class Step(Enum):
    """What happens to a letter, and before it."""

    DECLARED = auto()
    WRITTEN = auto()
    ISSUED = auto()
    RECEIVED = auto()
    FORWARDED = auto()
    SLIP = auto()
    FILED = auto()
    GROUP = auto()
    MONITOR = auto()


RESTS_ON = {
    Step.WRITTEN: Step.DECLARED,
    Step.ISSUED: Step.WRITTEN,
    Step.RECEIVED: Step.ISSUED,
    Step.FORWARDED: Step.RECEIVED,
    Step.SLIP: Step.RECEIVED,
    Step.FILED: Step.SLIP,
    Step.GROUP: Step.FORWARDED,
    Step.MONITOR: Step.FORWARDED,
}


def _rests_on(step: Step, other: Step) -> bool:
    return step in RESTS_ON and (RESTS_ON[step] is other or _rests_on(RESTS_ON[step], other))


SUMMER = date(2025, 6, 1)
GIVES_TIME = {
    Step.DECLARED: "residence.days",
    Step.WRITTEN: "letter.new_days",
    Step.ISSUED: "letter.sign_wd",
    Step.RECEIVED: "letter.present_wd",
    Step.FORWARDED: "place.days",
    Step.SLIP: "slip.return_days",
    Step.FILED: "slip.file_wd",
    Step.GROUP: "place.days",
    Step.MONITOR: "monitor.days",
}
"""The figure that gives time for a step, from the one on which it rests."""
TOLD_BY_SLIP = frozenset({Step.FORWARDED, Step.FILED, Step.GROUP, Step.MONITOR})
"""Steps that rest on what only the slip tells, where the ward is not online."""


@dataclass(kw_only=True, eq=False)
class Introduction:
    """One letter to one home: on which day each step would happen, and which never does.

    It is owed since ``owed_on``; ``arrived_on`` is the day on which the slip lies on the
    workplace's desk. Of a member who ``moved`` the old link is closed on ``old_closed_on``.
    """

    member: Member
    home: Home
    owed_on: date
    days: dict[Step, date]
    arrived_on: date
    moved: bool = False
    old_closed_on: date | None = None
    missing: Step | None = None
    delayed: Step | None = None
    number: str = ""
    entered_late: dict[Step, date] = field(default_factory=dict)

    @property
    def in_summer(self) -> bool:
        """Tell whether it goes its way while people meet and wards merge."""
        return self.owed_on >= SUMMER

    def happens(self, step: Step) -> bool:
        """Tell whether a step happens: nothing that rests on a missing one does."""
        if step is self.missing or (step is Step.GROUP and not self.home.cell.groups):
            return False
        return step not in RESTS_ON or self.happens(RESTS_ON[step])

    def on(self, step: Step) -> date | None:
        """Name the day of a step, if it happens."""
        return self.days[step] if self.happens(step) else None

    def delay(self, step: Step, by: timedelta) -> None:
        """Put a step off, and all that rests on it, which stays in time."""
        self.delayed = step
        self.days[step] += by
        if step is Step.SLIP or _rests_on(Step.SLIP, step):
            self.arrived_on += by
        for other in Step:
            if _rests_on(other, step):
                last = self.late_from(other) - timedelta(days=1)
                self.days[other] = min(self.days[other] + by, last)

    def late_from(self, step: Step) -> date:
        """Name the first day on which a step is late: then it is a gap that it has not happened."""
        base = {
            Step.DECLARED: self.member.enrolled_on,
            Step.WRITTEN: self.owed_on,
            Step.FILED: self.arrived_on,
        }
        figure = "letter.move_days" if self.moved and step is Step.WRITTEN else GIVES_TIME[step]
        return late_from(base.get(step) or self.days[RESTS_ON[step]], figure)

    def opened_on(self, step: Step) -> date:
        """Name the day from which the record shows that a step is owed."""
        told = step in TOLD_BY_SLIP and not self.home.ward.online
        return self.arrived_on if told else self.member.enrolled_on


def introduction(member: Member, home: Home, owed_on: date, chance: Random) -> Introduction:
    """Let a letter go its way in time, from the day on which it is owed.

    Where the ward is not online the slip brings all news of it, the forwarding included.
    """
    online = home.ward.online
    written = after(max(owed_on, FIRST_PAPERS_ON), chance, 1, 9)
    issued = working_days_after(written, chance, 1, 3)
    received = after(issued, chance, 4, 16)
    slip = after(received, chance, 2, 8 if online else 4)
    arrived = slip if online else after(slip, chance, 2, 5)
    forwarded = after(received, chance, 1, 6) if online else received
    days = {
        Step.DECLARED: home.declared_on,
        Step.WRITTEN: written,
        Step.ISSUED: issued,
        Step.RECEIVED: received,
        Step.FORWARDED: forwarded,
        Step.SLIP: slip,
        Step.FILED: working_days_after(arrived, chance, 1, 4),
        Step.GROUP: after(forwarded, chance, 3, 9),
        Step.MONITOR: after(forwarded, chance, 3, 12),
    }
    return Introduction(member=member, home=home, owed_on=owed_on, days=days, arrived_on=arrived)


def settle(introduction: Introduction) -> None:
    """Write down what the letter came to: the stay that it opened, the end of the one before."""
    received, forwarded = introduction.on(Step.RECEIVED), introduction.on(Step.FORWARDED)
    if received is None:
        return
    member, home = introduction.member, introduction.home
    placed = [(forwarded, home.cell)] if forwarded else []
    if introduction.old_closed_on:
        for earlier in member.residences.values():
            earlier.days = Interval(earlier.days.start, received)
    member.residences[home.residence_no] = Residence(
        ward=home.ward, days=Interval(received, FOREVER), placed=placed
    )
