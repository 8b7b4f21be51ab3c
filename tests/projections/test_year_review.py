"""What a cell's review gets for a member, and what is missing of it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.acts import Office, Side, Via
from domain.classification import ClassificationDecided, classification_id
from domain.entries import EntryVoided, Event
from domain.evaluation import (
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationDrafted,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationReturned,
    EvaluationSent,
    EvaluationSigned,
    Proposal,
    ProposalOutcome,
    ProposalResolved,
    Purpose,
    StatedMeeting,
    StatementRecorded,
    evaluation_id,
)
from domain.introduction.events import (
    AbsenceAnswered,
    AbsenceOutcome,
    AbsenceReported,
    FeedbackGiven,
    LetterReceived,
    MemberForwarded,
    MonitorAssigned,
    SlipFiled,
    SlipReturned,
)
from domain.introduction.link import link_id
from domain.meeting import Attendance, MeetingKind, meeting_id
from domain.member import Departure, ExemptionClass, MemberDeparted
from domain.organization import Kind, OrganizationRegistered
from domain.report import (
    ReportAnswered,
    ReportKind,
    ReportOutcome,
    ReportSent,
    ReportSubject,
    report_id,
)
from domain.review import ReferenceKind, ReferenceRecorded, review_id
from projections.completeness import Item, Status
from projections.models import MODELS
from projections.opinion import Stage
from projections.reports import AnswerState
from projections.viewpoint import Viewpoint
from projections.year_review import MemberReview, reviews
from tests.projections.asking import built
from tests.projections.conftest import Places
from tests.projections.world import (
    CELLS,
    COMMITTEES,
    MEMBERS,
    OFFICER,
    RECEIVERS,
    WORKPLACE_CELLS,
    World,
    declare,
    enroll,
    exempt,
    hold,
    issue,
)

MEMBER = MEMBERS[0]
LINK = link_id(MEMBER, 1)
SLIP = evaluation_id(LINK, Purpose.ANNUAL, 2026)
ABOUT = {"link": LINK, "purpose": Purpose.ANNUAL, "year": 2026}


def world() -> World:
    """The bodies, all followed from the first day of the year."""
    new = World()
    above = dict(zip(WORKPLACE_CELLS, COMMITTEES, strict=True))
    for number, body in enumerate((*COMMITTEES, *WORKPLACE_CELLS, *RECEIVERS, *CELLS)):
        new.write(
            body,
            OrganizationRegistered,
            date(2026, 1, 1),
            code=f"{number}",
            kind=Kind.GRASSROOTS_COMMITTEE if body in COMMITTEES else Kind.CELL,
            name=f"{number}",
            symbol="",
            parent=above.get(body),
            sides=tuple(Side),
            commune_unit=None,
            neighborhood=None,
            exists_from=None,
            followed_from=date(2026, 1, 1),
        )
    return new


def introduced(new: World) -> World:
    """Enrolled, introduced, received and placed by the end of January."""
    enroll(new, MEMBER, date(2026, 1, 5), number=1)
    declare(new, MEMBER, date(2026, 1, 6), body=RECEIVERS[1])
    issue(new, MEMBER, date(2026, 1, 8))
    new.write(LINK, LetterReceived, date(2026, 1, 20), attempt=1, by=RECEIVERS[1], via=Via.POST)
    new.write(LINK, MemberForwarded, date(2026, 1, 21), cell=CELLS[0])
    new.write(LINK, MonitorAssigned, date(2026, 1, 22), monitor=OFFICER)
    return new


def with_slip(new: World) -> World:
    slip = {"number": None, "cell": None, "signer": OFFICER, "signer_as_written": None}
    new.write(LINK, SlipReturned, date(2026, 1, 25), attempt=1, **slip, as_letter_foot=False)
    new.write(LINK, SlipFiled, date(2026, 1, 27), attempt=1, file_ref="1")
    return new


def asked(new: World) -> World:
    facts = {"number": None, "answer_by": date(2026, 12, 1)}
    new.write(SLIP, EvaluationRequested, date(2026, 11, 1), **ABOUT, **facts)
    return new


def answered(
    new: World, level: int = 3, proposal: Proposal = Proposal.NONE, **received: Any
) -> World:
    day = date(2026, 11, 20)
    meeting = StatedMeeting(held_on=day, front_present=True)
    levels = {"contact": level}
    said = {"form": "A", "levels": levels, "proposal": proposal, "fingerprint": "f"}
    remarks = new.sealed(SLIP, "remarks")
    rest = {"remarks": remarks, "rests_on": None, "stated_meeting": meeting}
    new.write(SLIP, EvaluationDrafted, day, **ABOUT, **said, **rest)
    new.write(SLIP, EvaluationSigned, day, signer=OFFICER, office=Office.CELL_SECRETARY)
    new.write(SLIP, EvaluationConfirmed, day, by=OFFICER, office=Office.SECRETARY, sealed=True)
    new.write(SLIP, EvaluationSent, day, via=Via.POST, number=None)
    new.write(SLIP, EvaluationReceived, date(2026, 11, 25), **ABOUT, **received)
    return new


def quoted(new: World, body: UUID, on: date) -> Event:
    stream = review_id(body, 2026)
    said = {"value": new.sealed(stream, "value"), "source": "x", "kind": ReferenceKind.SELF_RATING}
    return new.write(stream, ReferenceRecorded, on, body=body, year=2026, member=MEMBER, **said)


def classified(new: World, on: date) -> Event:
    return new.write(
        classification_id(MEMBER, 2026),
        ClassificationDecided,
        on,
        **{"member": MEMBER, "year": 2026, "level": "GOOD"},
        **{"decided_by": COMMITTEES[1], "decision": None},
    )


def filed(new: World) -> World:
    new.write(SLIP, EvaluationConsolidated, date(2026, 11, 27), cell=WORKPLACE_CELLS[0])
    new.write(SLIP, EvaluationFiled, date(2026, 11, 28), file_ref="1")
    return new


def review(places: Places, new: World, day: date, committee: UUID = COMMITTEES[1]) -> MemberReview:
    views = built(places, MODELS, new.events)
    viewpoint = Viewpoint(day, len(new.events))
    [found] = reviews(views, [committee], 2026, viewpoint)
    [same] = reviews(views, [committee], 2026, viewpoint, cells=[found.inputs.cell])
    assert same == found
    assert reviews(views, [committee], 2026, viewpoint, after=MEMBER) == []
    return found


def missing(found: MemberReview) -> dict[Item, str | None]:
    return {i: f.code for i, f in found.items.items() if f.status is Status.MISSING}


def reasons(found: MemberReview) -> dict[Item, str | None]:
    return {i: f.why for i, f in found.items.items() if f.status is Status.NOT_REQUIRED}


def test_whoever_does_not_say_where_he_lives(places: Places) -> None:
    new = world()
    enroll(new, MEMBER, date(2026, 1, 5), number=1)
    found = review(places, new, date(2026, 5, 1))
    assert found.items[Item.RESIDENCE].status is not Status.PRESENT
    assert found.items[Item.REQUESTED].why == "NO_LINK"


def test_a_slip_that_never_came_is_missing_and_says_who_owes_it(places: Places) -> None:
    found = review(places, introduced(world()), date(2026, 5, 1))
    assert missing(found) == {Item.SLIP: "G05"}
    assert found.items[Item.SLIP].owner == RECEIVERS[1]
    assert found.items[Item.SLIP].due_on == date(2026, 2, 4)
    assert not found.complete
    assert reasons(found)[Item.REQUESTED] == "NOT_DUE"
    assert reasons(found)[Item.ATTENDANCE] == "NOT_CALLED"


def test_attendance_that_nobody_knows_is_missing(places: Places) -> None:
    new = with_slip(introduced(world()))
    hold(new, CELLS[0], date(2026, 6, 10), {})
    found = review(places, new, date(2026, 6, 30))
    assert missing(found) == {Item.ATTENDANCE: "G12"}
    assert found.items[Item.ATTENDANCE].owner == CELLS[0]
    assert found.inputs.figures.unknown == 1


def test_a_year_is_complete_when_the_slip_is_filed(places: Places) -> None:
    new = with_slip(introduced(world()))
    hold(new, CELLS[0], date(2026, 6, 10), {LINK: Attendance.PRESENT})
    asked(new)
    found = review(places, new, date(2026, 11, 10))
    assert missing(found) == {Item.RECEIVED: "G18"}
    assert found.primary is not None
    assert (found.primary.stage, found.primary.levels) == (Stage.REQUESTED, {})
    found = review(places, answered(new), date(2026, 11, 26))
    assert missing(found) == {Item.FILED: "G23"}
    found = review(places, filed(new), date(2026, 11, 30))
    assert missing(found) == {}
    assert found.complete
    assert found.primary is not None
    assert (found.primary.stage, found.primary.levels) == (Stage.FILED, {"contact": 3})
    assert found.primary.remarks == f"{SLIP}/2/remarks"
    assert found.others == ()


def test_what_the_residence_has_only_drafted_is_not_shown(places: Places) -> None:
    new = asked(with_slip(introduced(world())))
    answered(new)
    found = review(places, new, date(2026, 11, 21))
    assert found.primary is not None
    assert (found.primary.stage, found.primary.levels) == (Stage.SENT, {})


@pytest.mark.parametrize(
    ("class_", "why"), [(ExemptionClass.A, "EXEMPT_A"), (ExemptionClass.B, "EXEMPT_B")]
)
def test_the_exempt_are_not_asked_about(places: Places, class_: ExemptionClass, why: str) -> None:
    new = with_slip(introduced(world()))
    exempt(new, MEMBER, date(2026, 3, 1), class_=class_, until=None)
    found = review(places, new, date(2026, 11, 15))
    assert missing(found) == {}
    assert reasons(found)[Item.REQUESTED] == why


def test_an_answer_to_a_notice_is_counted_with_it(places: Places) -> None:
    new = with_slip(introduced(world()))
    hold(new, CELLS[0], date(2026, 6, 10), {LINK: Attendance.UNEXCUSED})
    meeting = meeting_id(CELLS[0], date(2026, 6, 10), MeetingKind.PERIODIC)
    told = {"meetings": (meeting,), "number": None, "note": None}
    notice = new.write(LINK, AbsenceReported, date(2026, 6, 15), **told)
    said = {"report": notice.id, "outcome": AbsenceOutcome.WILL_ATTEND, "note": None}
    new.write(LINK, AbsenceAnswered, date(2026, 6, 20), **said)
    before, after = (review(places, new, date(2026, 6, day)).inputs.figures for day in (19, 20))
    assert (before.notices, before.answers) == (1, 0)
    assert (after.notices, after.answers) == (1, 1)


def test_a_slip_on_another_form_is_mended_by_another_slip_only(places: Places) -> None:
    new = answered(asked(with_slip(introduced(world()))), defects=("WRONG_FORM",))
    found = review(places, new, date(2026, 11, 26))
    assert missing(found) == {Item.WITHOUT_DEFECT: None, Item.FILED: "G23"}
    lacking = found.items[Item.WITHOUT_DEFECT]
    assert (lacking.owner, lacking.office, lacking.why) == (CELLS[0], "Rc", "WRONG_FORM")


def test_what_is_quoted_stands_beside_the_opinion_and_so_does_the_decision(
    places: Places,
) -> None:
    new = with_slip(introduced(world()))
    quoted(new, WORKPLACE_CELLS[0], date(2026, 12, 8))
    quoted(new, WORKPLACE_CELLS[1], date(2026, 12, 9))
    classified(new, date(2026, 12, 20))
    found = review(places, new, date(2026, 12, 19))
    assert [(one.dated, one.body) for one in found.references] == [
        (date(2026, 12, 9), WORKPLACE_CELLS[1])
    ]
    assert found.classified is None
    found = review(places, new, date(2026, 12, 20))
    assert found.classified is not None
    assert (found.classified.level, found.classified.committee, found.classified.cell) == (
        *("GOOD", COMMITTEES[1]),
        WORKPLACE_CELLS[1],
    )


def test_a_quotation_struck_through_is_not_there(places: Places) -> None:
    new = introduced(world())
    entry = quoted(new, WORKPLACE_CELLS[1], date(2026, 12, 8))
    assert review(places, new, date(2026, 12, 20)).references
    new.write(entry.originator_id, EntryVoided, date(2026, 12, 9), event=entry.id, reason="x")
    assert review(places, new, date(2026, 12, 20)).references == ()


@pytest.mark.parametrize("handed_on", [True, False])
def test_the_opinion_given_to_another_workplace_comes_along_with_a_transfer(
    places: Places, *, handed_on: bool
) -> None:
    """The slip of November was asked by the first committee; in December the second has him."""
    new = answered(asked(with_slip(introduced(world()))))
    gone = {"enrolment": f"{MEMBER}/1", "reason": Departure.TRANSFERRED_OUT, "to": COMMITTEES[0]}
    left = new.write(MEMBER, MemberDeparted, date(2026, 12, 1), **gone, on=date(2026, 12, 1))
    comes_from = left.id if handed_on else None
    enroll(new, MEMBER, date(2026, 12, 5), number=0, from_departure=comes_from)
    found = review(places, new, date(2026, 12, 10), committee=COMMITTEES[0])
    if handed_on:
        assert found.primary is not None
        assert found.primary.evaluation == SLIP
        assert found.items[Item.RECEIVED].status is Status.PRESENT
    else:
        assert (found.primary, found.others) == (None, ())
        assert found.items[Item.RECEIVED].why == "ELSEWHERE"


def test_whoever_left_is_shown_as_he_left(places: Places) -> None:
    new = introduced(world())
    gone = {"enrolment": f"{MEMBER}/1", "reason": "RETIRED", "to": None, "on": date(2026, 4, 1)}
    new.write(MEMBER, MemberDeparted, date(2026, 4, 1), **gone)
    found = review(places, new, date(2026, 5, 1))
    assert Item.SLIP not in missing(found)
    assert reasons(found)[Item.SLIP] == "DEPARTED"
    assert found.items[Item.REQUESTED].why == "DEPARTED"


def reported(new: World, kind: ReportKind, on: date) -> UUID:
    """The residence writes about the member."""
    report = report_id(LINK, kind)
    new.write(
        report,
        ReportSent,
        on,
        link=LINK,
        kind=kind,
        subject=ReportSubject.CONDUCT,
        text=new.sealed(report, "text"),
        number=None,
    )
    return report


def test_what_follows_from_an_opinion_is_missing_until_it_is_done(places: Places) -> None:
    new = filed(answered(asked(with_slip(introduced(world()))), 1, Proposal.COMMEND))
    found = review(places, new, date(2026, 11, 30))
    assert missing(found) == {Item.FEEDBACK: "G25", Item.PROPOSALS_RESOLVED: "G28"}
    assert found.items[Item.FEEDBACK].office == "Wc"
    assert reasons(found)[Item.REPORTS_ANSWERED] == "NOTHING_TO_ANSWER"
    assert reasons(found)[Item.STATEMENT] == "NOTHING_STATED"
    talk = {"on": str(SLIP), "by_side": Side.WORKPLACE, "note": None}
    new.write(LINK, FeedbackGiven, date(2026, 12, 1), **talk)
    outcome = {"outcome": ProposalOutcome.COMMENDED, "reference": None}
    new.write(SLIP, ProposalResolved, date(2026, 12, 2), **outcome)
    new.write(SLIP, StatementRecorded, date(2026, 12, 3), statement=new.sealed(SLIP, "statement"))
    found = review(places, new, date(2026, 12, 5))
    assert found.complete
    done = (Item.FEEDBACK, Item.PROPOSALS_RESOLVED, Item.STATEMENT)
    assert {found.items[item].status for item in done} == {Status.PRESENT}
    primary = found.primary
    assert primary is not None
    assert (primary.weak, primary.feedback_on) == (("contact",), date(2026, 12, 1))
    assert (primary.outcome, primary.resolved_on) == (
        ProposalOutcome.COMMENDED,
        date(2026, 12, 2),
    )
    assert (primary.statement, primary.statement_on) == (f"{SLIP}/10/statement", date(2026, 12, 3))


def test_feedback_is_told_of_the_day_and_gone_with_the_slip_that_went_back(places: Places) -> None:
    new = answered(asked(with_slip(introduced(world()))), 1)
    talk = {"on": str(SLIP), "by_side": Side.RESIDENCE, "note": None}
    new.write(LINK, FeedbackGiven, date(2026, 11, 26), **talk)
    back = {"defects": ("LEVEL_MISSING",), "answer_by": date(2026, 12, 5)}
    new.write(SLIP, EvaluationReturned, date(2026, 11, 28), **back)
    for day, talked in ((25, None), (26, date(2026, 11, 26)), (28, None)):
        primary = review(places, new, date(2026, 11, day)).primary
        assert primary is not None
        assert primary.feedback_on == talked


def test_a_report_of_the_year_is_missing_its_answer(places: Places) -> None:
    new = with_slip(introduced(world()))
    report = reported(new, ReportKind.ADVERSE, date(2026, 4, 1))
    praise = reported(new, ReportKind.COMMENDING, date(2026, 4, 2))
    found = review(places, new, date(2026, 4, 20))
    assert missing(found) == {Item.REPORTS_ANSWERED: "G27", Item.PROPOSALS_RESOLVED: "G28"}
    assert [(one.report, one.state) for one in found.reports] == [
        (str(report), AnswerState.OPEN),
        (str(praise), AnswerState.OPEN),
    ]
    for one, outcome in ((report, ReportOutcome.PARTLY), (praise, ReportOutcome.COMMENDED)):
        new.write(one, ReportAnswered, date(2026, 4, 25), outcome=outcome, text=None)
    found = review(places, new, date(2026, 4, 30))
    assert found.complete
    done = (Item.REPORTS_ANSWERED, Item.PROPOSALS_RESOLVED)
    assert {found.items[item].status for item in done} == {Status.PRESENT}


def test_answers_to_notices_are_counted_with_the_notices_of_the_year(places: Places) -> None:
    new = with_slip(introduced(world()))
    hold(new, CELLS[0], date(2026, 6, 10), {LINK: Attendance.UNEXCUSED})
    meeting = meeting_id(CELLS[0], date(2026, 6, 10), MeetingKind.PERIODIC)
    facts = {"meetings": (meeting,), "number": None, "note": None}
    notice = new.write(LINK, AbsenceReported, date(2026, 6, 20), **facts)
    figures = review(places, new, date(2026, 7, 1)).inputs.figures
    assert (figures.notices, figures.answers) == (1, 0)
    answer = {"report": notice.id, "outcome": AbsenceOutcome.EXPLAINED, "note": None}
    new.write(LINK, AbsenceAnswered, date(2027, 1, 4), **answer)
    figures = review(places, new, date(2027, 1, 10)).inputs.figures
    assert (figures.notices, figures.answers) == (1, 1)
