"""What comes of an opinion, over HTTP: talked over, told, answered by the member, resolved."""

from __future__ import annotations

from typing import Any

from domain.evaluation import Purpose, evaluation_id
from domain.introduction.events import ATTENDANCE
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    ANSWER_REPORT,
    EVALUATION,
    INTRODUCTION,
    LINK,
    MEMBER,
    OPINION,
    PLACING,
    REPORT,
    SEND_REPORT,
    act,
    person,
)

ASK, AGREE, DRAFT, *REST = OPINION
SLIP = DRAFT.body["slip"]
WEAK = DRAFT._replace(
    body=DRAFT.body
    | {"slip": SLIP | {"levels": SLIP["levels"] | {"contact": 1}, "proposal": "COMMEND"}}
)
ARRIVED = [*INTRODUCTION, *PLACING, ASK, AGREE, WEAK, *REST]
PAPER = {"paper_kind": "biên bản", "paper_number": "3-BB", "arrived_on": "2026-12-20"}
STATEMENT = "Tôi xin rút kinh nghiệm"
STATE = act(
    "cell secretary",
    "record-statement",
    "2026-12-12",
    evaluation=EVALUATION,
    statement=STATEMENT,
)
DISCLOSE = act("cell secretary", "disclose-opinion", "2026-12-11", evaluation=EVALUATION)
RESOLVE = act(
    "secretary",
    "resolve-proposal",
    "2026-12-14",
    evaluation=EVALUATION,
    outcome="COMMENDED",
    reference="Quyết định 40-QĐ/ĐU",
)


def feedback(who: str, on: object = EVALUATION, **more: Any) -> Sent:
    return act(
        who, "give-feedback", "2026-12-13", link=LINK, on=str(on), note="Nên chủ động", **more
    )


def inputs(scenario: Scenario) -> dict[str, Any]:
    [row] = scenario.asked("clerk", "/api/classification-inputs?year=2026").items
    return row


def missing(scenario: Scenario) -> dict[str, str]:
    items = inputs(scenario)["items"]
    return {name: item["code"] for name, item in items.items() if item["status"] == "MISSING"}


def gaps(scenario: Scenario, who: str) -> list[str]:
    found = scenario.asked(who, "/api/obligations?as_of=2026-12-10&code=G25,G26,G28").items
    return sorted(row["code"] for row in found)


def test_what_follows_is_owed_until_it_is_done_and_stands_among_the_yearly_inputs(
    scenario: Scenario,
) -> None:
    scenario.given(*ARRIVED)
    assert gaps(scenario, "clerk") == gaps(scenario, "ward clerk") == ["G25", "G28"]
    assert missing(scenario) == {"FEEDBACK": "G25", "PROPOSALS_RESOLVED": "G28"}
    scenario.when(feedback("cell secretary")).then("link.feedback_given")
    scenario.when(DISCLOSE).then("evaluation.disclosed")
    scenario.when(STATE).then("evaluation.statement_recorded")
    scenario.when(RESOLVE).then("evaluation.proposal_resolved")
    assert missing(scenario) == {}
    opinion = inputs(scenario)["evaluation"]
    assert (opinion["remarks"], opinion["statement"]) == ("Gương mẫu.", STATEMENT)
    assert (opinion["weak"], opinion["feedback_on"]) == (["contact"], "2026-12-13")
    assert (opinion["disclosed_on"], opinion["statement_on"]) == ("2026-12-11", "2026-12-12")
    assert (opinion["outcome"], opinion["resolved_on"]) == ("COMMENDED", "2026-12-14")


def test_feedback_of_either_side_settles_it_and_each_copies_the_others(scenario: Scenario) -> None:
    scenario.given(*ARRIVED)
    scenario.when(feedback("clerk", transcribed=PAPER)).then("link.feedback_given")
    found = scenario.asked("clerk", f"/api/members/{MEMBER}/chronicle?limit=1000").items
    [given] = [item["facts"] for item in found if item["topic"] == "link.feedback_given"]
    assert (given["on"], given["by_side"]) == (str(EVALUATION), "RESIDENCE")
    assert gaps(scenario, "clerk") == ["G25", "G28"]
    assert "FEEDBACK" not in missing(scenario)
    for who, side in (("quarter secretary", "RESIDENCE"), ("ward secretary", "RESIDENCE")):
        scenario.when(feedback(who, on=ATTENDANCE))
        assert scenario.answer.status_code in (200, 201), side
    scenario.when(feedback("ward clerk", transcribed=PAPER)).then("link.feedback_given")


def test_an_id_is_known_in_either_form(scenario: Scenario) -> None:
    scenario.given(*ARRIVED).when(feedback("cell secretary", on=str(EVALUATION).upper()))
    scenario.then("link.feedback_given")
    assert "FEEDBACK" not in missing(scenario)


def test_feedback_is_on_something_that_is_there(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, *PLACING)
    for nothing in (EVALUATION, person("x"), MEMBER, LINK, "attendance", REPORT):
        scenario.when(feedback("cell secretary", on=nothing)).refused(409, "NotReceived", "on")
    scenario.given(SEND_REPORT).when(feedback("cell secretary", on=REPORT))
    scenario.then("link.feedback_given")


