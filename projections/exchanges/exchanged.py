"""One entry between a workplace and a residence committee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.acts import Side
from domain.entries import Event
from domain.evaluation import (
    EvaluationConsolidated,
    EvaluationFiled,
    EvaluationReceived,
    ProposalResolved,
)
from domain.intervals import FOREVER
from domain.introduction.events import LetterReceived, SlipFiled

RECEIPTS = frozenset({LetterReceived.TOPIC, EvaluationReceived.TOPIC})
INNER = frozenset(
    kind.TOPIC for kind in (SlipFiled, EvaluationConsolidated, EvaluationFiled, ProposalResolved)
)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One entry between a workplace and a residence committee, as its papers name them.

    ``side`` is whose act it is, of what both signed neither's. ``detail`` is the code that the
    paper bears: what was reported, answered, decided, or what an opinion is for.
    """

    event: str
    topic: str
    side: Side | None
    detail: str | None
    done_on: date
    year: int
    member: UUID | None
    link: UUID | None
    workplace: UUID
    residence: UUID
    from_day: date
    to_day: date


@dataclass(frozen=True)
class Between:
    """The two committees, and whom a paper between them is about."""

    workplace: UUID
    residence: UUID
    member: UUID | None = None
    link: UUID | None = None

    def row(self, entry: Event, side: Side | None, detail: str | None = None) -> Exchanged:
        """Give the row of one entry."""
        return Exchanged(
            event=entry.id,
            topic=entry.TOPIC,
            side=side,
            detail=detail or _code_of(entry),
            done_on=entry.occurred_on,
            year=entry.occurred_on.year,
            member=self.member,
            link=self.link,
            workplace=self.workplace,
            residence=self.residence,
            from_day=entry.effect_date,
            to_day=FOREVER,
        )


def _code_of(entry: Event) -> str | None:
    said = (getattr(entry, name, None) for name in ("outcome", "change", "reason", "kind"))
    return next((one.value for one in said if isinstance(one, StrEnum)), None)
