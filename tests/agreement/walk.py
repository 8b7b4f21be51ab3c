"""A random year and a half of two workplaces and two residences: valid papers, in odd orders.

Papers arrive late, are copied from the other side, corrected, struck, struck back. What the
domain refuses is dropped, so that every history is one that could have happened.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any, TypeVar, cast
from uuid import UUID

from domain.acts import Act, Actor, Office, Side, Transcription, Via
from domain.amendment import UnknownPath
from domain.collective_meeting import (
    AgreeingBody,
    CollectiveMeeting,
    CollectiveMeetingHeld,
    collective_meeting_id,
)
from domain.coordination import (
    CoordinationAgreed,
    CoordinationEnded,
    coordination_id,
)
from domain.corrections import correct, void
from domain.decisions import record
from domain.entries import EntryCorrected, EntryVoided, Event, Stream
from domain.evaluation import (
    Evaluation,
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationDrafted,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationReturned,
    EvaluationSent,
    EvaluationSigned,
    OpinionDisclosed,
    Proposal,
    ProposalOutcome,
    ProposalResolved,
    Purpose,
    RequestWithdrawn,
    StatedMeeting,
    StatementRecorded,
    evaluation_id,
)
from domain.introduction.events import (
    ATTENDANCE,
    AbsenceAnswered,
    AbsenceOutcome,
    AbsenceReminded,
    AbsenceReported,
    ClosingReason,
    FeedbackGiven,
    GroupAssigned,
    LetterDrafted,
    LetterIssued,
    LetterReceived,
    LetterReturned,
    LetterVoided,
    LinkCarriedOver,
    LinkClosed,
    MemberForwarded,
    MonitorAssigned,
    NamesAsIssued,
    Printed,
    ReminderWay,
    ReturnReason,
    SlipFiled,
    SlipReturned,
    StatusChange,
    StatusNotified,
    VoidReason,
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
    ON_FILE,
    ActivityResumed,
    ActivitySuspended,
    CellAssigned,
    Departure,
    ExemptionClass,
    ExemptionEnded,
    ExemptionGranted,
    How,
    Member,
    MemberDeparted,
    MemberEnrolled,
    ResidenceDeclared,
    ResidenceKind,
    TransferDecided,
    TransferKind,
    TransferRevoked,
)
from domain.obligations.obligation import Obligation
from domain.organization import (
    Kind,
    OfficerAppointed,
    OfficerRelieved,
    OrganizationRegistered,
    RuleSetAdopted,
)
from domain.private import Personal
from domain.refusals import Refusal
from domain.report import (
    AskOutcome,
    LetterAskAnswered,
    LetterAsked,
    Report,
    ReportAnswered,
    ReportKind,
    ReportOutcome,
    ReportSent,
    ReportSubject,
    letter_ask_id,
    report_id,
)
from domain.review import (
    InspectionKind,
    InspectionMade,
    PeriodicReviewHeld,
    ReviewHeld,
    ReviewKind,
    StocktakingKind,
    review_id,
)
from domain.round import (
    FocusEntry,
    FocusListNamed,
    RoundClosed,
    RoundMode,
    RoundOpened,
    round_id,
)
from domain.rulebook import Rulebook, load_rulebook
from domain.streams import LoadedStreams
from tests.agreement import explanations, rosters
from tests.agreement.compare import rows
from tests.agreement.names import (
    ABOVE,
    FIRST_DAY,
    GROUPS,
    HOUSEHOLDS,
    MEMBERS,
    MONITORS,
    RESIDENCE_CELLS,
    RESIDENCES,
    SECRETARY,
    WORKPLACES,
    named,
)

StreamT = TypeVar("StreamT", bound=Stream)


class Walk(LoadedStreams):
    """Takes random steps; what was recorded stands in ``log``, with positions."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.rulebook: Rulebook = load_rulebook()
        self.log: list[Event] = []
        self.today = FIRST_DAY
        self._streams: dict[UUID, Stream] = {}
        self._number = 0
        self._stood: tuple[int, date, list[Obligation]] = 0, FIRST_DAY, []
        self._found_bodies()
        if seed % 2:
            self._settle_a_household()
        if seed % 3 == 0:
            self._adopt("R1", {"generic.min": 2, "generic.share": 60})
        if seed % 5 == 0:
            self._adopt("W1", {"obligations.on": ["G29", "G30"], "coordination.min_links": 1})

    # The streams, as the domain asks for them.

    def load(self, kind: type[StreamT], stream: UUID) -> StreamT:
        found = self._streams.setdefault(stream, kind.replay(stream))
        return found if isinstance(found, kind) else kind.replay(stream)

    def obligation(self, key: str, day: date) -> Obligation | None:
        """What stands under a key on a day, for who explains it."""
        return next((row for row in self.standing(day) if row.key == key), None)

    def standing(self, day: date) -> list[Obligation]:
        """Everything that stands on a day, as it is known now."""
        if self._stood[:2] != (len(self.log), day):
            found = [row for row in rows(self.log, day) if row.from_day <= day < row.to_day]
            self._stood = len(self.log), day, found
        return self._stood[2]

    def of_kind(self, kind: type[StreamT]) -> list[StreamT]:
        """The streams of a kind that have entries, in the order in which they began."""
        return [s for s in self._streams.values() if isinstance(s, kind) and s.entries]

    # Recording.

    def _act(self, day: date, *, copied: bool | None = None) -> Act:
        self._number += 1
        paper = None
        if copied if copied is not None else self.rng.random() < 0.35:
            arrived = min(self.today, day + timedelta(days=self.rng.choice([0, 1, 3, 9])))
            paper = Transcription(named("R1"), "paper", str(self._number), max(day, arrived))
        actor = Actor(named("clerk"), Office.CLERK, named("W1"), Side.WORKPLACE)
        at = datetime.combine(self.today, datetime.min.time(), UTC) + timedelta(
            hours=2, microseconds=self._number
        )
        return Act(at, day, named(f"command {self._number}"), f"{self._number:064x}", actor, paper)

    def enter(
        self,
        stream: Stream,
        event_class: type[Event],
        day: date,
        /,
        *,
        copied: bool | None = None,
        **facts: Any,
    ) -> None:
        """Record an entry if nothing speaks against it."""
        try:
            record(stream, event_class, self._act(day, copied=copied), self, **facts)
        except Refusal:
            return
        self._number_new(stream)

    def _number_new(self, stream: Stream) -> None:
        for entry in stream.collect_events():
            object.__setattr__(entry, "position", len(self.log) + 1)
            self.log.append(cast("Event", entry))

    def _found_bodies(self) -> None:
        self._register("B", Kind.CENTRAL_BLOC, None, Side.WORKPLACE)
        self._register("D", Kind.DISTRICT_COMMITTEE, None, Side.RESIDENCE)
        for committee, cells in (WORKPLACES | RESIDENCES).items():
            side = Side.WORKPLACE if committee in WORKPLACES else Side.RESIDENCE
            self._register(committee, Kind.GRASSROOTS_COMMITTEE, ABOVE.get(committee), side)
            for cell in cells:
                self._register(cell, Kind.CELL, committee, side)
                for group in GROUPS.get(cell, ()):
                    self._register(group, Kind.PARTY_GROUP, cell, side)
        for cell in RESIDENCE_CELLS:
            for monitor in MONITORS:
                self._appoint(cell, monitor, FIRST_DAY)
        for committee in ("B", "D", *WORKPLACES, *RESIDENCES):
            self._appoint(committee, SECRETARY, FIRST_DAY, Office.SECRETARY)

    def _settle_a_household(self) -> None:
        """Two of one household start in one residence cell, so that their meetings matter."""
        self.today = date(2025, 2, 1)
        for name, committee in (("an", "W1"), ("binh", "W2")):
            member = self.member(named(name))
            enroll(self, FIRST_DAY, member, committee)
            day = member.of(MemberEnrolled)[0].occurred_on
            declare(self, day, member, "R1")
            link = self.link(link_id(member.id, 1))
            self.enter(
                link,
                LinkCarriedOver,
                day,
                copied=False,
                member=member.id,
                residence_no=1,
                attempt=1,
                issuer=named(committee),
                body=named("R1"),
                cell=named("R1a"),
                letter_number=None,
                letter_date=None,
                slip_date=None,
            )

    def _adopt(self, body: str, figures: dict[str, Any]) -> None:
        """Figures that suit so small a place: two comments are compared, one link is enough."""
        self.enter(
            self.organization(named(body)),
            RuleSetAdopted,
            FIRST_DAY,
            copied=False,
            adopts="213-2020",
            adopts_digest=self.rulebook.named("213-2020").digest,
            figures=figures,
            from_=FIRST_DAY,
        )

    def _register(self, name: str, kind: Kind, parent: str | None, side: Side) -> None:
        followed = date(2025, 2, 1) if name == "W2" else FIRST_DAY
        self.enter(
            self.organization(named(name)),
            OrganizationRegistered,
            FIRST_DAY,
            copied=False,
            code=name,
            kind=kind,
            name=name,
            symbol=name,
            parent=named(parent) if parent else None,
            sides=(side,),
            commune_unit=None,
            neighborhood=None,
            exists_from=None,
            followed_from=followed,
        )

    def _appoint(
        self, body: str, person: str, day: date, office: Office = Office.CELL_COMMITTEE_MEMBER
    ) -> None:
        self.enter(
            self.organization(named(body)),
            OfficerAppointed,
            day,
            officer=named(person),
            name=Personal(named(person), person),
            office=office,
            from_=day,
            until=None,
        )

    # Steps.

    def go(self, steps: int) -> list[Event]:
        """Take some steps and give the log."""
        for _ in range(steps):
            self.today += timedelta(days=self.rng.choice([0, 0, 0, 1, 2, 4, 9]))
            late = self.rng.choice([0, 0, 0, 0, 1, 3, 20, 120])
            day = max(FIRST_DAY, self.today - timedelta(days=late))
            self.rng.choice(self.steps)(self, day)
        return self.log

    @property
    def steps(self) -> Sequence[Step]:
        """What may be done on a day, as often as it stands here."""
        return STEPS

    def pick(self, items: Iterable[Any]) -> Any:
        found = list(items)
        return self.rng.choice(found) if found else None

    def some_member(self) -> Member:
        return self.member(named(self.pick(MEMBERS)))

    def links(self) -> list[Link]:
        return self.of_kind(Link)

    def evaluations(self) -> list[Evaluation]:
        return self.of_kind(Evaluation)

    def meetings(self) -> list[Meeting]:
        return [s for s in self._streams.values() if isinstance(s, Meeting) and s.held]

    def called_for(self) -> list[Meeting]:
        """The meetings that were called and not yet held."""
        meetings = [s for s in self._streams.values() if isinstance(s, Meeting)]
        return [s for s in meetings if s.convened and not s.held]


