"""Commands on what stops the clocks of a member: exemptions, and suspensions of activity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.member import (
    ActivityResumed,
    ActivitySuspended,
    ExemptionClass,
    ExemptionEnded,
    ExemptionGranted,
)
from service.commands.command import Command
from service.commands.member import workplace_of
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class GrantExemption(Command):
    """Exempt a member from attending (A), or for secrecy from introduction (B)."""

    NAME = "grant-exemption"
    TITLE = "Miễn sinh hoạt, miễn giới thiệu"
    ENTITLED = entitled("Ws Wo")

    member: UUID
    class_: ExemptionClass
    ground: str
    from_: date
    until: date | None = None
    evidence: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Number the exemption and record it."""
        member = work.member(self.member)
        act = work.begin(self, workplace_of(member, self.from_))
        numbers = [e.exemption_no for e in member.entries if isinstance(e, ExemptionGranted)]
        same = [e.exemption_no for e in member.of(ExemptionGranted) if self._is(e)]
        work.record(
            member,
            ExemptionGranted,
            exemption_no=same[0] if same else max(numbers, default=0) + 1,
            class_=self.class_,
            ground=self.ground,
            from_=self.from_,
            until=self.until,
            decided_by=act.actor.organization,
            evidence=work.personal(member.id, self.evidence),
        )

    def _is(self, other: ExemptionGranted) -> bool:
        return (other.class_, other.from_) == (self.class_, self.from_)


@dataclass(frozen=True, kw_only=True)
class EndExemption(Command):
    """End an exemption early, or acknowledge its end; ``on`` is the first day without it."""

    NAME = "end-exemption"
    TITLE = "Hết miễn"
    ENTITLED = entitled("Ws Wo")

    member: UUID
    exemption_no: int
    on: date
    reason: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the end, which names the exemption."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.on))
        work.record(
            member,
            ExemptionEnded,
            exemption_no=self.exemption_no,
            on=self.on,
            reason=self.reason,
        )


@dataclass(frozen=True, kw_only=True)
class SuspendActivity(Command):
    """Record that a member's Party activity is suspended: clocks stop."""

    NAME = "suspend-activity"
    TITLE = "Đình chỉ sinh hoạt"
    ENTITLED = entitled("Ws Wo")

    member: UUID
    from_: date
    until: date | None = None
    decision: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the suspension; the decision is sealed."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.from_))
        work.record(
            member,
            ActivitySuspended,
            from_=self.from_,
            until=self.until,
            decision=work.personal(member.id, self.decision),
        )


@dataclass(frozen=True, kw_only=True)
class ResumeActivity(Command):
    """Record that a suspension ends; ``on`` is the first day without it."""

    NAME = "resume-activity"
    TITLE = "Trở lại sinh hoạt"
    ENTITLED = entitled("Ws Wo")

    member: UUID
    suspension: str
    on: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the end, which names the suspension."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.on))
        work.record(member, ActivityResumed, suspension=self.suspension, on=self.on)
