"""What a cell's review gets for a member, and what is missing of it."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import Office, Side, Via
from domain.evaluation import (
    EvaluationConfirmed,
    EvaluationConsolidated,
    EvaluationDrafted,
    EvaluationFiled,
    EvaluationReceived,
    EvaluationRequested,
    EvaluationSent,
    EvaluationSigned,
    Proposal,
    Purpose,
    StatedMeeting,
    evaluation_id,
)
from domain.introduction.events import (
    LetterReceived,
    MemberForwarded,
    MonitorAssigned,
    SlipFiled,
    SlipReturned,
)
from domain.introduction.link import link_id
from domain.meeting import Attendance
from domain.member import ExemptionClass, MemberDeparted
from domain.organization import Kind, OrganizationRegistered
from projections.completeness import Item, Status
from projections.models import MODELS
from projections.opinion import Stage
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
    for number, body in enumerate((*COMMITTEES, *WORKPLACE_CELLS, *RECEIVERS, *CELLS)):
        new.write(
            body,
            OrganizationRegistered,
            date(2026, 1, 1),
            code=f"{number}",
            kind=Kind.CELL,
            name=f"{number}",
            symbol="",
            parent=None,
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


def answered(new: World) -> World:
    day = date(2026, 11, 20)
    meeting = StatedMeeting(held_on=day, front_present=True)
    said = {"form": "A", "levels": {"1": 3}, "proposal": Proposal.COMMEND, "fingerprint": "f"}
    remarks = new.sealed(SLIP, "remarks")
    rest = {"remarks": remarks, "rests_on": None, "stated_meeting": meeting}
    new.write(SLIP, EvaluationDrafted, day, **ABOUT, **said, **rest)
    new.write(SLIP, EvaluationSigned, day, signer=OFFICER, office=Office.CELL_SECRETARY)
    new.write(SLIP, EvaluationConfirmed, day, by=OFFICER, office=Office.SECRETARY, sealed=True)
    new.write(SLIP, EvaluationSent, day, via=Via.POST, number=None)
    new.write(SLIP, EvaluationReceived, date(2026, 11, 25), **ABOUT)
    return new


def filed(new: World) -> World:
    new.write(SLIP, EvaluationConsolidated, date(2026, 11, 27), cell=WORKPLACE_CELLS[0])
    new.write(SLIP, EvaluationFiled, date(2026, 11, 28), file_ref="1")
    return new


def review(places: Places, new: World, day: date) -> MemberReview:
    views = built(places, MODELS, new.events)
    viewpoint = Viewpoint(day, len(new.events))
    [found] = reviews(views, [COMMITTEES[1]], 2026, viewpoint)
    [same] = reviews(views, [COMMITTEES[1]], 2026, viewpoint, cells=[found.inputs.cell])
    assert same == found
    assert reviews(views, [COMMITTEES[1]], 2026, viewpoint, after=MEMBER) == []
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
    assert (found.primary.stage, found.primary.levels) == (Stage.FILED, {"1": 3})
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


def test_whoever_left_is_shown_as_he_left(places: Places) -> None:
    new = introduced(world())
    gone = {"enrolment": f"{MEMBER}/1", "reason": "RETIRED", "to": None, "on": date(2026, 4, 1)}
    new.write(MEMBER, MemberDeparted, date(2026, 4, 1), **gone)
    found = review(places, new, date(2026, 5, 1))
    assert Item.SLIP not in missing(found)
    assert reasons(found)[Item.SLIP] == "DEPARTED"
    assert found.items[Item.REQUESTED].why == "DEPARTED"
