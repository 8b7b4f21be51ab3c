"""The roster of the residence: who was introduced to a committee, and how far that has come.

It says what the residence may know: nothing of a draft, nothing of class B, of class A only until
when it holds, a suspension once it was told of it, and no other residence of the member.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, or_, select

from domain.intervals import FOREVER
from domain.introduction.events import StatusChange, StatusNotified
from domain.introduction.link import Link
from domain.member import ExemptionClass, Member, ResidenceDeclared
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

_SUSPENDED = StatusChange.SUSPENDED


class Stage(StrEnum):
    """How far an introduction has come at the residence."""

    ISSUED = "ISSUED"
    RECEIVED = "RECEIVED"
    PLACED = "PLACED"
    CLOSED = "CLOSED"


@dataclass(frozen=True, slots=True)
class Introduced:
    """One link, or a letter that is on its way to it, on a run of days.

    ``exempt`` is the exemption from attending, ``exempt_until`` its last day where one is known.
    Names stay sealed: ``full_name`` and ``dwelling`` give the places, the letter's own where it
    was issued here.
    """

    link: UUID
    member: UUID
    body: UUID
    cell: UUID | None
    workplace: UUID
    attempt: int
    stage: Stage
    suspended: bool
    exempt: bool
    exempt_until: date | None
    slip: Slip
    group: UUID | None
    monitor: UUID | None
    full_name: str | None
    dwelling: str | None
    from_day: date
    to_day: date


def links_on_roster(subject: Subject, facts: Facts) -> Iterator[Introduced]:
    """Give the rows of one link: on each day its last letter that the residence may see."""
    link = facts.link(UUID(subject[1]))
    if link.member is None:
        return
    member = facts.member(link.member)
    tree = Tree(facts)
    yield from runs(days_of_change(member, [link]), lambda day: _on(day, member, link, tree))


def _on(day: date, history: Member, link: Link, tree: Tree) -> Introduced | None:
    member = history.as_of(day)
    seen = ((letter, _stage(letter, member)) for letter in introductions(link, day, tree))
    shown = [(letter, stage) for letter, stage in seen if stage]
    if not shown:
        return None
    letter, stage = shown[-1]
    if letter.letter.body is None or letter.letter.issuer is None:
        return None
    enrolment = enrolment_of(letter.letter, member)
    exempt = [e for e in member.exemptions(ExemptionClass.A) if day in e.days]
    issued = letter.letter.issued
    return Introduced(
        link=link.id,
        member=member.id,
        body=letter.letter.body,
        cell=letter.cell,
        workplace=letter.letter.issuer,
        attempt=letter.letter.attempt,
        stage=stage,
        suspended=_is_known_suspended(letter, member),
        exempt=bool(exempt),
        exempt_until=exempt[-1].granted.until if exempt else None,
        slip=letter.slip_as_sent,
        group=letter.group,
        monitor=letter.monitor,
        full_name=place_of(enrolment.full_name) if enrolment else None,
        dwelling=place_of(issued.printed.dwelling) if issued else _dwelling(letter, member),
        from_day=day,
        to_day=FOREVER,
    )


def _stage(letter: Introduction, member: Member) -> Stage | None:
    """Say how far a letter has come, as far as the residence may know.

    A link that was closed stays so, whatever happens to the member afterwards.
    """
    if letter.letter.open_days and letter.is_closed:
        return Stage.CLOSED
    enrolment = enrolment_of(letter.letter, member)
    if enrolment is None or member.departed_on(enrolment) <= letter.day:
        return Stage.CLOSED if letter.is_open else None
    if member.is_exempt(ExemptionClass.B, letter.day):
        return None
    if letter.is_open:
        return Stage.PLACED if letter.cell else Stage.RECEIVED
    return Stage.ISSUED if letter.letter.issued and letter.is_in_force else None


def _is_known_suspended(letter: Introduction, member: Member) -> bool:
    """Tell whether the residence was told of the suspension that holds on the day."""
    told = [n.effect_date for n in letter.link.of(StatusNotified) if n.change is _SUSPENDED]
    spells = (one for one in member.suspended if letter.day in one.days)
    return any(min(one.days.start, one.suspended.occurred_on) <= n for one in spells for n in told)


def _dwelling(letter: Introduction, member: Member) -> str | None:
    """Name the place of the dwelling that was declared for the stay of a letter."""
    declared = member.of(ResidenceDeclared)
    stay = [entry for entry in declared if entry.residence_no == letter.residence_no]
    return place_of(stay[-1].dwelling) if stay else None


INTRODUCED = VersionedTable(
    "introduced", Introduced, indexes=[("body", "to_day"), ("member", "to_day")]
)
RESIDENCE_ROSTER = ReadModel(INTRODUCED, {"link": links_on_roster})

_TABLE = INTRODUCED.table


def introduced(
    views: Views,
    bodies: Sequence[UUID],
    viewpoint: Viewpoint,
    *,
    cells: Sequence[UUID] = (),
    stages: Sequence[Stage] = (),
    after: UUID | None = None,
    limit: int | None = None,
) -> list[Introduced]:
    """List who was introduced to some bodies in the order of the links, ``after`` one of them.

    ``cells`` names cells or Party groups. No cells and no stages are all of them; closed links are
    listed where that is asked for.
    """
    chosen = stages or [stage for stage in Stage if stage is not Stage.CLOSED]
    values = viewpoint.bound(
        bodies=[str(body) for body in bodies],
        stages=[stage.value for stage in chosen],
        after=str(after or ""),
    )
    if cells:
        values["cells"] = [str(cell) for cell in cells]
    statement = _introduced(in_cells=bool(cells)).limit(limit)
    return [INTRODUCED.loaded(row) for row in views.ask(statement, values)]


def introduced_of(views: Views, members: Sequence[UUID], viewpoint: Viewpoint) -> list[Introduced]:
    """List the links of some members that a residence may see, the closed ones too."""
    values = viewpoint.bound(members=[str(member) for member in members])
    return [INTRODUCED.loaded(row) for row in views.ask(_OF_MEMBERS, values)]


_OF_MEMBERS = (
    select(*INTRODUCED.columns)
    .where(_TABLE.c.member.in_(bindparam("members", expanding=True)), known(_TABLE), on_day(_TABLE))
    .order_by(_TABLE.c.member, _TABLE.c.link)
)


@cache
def _introduced(*, in_cells: bool) -> Select[Any]:
    statement = select(*INTRODUCED.columns).where(
        _TABLE.c.body.in_(bindparam("bodies", expanding=True)),
        known(_TABLE),
        on_day(_TABLE),
        _TABLE.c.stage.in_(bindparam("stages", expanding=True)),
        _TABLE.c.link > bindparam("after", type_=TEXT),
    )
    if in_cells:
        cells: BindParameter[Any] = bindparam("cells", expanding=True)
        statement = statement.where(or_(_TABLE.c.cell.in_(cells), _TABLE.c.group.in_(cells)))
    return statement.order_by(_TABLE.c.link)
