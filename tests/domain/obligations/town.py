"""A quarter to which two workplaces introduce their members, and what is owed there on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from domain.acts import Office, Side, Via
from domain.entries import Event
from domain.introduction.events import (
    ATTENDANCE,
    FeedbackGiven,
    LetterIssued,
    LetterReceived,
    MemberForwarded,
    NamesAsIssued,
    Printed,
)
from domain.introduction.link import Link, link_id
from domain.meeting import (
    AbsenceExcused,
    Attendance,
    AttendanceEntry,
    AttendanceRecorded,
    ContentItem,
    Meeting,
    MeetingCancelled,
    MeetingContentRecorded,
    MeetingConvened,
    MeetingHeld,
    MeetingKind,
    NoticesDelivered,
    NoticeWay,
    half_year,
    meeting_id,
)
from domain.member import (
    ActivitySuspended,
    Departure,
    ExemptionClass,
    ExemptionGranted,
    How,
    Member,
    MemberDeparted,
    MemberEnrolled,
    ResidenceDeclared,
    ResidenceKind,
)
from domain.obligations.folds import FOLDS
from domain.obligations.obligation import Obligation
from domain.organization import organization_id
from domain.private import Personal
from tests import year
from tests.agreement.remembered import Remembered
from tests.paper import Paper
from tests.scenario import Scenario
from tests.year import CELL, QUARTER, WARD, WORKPLACE, papers

HORIZON = date(2027, 12, 31)
OTHER_WORKPLACE, OTHER_OFFICE = map(organization_id, ("dang-uy-so", "chi-bo-so"))
AN, BINH, CHI, DUNG, GIANG = people = tuple(UUID(int=number) for number in range(101, 106))
AN_LINK, BINH_LINK, CHI_LINK, DUNG_LINK, GIANG_LINK = (link_id(one, 1) for one in people)


def _like(paper: Paper, body: UUID, **facts: Any) -> Paper:
    """The same paper about another body."""
    return replace(paper.but(**facts), stream=body)


BODIES = (
    year.WORKPLACE_REGISTERED,
    year.CELL_REGISTERED,
    year.WARD_REGISTERED,
    year.QUARTER_REGISTERED,
    _like(year.WORKPLACE_REGISTERED, OTHER_WORKPLACE, code="dang-uy-so"),
    _like(year.CELL_REGISTERED, OTHER_OFFICE, code="chi-bo-so", parent=OTHER_WORKPLACE),
    year.SECRETARY_APPOINTED,
    _like(year.SECRETARY_APPOINTED, OTHER_WORKPLACE),
    year.QUARTER_SECRETARY_APPOINTED,
)
SCHEDULED = date(2026, 6, 12)
MEETING = meeting_id(QUARTER, SCHEDULED, MeetingKind.PERIODIC)


def introduced(person: UUID, month: int = 2, day: int = 2, by: UUID = WORKPLACE) -> list[Paper]:
    """Enrolled, introduced, received and placed in the quarter, all on one day."""
    member, link = papers(Member, person), papers(Link, link_id(person, 1))
    cell = CELL if by == WORKPLACE else OTHER_OFFICE
    name = Personal(person, f"{person}")
    whom = {"full_name": name, "birth_date": name, "sex": name}
    since = {"admitted_on": name, "official_on": None, "probationary": False}
    letter = {"member": person, "residence_no": 1, "issuer": by, "to_body": WARD, "to_cell": None}
    return [
        member(
            MemberEnrolled,
            *(month, day),
            **{"committee": by, "cell": cell, "how": How.TRANSFERRED_IN, "from_departure": None},
            **whom,
            **since,
        ),
        member(
            ResidenceDeclared,
            *(month, day),
            residence_no=1,
            body=WARD,
            neighborhood=name,
            neighborhood_token="a" * 64,
            dwelling=name,
            kind=ResidenceKind.PERMANENT,
            household=None,
            moved_on=None,
        ),
        link(
            LetterIssued,
            *(month, day),
            **letter,
            attempt=1,
            number=f"{person.int}-GT/ĐU",
            signer=year.BINH,
            signer_office=Office.SECRETARY,
            sealed=True,
            names_as_issued=NamesAsIssued("W", "R"),
            printed=Printed(name, name),
            attendance_exempt_until=None,
            replaces=None,
        ),
        link(LetterReceived, month, day, attempt=1, by=WARD, via=Via.MEMBER),
        link(MemberForwarded, month, day, cell=QUARTER),
    ]


def departed(introduction: list[Paper], month: int, day: int) -> Paper:
    """Whoever was introduced by these papers is no longer at the workplace from that day on."""
    enrolled = introduction[0]
    gone = {"enrolment": enrolled, "reason": Departure.RETIRED, "to": None}
    return papers(Member, enrolled.stream)(
        MemberDeparted, month, day, **gone, on=date(2026, month, day)
    )


def exempt(person: UUID, first: date, last: date, kind: ExemptionClass) -> Paper:
    """Need not attend, or is not introduced."""
    return papers(Member, person)(
        ExemptionGranted,
        *(first.month, first.day),
        exemption_no=1,
        class_=kind,
        ground="ROTATED" if kind is ExemptionClass.A else "ON_FILE",
        from_=first,
        until=last,
        decided_by=WORKPLACE,
        evidence=None,
    )


def suspended(person: UUID, first: date, last: date) -> Paper:
    """Party activity suspended."""
    why = Personal(person, "x")
    return papers(Member, person)(
        *(ActivitySuspended, first.month, first.day), from_=first, until=last, decision=why
    )


def talked_over(person: UUID, month: int, day: int, on: str = ATTENDANCE) -> Paper:
    """Somebody spoke with the member about it."""
    return papers(Link, link_id(person, 1))(
        FeedbackGiven, month, day, on=on, by_side=Side.WORKPLACE, note=None
    )


class Gathering(NamedTuple):
    """A meeting of the quarter, by the day for which it is called."""

    scheduled: date = SCHEDULED
    kind: MeetingKind = MeetingKind.PERIODIC

    @property
    def id(self) -> UUID:
        """The stream of the meeting."""
        return meeting_id(QUARTER, self.scheduled, self.kind)

    @property
    def period(self) -> str | None:
        """The half-year for which it stands."""
        return half_year(self.scheduled) if self.kind is MeetingKind.PERIODIC else None

    def paper(self, of: type[Event], month: int, day: int, /, **facts: Any) -> Paper:
        """A paper of the meeting."""
        return papers(Meeting, self.id)(of, month, day, **facts)

    def convened(self, month: int = 6, day: int = 1) -> Paper:
        """Called on a day."""
        facts = {"cell": QUARTER, "kind": self.kind, "period": self.period, "about": "x"}
        days = {"scheduled_for": self.scheduled, "time": None}
        return self.paper(MeetingConvened, month, day, **facts, **days)

    def told(self, month: int, day: int, *links: UUID) -> Paper:
        """Some members were told on a day."""
        facts = {"links": links, "through": None, "via": NoticeWay.NOTICE}
        return self.paper(NoticesDelivered, month, day, **facts)

    def cancelled(self, month: int, day: int) -> Paper:
        """It will not take place."""
        return self.paper(MeetingCancelled, month, day, reason="bão")

    def held(self, attendance: dict[UUID, Attendance], *, partial: bool = False) -> Paper:
        """It took place on the day for which it was called."""
        facts = {"cell": QUARTER, "kind": self.kind, "period": self.period, "chair": year.MINH}
        came = {"attendance": _entries(attendance), "partial": partial}
        day = self.scheduled
        held = self.paper(MeetingHeld, day.month, day.day, **facts, **came)
        return held.transcribed()

    def listed(self, month: int, day: int, attendance: dict[UUID, Attendance]) -> Paper:
        """The list was completed on a day."""
        return self.paper(AttendanceRecorded, month, day, attendance=_entries(attendance))

    def excused(self, month: int, day: int, link: UUID) -> Paper:
        """A reason shown later was accepted on a day."""
        facts = {"link": link, "excuse": Personal(AN, "ốm"), "decided_by": year.MINH}
        return self.paper(AbsenceExcused, month, day, **facts)

    def content(self, month: int, day: int) -> Paper:
        """What was put forward is recorded on a day."""
        facts = {"items": (ContentItem.SECURITY,), "minutes_digest": None, "contributions": ()}
        return self.paper(MeetingContentRecorded, month, day, **facts)


def _entries(attendance: dict[UUID, Attendance]) -> tuple[AttendanceEntry, ...]:
    return tuple(AttendanceEntry(*item) for item in attendance.items())


def rows(scenario: Scenario, codes: Iterable[str]) -> list[Obligation]:
    """Every row of some codes, of every subject."""
    for position, entry in enumerate(scenario.entry_of.values(), start=1):
        object.__setattr__(entry, "position", position)
    histories = Remembered(scenario.entry_of.values(), HORIZON)
    found = [(FOLDS[s[0]], s) for s in sorted(histories.subjects()) if s[0] in FOLDS]
    return [row for fold, subject in found for row in fold(subject, histories) if row.code in codes]


def owed(scenario: Scenario, month: int, day: int, *codes: str) -> list[Obligation]:
    """What is owed of some codes on a day of 2026, waiting or late."""
    on = date(2026, month, day)
    return [row for row in rows(scenario, codes) if row.from_day <= on < row.to_day]


def stands(scenario: Scenario, month: int, day: int, code: str) -> tuple[str, str] | None:
    """How one obligation stands on a day: waiting or late, and its due date as ``06-19``."""
    found = owed(scenario, month, day, code)
    assert len(found) <= 1, found
    return next((_said(row, date(2026, month, day)) for row in found), None)


def _said(row: Obligation, on: date) -> tuple[str, str]:
    return ("late" if row.late_from <= on else "waits", f"{row.due_on:%m-%d}")


def on_list(row: Obligation) -> set[UUID]:
    """The links on the list inside."""
    return {link for share in row.listed for link in share.links}
