"""What a member is on a day: enrolled where, living where, exempt, suspended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.entries import Remembered, Stream
from domain.intervals import FOREVER, Interval, before, covers, through
from domain.member.events import (
    ActivityResumed,
    ActivitySuspended,
    CellAssigned,
    ExemptionClass,
    ExemptionEnded,
    ExemptionGranted,
    MemberDeparted,
    MemberEnrolled,
    PersonalDataErased,
    ResidenceDeclared,
)
from domain.organization import Bodies, same_on


@dataclass(frozen=True)
class Exemption:
    """An exemption with the days on which it holds, an early end included."""

    granted: ExemptionGranted
    ended: ExemptionEnded | None
    days: Interval

    @property
    def over_by(self) -> ExemptionGranted | ExemptionEnded:
        """The entry that says when it is over: an end, unless the last day granted was earlier."""
        if self.ended and self.ended.on <= through(self.granted.from_, self.granted.until).end:
            return self.ended
        return self.granted


@dataclass(frozen=True)
class Suspension:
    """A suspension of activity with the days on which it holds, an early end included."""

    suspended: ActivitySuspended
    resumed: ActivityResumed | None
    days: Interval


class Member(Stream):
    """A person as the stream has it; each question is about a day."""

    def enrolment_on(self, day: date) -> MemberEnrolled | None:
        """Find the enrolment that holds on that day."""
        enrolment = self.last(MemberEnrolled, on=day)
        return enrolment if enrolment and day < self.departed_on(enrolment) else None

    def departed_on(self, enrolment: MemberEnrolled) -> date:
        """Name the first day on which an enrolment holds no more; ``date.max`` if none is known."""
        ends = [d.on for d in self.of(MemberDeparted) if d.enrolment == enrolment.id]
        return min(ends, default=FOREVER)

    def cell_on(self, day: date) -> UUID | None:
        """Name the cell in which the member is on that day."""
        enrolment = self.enrolment_on(day)
        if enrolment is None:
            return None
        moves = [c for c in self.of(CellAssigned) if enrolment.occurred_on <= c.from_ <= day]
        return moves[-1].cell if moves else enrolment.cell

    def enrolment_behind(self, committee: UUID, day: date) -> MemberEnrolled | None:
        """Find the enrolment on which a committee's paper of that day rests, over by then or not.

        The last one there begun by that day; of a committee that took another over, the last one
        anywhere. Before the first one, the first.
        """
        enrolled = self.of(MemberEnrolled)
        begun = [e for e in enrolled if e.occurred_on <= day] or [*enrolled[:1]]
        ours = [e for e in begun if e.committee == committee]
        return next(reversed(ours or begun), None)

    def last_cell_of(self, enrolment: MemberEnrolled, day: date) -> UUID:
        """Name the cell in which the member was, under an enrolment, on a day or at its end."""
        last_day = min(day, before(self.departed_on(enrolment)))
        moves = [c for c in self.of(CellAssigned) if enrolment.occurred_on <= c.from_ <= last_day]
        return moves[-1].cell if moves else enrolment.cell

    def bodies_in(self, year: int) -> Iterator[UUID]:
        """Name the committees and cells in which the member was in a year, as he was enrolled."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        for enrolment in self.of(MemberEnrolled):
            if enrolment.occurred_on > last or self.departed_on(enrolment) <= first:
                continue
            moves = (c.from_ for c in self.of(CellAssigned) if first < c.from_ <= last)
            days = (max(first, enrolment.occurred_on), *moves)
            yield enrolment.committee
            yield from {self.last_cell_of(enrolment, day) for day in days}

    def residence_on(self, day: date) -> ResidenceDeclared | None:
        """Find the present residence: the latest stay among those declared by that day."""
        declared = [r for r in self.of(ResidenceDeclared) if r.occurred_on <= day]
        return max(declared, key=_begun, default=None)

    def residence_no_for(
        self, body: UUID, since: date, bodies: Bodies, *, declared_on: date | None = None
    ) -> int:
        """Number a stay under a body from a day on: as the stay beside it, else the next number.

        A paper that comes late belongs to the stay before that day, or to the one after it. A stay
        goes on under whoever stands in the place of its body, when both are declared.
        """
        on = declared_on or since
        declared = sorted(self.of(ResidenceDeclared), key=_begun)
        before = [r for r in declared if r.since <= since]
        for beside in (*before[-1:], *declared[len(before) :][:1]):
            if same_on(beside.body, body, max(on, beside.occurred_on), bodies):
                return beside.residence_no
        return max((r.residence_no for r in declared), default=0) + 1

    @property
    def erased(self) -> PersonalDataErased | None:
        """The entry by which the person's data were erased."""
        return self.last(PersonalDataErased)

    @Remembered
    def _exemptions(self) -> list[Exemption]:
        ended = {e.exemption_no: e for e in self.of(ExemptionEnded)}
        granted = self.of(ExemptionGranted)
        found = (_exemption(entry, ended.get(entry.exemption_no)) for entry in granted)
        return [exemption for exemption in found if exemption.days.start < exemption.days.end]

    def exemptions(self, class_: ExemptionClass | None = None) -> list[Exemption]:
        """List the exemptions of one class, or of both, that held on some day."""
        return [e for e in self._exemptions if class_ in (None, e.granted.class_)]

    def is_exempt(self, class_: ExemptionClass, day: date) -> bool:
        """Tell whether an exemption of that class covers the day."""
        return covers((e.days for e in self.exemptions(class_)), day)

    @Remembered
    def suspended(self) -> Sequence[Suspension]:
        """Each suspension of activity, with the days on which it holds."""
        resumed = {entry.suspension: entry for entry in self.of(ActivityResumed)}
        return [_suspension(entry, resumed.get(entry.id)) for entry in self.of(ActivitySuspended)]

    def suspensions(self) -> list[Interval]:
        """List the days of each suspension of activity."""
        return [one.days for one in self.suspended]


def _begun(residence: ResidenceDeclared) -> tuple[date, int]:
    return residence.since, residence.originator_version


def _exemption(granted: ExemptionGranted, ended: ExemptionEnded | None) -> Exemption:
    days = through(granted.from_, granted.until)
    end = min(days.end, ended.on) if ended else days.end
    return Exemption(granted, ended, Interval(days.start, end))


def _suspension(suspended: ActivitySuspended, resumed: ActivityResumed | None) -> Suspension:
    days = through(suspended.from_, suspended.until)
    end = min(days.end, resumed.on) if resumed else days.end
    return Suspension(suspended, resumed, Interval(days.start, end))
