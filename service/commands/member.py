"""Commands on a member at his workplace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from domain.member import (
    ON_FILE,
    CellAssigned,
    Departure,
    ExemptionClass,
    ExemptionGranted,
    FullMembershipRecognized,
    How,
    Member,
    MemberDeparted,
    MemberEnrolled,
)
from domain.refusals import (
    BeforeItsGround,
    LifeOutOfOrder,
    NoIdOfAPerson,
    NotOurMember,
    SecretMaterial,
)
from service.commands.command import Command
from service.officers import Sides, entitled
from service.token_texts import person_text
from service.unit_of_work import UnitOfWork

_DERIVED = 5  # the version of the UUIDs that are made of names: ids of papers and bodies


def workplace_of(member: Member, day: date) -> Sides:
    """Name the workplace committee and cell of a member on a day, else those of the last day."""
    enrolled = member.of(MemberEnrolled)
    enrolment = member.enrolment_on(day) or (enrolled[-1] if enrolled else None)
    if enrolment is None:
        raise NotOurMember(field="member", member=member.id)
    return Sides(workplace=enrolment.committee, workplace_cell=member.cell_on(day))


@dataclass(frozen=True, kw_only=True)
class EnrollMember(Command):
    """Enrol a member in a cell of a workplace committee.

    The person's id is derived from name, birth and admission, so that a second list, or a second
    workplace, meets the same person; ``person`` overrides it. A member of class B is enrolled
    without identity (``secret``): an id is all that is kept.
    """

    NAME = "enroll-member"
    TITLE = "Kết nạp, chuyển đến, lập danh sách đảng viên"
    ENTITLED = entitled("Wo Ws")

    committee: UUID
    cell: UUID
    how: How
    person: UUID | None = None
    secret: bool = False
    full_name: str | None = None
    birth_date: date | None = None
    sex: str | None = None
    admitted_on: date | None = None
    official_on: date | None = None
    probationary: bool = False
    from_departure: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Open, or go on with, the stream of the person."""
        work.begin(self, Sides(workplace=self.committee))
        identity = (self.full_name, self.birth_date, self.sex, self.admitted_on, self.official_on)
        if self.secret and any(identity):
            raise SecretMaterial(field="full_name")
        self._in_order()
        person = self.person or self._derived(work)
        member = work.member(person)
        if not member.entries and person.version == _DERIVED:
            raise NoIdOfAPerson(field="person", person=person)
        day = self.occurred_on
        work.record(
            member,
            MemberEnrolled,
            committee=self.committee,
            cell=self.cell,
            how=self.how,
            full_name=work.personal(person, self.full_name),
            birth_date=work.personal(person, _iso(self.birth_date)),
            sex=work.personal(person, self.sex),
            admitted_on=work.personal(person, _iso(self.admitted_on)),
            official_on=work.personal(person, _iso(self.official_on)),
            probationary=self.probationary,
            from_departure=self.from_departure,
        )
        if self.secret:
            work.record(
                member,
                ExemptionGranted,
                exemption_no=len(member.of(ExemptionGranted)) + 1,
                class_=ExemptionClass.B,
                ground=ON_FILE,
                from_=day,
                until=None,
                decided_by=self.committee,
                evidence=None,
            )

    def _in_order(self) -> None:
        """Compare the dates while they are in clear: once recorded, they are sealed."""
        if self.birth_date:
            for name in ("occurred_on", "admitted_on", "official_on"):
                later: date | None = getattr(self, name)
                if later and later <= self.birth_date:
                    raise LifeOutOfOrder(field="birth_date", compared_with=name)
        if self.admitted_on and self.official_on and self.official_on < self.admitted_on:
            raise LifeOutOfOrder(field="official_on", compared_with="admitted_on")

    def _derived(self, work: UnitOfWork) -> UUID:
        if self.full_name is None:
            return uuid4()
        text = person_text(self.full_name, self.birth_date, self.admitted_on)
        return work.tokens.uuid_token("person", text)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@dataclass(frozen=True, kw_only=True)
class RecognizeFullMember(Command):
    """Record that probation ended: the member is a full one from the day ``on``."""

    NAME = "recognize-full-member"
    TITLE = "Công nhận đảng viên chính thức"
    ENTITLED = entitled("Wo")

    member: UUID
    on: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the day, sealed."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.occurred_on))
        self._in_order(member, work)
        on = work.personal(member.id, self.on.isoformat())
        work.record(member, FullMembershipRecognized, on=on)

    def _in_order(self, member: Member, work: UnitOfWork) -> None:
        """Compare the dates while they are in clear: once recorded, they are sealed."""
        if self.on > self.occurred_on:
            raise BeforeItsGround(field="on", day=self.occurred_on, ground=self.on)
        enrolment = member.enrolment_on(self.occurred_on)
        admitted = work.read(enrolment.admitted_on) if enrolment else None
        if admitted and self.on.isoformat() < admitted:
            raise LifeOutOfOrder(field="on", compared_with="admitted_on")


@dataclass(frozen=True, kw_only=True)
class AssignCell(Command):
    """Move a member to another cell of the same committee; no new letter is needed."""

    NAME = "assign-cell"
    TITLE = "Chuyển chi bộ"
    ENTITLED = entitled("Wo")

    member: UUID
    cell: UUID
    from_: date

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the move."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.from_))
        work.record(member, CellAssigned, cell=self.cell, from_=self.from_)


@dataclass(frozen=True, kw_only=True)
class DepartMember(Command):
    """Record that somebody is no working member here any more, from the day ``on``."""

    NAME = "depart-member"
    TITLE = "Chuyển đi, nghỉ hưu, khai trừ, xóa tên, xin ra, từ trần"
    ENTITLED = entitled("Wo Ws")

    member: UUID
    reason: Departure
    on: date
    to: UUID | None = None
    enrolment: str | None = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record the departure from the enrolment that holds, or from the one named."""
        member = work.member(self.member)
        work.begin(self, workplace_of(member, self.on))
        enrolled = member.last(MemberEnrolled, on=self.on)
        work.record(
            member,
            MemberDeparted,
            enrolment=self.enrolment or (enrolled.id if enrolled else ""),
            reason=self.reason,
            to=self.to,
            on=self.on,
        )
