"""The command on where a member lives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.member import ResidenceDeclared, ResidenceKind
from service.commands.command import Command
from service.commands.member import workplace_of
from service.officers import entitled
from service.token_texts import household_text, neighborhood_text
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class DeclareResidence(Command):
    """Declare where a member lives; ``household`` is any text that names the dwelling.

    Stored are sealed texts and keyed tokens of neighborhood and dwelling, the same for every
    workplace. Without ``household`` the dwelling itself is taken as it.
    """

    NAME = "declare-residence"
    TITLE = "Kê khai nơi cư trú"
    ENTITLED = entitled("Wo Wc")

    member: UUID
    body: UUID
    neighborhood: str
    dwelling: str
    kind: ResidenceKind = ResidenceKind.PERMANENT
    household: str | None = None
    moved_on: date | None = None
    residence_no: int | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Number the stay and record it."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.occurred_on))
        since = self.moved_on or self.occurred_on
        number = self.residence_no or member.residence_no_for(
            self.body, since, work, declared_on=self.occurred_on
        )
        stay = [r.body for r in member.of(ResidenceDeclared) if r.residence_no == number]
        named = next(iter(stay), self.body)  # a place keeps its token when its body is succeeded
        place = neighborhood_text(named, self.neighborhood)
        home = household_text(named, self.neighborhood, self.household or self.dwelling)
        work.record(
            member,
            ResidenceDeclared,
            residence_no=number,
            body=self.body,
            neighborhood=work.personal(member.id, self.neighborhood),
            neighborhood_token=work.tokens.token("neighborhood", place),
            dwelling=work.personal(member.id, self.dwelling),
            kind=self.kind,
            household=work.tokens.token("household", home),
            moved_on=self.moved_on,
        )
