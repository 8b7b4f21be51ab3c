"""Commands on the officers of a body, and on the rules that it adopts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from domain.acts import Office, Side
from domain.organization import (
    CommitteeElected,
    OfficerAppointed,
    OfficerRelieved,
    RuleSetAdopted,
    parent_on,
)
from domain.refusals import UnknownRuleSet
from service.commands.command import Command
from service.officers import Sides, entitled
from service.unit_of_work import UnitOfWork


def sides_of(organization: UUID, work: UnitOfWork) -> Sides:
    """Take a body as standing on the sides that it has, as committee and as cell."""
    registered = work.organization(organization).registered
    on = registered.sides if registered else ()
    workplace = organization if Side.WORKPLACE in on else None
    residence = organization if Side.RESIDENCE in on else None
    return Sides(workplace, workplace, residence, residence)


@dataclass(frozen=True, kw_only=True)
class AppointOfficer(Command):
    """Put a person into an office of a body; ``until`` is the last day in it."""

    NAME = "appoint-officer"
    TITLE = "Phân công, chỉ định chức vụ"
    ENTITLED = entitled("Ad Ws Rs", "Wo")

    organization: UUID
    officer: UUID | None = None
    name: str
    office: Office
    from_: date
    until: date | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the appointment; a new person gets an id of his own."""
        work.begin(self, _appointing(self.organization, work))
        officer = self.officer or uuid4()
        work.record(
            work.organization(self.organization),
            OfficerAppointed,
            officer=officer,
            name=work.personal(officer, self.name),
            office=self.office,
            from_=self.from_,
            until=self.until,
        )


def _appointing(organization: UUID, work: UnitOfWork) -> Sides:
    """A committee appoints in its own bodies; a workplace clerk enters signers seen on papers."""
    own = sides_of(organization, work)
    body = work.own
    if body and parent_on(organization, work.today, work) == body:
        above = sides_of(body, work)
        return Sides(above.workplace, own.workplace_cell, above.residence, own.residence_cell)
    if body and own.workplace is None and sides_of(body, work).workplace:
        return Sides(body, None, own.residence, own.residence_cell)
    return own


@dataclass(frozen=True, kw_only=True)
class RelieveOfficer(Command):
    """Relieve a person of an office; ``on`` is the first day without it."""

    NAME = "relieve-officer"
    TITLE = "Thôi giữ chức vụ"
    ENTITLED = entitled("Ad Ws Rs", "Wo")

    organization: UUID
    appointment: str
    officer: UUID
    office: Office
    on: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the end, which names the appointment."""
        work.begin(self, _appointing(self.organization, work))
        work.record(
            work.organization(self.organization),
            OfficerRelieved,
            appointment=self.appointment,
            officer=self.officer,
            office=self.office,
            on=self.on,
        )


@dataclass(frozen=True, kw_only=True)
class ElectCommittee(Command):
    """Record that a cell has a cell committee from that day."""

    NAME = "elect-committee"
    TITLE = "Bầu chi ủy"
    ENTITLED = entitled("Ad Ws Rs", "Wo")

    organization: UUID
    members: tuple[UUID, ...]
    from_: date
    until: date | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record who sits on it."""
        work.begin(self, _appointing(self.organization, work))
        work.record(
            work.organization(self.organization),
            CommitteeElected,
            members=self.members,
            from_=self.from_,
            until=self.until,
        )


@dataclass(frozen=True, kw_only=True)
class AdoptRuleSet(Command):
    """Adopt a rule set, with local figures where it is open; its digest goes into the log."""

    NAME = "adopt-rule-set"
    TITLE = "Áp dụng quy định"
    ENTITLED = entitled("Ad Ws")

    organization: UUID
    adopts: str
    figures: dict[str, Any] = field(default_factory=dict)
    from_: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record name, digest and local figures."""
        work.begin(self, sides_of(self.organization, work))
        work.record(
            work.organization(self.organization),
            RuleSetAdopted,
            adopts=self.adopts,
            adopts_digest=_digest(self.adopts, work),
            figures=self.figures,
            from_=self.from_,
        )


def _digest(rule_set: str, work: UnitOfWork) -> str:
    try:
        return work.rulebook.named(rule_set).digest
    except UnknownRuleSet as unknown:
        raise UnknownRuleSet(field="adopts", **unknown.facts) from None
