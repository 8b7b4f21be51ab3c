"""The roster of the workplace: how each of its members stands on a day.

A row holds on a run of days with the same state. Names stay sealed where they are: a row names
the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, partial
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select

from domain.intervals import FOREVER, before, covers
from domain.introduction.link import Link
from domain.member import ExemptionClass, Member, MemberEnrolled
from domain.organization import Tree
from projections.columns import TEXT
from projections.letters import Introduction, Slip, enrolment_of, introductions
from projections.read_model import Facts, ReadModel
from projections.runs import days_of_change, runs
from projections.sealed import place_of
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


class State(StrEnum):
    """How a member stands: the first that fits."""

    DEPARTED = "DEPARTED"
    EXEMPT_B = "EXEMPT_B"
    RESIDENCE_UNKNOWN = "RESIDENCE_UNKNOWN"
    TO_INTRODUCE = "TO_INTRODUCE"
    DRAFTED = "DRAFTED"
    ISSUED = "ISSUED"
    RECEIVED = "RECEIVED"
    PLACED = "PLACED"


@dataclass(frozen=True, slots=True)
class OnRoster:
    """One member of one committee on a run of days; ``handed_on``: another has him now.

    ``residence_no`` and ``body`` are the present stay and its receiving body; ``link`` and what
    follows are of the letter for it. ``older_links`` are links of other stays that are still open.
    ``exempt_until`` is the last day of an exemption from attending, where one is known. Of names
    and dwelling, which stay sealed, ``full_name`` and the rest give the places.
    """

    member: UUID
    committee: UUID
    cell: UUID
    state: State
    handed_on: bool
    enrolment: str
    suspended: bool
    exempt: bool
    exempt_until: date | None
    residence_no: int | None
    body: UUID | None
    link: UUID | None
    attempt: int | None
    slip: Slip
    residence_cell: UUID | None
    group: UUID | None
    monitor: UUID | None
    older_links: tuple[UUID, ...]
    full_name: str | None
    birth_date: str | None
    neighborhood: str | None
    dwelling: str | None
    from_day: date
    to_day: date


def members_on_roster(subject: Subject, facts: Facts) -> Iterator[OnRoster]:
    """Give the rows of one member, in all committees in which he ever was."""
    member = facts.member(UUID(subject[1]))
    links = [facts.link(link) for link in facts.links_of_member(member.id)]
    tree = Tree(facts)
    days = set(days_of_change(member, links))
    for committee in sorted({entry.committee for entry in member.of(MemberEnrolled)}):
        asked = partial(_on, history=member, links=links, committee=committee, tree=tree)
        yield from runs(days, asked)


def _on(
    day: date, *, history: Member, links: Sequence[Link], committee: UUID, tree: Tree
) -> OnRoster | None:
    member = history.as_of(day)
    enrolled = [entry for entry in member.of(MemberEnrolled) if entry.committee == committee]
    if not enrolled:
        return None
    letters = [letter for link in links for letter in introductions(link, day, tree)]
    if enrolled[-1] is member.last(MemberEnrolled):
        return _row(day, member, enrolled[-1], letters)
    return _handed_on(day, member, enrolled[-1], letters)


def _handed_on(
    day: date, member: Member, enrolment: MemberEnrolled, letters: Sequence[Introduction]
) -> OnRoster:
    """Say how a member stood whom another committee has now: what it enters is its own."""
    last_day = before(member.departed_on(enrolment))
    own = [letter for letter in letters if enrolment_of(letter.letter, member) is enrolment]
    row = _row(last_day, member.as_of(last_day), enrolment, own)
    return replace(row, state=State.DEPARTED, handed_on=True, from_day=day)


def _row(
    day: date, member: Member, enrolment: MemberEnrolled, letters: Sequence[Introduction]
) -> OnRoster:
    residence = member.residence_on(day)
    number = residence.residence_no if residence else None
    letter = _present(letters, member, enrolment, number)
    standing = letter if letter and letter.is_in_force else None
    exempt = [e for e in member.exemptions(ExemptionClass.A) if day in e.days]
    return OnRoster(
        member=member.id,
        committee=enrolment.committee,
        cell=member.last_cell_of(enrolment, day),
        state=_state(day, member, enrolment, number, standing),
        handed_on=False,
        enrolment=enrolment.id,
        suspended=covers(member.suspensions(), day),
        exempt=bool(exempt),
        exempt_until=exempt[-1].granted.until if exempt else None,
        residence_no=number,
        body=residence.body if residence else None,
        link=letter.link.id if letter else None,
        attempt=letter.letter.attempt if letter else None,
        slip=letter.slip if letter else Slip.NONE,
        residence_cell=standing.cell if standing else None,
        group=standing.group if standing else None,
        monitor=standing.monitor if standing else None,
        older_links=_older(letters, number),
        full_name=place_of(enrolment.full_name),
        birth_date=place_of(enrolment.birth_date),
        neighborhood=place_of(residence.neighborhood) if residence else None,
        dwelling=place_of(residence.dwelling) if residence else None,
        from_day=day,
        to_day=FOREVER,
    )


def _present(
    letters: Sequence[Introduction],
    member: Member,
    enrolment: MemberEnrolled,
    number: int | None,
) -> Introduction | None:
    """Find the last letter of this enrolment for the present stay."""
    own = [
        letter
        for letter in letters
        if letter.residence_no == number and enrolment_of(letter.letter, member) is enrolment
    ]
    return own[-1] if own else None


def _state(
    day: date,
    member: Member,
    enrolment: MemberEnrolled,
    number: int | None,
    letter: Introduction | None,
) -> State:
    if member.departed_on(enrolment) <= day:
        return State.DEPARTED
    if member.is_exempt(ExemptionClass.B, day):
        return State.EXEMPT_B
    if number is None:
        return State.RESIDENCE_UNKNOWN
    if letter is None:
        return State.TO_INTRODUCE
    if letter.is_open:
        return State.PLACED if letter.cell else State.RECEIVED
    return State.ISSUED if letter.letter.issued else State.DRAFTED


def _older(letters: Sequence[Introduction], number: int | None) -> tuple[UUID, ...]:
    older = {x.link.id for x in letters if x.residence_no != number and x.is_open}
    return tuple(sorted(older, key=str))


ON_ROSTER = VersionedTable(
    "on_roster", OnRoster, indexes=[("committee", "to_day"), ("member", "to_day")]
)
ROSTER = ReadModel(ON_ROSTER, {"member": members_on_roster})

_TABLE = ON_ROSTER.table


def roster(
    views: Views,
    committees: Sequence[UUID],
    viewpoint: Viewpoint,
    *,
    cells: Sequence[UUID] = (),
    states: Sequence[State] = (),
    after: UUID | None = None,
    limit: int | None = None,
) -> list[OnRoster]:
    """List the members of some committees in the order of their ids, ``after`` one of them.

    No cells and no states are all of them; who has departed is listed where that is asked for.
    """
    chosen = states or [state for state in State if state is not State.DEPARTED]
    values = viewpoint.bound(
        committees=[str(one) for one in committees],
        states=[state.value for state in chosen],
        after=str(after or ""),
    )
    if cells:
        values["cells"] = [str(cell) for cell in cells]
    statement = _roster(in_cells=bool(cells)).limit(limit)
    return [ON_ROSTER.loaded(row) for row in views.ask(statement, values)]


def standings_of(views: Views, members: Sequence[UUID], viewpoint: Viewpoint) -> list[OnRoster]:
    """Say how some members stand, wherever they are now."""
    values = viewpoint.bound(members=[str(member) for member in members])
    return [ON_ROSTER.loaded(row) for row in views.ask(_STANDINGS, values)]


def count_by_state(
    views: Views, committees: Sequence[UUID], viewpoint: Viewpoint
) -> dict[State, int]:
    """Count the members of some committees by state."""
    values = viewpoint.bound(committees=[str(one) for one in committees])
    return {State(state): count for state, count in views.ask(_COUNTS, values)}


_IN_COMMITTEES = _TABLE.c.committee.in_(bindparam("committees", expanding=True))


@cache
def _roster(*, in_cells: bool) -> Select[Any]:
    statement = select(*ON_ROSTER.columns).where(
        _IN_COMMITTEES,
        known(_TABLE),
        on_day(_TABLE),
        _TABLE.c.state.in_(bindparam("states", expanding=True)),
        _TABLE.c.member > bindparam("after", type_=TEXT),
    )
    if in_cells:
        statement = statement.where(_TABLE.c.cell.in_(bindparam("cells", expanding=True)))
    return statement.order_by(_TABLE.c.member)


_STANDINGS = (
    select(*ON_ROSTER.columns)
    .where(_TABLE.c.member.in_(bindparam("members", expanding=True)))
    .where(known(_TABLE), on_day(_TABLE), _TABLE.c.handed_on.is_(False))
    .order_by(_TABLE.c.member)
)
_COUNTS = (
    select(_TABLE.c.state, func.count())
    .where(_IN_COMMITTEES, known(_TABLE), on_day(_TABLE))
    .group_by(_TABLE.c.state)
    .order_by(_TABLE.c.state)
)