Step = Callable[[Walk, date], None]


def enroll(
    walk: Walk, day: date, member: Member | None = None, committee: str | None = None
) -> None:
    how = How.INITIAL if member else walk.pick([How.ADMITTED, How.TRANSFERRED_IN, How.INITIAL])
    member = member or walk.some_member()
    committee = committee or walk.pick(WORKPLACES)
    registered = walk.organization(named(committee)).registered
    if how is How.INITIAL and registered:
        day = registered.followed_from
    walk.enter(
        member,
        MemberEnrolled,
        day,
        copied=False,
        committee=named(committee),
        cell=named(walk.pick(WORKPLACES[committee])),
        how=how,
        full_name=None,
        birth_date=None,
        sex=None,
        admitted_on=None,
        official_on=None,
        probationary=False,
        from_departure=None,
    )


def declare(walk: Walk, day: date, member: Member | None = None, where: str | None = None) -> None:
    member = member or walk.some_member()
    name = next(n for n in MEMBERS if named(n) == member.id)
    body = named(where or walk.pick(["R1", "R1", "R2"]))
    recent = walk.rng.random() < 0.3 and not where
    moved = day - timedelta(days=walk.pick([0, 5, 40])) if recent else None
    walk.enter(
        member,
        ResidenceDeclared,
        day,
        copied=False,
        residence_no=member.residence_no_for(body, day, walk),
        body=body,
        neighborhood=Personal(member.id, "x"),
        neighborhood_token=walk.pick(["kp-1", "kp-2"]),
        dwelling=Personal(member.id, "x"),
        kind=ResidenceKind.PERMANENT,
        household=HOUSEHOLDS[name],
        moved_on=moved,
    )


