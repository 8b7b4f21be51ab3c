"""Requests for letters: the residence asks, the workplace answers.

Who is asked about stays sealed under a key of the request's own; nothing of it is compared with
anybody on record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, select, tuple_

from domain.acts import Side
from domain.intervals import FOREVER
from domain.report import AskOutcome
from projections.columns import TEXT
from projections.read_model import Facts, ReadModel
from projections.reports import AnswerState
from projections.runs import runs
from projections.sealed import place_of
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class LetterRequest:
    """One request on a run of days; what it says of the person are places of sealed texts.

    ``member`` is whom the workplace named where a letter follows.
    """

    letter_ask: UUID
    residence: UUID
    workplace: UUID
    state: AnswerState
    asked_on: date
    full_name: str | None
    birth_date: str | None
    dwelling: str | None
    grounds: str | None
    answered_on: date | None
    outcome: AskOutcome | None
    member: UUID | None
    from_day: date
    to_day: date


def letters_asked(subject: Subject, facts: Facts) -> Iterator[LetterRequest]:
    """Give the rows of one request."""
    request = facts.report(UUID(subject[1]))
    asked = request.asked
    if asked is None:
        return
    first, answer = asked.effect_date, request.ask_answered

    def on(day: date) -> LetterRequest:
        answered = answer if answer and answer.effect_date <= day else None
        return LetterRequest(
            letter_ask=request.id,
            residence=asked.by,
            workplace=asked.to,
            state=AnswerState.ANSWERED if answered else AnswerState.OPEN,
            asked_on=asked.occurred_on,
            full_name=place_of(asked.full_name),
            birth_date=place_of(asked.birth_date),
            dwelling=place_of(asked.dwelling),
            grounds=place_of(asked.grounds),
            answered_on=answered.occurred_on if answered else None,
            outcome=answered.outcome if answered else None,
            member=answered.member if answered else None,
            from_day=day,
            to_day=FOREVER,
        )

    yield from runs({first, max(first, answer.effect_date) if answer else first}, on)


LETTER_REQUEST = VersionedTable(
    "letter_request",
    LetterRequest,
    indexes=[("residence", "to_day"), ("workplace", "to_day")],
)
LETTER_REQUESTS = ReadModel(LETTER_REQUEST, {"letter_ask": letters_asked})

_TABLE = LETTER_REQUEST.table


class Place(NamedTuple):
    """Where a page ends and the next one begins."""

    asked_on: date
    letter_ask: str


def letter_requests(
    views: Views,
    committees: Sequence[UUID],
    side: Side,
    viewpoint: Viewpoint,
    *,
    states: Sequence[AnswerState] = (),
    after: Place | None = None,
    limit: int | None = None,
) -> list[LetterRequest]:
    """List what some residence committees asked, or some workplaces were asked, oldest first."""
    values = viewpoint.bound(
        committees=[str(one) for one in committees],
        states=[state.value for state in states or AnswerState],
    )
    if after:
        values |= {"after_day": after.asked_on.toordinal(), "after_ask": after.letter_ask}
    statement = _requests(side, paged=after is not None).limit(limit)
    return [LETTER_REQUEST.loaded(row) for row in views.ask(statement, values)]


@cache
def _requests(side: Side, *, paged: bool) -> Select[Any]:
    own = _TABLE.c.workplace if side is Side.WORKPLACE else _TABLE.c.residence
    statement = select(*LETTER_REQUEST.columns).where(
        own.in_(bindparam("committees", expanding=True)),
        _TABLE.c.state.in_(bindparam("states", expanding=True)),
        known(_TABLE),
        on_day(_TABLE),
    )
    place = tuple_(_TABLE.c.asked_on, _TABLE.c.letter_ask)
    if paged:
        after = tuple_(bindparam("after_day", type_=Integer), bindparam("after_ask", type_=TEXT))
        statement = statement.where(place > after)
    return statement.order_by(_TABLE.c.asked_on, _TABLE.c.letter_ask)
