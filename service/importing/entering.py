"""From what a row tells to the commands that enter it."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.member import How
from service.importing.bodies import Body
from service.importing.member import Identity, Papers


@dataclass(frozen=True, kw_only=True)
class Home:
    """Where a member lives, by the bodies that receive there."""

    ward: Body
    neighborhood: str
    dwelling: str
    household: str | None
    residence_cell: Body | None


@dataclass(frozen=True, kw_only=True)
class Entering:
    """A member as he is to be entered; ``home`` is absent where the list tells no address."""

    identity: Identity
    papers: Papers
    committee: Body
    cell: Body
    home: Home | None

    @property
    def day(self) -> date:
        """From when the member is on the roster: the first day of the record, or his admission."""
        return max(self.committee.followed_from, self.identity.admitted_on)

    @property
    def enrolment(self) -> dict[str, Any]:
        """The command that makes the member one of the committee's."""
        who = self.identity
        body = {
            "occurred_on": str(self.day),
            "committee": str(self.committee.id),
            "cell": str(self.cell.id),
            "how": How.INITIAL.value,
            "full_name": who.full_name,
            "birth_date": str(who.birth_date),
            "sex": who.sex,
            "admitted_on": str(who.admitted_on),
            "official_on": str(who.official_on) if who.official_on else None,
        }
        return body | {"probationary": True} if who.probationary else body

    def residence(self, member: str) -> dict[str, Any] | None:
        """The command that says where the member lives, if the list does."""
        if self.home is None:
            return None
        return {
            "occurred_on": str(self.day),
            "member": member,
            "body": str(self.home.ward.id),
            "neighborhood": self.home.neighborhood,
            "dwelling": self.home.dwelling,
            "household": self.home.household,
        }

    def link(self, member: str) -> dict[str, Any] | None:
        """The command that carries the link over, if the list knows of a letter."""
        if self.home is None or not self.papers.has_letter:
            return None
        papers, cell = self.papers, self.home.residence_cell
        return {
            "occurred_on": str(self.day),
            "member": member,
            "cell": str(cell.id) if cell else None,
            "letter_number": papers.letter_number,
            "letter_date": str(papers.letter_date) if papers.letter_date else None,
            "slip_date": str(papers.slip_date) if papers.slip_date else None,
        }


def key_of(command: str, body: dict[str, Any], secret: str) -> str:
    """Derive the idempotency key of a command from what it says, not from where it stands.

    It is keyed with the token: a plain digest of a name could be guessed by trying names.
    """
    said = json.dumps([command, body], ensure_ascii=True, sort_keys=True).encode()
    return f"import-{hmac.digest(secret.encode(), said, 'sha256').hex()}"
