"""What happens to a body: registered, renamed, placed, ended; its officers, the rules it adopts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid5

from domain.acts import NamedPaper, Office, Side
from domain.entries import Event
from domain.names import LIENHE
from domain.private import Private


class Kind(StrEnum):
    """What a body is; the name says nothing about what it may do, ``sides`` does."""

    CENTRAL_BLOC = "central_bloc"
    PROVINCE_COMMITTEE = "province_committee"
    DISTRICT_COMMITTEE = "district_committee"
    COMMITTEE_ABOVE_GRASSROOTS = "committee_above_grassroots"
    GRASSROOTS_COMMITTEE = "grassroots_committee"
    GRASSROOTS_CELL = "grassroots_cell"
    SECTIONAL_COMMITTEE = "sectional_committee"
    CELL = "cell"
    PARTY_GROUP = "party_group"


class SuccessionKind(StrEnum):
    """How one body takes over from another."""

    MERGER = "MERGER"
    SPLIT = "SPLIT"
    RESTRUCTURE = "RESTRUCTURE"


def organization_id(code: str) -> UUID:
    """Name the stream of the body that the register knows by this code."""
    return uuid5(LIENHE, f"organization/{code}")


# The names below are a storage format: topics and fields stand in docs/format.md.


@dataclass(frozen=True)
class OrganizationRegistered(Event):
    """A body enters the register; it stands from ``exists_from``. (Ghi tên tổ chức đảng)

    Obligations are counted from ``followed_from``, which is no effect date.
    """

    TOPIC = "organization.registered"
    EFFECT = "exists_from"
    NATURAL_KEY = ()

    code: str
    kind: Kind
    name: str
    symbol: str
    parent: UUID | None
    sides: tuple[Side, ...]
    commune_unit: str | None
    neighborhood: str | None
    exists_from: date | None
    followed_from: date

    @property
    def effect_date(self) -> date:
        """A body without a known first day has always stood."""
        return self.exists_from or date.min


@dataclass(frozen=True)
class OrganizationRenamed(Event):
    """From that day the body bears another name. (Đổi tên)"""

    TOPIC = "organization.renamed"
    EFFECT = "from_"
    NATURAL_KEY = ("from_",)

    name: str
    symbol: str
    from_: date


@dataclass(frozen=True)
class OrganizationPlaced(Event):
    """From that day the body belongs under another one. (Chuyển về trực thuộc)"""

    TOPIC = "organization.placed"
    EFFECT = "from_"
    NATURAL_KEY = ("from_",)

    parent: UUID
    from_: date


@dataclass(frozen=True)
class OrganizationDissolved(Event):
    """The body ends on that day, the first without it; no successor is named yet. (Giải thể)"""

    TOPIC = "organization.dissolved"
    EFFECT = "on"
    NATURAL_KEY = ()

    on: date
    decision: NamedPaper


@dataclass(frozen=True, slots=True)
class CellSucceeded:
    """One cell that changes when the body above it is succeeded."""

    ENTRY_ID: ClassVar[str] = "from_"

    from_: UUID
    to: UUID


@dataclass(frozen=True)
class OrganizationSucceeded(Event):
    """From that day another body takes over its links, duties and papers. (Kế thừa)

    ``cells`` are those that change; the others pass under ``to`` with officers, groups and
    monitors. Offices of this body and of the cells named end on that day.
    """

    TOPIC = "organization.succeeded"
    EFFECT = "on"
    NATURAL_KEY = ()

    to: UUID
    cells: tuple[CellSucceeded, ...]
    how: SuccessionKind
    on: date
    decision: NamedPaper


@dataclass(frozen=True)
class OfficerAppointed(Event):
    """A person holds an office of this body from that day. (Phân công, chỉ định)"""

    TOPIC = "organization.officer_appointed"
    EFFECT = "from_"
    NATURAL_KEY = ("officer", "office", "from_")

    officer: UUID
    name: Private
    office: Office
    from_: date
    until: date | None


@dataclass(frozen=True)
class OfficerRelieved(Event):
    """The person holds the office no more from that day. (Thôi giữ chức vụ)"""

    TOPIC = "organization.officer_relieved"
    EFFECT = "on"
    NATURAL_KEY = ("appointment",)

    appointment: str
    officer: UUID
    office: Office
    on: date


@dataclass(frozen=True)
class CommitteeElected(Event):
    """The cell has a cell committee from that day. (Bầu chi ủy)"""

    TOPIC = "organization.committee_elected"
    EFFECT = "from_"
    NATURAL_KEY = ("from_",)

    members: tuple[UUID, ...]
    from_: date
    until: date | None


@dataclass(frozen=True)
class RuleSetAdopted(Event):
    """A rule set holds here, with local figures where it leaves them open. (Áp dụng quy định)

    ``adopts_digest`` is the SHA-256 of the rule set as published, in hex.
    """

    TOPIC = "organization.rule_set_adopted"
    EFFECT = "from_"
    NATURAL_KEY = ("adopts", "from_")

    adopts: str
    adopts_digest: str
    figures: dict[str, Any]
    from_: date
