"""The main job over HTTP: a member is introduced, called, evaluated, and the slip is filed."""

from __future__ import annotations

from service.commands import COMMANDS
from service.openapi import required_only
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    EVALUATION,
    FILE_SLIP,
    INTRODUCTION,
    ISSUE,
    LINK,
    MEMBER,
    OF_THE_WORKPLACE,
    OPINION,
    OTHER_WORKPLACE,
    QUARTER,
    YEAR,
    act,
    events,
)


def test_each_act_of_the_year_makes_its_own_entries(scenario: Scenario) -> None:
    for sent in YEAR:
        scenario.when(sent).then(*events(sent))


def test_the_smallest_examples_of_the_description_make_a_year(scenario: Scenario) -> None:
    """What the description shows is sent as it stands, but for its ids, dates and numbers."""
    for sent in YEAR:
        example = required_only(COMMANDS[sent.command])
        named = (example.keys() | {"person"}) & sent.body.keys() - {"slip"}
        known = {name: sent.body[name] for name in named}
        scenario.when(Sent(sent.who, sent.command, example | known)).then(*events(sent))


def test_the_year_can_be_read_afterwards(scenario: Scenario) -> None:
    scenario.given(*YEAR, *OF_THE_WORKPLACE)
    [member] = scenario.asked("clerk", "/api/roster").items
    assert (member["full_name"], member["state"]) == ("Nguyễn Thị Thắm", "PLACED")
    assert member["residence_cell"] == {"id": str(QUARTER), "name": "Chi bộ Tổ dân phố 5"}
    assert (member["link"], member["slip"]) == (str(LINK), "FILED")
    [review] = scenario.asked("cell secretary", "/api/classification-inputs?year=2026").items
    assert review["complete"]
    assert review["evaluation"]["evaluation"] == str(EVALUATION)
    assert review["evaluation"]["remarks"] == "Gương mẫu."
    assert review["attendance"]["attended"] == 1
    assert scenario.asked("clerk", "/api/gaps").items == []


def test_what_nobody_did_in_time_is_a_gap_with_its_clause_and_its_owner(scenario: Scenario) -> None:
    position = scenario.given(ENROL, DECLARE).said["position"]
    address = f"/api/gaps?as_of=2026-04-15&after={position}"
    [gap] = [g for g in scenario.asked("clerk", address).items if g["code"] == "G01"]
    assert (gap["office"], gap["owner"]["name"]) == ("Wo", "Đảng ủy Cơ quan")
    assert gap["member"] == {"id": str(MEMBER), "name": "Nguyễn Thị Thắm"}
    assert (gap["due_on"], gap["days_late"]) == ("2026-03-17", 29)
    assert gap["clause"]
    assert gap["quote"]
    assert gap["rule_set"] == "213-2020"
    assert gap["opened_by"] == f"{MEMBER}/1"


def test_the_past_reads_as_it_was_and_as_it_is_now_known(scenario: Scenario) -> None:
    before = scenario.given(*INTRODUCTION[:2]).said["position"]
    scenario.given(*INTRODUCTION[2:])

    def state(query: str) -> str:
        [member] = scenario.asked("clerk", f"/api/roster?{query}").items
        found: str = member["state"]
        return found

    assert state("as_of=2026-03-07") == "ISSUED"
    assert state("as_of=2026-03-10") == "RECEIVED"
    assert state("as_of=2026-03-11") == "PLACED"
    assert state(f"as_of=2026-03-11&known_at={before}") == "TO_INTRODUCE"