def exempt(walk: Walk, day: date) -> None:
    member = walk.some_member()
    class_ = walk.pick([ExemptionClass.A, ExemptionClass.A, ExemptionClass.B])
    rules = walk.rulebook.in_force(day)
    ground = walk.pick(g.code for g in rules.grounds.values() if g.exemption_class == class_)
    until = day + timedelta(days=walk.pick([5, 30, 100])) if walk.rng.random() < 0.7 else None
    walk.enter(
        member,
        ExemptionGranted,
        day,
        copied=False,
        exemption_no=len([e for e in member.entries if isinstance(e, ExemptionGranted)]) + 1,
        class_=class_,
        ground=ground,
        from_=day + timedelta(days=walk.pick([0, 0, 10])),
        until=until and until + timedelta(days=10),
        decided_by=named("W1"),
        evidence=None,
    )


def end_exemption(walk: Walk, day: date) -> None:
    member = walk.some_member()
    granted = walk.pick(member.of(ExemptionGranted))
    if granted:
        walk.enter(
            member,
            ExemptionEnded,
            day,
            copied=False,
            exemption_no=granted.exemption_no,
            on=day + timedelta(days=walk.pick([0, 0, 7])),
            reason=ON_FILE,
        )


def suspend(walk: Walk, day: date) -> None:
    member = walk.some_member()
    until = day + timedelta(days=walk.pick([4, 25])) if walk.rng.random() < 0.6 else None
    walk.enter(
        member,
        ActivitySuspended,
        day,
        copied=False,
        from_=day,
        until=until,
        decision=Personal(member.id, "x"),
    )


def resume(walk: Walk, day: date) -> None:
    member = walk.some_member()
    suspended = walk.pick(member.of(ActivitySuspended))
    if suspended:
        walk.enter(member, ActivityResumed, day, copied=False, suspension=suspended.id, on=day)


def assign_cell(walk: Walk, day: date) -> None:
    member = walk.some_member()
    walk.enter(
        member, CellAssigned, day, copied=False, cell=named(walk.pick(["W1a", "W1b"])), from_=day
    )


def depart(walk: Walk, day: date) -> None:
    member = walk.some_member()
    enrolment = member.enrolment_on(day)
    if enrolment and walk.rng.random() < 0.4:
        walk.enter(
            member,
            MemberDeparted,
            day,
            copied=False,
            enrolment=enrolment.id,
            reason=Departure.TRANSFERRED_OUT,
            to=None,
            on=day,
        )


def transfer(walk: Walk, day: date) -> None:
    """A post elsewhere is decided, or the decision falls."""
    member = walk.some_member()
    decided = walk.pick(member.of(TransferDecided))
    if decided and walk.rng.random() < 0.4:
        revoked = {"transfer": decided.id, "on": day + timedelta(days=walk.pick([0, 0, 5]))}
        walk.enter(member, TransferRevoked, day, copied=False, **revoked)
        return
    walk.enter(
        member,
        TransferDecided,
        day,
        copied=False,
        kind=walk.pick([TransferKind.OFFICIAL, TransferKind.OFFICIAL, TransferKind.TEMPORARY]),
        to=None,
        to_name="x",
        effective_on=day + timedelta(days=walk.pick([0, 0, 15, -5])),
        until=None,
    )


