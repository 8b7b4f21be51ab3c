"""Questions to what the residence wrote: of the bodies between which it went, and of members."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, select, tuple_

from projections.columns import TEXT
from projections.reports import REPORTED, AnswerState, PaperKind, Reported
from projections.versions import DAY, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views

_TABLE, _VIEWER = REPORTED.tables


class Place(NamedTuple):
    """Where a page ends and the next one begins."""

    sent_on: date
    report: str


def reports(
    views: Views,
    organizations: Sequence[UUID],
    viewpoint: Viewpoint,
    *,
    kinds: Sequence[PaperKind] = (),
    states: Sequence[AnswerState] = (),
    member: UUID | None = None,
    after: Place | None = None,
    limit: int | None = None,
) -> list[Reported]:
    """List what was written and is seen by one of some bodies, the oldest first.

    No kinds and no states are all of them; ``after`` is the place of the last row of the page
    before.
    """
    values = viewpoint.bound(
        organizations=[str(one) for one in organizations],
        kinds=[kind.value for kind in kinds or PaperKind],
        states=[state.value for state in states or AnswerState],
    )
    if member:
        values["member"] = str(member)
    if after:
        values |= {"after_day": after.sent_on.toordinal(), "after_report": after.report}
    statement = _reports(of_member=member is not None, paged=after is not None).limit(limit)
    return [REPORTED.loaded(row) for row in views.ask(statement, values)]


def reports_of(views: Views, members: Sequence[UUID], viewpoint: Viewpoint) -> list[Reported]:
    """List all that was ever written about some members."""
    values = viewpoint.bound(members=[str(member) for member in members])
    return [REPORTED.loaded(row) for row in views.ask(_OF_MEMBERS, values)]


_ON_THE_DAY = select(*REPORTED.columns).where(known(_TABLE), on_day(_TABLE))
_OF_MEMBERS = _ON_THE_DAY.where(_TABLE.c.member.in_(bindparam("members", expanding=True))).order_by(
    _TABLE.c.member, _TABLE.c.sent_on, _TABLE.c.report
)
_SEEN = select(_VIEWER.c.row).where(
    _VIEWER.c.organization.in_(bindparam("organizations", expanding=True)),
    _VIEWER.c.to_day > DAY,
    known(_VIEWER),
)


@cache
def _reports(*, of_member: bool, paged: bool) -> Select[Any]:
    statement = _ON_THE_DAY.where(
        _TABLE.c.id.in_(_SEEN),
        _TABLE.c.kind.in_(bindparam("kinds", expanding=True)),
        _TABLE.c.state.in_(bindparam("states", expanding=True)),
    )
    if of_member:
        statement = statement.where(_TABLE.c.member == bindparam("member", type_=TEXT))
    place = tuple_(_TABLE.c.sent_on, _TABLE.c.report)
    if paged:
        after = tuple_(bindparam("after_day", type_=Integer), bindparam("after_report", type_=TEXT))
        statement = statement.where(place > after)
    return statement.order_by(_TABLE.c.sent_on, _TABLE.c.report)