def test_a_wrong_date_is_struck_through_and_the_right_one_stands_beside_it(
    scenario: Scenario,
) -> None:
    slip = scenario.given(*INTRODUCTION).said["events"][0]["event_id"]
    mend = act(
        "clerk",
        "correct-entry",
        "2026-03-25",
        event=slip,
        reason="Ghi nhầm ngày",
        facts={"occurred_on": "2026-03-19"},
    )
    scenario.when(mend).then("entry.corrected")
    scenario.when(mend).repeated("entry.corrected")
    found = scenario.asked("clerk", f"/api/members/{MEMBER}/chronicle").items
    [filed] = [entry for entry in found if entry["event_id"] == slip]
    [correction] = [entry for entry in found if entry["topic"] == "entry.corrected"]
    assert filed["effect_date"] == "2026-03-19"
    assert filed["corrected_by"] == correction["event_id"]


def test_a_correction_that_does_not_fit_its_entry_names_the_field(scenario: Scenario) -> None:
    slip = scenario.given(*INTRODUCTION).said["events"][0]["event_id"]
    wrong = {"nowhere": 1}
    scenario.when(
        act("clerk", "correct-entry", "2026-03-25", event=slip, reason="Nhầm", facts=wrong)
    ).refused(422, "UnknownPath")
    assert [error["field"] for error in scenario.said["errors"]] == ["facts.nowhere"]


def test_what_others_rest_on_is_struck_last(scenario: Scenario) -> None:
    letter = scenario.given(*INTRODUCTION[:3]).said["events"][0]["event_id"]
    slip = scenario.given(*INTRODUCTION[3:]).said["events"][0]["event_id"]
    strike = {"reason": "Nhầm người"}
    scenario.when(act("clerk", "void-entry", "2026-03-25", event=letter, **strike))
    scenario.refused(409, "RestsOnIt", "event")
    scenario.when(act("clerk", "void-entry", "2026-03-25", event=slip, **strike))
    scenario.then("entry.voided")
    [member] = scenario.asked("clerk", "/api/roster").items
    assert member["slip"] == "RETURNED"


def test_a_slip_on_paper_is_transcribed_with_all_that_it_bears(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION[:3])
    on_paper = act(
        "clerk",
        "return-slip",
        "2026-03-12",
        link=LINK,
        received_on="2026-03-10",
        cell=QUARTER,
        signer_as_written="Lê Văn Cường",
    )
    scenario.when(on_paper).refused(409, "TranscribedWithoutPaper", "transcribed")
    paper = {"paper_kind": "phiếu báo", "paper_number": "7-PB", "arrived_on": "2026-03-18"}
    on_paper.body["transcribed"] = paper
    scenario.when(on_paper).then("letter.received", "link.forwarded", "slip.returned")
    scenario.when(FILE_SLIP).then("slip.filed")


def test_an_opinion_on_paper_is_received_in_one_act(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, OPINION[0])
    received = act(
        "cell secretary",
        "receive-evaluation",
        "2026-11-28",
        link=LINK,
        year=2026,
        transcribed={"paper_kind": "bản nhận xét", "arrived_on": "2026-11-28", "paper_number": "1"},
        slip={
            "form": "A",
            "levels": {"example": 2},
            "dated": "2026-11-20",
            "signed": True,
            "confirmed": False,
        },
    )
    scenario.when(received).then(
        "evaluation.drafted", "evaluation.signed", "evaluation.sent", "evaluation.received"
    )
    [review] = scenario.asked("clerk", "/api/classification-inputs?year=2026").items
    assert review["items"]["WITHOUT_DEFECT"]["status"] == "MISSING"
    assert not review["complete"]


def test_a_refusal_names_the_rule_its_ground_and_the_next_step(scenario: Scenario) -> None:
    scenario.given(ENROL).when(ISSUE).refused(409, "ResidenceUnknown", "residence_no")
    assert scenario.said["clause"]
    assert scenario.said["next_step"].startswith("Kê khai")
    elsewhere = Sent(DECLARE.who, DECLARE.command, DECLARE.body | {"body": str(OTHER_WORKPLACE)})
    scenario.when(elsewhere).refused(409, "AddresseeNotReceiver", "body")
    assert scenario.said["facts"] == {"body": str(OTHER_WORKPLACE)}
