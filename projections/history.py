"""Questions to the chronicle: the life of one member by date, and the record by position."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    bindparam,
    or_,
    select,
    tuple_,
)

from projections.chronicle import CHRONICLE_ENTRY, ChronicleEntry
from projections.columns import TEXT
from projections.index import INDEX_ENTRY
from projections.subjects import index_key
from projections.versions import DAY, POSITION, STILL_KNOWN, known
from projections.viewpoint import Viewpoint
from projections.views import Views

_TABLE, _CONCERNED = CHRONICLE_ENTRY.tables


class Place(NamedTuple):
    """Where a page of a member's chronicle ends and the next one begins."""

    effect_day: date
    position: int


@dataclass(frozen=True)
class Filter:
    """What is looked for in the record; what is left out is not asked about.

    ``member`` is whom, or whose links, it concerns; ``committees`` the bodies whose act it was;
    ``officer`` who entered it; ``letter`` and ``attempt`` the number of its letter and which one
    it is in its link. Bounds are included: of effect dates, of the dates on the papers, and of
    positions.
    """

    stream: UUID | None = None
    member: UUID | None = None
    topics: tuple[str, ...] = ()
    committees: tuple[UUID, ...] = ()
    officer: UUID | None = None
    command: UUID | None = None
    letter: str | None = None
    attempt: int | None = None
    from_day: date | None = None
    to_day: date | None = None
    occurred_from: date | None = None
    occurred_until: date | None = None
    from_position: int | None = None
    to_position: int | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """Name what is asked about."""
        return tuple(name for name in _CLAUSES if getattr(self, name) not in (None, ()))

    def values(self) -> dict[str, Any]:
        """Give the values that a statement is asked with."""
        values = {name: _stored(getattr(self, name)) for name in self.named}
        if self.member:
            values["links"] = index_key("links_of_member", self.member)
        return values


def chronicle_of(
    views: Views,
    member: UUID,
    viewpoint: Viewpoint,
    *,
    after: Place | None = None,
    limit: int | None = None,
) -> list[ChronicleEntry]:
    """List all that concerns a member or his links, by effect date and then position."""
    statement = _OF_MEMBER if after is None else _OF_MEMBER_AFTER
    values = viewpoint.bound(member=str(member), links=index_key("links_of_member", member))
    if after is not None:
        values |= {"after_day": after.effect_day.toordinal(), "after": after.position}
    found = views.ask(statement.limit(limit), values)
    return [CHRONICLE_ENTRY.loaded(row) for row in found]


def history(
    views: Views,
    viewpoint: Viewpoint,
    wanted: Filter,
    *,
    after: int | None = None,
    newest_first: bool = False,
    limit: int | None = None,
) -> list[ChronicleEntry]:
    """List entries in the order of the log, or against it, ``after`` the position of one."""
    statement = _history(wanted.named, newest_first).limit(limit)
    beginning = STILL_KNOWN if newest_first else 0
    values = viewpoint.bound(**wanted.values(), after=beginning if after is None else after)
    return [CHRONICLE_ENTRY.loaded(row) for row in views.ask(statement, values)]


def _stored(value: Any) -> Any:
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, tuple):
        return [_stored(one) for one in value]
    return value if isinstance(value, int) else str(value)


_LINKS = select(INDEX_ENTRY.c.stream).where(
    INDEX_ENTRY.c.source == bindparam("links", type_=TEXT), INDEX_ENTRY.c.since <= POSITION
)
_CONCERNING = select(_CONCERNED.c.row).where(
    or_(
        _CONCERNED.c.one == bindparam("member", type_=TEXT),
        _CONCERNED.c.one.in_(_LINKS),
    ),
    _CONCERNED.c.effect_day <= DAY,
    known(_CONCERNED),
)
_OF_MEMBER = (
    select(*CHRONICLE_ENTRY.columns)
    .where(_TABLE.c.id.in_(_CONCERNING))
    .order_by(_TABLE.c.effect_day, _TABLE.c.position)
)
_OF_MEMBER_AFTER = _OF_MEMBER.where(
    tuple_(_TABLE.c.effect_day, _TABLE.c.position)
    > tuple_(bindparam("after_day", type_=Integer), bindparam("after", type_=BigInteger))
)
_CLAUSES: dict[str, ColumnElement[bool]] = {
    "stream": _TABLE.c.stream == bindparam("stream", type_=TEXT),
    "member": _TABLE.c.id.in_(_CONCERNING),
    "topics": _TABLE.c.topic.in_(bindparam("topics", expanding=True)),
    "committees": _TABLE.c.committee.in_(bindparam("committees", expanding=True)),
    "officer": _TABLE.c.officer == bindparam("officer", type_=TEXT),
    "command": _TABLE.c.command == bindparam("command", type_=TEXT),
    "letter": _TABLE.c.letter == bindparam("letter", type_=TEXT),
    "attempt": _TABLE.c.attempt == bindparam("attempt", type_=BigInteger),
    "from_day": _TABLE.c.effect_day >= bindparam("from_day", type_=Integer),
    "to_day": _TABLE.c.effect_day <= bindparam("to_day", type_=Integer),
    "occurred_from": _TABLE.c.occurred_on >= bindparam("occurred_from", type_=Integer),
    "occurred_until": _TABLE.c.occurred_on <= bindparam("occurred_until", type_=Integer),
    "from_position": _TABLE.c.position >= bindparam("from_position", type_=BigInteger),
    "to_position": _TABLE.c.position <= bindparam("to_position", type_=BigInteger),
}


@cache
def _history(named: tuple[str, ...], newest_first: bool) -> Select[Any]:
    after: BindParameter[int] = bindparam("after", type_=BigInteger)
    position = _TABLE.c.position
    statement = select(*CHRONICLE_ENTRY.columns).where(
        position < after if newest_first else position > after,
        _TABLE.c.effect_day <= DAY,
        known(_TABLE),
        *(_CLAUSES[name] for name in named),
    )
    return statement.order_by(position.desc() if newest_first else position)
