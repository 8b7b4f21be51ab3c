"""Small histories of a few members, written without asking whether anybody may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from hypothesis import strategies as st

from domain.acts import Act, Actor, Office, Side, Via
from domain.classification import ClassificationDecided, classification_id
from domain.entries import EntryCorrected, EntryVoided, Event, Stream
from domain.evaluation import EvaluationReceived, EvaluationRequested, Purpose, evaluation_id
from domain.introduction.events import (
    AbsenceReminded,
    ClosingReason,
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
    VoidReason,
)
from domain.introduction.link import link_id
from domain.meeting import (
    Attendance,
    AttendanceEntry,
    AttendanceRecorded,
    MeetingConvened,
    MeetingHeld,
    MeetingKind,
    half_year,
    meeting_id,
)
from domain.member import (
    ActivityResumed,
    ActivitySuspended,
    CellAssigned,
    Departure,
    ExemptionClass,
    ExemptionEnded,
    ExemptionGranted,
    How,
    MemberDeparted,
    MemberEnrolled,
    ResidenceDeclared,
    ResidenceKind,
)
from domain.names import LIENHE
from domain.owed import GapExplained, ObligationSnoozed, owed_id
from domain.private import Place, Sealed
from domain.reconciliation import (
    DifferenceAnswer,
    DifferenceAnswered,
    DifferenceKind,
    RosterStated,
    StatedEntry,
    StatedStatus,
    reconciliation_id,
)
from domain.review import (
    InspectionKind,
    InspectionMade,
    PeriodicReviewHeld,
    ReferenceKind,
    ReferenceRecorded,
    ReviewHeld,
    ReviewKind,
    StocktakingKind,
    review_id,
)
from domain.round import RoundClosed, RoundMode, RoundOpened, round_id
from domain.rulebook import Rulebook, load_rulebook

FIRST_DAY = date(2025, 11, 1)
DAYS = 500
HORIZON = date(2027, 12, 31)


def named(name: str) -> UUID:
    return uuid5(LIENHE, f"test/{name}")


COMMITTEES = (named("committee 1"), named("committee 2"))
WORKPLACE_CELLS = (named("workplace cell 1"), named("workplace cell 2"))
RECEIVERS = (named("receiver 1"), named("receiver 2"))
CELLS = (named("cell 1"), named("cell 2"))
MEMBERS = tuple(named(f"member {number}") for number in range(3))
OFFICER = named("officer")


class World:
    """Writes entries one after the other, numbered as the log would number them."""

    def __init__(self, rulebook: Rulebook | None = None) -> None:
        self.rulebook = rulebook or load_rulebook()
        self.events: list[Event] = []
        self.streams: dict[UUID, Stream] = {}

    def write(self, stream: UUID, kind: type[Event], on: date, /, **facts: Any) -> Event:
        position = len(self.events) + 1
        act = Act(
            recorded_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=position),
            occurred_on=on,
            command_id=named(f"command {position}"),
            digest=f"{position:064}",
            actor=Actor(OFFICER, Office.CLERK, COMMITTEES[0], Side.WORKPLACE),
        )
        target = self.streams.setdefault(stream, Stream.replay(stream))
        rule_set = self.rulebook.in_force(on).id
        entry = replace(target.propose(kind, act, rule_set, **facts), position=position)
        target.append(entry)
        self.events.append(entry)
        return entry

    def sealed(self, stream: UUID, path: str, text: str = "") -> Sealed:
        version = self.streams[stream].version + 1 if stream in self.streams else 1
        return Sealed(stream, text.encode(), "", Place(stream, version, path))


def enroll(world: World, member: UUID, on: date, number: int = 0, **facts: Any) -> Event:
    return world.write(
        member,
        MemberEnrolled,
        on,
        **{
            "committee": COMMITTEES[number % 2],
            "cell": WORKPLACE_CELLS[number % 2],
            "how": How.ADMITTED,
            "full_name": world.sealed(member, "full_name"),
            "birth_date": world.sealed(member, "birth_date"),
            "sex": None,
            "admitted_on": None,
            "official_on": None,
            "probationary": False,
            "from_departure": None,
            **facts,
        },
    )


def declare(world: World, member: UUID, on: date, number: int = 1, **facts: Any) -> Event:
    return world.write(
        member,
        ResidenceDeclared,
        on,
        **{
            "residence_no": number,
            "body": RECEIVERS[number % 2],
            "neighborhood": world.sealed(member, "neighborhood"),
            "neighborhood_token": f"neighborhood{number}",
            "dwelling": world.sealed(member, "dwelling"),
            "kind": ResidenceKind.PERMANENT,
            "household": f"household{number}",
            "moved_on": None,
            **facts,
        },
    )


def exempt(world: World, member: UUID, on: date, number: int = 1, **facts: Any) -> Event:
    return world.write(
        member,
        ExemptionGranted,
        on,
        **{
            "exemption_no": number,
            "class_": ExemptionClass.A if number % 2 else ExemptionClass.B,
            "ground": "ILLNESS",
            "from_": on,
            "until": on + timedelta(days=20 * number) if number % 3 else None,
            "decided_by": COMMITTEES[0],
            "evidence": None,
            **facts,
        },
    )


def issue(world: World, member: UUID, on: date, residence: int = 1, attempt: int = 1) -> Event:
    link = link_id(member, residence)
    return world.write(
        link,
        LetterIssued,
        on,
        member=member,
        residence_no=residence,
        attempt=attempt,
        issuer=COMMITTEES[attempt % 2],
        to_body=RECEIVERS[residence % 2],
        to_cell=None,
        number=f"{attempt}",
        signer=OFFICER,
        signer_office=Office.SECRETARY,
        sealed=True,
        names_as_issued=NamesAsIssued("from", "to"),
        printed=Printed(
            world.sealed(link, "printed.identity"), world.sealed(link, "printed.dwelling")
        ),
        attendance_exempt_until=None,
        replaces=None,
    )


def hold(
    world: World, cell: UUID, on: date, attendance: dict[UUID, Attendance], **facts: Any
) -> Event:
    return world.write(
        meeting_id(cell, on, MeetingKind.PERIODIC),
        MeetingHeld,
        on,
        **{
            "cell": cell,
            "kind": MeetingKind.PERIODIC,
            "period": half_year(on),
            "chair": OFFICER,
            "attendance": tuple(AttendanceEntry(*item) for item in attendance.items()),
            "partial": False,
            **facts,
        },
    )


Draw = Callable[[st.SearchStrategy[Any]], Any]
days = st.integers(0, DAYS).map(lambda n: FIRST_DAY + timedelta(days=n))
few_days = st.one_of(st.none(), st.integers(0, 60))
attempts = st.integers(1, 2)


def _member_entry(world: World, draw: Draw, on: date) -> None:  # noqa: C901
    facts: dict[str, Any]
    member = draw(st.sampled_from(MEMBERS))
    number = draw(st.integers(1, 3))
    match draw(st.sampled_from(_MEMBER_ACTS)):
        case "enroll":
            enroll(world, member, on, number)
        case "move":
            days_ago = draw(few_days)
            moved_on = None if days_ago is None else on - timedelta(days=days_ago)
            declare(world, member, on, number, moved_on=moved_on)
        case "cell":
            world.write(member, CellAssigned, on, cell=WORKPLACE_CELLS[number % 2], from_=on)
        case "exempt":
            exempt(world, member, on, number)
        case "end":
            world.write(member, ExemptionEnded, on, exemption_no=number, on=on, reason="OVER")
        case "suspend":
            length = draw(few_days)
            until = None if length is None else on + timedelta(days=length)
            facts = {"decision": world.sealed(member, "decision")}
            world.write(member, ActivitySuspended, on, from_=on, until=until, **facts)
        case "resume":
            if suspended := _entries(world, member, ActivitySuspended):
                world.write(member, ActivityResumed, on, suspension=draw(_one(suspended)).id, on=on)
        case "depart":
            if enrolled := _entries(world, member, MemberEnrolled):
                facts = {"enrolment": draw(_one(enrolled)).id, "reason": Departure.RETIRED}
                world.write(member, MemberDeparted, on, to=None, on=on, **facts)


def _introduction(world: World, draw: Draw, on: date) -> None:
    """Somebody enrolled, introduced and placed in a cell, all in order."""
    member, residence = draw(st.sampled_from(MEMBERS)), draw(attempts)
    enroll(world, member, on)
    declare(world, member, on, residence)
    issue(world, member, on, residence)
    link, later = link_id(member, residence), on + timedelta(days=draw(st.integers(0, 200)))
    world.write(link, LetterReceived, later, attempt=1, by=RECEIVERS[0], via=Via.POST)
    world.write(link, MemberForwarded, later, cell=draw(st.sampled_from(CELLS)))


def _link_entry(world: World, draw: Draw, on: date) -> None:  # noqa: C901, PLR0912
    facts: dict[str, Any]
    member, residence = draw(st.sampled_from(MEMBERS)), draw(attempts)
    attempt, link = draw(attempts), link_id(member, residence)
    begun = {"member": member, "residence_no": residence, "attempt": attempt}
    match draw(st.sampled_from(_LINK_ACTS)):
        case "draft":
            facts = {"issuer": COMMITTEES[0], "to_body": RECEIVERS[residence % 2]}
            world.write(link, LetterDrafted, on, **begun, **facts, to_cell=None)
        case "issue":
            issue(world, member, on, residence, attempt)
        case "carry":
            facts = {"issuer": COMMITTEES[0], "body": RECEIVERS[residence % 2]}
            facts |= {"letter_number": None, "letter_date": None, "slip_date": None}
            cell = draw(st.sampled_from((None, *CELLS)))
            world.write(link, LinkCarriedOver, on, **begun, **facts, cell=cell)
        case "receive":
            by = RECEIVERS[residence % 2]
            world.write(link, LetterReceived, on, attempt=attempt, by=by, via=Via.POST)
        case "return":
            facts = {"by": RECEIVERS[0], "reason": ReturnReason.WRONG_BODY, "note": None}
            world.write(link, LetterReturned, on, attempt=attempt, **facts)
        case "void":
            world.write(link, LetterVoided, on, attempt=attempt, reason=VoidReason.LOST)
        case "slip":
            facts = {"number": None, "cell": None, "signer": OFFICER, "signer_as_written": None}
            world.write(link, SlipReturned, on, attempt=attempt, **facts, as_letter_foot=False)
        case "file":
            world.write(link, SlipFiled, on, attempt=attempt, file_ref="1")
        case "forward":
            world.write(link, MemberForwarded, on, cell=draw(st.sampled_from(CELLS)))
        case "group":
            world.write(link, GroupAssigned, on, group=named("group"))
        case "monitor":
            world.write(link, MonitorAssigned, on, monitor=OFFICER)
        case "close":
            facts = {"reason": ClosingReason.MOVED, "notice_number": None}
            world.write(link, LinkClosed, on, attempt=attempt, on=on, **facts)
        case "remind":
            meetings = (draw(st.sampled_from(_meetings(world))),) if _meetings(world) else ()
            facts = {"how": ReminderWay.CALL, "by_side": Side.RESIDENCE}
            world.write(link, AbsenceReminded, on, meetings=meetings, **facts)


_MEMBER_ACTS = ("enroll", "move", "cell", "exempt", "end", "suspend", "resume", "depart")
_LINK_ACTS = (
    *("draft", "issue", "issue", "carry", "receive", "receive", "return", "void", "slip"),
    *("file", "forward", "forward", "group", "monitor", "close", "remind"),
)


def _meeting_entry(world: World, draw: Draw, on: date) -> None:
    cell = draw(st.sampled_from(CELLS))
    links = [link_id(member, number) for member in MEMBERS for number in (1, 2)]
    attendance = draw(st.dictionaries(st.sampled_from(links), st.sampled_from(Attendance)))
    match draw(st.sampled_from(("convene", "hold", "hold", "list"))):
        case "convene":
            facts: dict[str, Any] = {
                "kind": MeetingKind.PERIODIC,
                "period": half_year(on),
                "about": "",
            }
            stream = meeting_id(cell, on, MeetingKind.PERIODIC)
            day = {"scheduled_for": on, "time": None}
            world.write(stream, MeetingConvened, on - timedelta(days=7), cell=cell, **day, **facts)
        case "hold":
            hold(world, cell, on, attendance)
        case "list":
            if meetings := _meetings(world):
                items = tuple(AttendanceEntry(*item) for item in attendance.items())
                stream = draw(st.sampled_from(meetings))
                world.write(stream, AttendanceRecorded, on, attendance=items)


def _evaluation_entry(world: World, draw: Draw, on: date) -> None:
    link = link_id(draw(st.sampled_from(MEMBERS)), draw(attempts))
    stream = evaluation_id(link, Purpose.ANNUAL, on.year)
    facts: dict[str, Any] = {"link": link, "purpose": Purpose.ANNUAL, "year": on.year}
    if draw(st.booleans()):
        world.write(stream, EvaluationRequested, on, **facts, number=None, answer_by=on)
    else:
        world.write(stream, EvaluationReceived, on, **facts)


def _list_entry(world: World, draw: Draw, on: date) -> None:
    """The residence states its list, or somebody answers a difference that may be there."""
    pair = COMMITTEES[draw(st.integers(0, 1))], RECEIVERS[draw(st.integers(0, 1))]
    as_on = draw(st.sampled_from((date(2026, 3, 31), date(2026, 6, 30))))
    stream = reconciliation_id(*pair, as_on)
    links = [link_id(member, number) for member in MEMBERS for number in (1, 2)]
    if draw(st.booleans()):
        chosen = draw(st.lists(st.sampled_from((None, *links)), unique=True, max_size=4))
        entries = tuple(
            StatedEntry(
                number,
                link,
                None,
                None,
                draw(st.sampled_from((None, *CELLS))),
                draw(st.sampled_from(StatedStatus)),
            )
            for number, link in enumerate(chosen, start=1)
        )
        by, about = draw(st.permutations(pair))
        world.write(stream, RosterStated, on, by=by, about=about, as_on=as_on, entries=entries)
    else:
        key = f"{draw(st.sampled_from(DifferenceKind))}:{draw(st.sampled_from((1, *links)))}"
        facts = {"answer": DifferenceAnswer.MENDED, "note": None}
        world.write(stream, DifferenceAnswered, on, difference=key, **facts)


def _workplace_entry(world: World, draw: Draw, on: date) -> None:
    """A workplace reviews, quotes, takes stock, inspects, decides, opens or closes its round."""
    number, member = draw(st.integers(0, 1)), draw(st.sampled_from(MEMBERS))
    cell, committee = WORKPLACE_CELLS[number], COMMITTEES[number]
    round_, of_year = round_id(committee, on.year), review_id(cell, on.year)
    review: dict[str, Any] = {"body": cell, "year": on.year}
    stock: dict[str, Any] = {"body": committee, "year": on.year}
    match draw(st.sampled_from(_WORKPLACE_ACTS)):
        case "review":
            facts = {"kind": ReviewKind.COLLECTIVE, "regulation_item": draw(st.booleans())}
            world.write(of_year, ReviewHeld, on, **review, **facts, minutes_digest=None)
        case "quote":
            value = world.sealed(of_year, "value")
            facts = {"kind": ReferenceKind.SELF_RATING, "value": value, "source": "x"}
            world.write(of_year, ReferenceRecorded, on, **review, member=member, **facts)
        case "stock":
            facts = {"kind": StocktakingKind.FINAL, "findings_digest": None}
            stream = review_id(committee, on.year)
            world.write(stream, PeriodicReviewHeld, on, **stock, **facts, commended=1, handled=0)
        case "inspect":
            facts = {"kind": InspectionKind.CHECK, "of": (cell,), "findings": None}
            world.write(review_id(committee, on.year), InspectionMade, on, **stock, **facts)
        case "decide":
            facts = {"level": "GOOD", "decided_by": committee, "decision": None}
            stream = classification_id(member, on.year)
            world.write(stream, ClassificationDecided, on, member=member, year=on.year, **facts)
        case "open":
            facts = {"committee": committee, "year": on.year, "mode": RoundMode.ALL}
            figures = draw(st.sampled_from(({}, {"review.by": "12-10"})))
            world.write(round_, RoundOpened, on, **facts, figures=figures)
        case "close":
            world.write(round_, RoundClosed, on, on=on)


_WORKPLACE_ACTS = ("review", "review", "quote", "stock", "inspect", "decide", "open", "close")


def _said_entry(world: World, draw: Draw, on: date) -> None:
    """Something is said about what an arrival may have opened."""
    arrived = [e for e in world.events if isinstance(e, LetterReceived)]
    if not arrived:
        return
    opened = draw(st.sampled_from(arrived))
    subject = f"letter/{opened.originator_id}/{opened.attempt}"
    key = f"G05:{subject}:{opened.id}"
    if draw(st.booleans()):
        facts = {"reason": "lost", "accepted_by": OFFICER}
        world.write(owed_id(key), GapExplained, on, obligation=key, **facts)
    else:
        world.write(
            owed_id(key), ObligationSnoozed, on, obligation=key, until=draw(days), reason="busy"
        )


def _amendment(world: World, draw: Draw, on: date) -> None:
    """Strike an entry, a void or a correction among them, or move it to another day."""
    if not world.events:
        return
    target = draw(_one(world.events))
    facts = {"event": target.id, "reason": "wrong"}
    if draw(st.booleans()) or isinstance(target, EntryVoided | EntryCorrected):
        world.write(target.originator_id, EntryVoided, on, **facts)
    else:
        path = target.EFFECT.rstrip("_")
        right = {path: draw(days).isoformat()}
        world.write(target.originator_id, EntryCorrected, on, **facts, facts=right)


def _one(events: list[Event]) -> st.SearchStrategy[Event]:
    return st.sampled_from(events)


def _entries(world: World, stream: UUID, kind: type[Event]) -> list[Event]:
    return [e for e in world.events if e.originator_id == stream and isinstance(e, kind)]


def _meetings(world: World) -> list[UUID]:
    return [e.originator_id for e in world.events if isinstance(e, MeetingHeld)]


@st.composite
def histories(draw: Draw, most: int = 40) -> list[Event]:
    """Papers in any order: late ones, contradictory ones, struck and mended ones."""
    world = World()
    acts = [_member_entry] * 2 + [_link_entry] * 3 + [_meeting_entry, _evaluation_entry]
    acts += [_amendment] * 3 + [_introduction] * 2 + [_list_entry, _said_entry, _workplace_entry]
    for act in draw(st.lists(st.sampled_from(acts), min_size=1, max_size=most)):
        act(world, draw, draw(days))
    return world.events