def notify(walk: Walk, day: date) -> None:
    """The residence is told of a change, more often than not of the departure."""
    link = walk.pick(walk.links())
    if link:
        change = walk.pick([StatusChange.DEPARTED, StatusChange.DEPARTED, *StatusChange])
        walk.enter(link, StatusNotified, day, change=change, number=None)


def _next(link: Link) -> int:
    last = link.last_letter
    if last is None:
        return 1
    open_draft = last.drafted and not (last.issued or last.voided or last.returned)
    return last.attempt if open_draft else last.attempt + 1


def letter(walk: Walk, day: date, member: Member | None = None) -> None:
    member = member or walk.some_member()
    residence = member.residence_on(day)
    enrolment = member.enrolment_on(day)
    if residence is None or enrolment is None:
        return
    link = walk.link(link_id(member.id, residence.residence_no))
    facts = {
        "member": member.id,
        "residence_no": residence.residence_no,
        "attempt": _next(link),
        "issuer": enrolment.committee,
    }
    if walk.rng.random() < 0.15:
        walk.enter(
            link,
            LinkCarriedOver,
            FIRST_DAY if walk.rng.random() < 0.7 else day,
            copied=False,
            **facts,
            body=residence.body,
            cell=named(walk.pick([c for r in ("R1", "R2") for c in RESIDENCES[r]])),
            letter_number=None,
            letter_date=None,
            slip_date=None,
        )
        return
    to = {"to_body": residence.body, "to_cell": None}
    if walk.rng.random() < 0.4:
        walk.enter(link, LetterDrafted, day, copied=False, **facts, **to)
        return
    walk.enter(
        link,
        LetterIssued,
        day,
        copied=True,
        **facts,
        **to,
        number="1",
        signer=named("secretary"),
        signer_office=Office.SECRETARY,
        sealed=True,
        names_as_issued=NamesAsIssued("W", "R"),
        printed=Printed(Personal(member.id, "x"), Personal(member.id, "x")),
        attendance_exempt_until=None,
        replaces=None,
    )


def move_home(walk: Walk, day: date) -> None:
    """A member moves to another quarter or ward, and is introduced and received there."""
    link = walk.pick([x for x in walk.links() if x.is_open_on(day)])
    if not link or not link.member:
        return
    member = walk.member(link.member)
    declare(walk, day, member, walk.pick(["R1", "R2"]))
    letter(walk, day, member)
    present = member.residence_on(day)
    new = walk.link(link_id(member.id, present.residence_no)) if present else link
    if new.last_letter:
        attempt, by = new.last_letter.attempt, new.last_letter.body
        walk.enter(new, LetterReceived, day, attempt=attempt, by=by, via=Via.MEMBER)


def answer_letter(walk: Walk, day: date) -> None:
    link = walk.pick(walk.links())
    last = link.last_letter if link else None
    if not link or not last:
        return
    attempt = walk.pick([last.attempt, last.attempt, walk.pick(link.letters).attempt])
    kind = walk.pick(["receive", "receive", "receive", "return", "void", "slip", "slip", "file"])
    if kind == "receive":
        walk.enter(link, LetterReceived, day, attempt=attempt, by=last.body, via=Via.POST)
    elif kind == "return":
        walk.enter(
            link,
            LetterReturned,
            day,
            attempt=attempt,
            by=last.body,
            reason=ReturnReason.WRONG_DATA,
            note=None,
        )
    elif kind == "void":
        walk.enter(link, LetterVoided, day, copied=False, attempt=attempt, reason=VoidReason.LOST)
    elif kind == "slip":
        walk.enter(
            link,
            SlipReturned,
            day,
            copied=True,
            attempt=attempt,
            number=None,
            cell=None,
            signer=None,
            signer_as_written=None,
            as_letter_foot=True,
        )
    else:
        walk.enter(link, SlipFiled, day, copied=False, attempt=attempt, file_ref="x")


def place(walk: Walk, day: date) -> None:
    link = walk.pick(walk.links())
    if not link:
        return
    kind = walk.pick(["forward", "forward", "group", "monitor", "monitor"])
    if kind == "forward":
        cell = named(walk.pick(["R1a", "R1a", "R1b", "R2a"]))
        walk.enter(link, MemberForwarded, day, cell=cell)
    elif kind == "group":
        walk.enter(link, GroupAssigned, day, group=named(walk.pick(GROUPS["R1a"])))
    else:
        walk.enter(link, MonitorAssigned, day, monitor=named(walk.pick([*MONITORS, "stranger"])))


def officers(walk: Walk, day: date) -> None:
    body = walk.organization(named(walk.pick(["R1a", "R1b", "R2a"])))
    held = walk.pick(body.of(OfficerAppointed))
    if held and walk.rng.random() < 0.5:
        walk.enter(
            body,
            OfficerRelieved,
            day,
            copied=False,
            appointment=held.id,
            officer=held.officer,
            office=held.office,
            on=day,
        )
    elif body.registered:
        walk._appoint(body.registered.code, walk.pick(MONITORS), day)


def close(walk: Walk, day: date) -> None:
    link = walk.pick(walk.links())
    if link:
        walk.enter(
            link,
            LinkClosed,
            day,
            copied=False,
            attempt=walk.pick(link.letters).attempt if link.letters else 1,
            reason=walk.pick(ClosingReason),
            on=day + timedelta(days=walk.pick([0, 0, 3])),
            notice_number=None,
        )


