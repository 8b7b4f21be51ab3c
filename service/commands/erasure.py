"""The command that erases a person from the record, and leaves his history."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from domain.member import EVERYTHING, PersonalDataErased
from service.commands.command import Command
from service.commands.member import workplace_of
from service.officers import entitled
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class ErasePersonalData(Command):
    """Erase the data of a person who is nobody's member any more. It cannot be undone.

    Two secretaries or deputies of the last committee approve it: the one who enters it, and
    ``approved_by``. The person's key is destroyed: whatever was sealed under it reads null from
    then on, and nothing personal is written about him again. The history stays as it is.
    """

    NAME = "erase-personal-data"
    TITLE = "Xóa dữ liệu cá nhân"
    ENTITLED = entitled("Ws")

    member: UUID
    approved_by: UUID | None = None
    reason: str

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the erasure; the key goes once the entry is stored."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.occurred_on))
        approving = (work.officer.person, self.approved_by)
        work.record(
            member,
            PersonalDataErased,
            reason=self.reason,
            scope=EVERYTHING,
            approved_by=tuple(one for one in approving if one),
        )
