"""What a cell's yearly review gets to know of a member: figures and papers, never a level.

The residence's opinion is presented as it came. Nothing here computes a level, a score or an order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Integer, bindparam, select

from domain.entries import Stream
from domain.intervals import FOREVER, covers
from domain.introduction.events import AbsenceReminded, AbsenceReported
from domain.local_figures import days_of_adoption
from domain.meeting import Attendance
from domain.member import ExemptionClass, Member, MemberDeparted, MemberEnrolled
from domain.obligations.eligibility import stays
from domain.obligations.rounds import Asking, year_link
from domain.organization import Tree, kin
from domain.round import Round, round_of, rounds_of
from domain.rulebook import RuleSet
from projections.moves import may_move_year
from projections.read_model import Facts, ReadModel
from projections.runs import days_of_change, runs
from projections.subjects import Subject
from projections.versions import VersionedTable, known, on_day
from projections.viewpoint import Viewpoint
from projections.views import Views
from projections.year_figures import Figures, MemberYear


class NotAsked(StrEnum):
    """Why the yearly opinion of a member is not asked for."""

    DEPARTED = "DEPARTED"
    EXEMPT_A = "EXEMPT_A"
    EXEMPT_B = "EXEMPT_B"
    SUSPENDED = "SUSPENDED"
    NO_LINK = "NO_LINK"
    NOT_NAMED = "NOT_NAMED"


@dataclass(frozen=True, slots=True)
class YearInputs:
    """One member's year in one committee, counted up to each of a run of days.

    ``enrolments`` are the one there, the last of the year, and those from which the membership was
    transferred to it through this service, the nearest first. ``departed_on`` is the first day
    without it, where that is one of the year.
    ``came`` says of each meeting to which he was called whether he came. The yearly evaluation of
    ``year_link`` counts; ``not_asked`` says why none is asked for.
    """

    member: UUID
    year: int
    committee: UUID
    enrolments: tuple[str, ...]
    departed_on: date | None
    cell: UUID
    figures: Figures
    came: dict[str, Attendance]
    year_link: UUID | None
    not_asked: NotAsked | None
    from_day: date
    to_day: date

    @property
    def unknown_in(self) -> tuple[UUID, ...]:
        """The meetings of which his attendance is unknown."""
        unknown = (one for one, came in self.came.items() if came is Attendance.UNKNOWN)
        return tuple(map(UUID, unknown))


def inputs_of_year(subject: Subject, facts: Facts) -> Iterator[YearInputs]:
    """Give the rows of one member and one year, from the first day of the year on."""
    yield from _Year(facts, facts.member(UUID(subject[1])), int(subject[2])).rows()


class _Year:
    """The streams that a member's year follows from."""

    def __init__(self, facts: Facts, member: Member, year: int) -> None:
        self.facts = facts
        self.member = member
        self.year = year
        self.tree = Tree(facts)
        self.asking = Asking(member, year, facts)
        self.links = [facts.link(link) for link in facts.links_of_member(member.id)]
        self.meetings = [facts.meeting(meeting) for meeting in sorted(self._meetings())]
        self.committees = {entry.committee for entry in member.of(MemberEnrolled)}
        self.rounds = [one for c in self.committees for one in rounds_of(c, year, facts)]

    def rows(self) -> Iterator[YearInputs]:
        """Ask on the first day of the year and on each on which something changes after it."""
        first = date(self.year, 1, 1)
        yield from runs({first, *(day for day in self._changes() if day > first)}, self._on)

    def _changes(self) -> Iterator[date]:
        streams: list[Stream] = [*self.meetings, *self.rounds]
        yield from (entry.effect_date for stream in streams for entry in stream.effective)
        for committee in self.committees:
            yield from days_of_adoption(committee, self.facts)
        for cell in {stay.cell for link in self.links for stay in stays(link)}:
            yield from self.tree.days_of_change(cell)
        last = date(self.year, 12, 31)
        yield from (day for day in days_of_change(self.member, self.links) if day <= last)
        for stream in (self.member, *self.links):
            entries = (e for e in stream.effective if may_move_year(e, self.year))
            yield from (entry.effect_date for entry in entries)

    def _on(self, day: date) -> YearInputs | None:
        member = self.member.as_of(day)
        enrolment = _enrolment_in(member, self.year)
        if enrolment is None:
            return None
        links = [link.as_of(day) for link in self.links]
        meetings = [meeting.as_of(day) for meeting in self.meetings]
        counted = MemberYear(member, links, meetings, self.year, day, self.tree)
        attended = counted.attended()
        rules = self.asking.rules(enrolment.committee, day)
        found = year_link(member, links, self.year, rules)
        of_year = found.link.id if found else None
        left = member.departed_on(enrolment)
        return YearInputs(
            member=member.id,
            year=self.year,
            committee=enrolment.committee,
            enrolments=tuple(_transferred_from(member, enrolment)),
            departed_on=left if left <= date(self.year, 12, 31) else None,
            cell=member.last_cell_of(enrolment, min(day, date(self.year, 12, 31))),
            figures=counted.figures(attended, self.facts),
            came={str(m.meeting): m.status for m in attended if m.is_called},
            year_link=of_year,
            not_asked=self._not_asked(member, enrolment, of_year, rules, day),
            from_day=day,
            to_day=FOREVER,
        )

    def _meetings(self) -> Iterator[UUID]:
        """Name the meetings of the cells in which he ever was, and those of which he was told."""
        named = {stay.cell for link in self.links for stay in stays(link)}
        cells = {one for cell in named for one in kin(cell, self.facts)}
        found = {m for cell in cells for m in self.facts.meetings_of(cell, self.year)}
        for link in self.links:
            for entry in link.of(AbsenceReminded, AbsenceReported):
                found.update(entry.meetings)
        yield from found

    def _not_asked(
        self,
        member: Member,
        enrolment: MemberEnrolled,
        of_year: UUID | None,
        rules: RuleSet,
        day: date,
    ) -> NotAsked | None:
        asked_on = rules.day_of(self.year, "round.request_by")
        round_ = round_of(enrolment.committee, self.year, day, self.facts).as_of(day)
        reasons = {
            NotAsked.DEPARTED: member.departed_on(enrolment) <= asked_on,
            NotAsked.EXEMPT_B: member.is_exempt(ExemptionClass.B, asked_on),
            NotAsked.EXEMPT_A: member.is_exempt(ExemptionClass.A, asked_on),
            NotAsked.SUSPENDED: covers(member.suspensions(), asked_on),
            NotAsked.NO_LINK: of_year is None,
            NotAsked.NOT_NAMED: not _is_named(round_, member.id, asked_on),
        }
        return next((reason for reason, holds in reasons.items() if holds), None)