def _statuses(walk: Walk, cell: UUID, day: date) -> tuple[AttendanceEntry, ...]:
    entries = []
    for link in walk.links():
        if link.cell_on(day) == cell and walk.rng.random() < 0.85:
            status = walk.pick(
                [Attendance.PRESENT, Attendance.PRESENT, Attendance.UNEXCUSED, *Attendance]
            )
            entries.append(AttendanceEntry(link.id, status))
    return tuple(entries)


def convene(walk: Walk, day: date) -> None:
    cell = named(walk.pick(["R1a", "R1a", "R1b", "R2a"]))
    kind = walk.pick([MeetingKind.PERIODIC, MeetingKind.PERIODIC, MeetingKind.OTHER])
    scheduled = day + timedelta(days=walk.pick([0, 4, 12]))
    walk.enter(
        walk.meeting(meeting_id(cell, scheduled, kind)),
        MeetingConvened,
        day,
        cell=cell,
        scheduled_for=scheduled,
        time=None,
        kind=kind,
        period=half_year(scheduled) if kind is MeetingKind.PERIODIC else None,
        about="x",
    )


def cancel(walk: Walk, day: date) -> None:
    meeting = walk.pick(walk.called_for())
    if meeting and walk.rng.random() < 0.3:
        day = max(day, meeting.convened.occurred_on)
        walk.enter(meeting, MeetingCancelled, day, reason="x")


def hold(walk: Walk, day: date) -> None:
    """A meeting takes place: one that was called for, or minutes come of one nobody heard of."""
    cell = named(walk.pick(["R1a", "R1a", "R1b", "R2a"]))
    kind = walk.pick([MeetingKind.PERIODIC, MeetingKind.PERIODIC, MeetingKind.OTHER])
    copied = walk.rng.random() < 0.9
    meeting = walk.meeting(meeting_id(cell, day, kind))
    called = walk.pick(walk.called_for())
    if called and walk.rng.random() < 0.6:
        meeting, cell, kind = called, called.convened.cell, called.convened.kind
        day = max(called.convened.scheduled_for, called.convened.occurred_on)
    earlier = f"{day.year}-H1" if walk.rng.random() < 0.2 else half_year(day)
    walk.enter(
        meeting,
        MeetingHeld,
        day,
        copied=copied,
        cell=cell,
        kind=kind,
        period=earlier if kind is MeetingKind.PERIODIC else None,
        chair=None,
        attendance=_statuses(walk, cell, day),
        partial=copied and walk.rng.random() < 0.5,
    )


def tell(walk: Walk, day: date) -> None:
    """Some are told of a meeting that was called, before it."""
    meeting = walk.pick(walk.called_for())
    if not meeting:
        return
    day = max(day, meeting.convened.occurred_on)
    links = tuple(x.id for x in walk.links() if x.cell_on(day) == meeting.cell)
    some = links if walk.rng.random() < 0.6 else links[:1]
    walk.enter(meeting, NoticesDelivered, day, links=some, through=None, via=NoticeWay.NOTICE)


def record_content(walk: Walk, day: date) -> None:
    """What was put forward at a meeting that was held."""
    meeting = walk.pick(walk.meetings())
    if meeting and meeting.held:
        walk.enter(
            meeting,
            MeetingContentRecorded,
            max(day, meeting.held.occurred_on),
            items=(ContentItem.SECURITY,),
            minutes_digest=None,
            contributions=(),
        )


def after_meeting(walk: Walk, day: date) -> None:
    meeting = walk.pick(walk.meetings())
    if not meeting or not meeting.held:
        return
    day = max(day, meeting.held.occurred_on)
    absent = [
        x
        for x, s in meeting.attendance.items()
        if s in (Attendance.UNEXCUSED, Attendance.REPRESENTED)
    ]
    kind = walk.pick(["attendance", "excuse", "remind", "report", "report", "feedback"])
    link = walk.link(walk.pick(absent)) if absent else None
    if kind == "attendance":
        known = meeting.attendance
        missing = [
            e
            for e in _statuses(walk, meeting.held.cell, meeting.held.occurred_on)
            if known.get(e.link, Attendance.UNKNOWN) is Attendance.UNKNOWN
        ]
        walk.enter(meeting, AttendanceRecorded, day, attendance=tuple(missing))
    elif link is None:
        return
    elif kind == "excuse":
        walk.enter(
            meeting,
            AbsenceExcused,
            day,
            link=link.id,
            excuse=Personal(link.member or link.id, "x"),
            decided_by=named("mai"),
        )
    elif kind == "remind":
        walk.enter(
            link,
            AbsenceReminded,
            day,
            meetings=(meeting.id,),
            how=ReminderWay.CALL,
            by_side=Side.RESIDENCE,
        )
    elif kind == "report":
        walk.enter(link, AbsenceReported, day, meetings=(meeting.id,), number=None, note=None)
    else:
        walk.enter(link, FeedbackGiven, day, on=ATTENDANCE, by_side=Side.RESIDENCE, note=None)


def answer_notice(walk: Walk, day: date) -> None:
    notices = [(link, e) for link in walk.links() for e in link.of(AbsenceReported)]
    if notices:
        link, notice = walk.pick(notices)
        outcome = walk.pick(AbsenceOutcome)
        walk.enter(link, AbsenceAnswered, day, report=notice.id, outcome=outcome, note=None)


