"""A body as its own stream has it: what it is called, under which body it was put, who serves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from domain.acts import Office
from domain.entries import Stream
from domain.intervals import FOREVER, Interval, through
from domain.organization.events import (
    CommitteeElected,
    Kind,
    OfficerAppointed,
    OfficerRelieved,
    OrganizationDissolved,
    OrganizationPlaced,
    OrganizationRegistered,
    OrganizationRenamed,
)

PARTS = frozenset({Kind.SECTIONAL_COMMITTEE, Kind.CELL, Kind.PARTY_GROUP})
COMMITTEE_OFFICES = frozenset(Office) - {
    Office.CLERK,
    Office.INSPECTOR,
    Office.ADMINISTRATOR,
    Office.PARTY_GROUP_LEADER,
}


class Organization(Stream):
    """A body as its stream has it: every question is about a day.

    Whether it stands, and under which body, hangs on the bodies above it too: the tree knows.
    """

    @property
    def registered(self) -> OrganizationRegistered | None:
        """The entry that put the body into the register."""
        return self.last(OrganizationRegistered)

    @property
    def dissolved(self) -> OrganizationDissolved | None:
        """The entry that ended it without naming a successor."""
        return self.last(OrganizationDissolved)

    @property
    def is_part(self) -> bool:
        """Tell whether it is a part of a committee: a section, a cell or a group."""
        return self.registered is not None and self.registered.kind in PARTS

    def placed_on(self, day: date) -> OrganizationRegistered | OrganizationPlaced | None:
        """Find the entry that says under which body it belongs on that day."""
        placed = self.of(OrganizationRegistered, OrganizationPlaced)
        return next((e for e in reversed(placed) if e.effect_date <= day), None)

    def name_on(self, day: date) -> str | None:
        """Say what the body is called on that day; before its first day, what it was called then.

        ``None`` for a body that nobody registered.
        """
        named = self._named_on(day)
        return named.name if named else None

    def symbol_on(self, day: date) -> str | None:
        """Give the symbol that its papers bear on that day."""
        named = self._named_on(day)
        return named.symbol if named else None

    def _named_on(self, day: date) -> OrganizationRegistered | OrganizationRenamed | None:
        named = self.of(OrganizationRegistered, OrganizationRenamed)
        by_then = [entry for entry in named if entry.effect_date <= day]
        return next(reversed(by_then), self.registered)

    # Offices.

    def term_of(self, appointment: OfficerAppointed) -> Interval:
        """Give the days of an office, as far as an end is on record here."""
        ends = [r.on for r in self.of(OfficerRelieved) if r.appointment == appointment.id]
        days = through(appointment.from_, appointment.until)
        return Interval(days.start, min((days.end, *ends)))

    def appointments_on(self, day: date) -> list[OfficerAppointed]:
        """List the appointments that hold on that day; ``until`` is inclusive."""
        return [a for a in self.of(OfficerAppointed) if day in self.term_of(a)]

    def offices_of(self, person: UUID, day: date) -> frozenset[Office]:
        """Name the offices that a person holds here on that day."""
        return frozenset(a.office for a in self.appointments_on(day) if a.officer == person)

    def officers_on(self, offices: Iterable[Office], day: date) -> frozenset[UUID]:
        """Name who holds one of these offices here on that day."""
        held = frozenset(offices)
        return frozenset(a.officer for a in self.appointments_on(day) if a.office in held)

    def in_office(self, person: UUID, offices: Iterable[Office], day: date) -> bool:
        """Tell whether a person holds one of these offices on that day."""
        return not self.offices_of(person, day).isdisjoint(offices)

    def office_ended_on(self, appointment: OfficerAppointed) -> date | None:
        """Name the first day without the office, as far as an end is on record here."""
        end = self.term_of(appointment).end
        return None if end == FOREVER else end

    def ending(self, appointment: OfficerAppointed) -> OfficerRelieved | None:
        """Find the entry that ended an appointment."""
        relieved = (r for r in self.of(OfficerRelieved) if r.appointment == appointment.id)
        return min(relieved, key=lambda r: r.on, default=None)

    def committee_on(self, day: date) -> frozenset[UUID]:
        """Name who sits on the committee of this body that day: elected, or by office."""
        elected = self.last(CommitteeElected, on=day)
        sitting = elected.members if elected and not (elected.until and elected.until < day) else ()
        by_office = (a.officer for a in self.appointments_on(day) if a.office in COMMITTEE_OFFICES)
        return frozenset(sitting) | frozenset(by_office)
