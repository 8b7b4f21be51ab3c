"""Who sees what: a body its own members, from the day on which they are its own, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from domain.introduction.link import link_id
from service.app import service_of
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    FORWARD,
    GROUP,
    INTRODUCTION,
    ISSUE,
    LINK,
    MEETING,
    MEMBER,
    OFFICE_CELL,
    OPINION,
    PLACING,
    QUARTER,
    RECEIVE,
    WARD,
    WORKPLACE,
    YEAR,
    act,
    person,
)
from tests.service.trail import trail

NEIGHBOUR = person("neighbour")
NEIGHBOURS_LINK = link_id(NEIGHBOUR, 1)


def neighbours(*sent: Sent) -> list[Sent]:
    """The same papers about somebody else in the same quarter, of the same workplace."""
    for_him = {"person": str(NEIGHBOUR), "member": str(NEIGHBOUR), "link": str(NEIGHBOURS_LINK)}
    his = {"full_name": "Lê Văn Út", "number": "99-GGT/ĐU", "dwelling": "Số 99"}
    return [
        each._replace(body=each.body | {k: v for k, v in (for_him | his).items() if k in each.body})
        for each in sent
    ]


def topics(items: list[dict[str, Any]]) -> list[str]:
    return [item["topic"] for item in items]


def test_the_residence_sees_nobody_before_a_letter_is_issued(scenario: Scenario) -> None:
    scenario.given(ENROL, DECLARE).asked("ward clerk", "/api/roster")
    assert scenario.items == []
    scenario.asked("ward clerk", f"/api/members/{MEMBER}/chronicle").refused(
        404, "NotVisible", "member"
    )
    scenario.given(ISSUE)
    [seen] = scenario.asked("ward clerk", "/api/roster").items
    assert (seen["full_name"], seen["state"]) == ("Nguyễn Thị Thắm", "ISSUED")
    assert scenario.asked("other ward clerk", "/api/roster").items == []
    assert scenario.asked("quarter secretary", "/api/roster").items == []


def test_a_cell_and_a_group_see_those_who_were_placed_with_them(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION)
    assert [m["link"] for m in scenario.asked("quarter secretary", "/api/roster").items] == [
        str(LINK)
    ]
    assert scenario.asked("group leader", "/api/roster").items == []
    scenario.asked("group leader", f"/api/members/{MEMBER}/chronicle")
    scenario.refused(404, "NotVisible", "member")
    scenario.given(*PLACING)
    [seen] = scenario.asked("group leader", "/api/roster").items
    assert seen["group"]["id"] == str(GROUP)
    assert scenario.asked("group leader", f"/api/members/{MEMBER}/chronicle").items


def test_another_workplace_sees_nothing(scenario: Scenario) -> None:
    scenario.given(*YEAR)
    for question in ("roster", "gaps", "obligations", "history", "classification-inputs?year=2026"):
        assert scenario.asked("other clerk", f"/api/{question}").items == []
    scenario.asked("other clerk", f"/api/members/{MEMBER}/chronicle")
    scenario.refused(404, "NotVisible", "member")


@pytest.mark.parametrize("body", [WORKPLACE, OFFICE_CELL, WARD, QUARTER])
def test_no_question_is_put_for_a_body_that_is_not_below_ones_own(
    scenario: Scenario, body: object
) -> None:
    for who in ("other clerk", "other ward clerk"):
        scenario.asked(who, f"/api/roster?organization={body}")
        scenario.refused(404, "NotVisible", "organization")
    scenario.asked("clerk", f"/api/roster?organization={person('nobody')}")
    scenario.refused(404, "NotVisible", "organization")


def test_a_committee_asks_for_its_cells(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION)
    assert scenario.asked("clerk", f"/api/roster?organization={OFFICE_CELL}").items
    assert scenario.asked("ward clerk", f"/api/roster?organization={QUARTER}").items
    scenario.asked("cell secretary", f"/api/roster?organization={WORKPLACE}")
    scenario.refused(404, "NotVisible", "organization")


def test_the_residence_sees_nothing_of_the_workplaces_inner_papers(scenario: Scenario) -> None:
    scenario.given(*YEAR)
    found = scenario.asked("ward clerk", f"/api/members/{MEMBER}/chronicle?limit=1000").items
    seen = set(topics(found))
    assert {"letter.issued", "slip.returned", "evaluation.sent", "meeting.held"} <= seen
    assert not {word for word in seen if word.startswith(("member.", "paper.", "round."))}
    assert not seen & {"slip.filed", "evaluation.consolidated", "evaluation.filed"}
    scenario.asked("ward clerk", "/api/classification-inputs?year=2026")
    scenario.refused(403, "ReadByResidence")


def test_the_workplace_reads_a_comment_once_it_has_left_the_residence(in_a_file: Scenario) -> None:
    in_a_file.given(*INTRODUCTION, *OPINION[:3])
    drafted = in_a_file.said["events"][0]["event_id"]
    mend = act(
        "quarter secretary",
        "correct-entry",
        "2026-11-21",
        event=drafted,
        reason="Ghi nhầm mức",
        facts={"levels": {**OPINION[2].body["slip"]["levels"], "contact": 3}},
    )
    in_a_file.given(mend, *OPINION[3:5])

    def seen(who: str, rest: str = "") -> set[str]:
        address = f"/api/members/{MEMBER}/chronicle?limit=1000{rest}"
        return set(topics(in_a_file.asked(who, address).items))

    draft = {"evaluation.drafted", "entry.corrected"}
    assert draft <= seen("quarter secretary")
    for who in ("clerk", "cell secretary"):
        assert not draft & seen(who)
        assert "Gương mẫu" not in in_a_file.answer.text
    position = in_a_file.given(OPINION[5]).said["position"]
    assert draft <= seen("clerk")
    assert not draft & seen("clerk", "&as_of=2026-11-24")
    assert not draft & seen("clerk", f"&known_at={position - 1}")


def test_a_chronicle_says_nothing_of_the_other_members_on_a_paper(scenario: Scenario) -> None:
    introduction = [ENROL, DECLARE, ISSUE, RECEIVE, FORWARD]
    scenario.given(*introduction, *neighbours(*introduction))
    both = [str(LINK), str(NEIGHBOURS_LINK)]
    called = act(
        "quarter secretary",
        "convene-meeting",
        "2026-06-10",
        cell=QUARTER,
        scheduled_for="2026-06-25",
        kind="PERIODIC",
        about="Sơ kết",
    )
    told = act(
        "quarter secretary",
        "deliver-notices",
        "2026-06-12",
        meeting=MEETING,
        links=both,
        via="NOTICE",
    )
    held = act(
        "quarter secretary",
        "hold-meeting",
        "2026-06-25",
        cell=QUARTER,
        kind="PERIODIC",
        attendance=[
            {"link": both[0], "status": "PRESENT"},
            {"link": both[1], "status": "EXCUSED", "excuse": "Đi viện"},
        ],
    )
    scenario.given(called, told, held)
    scenario.asked("clerk", f"/api/members/{MEMBER}/chronicle?limit=1000")
    facts = {item["topic"]: item["facts"] for item in scenario.items}
    assert [entry["link"] for entry in facts["meeting.held"]["attendance"]] == both[:1]
    assert facts["meeting.notices_delivered"]["links"] == both[:1]
    assert both[1] not in scenario.answer.text
    scenario.asked("clerk", f"/api/members/{NEIGHBOUR}/chronicle?limit=1000")
    assert "Đi viện" in scenario.answer.text
    assert both[0] not in scenario.answer.text


def test_a_corrected_name_is_read_from_its_correction(scenario: Scenario) -> None:
    scenario.when(ENROL)
    [enrolled] = [event["event_id"] for event in scenario.said["events"]]
    right = {"event": enrolled, "reason": "Ghi sai tên", "facts": {"full_name": "Nguyễn Thị Thấm"}}
    scenario.given(act("clerk", "correct-entry", "2026-03-06", **right))
    [member] = scenario.asked("clerk", "/api/roster").items
    assert member["full_name"] == "Nguyễn Thị Thấm"


def test_a_member_of_class_b_is_an_id_and_nothing_else(scenario: Scenario) -> None:
    secret = {"secret": True, "full_name": None, "birth_date": None}
    scenario.given(ENROL._replace(body=ENROL.body | secret))
    [member] = scenario.asked("clerk", "/api/roster").items
    assert (member["full_name"], member["state"]) == (None, "EXEMPT_B")
    named = ENROL._replace(body=ENROL.body | {"secret": True, "person": str(person("x"))})
    scenario.when(named).refused(409, "SecretMaterial", "full_name")
    assert scenario.asked("ward clerk", "/api/roster").items == []


def test_an_administrator_reads_the_register_and_nothing_personal(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION)
    assert len(scenario.asked("administrator", "/api/organizations").items) == 7
    for question in ("roster", "gaps", "obligations", "history"):
        scenario.asked("administrator", f"/api/{question}").refused(403, "ReadByAdministrator")
    scenario.asked("administrator", f"/api/members/{MEMBER}/chronicle")
    scenario.refused(403, "ReadByAdministrator")
    assert "/api/organizations" in scenario.said["next_step"]


def test_an_inspector_reads_and_changes_nothing(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION)
    assert scenario.asked("inspector", "/api/roster").items
    scenario.when(ENROL._replace(who="inspector")).refused(403, "OutsideYourSide")


def test_who_holds_no_office_any_more_sees_nothing(scenario: Scenario) -> None:
    scenario.given(ENROL)
    assert scenario.asked("clerk", "/api/whoami").said["offices"] == ["clerk"]
    events = service_of(scenario.app).coordination.events_of(WORKPLACE)
    [appointment] = [e.id for e in events if getattr(e, "officer", None) == person("clerk")]
    relieve = act(
        "administrator",
        "relieve-officer",
        "2026-12-31",
        organization=WORKPLACE,
        appointment=appointment,
        officer=person("clerk"),
        office="clerk",
        on="2026-12-31",
    )
    scenario.given(relieve).asked("clerk", "/api/roster").refused(403, "WithoutOffice")
    scenario.when(DECLARE).refused(403, "OutsideYourSide")
    assert scenario.asked("clerk", "/api/whoami").said["offices"] == []


def test_reading_leaves_a_trail(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION)
    purpose = "Kiểm tra định kỳ"
    scenario.asked("clerk", "/api/roster?limit=5", Purpose=purpose.encode().decode("latin-1"))
    scenario.asked("ward clerk", "/api/roster", Purpose="Ki%E1%BB%83m tra%00")
    scenario.asked("clerk", "/api/organizations")
    scenario.asked("other clerk", "/api/roster")
    read = [(str(officer), *rest) for officer, *rest in trail(scenario)]
    assert read == [
        (str(person("clerk")), "/api/roster?limit=5", 1, purpose),
        (str(person("ward clerk")), "/api/roster", 1, "Kiểm tra"),
    ]


def test_an_erased_person_is_nobody_and_the_history_stands(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION)
    before = scenario.asked("clerk", f"/api/members/{MEMBER}/chronicle").items
    service_of(scenario.app).coordination.keys.destroy(MEMBER)
    after = scenario.asked("clerk", f"/api/members/{MEMBER}/chronicle").items
    assert topics(after) == topics(before)
    assert "Thắm" not in scenario.answer.text
    [member] = scenario.asked("clerk", "/api/roster").items
    assert (member["full_name"], member["state"]) == (None, "PLACED")
    move = act(
        "clerk",
        "declare-residence",
        "2026-05-01",
        member=MEMBER,
        body=WARD,
        neighborhood="Tổ 6",
        dwelling="Số 1",
    )
    scenario.when(move).refused(409, "PersonErased")