def open_round(walk: Walk, day: date) -> None:
    committee = named(walk.pick(WORKPLACES))
    round_ = walk.round(round_id(committee, day.year))
    if round_.opened and walk.rng.random() < 0.7:
        named_ = tuple(
            FocusEntry(named(m), Personal(named(m), "AWARD"))
            for m in MEMBERS
            if walk.rng.random() < 0.5
        )
        walk.enter(round_, FocusListNamed, day, copied=False, entries=named_)
        return
    figures = walk.pick(
        [{}, {"round.request_by": "11-10", "round.slips_by": "12-10", "review.by": "12-20"}]
    )
    walk.enter(
        round_,
        RoundOpened,
        day,
        copied=False,
        committee=committee,
        year=day.year,
        mode=walk.pick(RoundMode),
        figures=figures,
    )


def close_round(walk: Walk, day: date) -> None:
    committee = named(walk.pick(WORKPLACES))
    round_ = walk.round(round_id(committee, day.year))
    on = day + timedelta(days=walk.pick([0, 0, 6]))
    walk.enter(round_, RoundClosed, day, copied=False, on=on)


def review(walk: Walk, day: date) -> None:
    """A cell holds its review; its committee takes stock, or inspects."""
    committee = walk.pick(WORKPLACES)
    cell, year = named(walk.pick(WORKPLACES[committee])), day.year - walk.pick([0, 0, 0, 1])
    facts: dict[type[Event], dict[str, Any]] = {
        ReviewHeld: {
            "body": cell,
            "kind": walk.pick(ReviewKind),
            "regulation_item": walk.rng.random() < 0.7,
            "minutes_digest": None,
        },
        PeriodicReviewHeld: {
            "body": named(committee),
            "kind": walk.pick(StocktakingKind),
            "findings_digest": None,
            "commended": 0,
            "handled": 0,
        },
        InspectionMade: {
            "body": named(committee),
            "kind": walk.pick(InspectionKind),
            "of": (cell,),
            "findings": None,
        },
    }
    kind = walk.pick(facts)
    stream = walk.review(review_id(facts[kind]["body"], year))
    walk.enter(stream, kind, day, copied=False, year=year, **facts[kind])


def of_the_year(walk: Walk, day: date) -> None:
    """What a workplace does once a year, the round aside."""
    walk.rng.choice([close_round, review, review])(walk, day)


def ask(walk: Walk, day: date) -> None:
    exempt = [
        link
        for link in walk.links()
        if link.member and walk.member(link.member).is_exempt(ExemptionClass.A, day)
    ]
    link = walk.pick(exempt if walk.rng.random() < 0.3 else walk.links())
    if not link:
        return
    purpose = walk.pick([Purpose.ANNUAL, Purpose.ANNUAL, Purpose.REWARD, Purpose.APPOINTMENT])
    number = None if purpose is Purpose.ANNUAL else "1"
    evaluation = walk.evaluation(evaluation_id(link.id, purpose, day.year, number))
    if evaluation.request_standing and walk.rng.random() < 0.3:
        walk.enter(
            evaluation,
            RequestWithdrawn,
            day,
            copied=False,
            request=evaluation.request_standing.id,
            reason="x",
        )
        return
    walk.enter(
        evaluation,
        EvaluationRequested,
        day,
        copied=False,
        link=link.id,
        purpose=purpose,
        year=day.year,
        number=number,
        answer_by=day,
    )


def agree(walk: Walk, day: date) -> None:
    cell = named(walk.pick(["R1a", "R1a", "R1b", "R2a"]))
    walk.enter(
        walk.collective_meeting(collective_meeting_id(cell, day)),
        CollectiveMeetingHeld,
        day,
        copied=True,
        cell=cell,
        body=AgreeingBody.CELL_COMMITTEE,
        sat=(named("mai"), named("minh")),
        of=3,
        front_present=walk.rng.random() < 0.7,
        front_count=1,
        considered=tuple(x.id for x in walk.links() if x.cell_in_year(day.year, day) == cell),
        minutes_digest=None,
    )


def write(walk: Walk, day: date) -> None:
    if walk.evaluations() and walk.rng.random() < 0.7:
        evaluation = walk.pick(walk.evaluations())
        first = next(iter(evaluation.of(EvaluationRequested, EvaluationDrafted)), None)
        if first is None:
            return
        link_, purpose, year = first.link, first.purpose, first.year
    else:
        link = walk.pick(walk.links())
        if not link:
            return
        link_, purpose, year = link.id, Purpose.ANNUAL, day.year
        evaluation = walk.evaluation(evaluation_id(link_, purpose, year))
    _draft(walk, day, evaluation, link=link_, purpose=purpose, year=year)


def write_for_a_cell(walk: Walk, day: date) -> None:
    """One afternoon, one pen: whoever is in the cell gets his yearly comment."""
    cell = named(walk.pick(["R1a", "R1a", "R2a"]))
    for link in walk.links():
        if link.cell_on(day) == cell:
            evaluation = walk.evaluation(evaluation_id(link.id, Purpose.ANNUAL, day.year))
            _draft(walk, day, evaluation, link=link.id, purpose=Purpose.ANNUAL, year=day.year)


