"""By which figures a committee's cap on the top level goes in a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Integer, bindparam, select

from domain.excellence import CAP, Cap, Denominator, Rounding
from domain.intervals import FOREVER
from domain.local_figures import days_of_adoption, rules_of_body
from domain.member import MemberEnrolled
from projections.read_model import Facts, ReadModel
from projections.runs import runs
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views


@dataclass(frozen=True, slots=True)
class CapOfYear:
    """The figures of one committee and year; ``source`` is the text that the share rests on.

    They are those of the day, and after the year those of its last day.
    """

    committee: UUID
    year: int
    percent: int
    denominator: Denominator
    rounding: Rounding
    source: str
    rule_set: str
    from_day: date
    to_day: date

    @property
    def cap(self) -> Cap:
        """The cap that they make."""
        return Cap(self.percent, self.denominator, self.rounding)


def cap_of_year(subject: Subject, facts: Facts) -> Iterator[CapOfYear]:
    """Give the figures of one committee and year, from the first day of the year on."""
    committee, year = UUID(subject[1]), int(subject[2])
    first, last = date(year, 1, 1), date(year, 12, 31)
    if not _has_members(committee, last, facts):
        return
    sets = {one.in_force_from for one in facts.rulebook.rule_sets}
    changes = {day for day in sets | {*days_of_adoption(committee, facts)} if first < day <= last}
    yield from runs({first, *changes}, lambda day: _on(day, committee, year, facts))


def _has_members(committee: UUID, day: date, facts: Facts) -> bool:
    """Tell whether anybody was enrolled there by a day: an enrolment may have been struck since."""
    return any(
        enrolled.committee == committee and enrolled.occurred_on <= day
        for member in facts.members_of(committee)
        for enrolled in facts.member(member).of(MemberEnrolled)
    )


def _on(day: date, committee: UUID, year: int, facts: Facts) -> CapOfYear:
    rules = rules_of_body(facts.rulebook.in_force(day), committee, day, facts)
    cap = Cap.of(rules)
    return CapOfYear(
        committee=committee,
        year=year,
        percent=cap.percent,
        denominator=cap.denominator,
        rounding=cap.rounding,
        source=rules.figures[CAP].source,
        rule_set=rules.id,
        from_day=day,
        to_day=FOREVER,
    )


CAP_OF_YEAR = VersionedTable("cap_of_year", CapOfYear, indexes=[("committee", "year")])
CAPS = ReadModel(CAP_OF_YEAR, {"workplace": cap_of_year})

_TABLE = CAP_OF_YEAR.table
_OF_COMMITTEES = (
    select(*CAP_OF_YEAR.columns)
    .where(
        _TABLE.c.committee.in_(bindparam("committees", expanding=True)),
        _TABLE.c.year == bindparam("year", type_=Integer),
        known(_TABLE),
        on_day(_TABLE),
    )
    .order_by(_TABLE.c.committee)
)


def caps_of(
    views: Views, committees: Sequence[UUID], year: int, viewpoint: Viewpoint
) -> list[CapOfYear]:
    """List by which figures some committees go in a year."""
    values = viewpoint.bound(committees=[str(one) for one in committees], year=year)
    return [CAP_OF_YEAR.loaded(row) for row in views.ask(_OF_COMMITTEES, values)]
