"""Commands on a post elsewhere, which the membership has to follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.member import TransferDecided, TransferKind, TransferRevoked
from service.commands.command import Command
from service.commands.member import workplace_of
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class DecideTransfer(Command):
    """Record that a post elsewhere was decided, from the day ``effective_on``.

    The membership follows an official transfer in 60 working days (294-QĐ/TW). ``to_name`` is the
    body as the decision names it, ``to`` the same where it is on record here.
    """

    NAME = "decide-transfer"
    TITLE = "Quyết định điều động, chuyển công tác"
    ENTITLED = entitled("Wo")

    member: UUID
    kind: TransferKind
    to: UUID | None = None
    to_name: str
    effective_on: date
    until: date | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the decision."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.occurred_on))
        work.record(
            member,
            TransferDecided,
            kind=self.kind,
            to=self.to,
            to_name=self.to_name,
            effective_on=self.effective_on,
            until=self.until,
        )


@dataclass(frozen=True, kw_only=True)
class RevokeTransfer(Command):
    """Record that the decision on a transfer fell, on the day ``on``."""

    NAME = "revoke-transfer"
    TITLE = "Hủy quyết định điều động"
    ENTITLED = entitled("Wo")

    member: UUID
    transfer: str
    on: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the revocation, which names the transfer."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.on))
        work.record(member, TransferRevoked, transfer=self.transfer, on=self.on)