def _draft(walk: Walk, day: date, evaluation: Evaluation, /, **about: Any) -> None:
    cell = walk.link(about["link"]).last_cell_on(day)
    held = [
        s.id
        for s in walk._streams.values()
        if isinstance(s, CollectiveMeeting) and s.held and s.held.cell == cell
    ]
    stated = StatedMeeting(day, walk.rng.random() < 0.5) if walk.rng.random() < 0.3 else None
    walk.enter(
        evaluation,
        EvaluationDrafted,
        day,
        copied=True,
        **about,
        form="A",
        levels={"example": walk.pick([1, 2, 3]), "contact": walk.pick([1, 2, 3])},
        proposal=walk.pick([Proposal.NONE, Proposal.NONE, *Proposal]),
        remarks=None,
        fingerprint=walk.pick(["x", "x", "x", "y"]),
        rests_on=walk.pick(held),
        stated_meeting=stated,
    )


def process(walk: Walk, day: date) -> None:
    evaluation = walk.pick(walk.evaluations())
    if not evaluation or evaluation.link is None:
        return
    first = next(iter(evaluation.of(EvaluationRequested, EvaluationDrafted)), None)
    steps: list[tuple[type[Event], dict[str, Any]]] = [
        (EvaluationSigned, {"signer": None, "office": Office.CELL_SECRETARY}),
        (
            EvaluationConfirmed,
            {"by": None, "office": Office.SECRETARY, "sealed": walk.rng.random() < 0.8},
        ),
        (EvaluationSent, {"via": Via.POST, "number": None}),
        (
            EvaluationReceived,
            {"link": evaluation.link, "purpose": first.purpose, "year": first.year}
            if first
            else {},
        ),
        (EvaluationReturned, {"defects": (), "answer_by": day}),
        (EvaluationConsolidated, {"cell": named("W1a")}),
        (EvaluationFiled, {"file_ref": "x"}),
    ]
    kind, facts = walk.pick(steps)
    if kind is EvaluationReceived and not first:
        return
    walk.enter(evaluation, kind, day, copied=True, **facts)


def run_through(walk: Walk, day: date) -> None:
    """Several steps of one slip in a row, so that ends are reached too."""
    for _ in range(8):
        process(walk, day)


def answer_in_full(walk: Walk, day: date) -> None:
    """What was asked is written, signed, confirmed, sent and received, all in one go."""
    asked = [(x, x.request_standing) for x in walk.evaluations() if x.request_standing]
    if not asked:
        return
    evaluation, request = walk.pick(asked)
    about = {"link": request.link, "purpose": request.purpose, "year": request.year}
    _draft(walk, day, evaluation, **about)
    enter = partial(walk.enter, evaluation, copied=True)
    enter(EvaluationSigned, day, signer=None, office=Office.CELL_SECRETARY)
    enter(EvaluationConfirmed, day, by=None, office=Office.SECRETARY, sealed=True)
    enter(EvaluationSent, day, via=Via.POST, number=None)
    enter(EvaluationReceived, day, **about)


def follow(walk: Walk, day: date) -> None:
    """Talk an opinion over, tell the member, hear him, resolve what was proposed."""
    evaluation = walk.pick(walk.evaluations())
    if not evaluation or evaluation.link is None:
        return
    kind = walk.pick(["talk", "talk", "tell", "tell", "hear", "resolve", "resolve"])
    if kind == "talk":
        link, side = walk.link(evaluation.link), walk.pick(Side)
        walk.enter(link, FeedbackGiven, day, on=str(evaluation.id), by_side=side, note=None)
    elif kind == "tell":
        walk.enter(evaluation, OpinionDisclosed, day, copied=False)
    elif kind == "hear":
        said = Personal(evaluation.id, "x")
        walk.enter(evaluation, StatementRecorded, day, copied=False, statement=said)
    else:
        outcome = walk.pick(ProposalOutcome)
        walk.enter(evaluation, ProposalResolved, day, copied=False, outcome=outcome, reference=None)


def report(walk: Walk, day: date) -> None:
    """Write of one's own accord, answer what was written, or talk it over."""
    sent = [s for s in walk._streams.values() if isinstance(s, Report) and s.sent]
    if sent and walk.rng.random() < 0.6:
        written = walk.pick(sent)
        if walk.rng.random() < 0.2:
            link, side = walk.link(written.link), walk.pick(Side)
            walk.enter(link, FeedbackGiven, day, on=str(written.id), by_side=side, note=None)
        else:
            walk.enter(written, ReportAnswered, day, outcome=walk.pick(ReportOutcome), text=None)
        return
    link = walk.pick(walk.links())
    if link and link.member:
        subject = walk.pick(ReportSubject)
        walk.enter(
            walk.report(report_id(link.id, f"{day}/{subject}")),
            ReportSent,
            day,
            link=link.id,
            kind=walk.pick(ReportKind),
            subject=subject,
            text=Personal(link.member, "x"),
            number=None,
        )


def ask_for_letter(walk: Walk, day: date) -> None:
    by, to = named(walk.pick(RESIDENCES)), named(walk.pick(WORKPLACES))
    request = walk.report(letter_ask_id(by, to, walk.pick(["khang", "minh"]), day.year))
    if request.asked and walk.rng.random() < 0.7:
        outcome = walk.pick(AskOutcome)
        member = walk.some_member().id if outcome is AskOutcome.LETTER_FOLLOWS else None
        walk.enter(request, LetterAskAnswered, day, outcome=outcome, member=member)
        return
    walk.enter(
        request,
        LetterAsked,
        day,
        by=by,
        to=to,
        full_name=Personal(request.id, "x"),
        birth_date=None,
        dwelling=None,
        grounds=Personal(request.id, "x"),
    )