def test_what_others_rest_on_is_struck_last(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, *PLACING, SEND_REPORT, feedback("cell secretary", on=REPORT))
    void = act(
        "quarter secretary",
        "void-entry",
        "2026-12-20",
        event=f"{REPORT}/1",
        reason="Nhầm người",
    )
    scenario.when(void).refused(409, "RestsOnIt", "event")
    talk = scenario.asked("clerk", f"/api/members/{MEMBER}/chronicle?limit=1000").items
    [event] = [item["event_id"] for item in talk if item["topic"] == "link.feedback_given"]
    scenario.given(void._replace(who="cell secretary", body=void.body | {"event": event}))
    scenario.when(void).then("entry.voided")


def test_nothing_is_resolved_that_was_not_proposed(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, *PLACING, *OPINION).when(RESOLVE)
    scenario.refused(409, "NothingProposed", "evaluation")
    assert scenario.said["clause"].startswith("Bài viết về Quy định 76, câu 38")


def test_nothing_comes_of_a_slip_that_never_came(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, *PLACING, ASK)
    for sent in (DISCLOSE, STATE, RESOLVE):
        scenario.when(sent).refused(409, "NotReceived", "evaluation")


def test_the_workplace_alone_tells_the_member_and_resolves(scenario: Scenario) -> None:
    scenario.given(*ARRIVED)
    for sent in (DISCLOSE, STATE, RESOLVE):
        for who in ("ward clerk", "quarter secretary"):
            scenario.when(sent._replace(who=who)).refused(403, "OutsideYourSide")
        scenario.when(sent._replace(who="other clerk")).refused(404, "NotVisible")
    scenario.when(RESOLVE._replace(who="clerk")).refused(403, "OutsideYourSide")


def test_the_residence_sees_neither_the_statement_nor_what_became_of_its_proposal(
    scenario: Scenario,
) -> None:
    """Nor where an entry of them is corrected or struck."""
    scenario.given(*ARRIVED, DISCLOSE, STATE, RESOLVE).when(STATE)
    [stated] = [event["event_id"] for event in scenario.said["events"]]
    mend = act(
        "cell secretary",
        "correct-entry",
        "2026-12-15",
        event=stated,
        reason="Ghi thiếu",
        facts={"statement": f"{STATEMENT}, đề nghị xem lại"},
    )
    scenario.given(mend)
    for who in ("ward clerk", "quarter secretary"):
        found = scenario.asked(who, f"/api/members/{MEMBER}/chronicle?limit=1000").items
        assert "evaluation.received" in {item["topic"] for item in found}
        assert STATEMENT not in scenario.answer.text
        for inner in ("disclosed", "statement_recorded", "proposal_resolved", "entry.corrected"):
            assert inner not in scenario.answer.text
    scenario.asked("clerk", f"/api/members/{MEMBER}/chronicle?limit=1000")
    assert f"{STATEMENT}, đề nghị xem lại" in scenario.answer.text
    assert inputs(scenario)["evaluation"]["statement"] == f"{STATEMENT}, đề nghị xem lại"


def test_an_opinion_for_an_appointment_is_told_to_the_member(scenario: Scenario) -> None:
    about = {"purpose": "APPOINTMENT", "number": "61-CV/ĐU"}
    evaluation = evaluation_id(LINK, Purpose.APPOINTMENT, 2026, "61-CV/ĐU")
    named = {"evaluation": str(evaluation)}
    sent = [
        each._replace(body=each.body | (named if "evaluation" in each.body else about))
        for each in (ASK, DRAFT, *REST)
    ]
    scenario.given(*INTRODUCTION, *PLACING, AGREE, *sent)
    [owed] = scenario.asked("secretary", "/api/gaps?code=G26&as_of=2026-12-08").items
    assert (owed["office"], owed["due_on"]) == ("Ws", "2026-12-07")
    assert scenario.asked("ward clerk", "/api/gaps?code=G26&as_of=2026-12-08").items == []
    assert missing(scenario)["STATEMENT"] == "G26"
    scenario.given(DISCLOSE._replace(body=DISCLOSE.body | named))
    assert "STATEMENT" not in missing(scenario)


def test_reports_of_the_year_stand_among_the_yearly_inputs(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, *PLACING, SEND_REPORT)
    assert missing(scenario)["REPORTS_ANSWERED"] == "G27"
    scenario.given(ANSWER_REPORT)
    [report] = inputs(scenario)["reports"]
    assert (report["report"], report["state"], report["outcome"]) == (
        str(REPORT),
        "ANSWERED",
        "PARTLY",
    )
    assert inputs(scenario)["items"]["REPORTS_ANSWERED"]["status"] == "PRESENT"


def test_the_list_of_work_says_with_what_each_proposal_is_resolved(scenario: Scenario) -> None:
    praise = {"kind": "COMMENDING", "subject": "CONTRIBUTION", "number": "13-BD/CB"}
    scenario.given(*ARRIVED, SEND_REPORT._replace(body=SEND_REPORT.body | praise))
    lines = scenario.asked("clerk", "/api/worklist?as_of=2026-12-10&within=90").items
    proposals = [(line["about"], line["settle_with"]) for line in lines if line["code"] == "G28"]
    assert sorted(settle_with for _, settle_with in proposals) == [
        ["answer-report"],
        ["resolve-proposal"],
    ]
    assert (f"evaluation/{EVALUATION}", ["resolve-proposal"]) in proposals
