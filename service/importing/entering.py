"""From a row to the commands that enter it."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from typing import Any

from domain.member import How
from service.importing.bodies import Body
from service.importing.register import Register
from service.importing.rows import Row
from service.importing.wording import RowFault


@dataclass(frozen=True, kw_only=True)
class Entering:
    """The bodies that a row names; ``ward`` is absent where it tells no address."""

    row: Row
    committee: Body
    cell: Body
    ward: Body | None
    residence_cell: Body | None

    @property
    def enrolment(self) -> dict[str, Any]:
        """The command that makes the member one of the committee's."""
        row = self.row
        return {
            "occurred_on": str(self.committee.followed_from),
            "committee": str(self.committee.id),
            "cell": str(self.cell.id),
            "how": How.INITIAL.value,
            "full_name": row.full_name,
            "birth_date": str(row.birth_date),
            "sex": row.sex,
            "admitted_on": str(row.admitted_on),
            "official_on": str(row.official_on) if row.official_on else None,
        }

    def residence(self, member: str) -> dict[str, Any] | None:
        """The command that says where the member lives, if the row does."""
        if self.ward is None:
            return None
        return {
            "occurred_on": str(self.committee.followed_from),
            "member": member,
            "body": str(self.ward.id),
            "neighborhood": self._neighborhood,
            "dwelling": self.row.dwelling,
            "household": self.row.household,
        }

    def link(self, member: str) -> dict[str, Any] | None:
        """The command that carries the link over, if the row knows of a letter."""
        if self.ward is None or not self.row.has_letter:
            return None
        row, cell = self.row, self.residence_cell
        return {
            "occurred_on": str(self.committee.followed_from),
            "member": member,
            "cell": str(cell.id) if cell else None,
            "letter_number": row.letter_number,
            "letter_date": str(row.letter_date) if row.letter_date else None,
            "slip_date": str(row.slip_date) if row.slip_date else None,
        }

    @property
    def _neighborhood(self) -> str | None:
        known = self.residence_cell.neighborhood if self.residence_cell else None
        return self.row.neighborhood or known


def matched(row: Row, register: Register) -> Entering:
    """Find the bodies that a row names; raise ``RowFault``."""
    cell = register.workplace_cell(row.cell)
    ward = register.ward(row.commune) if row.commune else None
    if ward is None:
        if row.has_letter or row.residence_cell:
            raise RowFault(
                "Phường/Xã: để trống, dù hàng này có giấy giới thiệu hoặc chi bộ nơi cư trú.",
                "Phường/Xã: empty, though the row has a letter or a residential cell.",
            )
        return Entering(
            row=row, committee=register.committee, cell=cell, ward=None, residence_cell=None
        )
    given = row.residence_cell
    residence_cell = register.residence_cell(ward, given) if given else None
    entering = Entering(
        row=row,
        committee=register.committee,
        cell=cell,
        ward=ward,
        residence_cell=residence_cell,
    )
    if row.dwelling is None or entering.residence("")["neighborhood"] is None:  # type: ignore[index]
        raise RowFault(
            "Nơi ở, khu dân cư: để trống, trong khi hàng này có phường/xã.",
            "Nơi ở, khu dân cư: empty, though the row names a ward.",
        )
    return entering


def key_of(command: str, body: dict[str, Any], secret: str) -> str:
    """Derive the idempotency key of a command from what it says, not from where it stands.

    It is keyed with the token: a plain digest of a name could be guessed by trying names.
    """
    said = json.dumps([command, body], ensure_ascii=True, sort_keys=True).encode()
    return f"import-{hmac.digest(secret.encode(), said, 'sha256').hex()}"