def _is_named(round_: Round, member: UUID, asked_on: date) -> bool:
    """Tell whether a round asks for a member; one opened too late asks for everybody."""
    if round_.opened and round_.opened.effect_date < asked_on:
        named = round_.named_on(date.max)
        return named is None or member in named
    return True


def _enrolment_in(member: Member, year: int) -> MemberEnrolled | None:
    """Find the last enrolment that held on some day of a year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    held = [
        entry
        for entry in member.of(MemberEnrolled)
        if entry.occurred_on <= last and member.departed_on(entry) > first
    ]
    return held[-1] if held else None


def _transferred_from(member: Member, enrolment: MemberEnrolled) -> Iterator[str]:
    """Name an enrolment, and those from which the membership was transferred to it."""
    departures = {entry.id: entry for entry in member.of(MemberDeparted)}
    seen: set[str] = set()
    following: MemberEnrolled | None = enrolment
    while following and following.id not in seen:
        yield following.id
        seen.add(following.id)
        left = departures.get(following.from_departure or "")
        behind = (e for e in member.of(MemberEnrolled) if left and e.id == left.enrolment)
        following = next(behind, None)


YEAR_INPUTS = VersionedTable(
    "year_inputs", YearInputs, indexes=[("committee", "year", "to_day"), ("member", "to_day")]
)
CLASSIFICATION = ReadModel(YEAR_INPUTS, {"inputs": inputs_of_year})

_TABLE = YEAR_INPUTS.table
_OF_COMMITTEES = select(*YEAR_INPUTS.columns).where(
    _TABLE.c.committee.in_(bindparam("committees", expanding=True)),
    _TABLE.c.year == bindparam("year", type_=Integer),
    known(_TABLE),
    on_day(_TABLE),
)


def years_in(
    views: Views, committees: Sequence[UUID], year: int, viewpoint: Viewpoint
) -> list[YearInputs]:
    """List the year of every member of some committees."""
    values = viewpoint.bound(committees=[str(one) for one in committees], year=year)
    return [YEAR_INPUTS.loaded(row) for row in views.ask(_OF_COMMITTEES, values)]