def strike(walk: Walk, day: date) -> None:
    entry = walk.pick(
        e for e in walk.log if not isinstance(e, EntryVoided) or walk.rng.random() < 0.5
    )
    if entry is None or isinstance(entry, OrganizationRegistered):
        return
    stream = walk._streams[entry.originator_id]
    if isinstance(entry, ResidenceDeclared):
        return  # the service looks beyond the stream before it strikes a residence
    act = walk._act(walk.today, copied=False)
    try:
        if walk.rng.random() < 0.5 and not isinstance(entry, EntryCorrected | EntryVoided):
            moved = entry.occurred_on + timedelta(days=walk.pick([-30, -3, 2, 15]))
            facts = {"occurred_on": max(FIRST_DAY, moved).isoformat()}
            correct(stream, entry.id, facts, reason="x", act=act, streams=walk)
        else:
            void(stream, entry.id, reason="x", act=act, streams=walk)
    except (Refusal, UnknownPath):
        return
    walk._number_new(stream)


LOCAL: tuple[dict[str, Any], ...] = (
    {"letter.new_days": 20, "letter.move_days": 8, "letter.sign_wd": 3},
    {"slip.return_days": 25, "place.days": 4, "monitor.days": 30, "letter.present_wd": 12},
    {"meeting.grace_days": 40, "meeting.eligible_days": 50, "meeting.attendance_days": 3},
    {"meeting.notice_days": 2, "meeting.content_days": 20, "attendance.min_share": 70},
    {"absence.report_from": 1, "absence.follow_days": 21, "record.late_days": 2},
    {"generic.min": 1, "generic.share": 40, "attendance.min_known": 1},
    {"obligations.on": ["G29"], "round.focus_by": "06-30"},
    {"obligations.on": ["G30"], "coordination.min_links": 1},
    {"obligations.on": ["G29", "G30"], "coordination.min_links": 2},
    {"round.opens": "10-01", "round.request_by": "11-20", "round.linked_by": "10-31"},
    {"round.request_by": "10-25", "round.slips_by": "11-28", "evaluation.least_days": 3},
    {"evaluation.answer_days": 12, "evaluation.mend_days": 40, "evaluation.sign_wd": 9},
    {"review.by": "12-10", "periodic_review.by": "11-30", "inspection.by": "10-31"},
    {"consolidate.days": 4, "consolidate.sent_days": 30, "file.by": "12-15", "file.wd": 1},
)


def adopt(walk: Walk, day: date) -> None:
    """A committee, one above it or a cell sets figures of its own, for now or for then."""
    adopts = walk.pick(["213-2020", "213-2020", "213-2020", "76-2000"])
    walk.enter(
        walk.organization(named(walk.pick(["B", "W1", "W1", "W2", "D", "R1", "R1a", "R2a"]))),
        RuleSetAdopted,
        day,
        adopts=adopts,
        adopts_digest=walk.rulebook.named(adopts).digest,
        figures=walk.pick(LOCAL),
        from_=day + timedelta(days=walk.pick([-200, -20, 0, 0, 10])),
    )


def coordinate(walk: Walk, day: date) -> None:
    """Two committees agree on figures, or end what they agreed on."""
    sides = named(walk.pick(WORKPLACES)), named(walk.pick(RESIDENCES))
    pair = walk.coordination(coordination_id(*sides))
    agreed = walk.pick(pair.of(CoordinationAgreed))
    if agreed and walk.rng.random() < 0.4:
        walk.enter(pair, CoordinationEnded, day, agreement=agreed.id, on=day)
        return
    begins = day + timedelta(days=walk.pick([-60, 0, 0, 5]))
    walk.enter(
        pair,
        CoordinationAgreed,
        day,
        copied=True,
        workplace=sides[0],
        residence=sides[1],
        figures=walk.pick(LOCAL),
        from_=begins,
        until=begins + timedelta(days=90) if walk.rng.random() < 0.5 else None,
        signers=(named("clerk"), named("mai")),
    )


STEPS: tuple[Step, ...] = (
    adopt,
    coordinate,
    enroll,
    enroll,
    declare,
    declare,
    exempt,
    end_exemption,
    suspend,
    resume,
    assign_cell,
    depart,
    transfer,
    notify,
    declare,
    letter,
    letter,
    letter,
    letter,
    letter,
    answer_letter,
    answer_letter,
    answer_letter,
    answer_letter,
    answer_letter,
    move_home,
    place,
    place,
    place,
    place,
    officers,
    close,
    convene,
    convene,
    tell,
    tell,
    cancel,
    hold,
    hold,
    hold,
    record_content,
    after_meeting,
    after_meeting,
    after_meeting,
    answer_notice,
    open_round,
    of_the_year,
    ask,
    ask,
    agree,
    write,
    write,
    write_for_a_cell,
    process,
    run_through,
    answer_in_full,
    follow,
    follow,
    report,
    ask_for_letter,
    strike,
    *explanations.STEPS,
    *rosters.STEPS,
)
