"""What the residence reports and the workplace answers, over HTTP: entered, copied, seen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    ANSWER_REPORT,
    INTRODUCTION,
    LINK,
    MEETING,
    MEETING_HELD,
    MEMBER,
    OFFICE_CELL,
    PLACING,
    QUARTER,
    REPORT,
    SEND_REPORT,
    WARD,
    WORKPLACE,
    act,
    person,
)

PAPER = {"paper_kind": "công văn", "paper_number": "8-CV", "arrived_on": "2026-09-01"}
CONVENE, _, HOLD, _ = MEETING_HELD
STAYED_AWAY = HOLD._replace(
    body=HOLD.body | {"attendance": [{"link": str(LINK), "status": "UNEXCUSED"}]}
)
REPORT_ABSENCE = act(
    "quarter secretary",
    "report-absence",
    "2026-07-01",
    link=LINK,
    meetings=[MEETING],
    number="9-TB/CB",
    note="Vắng không báo",
)
BY_BOTH = [*INTRODUCTION, *PLACING]


def copied(sent: Sent, who: str) -> Sent:
    """The same paper as the other side copies it."""
    return sent._replace(who=who, body=sent.body | {"transcribed": PAPER})


def answer_absence(report: str, who: str = "cell secretary") -> Sent:
    facts = {"link": LINK, "report": report, "outcome": "WILL_ATTEND", "note": "Đã trao đổi"}
    return act(who, "answer-absence", "2026-07-08", **facts)


def reports(scenario: Scenario, who: str, **asked: str) -> list[dict[str, Any]]:
    address = "/api/reports?" + "&".join(f"{name}={value}" for name, value in asked.items())
    return scenario.asked(who, address).items


def test_a_report_goes_to_the_workplace_and_its_answer_comes_back(scenario: Scenario) -> None:
    scenario.given(*BY_BOTH).when(SEND_REPORT).then("report.sent")
    scenario.when(SEND_REPORT._replace(key="again")).repeated("report.sent")
    [waiting] = reports(scenario, "clerk")
    assert (waiting["report"], waiting["state"]) == (str(REPORT), "OPEN")
    assert (waiting["kind"], waiting["subject"]) == ("ADVERSE", "CIVIC_DUTY")
    assert waiting["text"] == "Chưa tham gia tổng vệ sinh"
    assert waiting["member"] == {"id": str(MEMBER), "name": "Nguyễn Thị Thắm"}
    [owed] = scenario.asked("secretary", "/api/gaps?code=G27&as_of=2026-09-03").items
    assert (owed["office"], owed["owner"]["id"], owed["due_on"]) == (
        "Ws",
        str(WORKPLACE),
        "2026-09-02",
    )
    scenario.when(ANSWER_REPORT).then("report.answered")
    [answered] = reports(scenario, "ward clerk")
    assert (answered["state"], answered["outcome"]) == ("ANSWERED", "PARTLY")
    assert (answered["answer"], answered["answered_on"]) == ("Đã góp ý trực tiếp", "2026-08-20")
    assert scenario.asked("secretary", "/api/gaps?code=G27&as_of=2026-09-03").items == []


def test_each_side_copies_the_paper_of_the_other(scenario: Scenario) -> None:
    scenario.given(*BY_BOTH)
    scenario.when(copied(SEND_REPORT, "clerk")).then("report.sent")
    [row] = reports(scenario, "clerk")
    assert (row["sent_on"], row["arrived_on"]) == ("2026-08-03", "2026-09-01")
    scenario.when(copied(ANSWER_REPORT, "ward clerk")).then("report.answered")
    assert [r["state"] for r in reports(scenario, "secretary")] == ["ANSWERED"]
    for wrong in (
        SEND_REPORT._replace(who="clerk"),
        ANSWER_REPORT._replace(who="ward clerk"),
    ):
        scenario.when(wrong).refused(409, "TranscribedWithoutPaper", "transcribed")
    for wrong in (copied(SEND_REPORT, "ward clerk"), copied(ANSWER_REPORT, "secretary")):
        scenario.when(wrong).refused(403, "OutsideYourSide")


def test_a_report_is_answered_once(scenario: Scenario) -> None:
    scenario.given(*BY_BOTH, SEND_REPORT, ANSWER_REPORT)
    other = {"outcome": "NOT_SUBSTANTIATED"}
    scenario.when(ANSWER_REPORT._replace(body=ANSWER_REPORT.body | other))
    scenario.refused(409, "OtherFactsOnRecord", "outcome")
    later = ANSWER_REPORT.body | {"occurred_on": "2026-08-25"}
    scenario.when(ANSWER_REPORT._replace(body=later)).refused(409, "AlreadyAnswered", "report")
    assert scenario.said["clause"].startswith("Nguyên tắc ghi sổ")


@pytest.mark.parametrize(
    ("sent", "rule", "field"),
    [
        (SEND_REPORT._replace(body=SEND_REPORT.body | {"link": str(MEMBER)}), "NotVisible", None),
        (
            SEND_REPORT._replace(body=SEND_REPORT.body | {"link": str(person("x"))}),
            "NoSuchLink",
            "link",
        ),
        (
            SEND_REPORT._replace(
                who="ward secretary", body=SEND_REPORT.body | {"occurred_on": "2026-03-09"}
            ),
            "NoOpenLink",
            "link",
        ),
        (ANSWER_REPORT, "NotVisible", "report"),
        (answer_absence(f"{LINK}/99"), "NoSuchReport", "report"),
    ],
)
def test_what_is_reported_or_answered_is_on_record(
    scenario: Scenario, sent: Sent, rule: str, field: str | None
) -> None:
    scenario.given(*BY_BOTH).when(sent)
    scenario.refused(404 if rule == "NotVisible" else 409, rule, field)


def test_a_report_without_a_number_is_one_a_day_and_subject(scenario: Scenario) -> None:
    plain = {k: v for k, v in SEND_REPORT.body.items() if k != "number"}
    scenario.given(*BY_BOTH, SEND_REPORT._replace(body=plain))
    scenario.when(SEND_REPORT._replace(body=plain | {"text": "Việc khác"}))
    scenario.refused(409, "OtherFactsOnRecord", "text")
    scenario.given(SEND_REPORT._replace(body=plain | {"subject": "CONDUCT"}))
    assert len(reports(scenario, "clerk")) == 2


def test_a_notice_of_absence_is_answered_by_the_members_cell(scenario: Scenario) -> None:
    scenario.given(*BY_BOTH, CONVENE, STAYED_AWAY).when(REPORT_ABSENCE).then("absence.reported")
    notice = scenario.said["events"][0]["event_id"]
    [row] = reports(scenario, "cell secretary")
    assert (row["kind"], row["report"], row["state"]) == ("ABSENCE", notice, "OPEN")
    assert (row["meetings"], row["text"]) == ([str(MEETING)], "Vắng không báo")
    [owed] = scenario.asked("cell secretary", "/api/gaps?code=G14&as_of=2026-07-17").items
    assert (owed["owner"]["id"], owed["due_on"]) == (str(OFFICE_CELL), "2026-07-16")
    scenario.when(answer_absence(notice)).then("absence.answered")
    [row] = reports(scenario, "quarter secretary")
    assert (row["outcome"], row["answer"]) == ("WILL_ATTEND", "Đã trao đổi")
    other = answer_absence(notice)
    scenario.when(other._replace(body=other.body | {"outcome": "EXPLAINED"}))
    scenario.refused(409, "OtherFactsOnRecord", "outcome")


def test_the_ward_copies_the_answer_to_its_notice(scenario: Scenario) -> None:
    scenario.given(*BY_BOTH, CONVENE, STAYED_AWAY).when(copied(REPORT_ABSENCE, "clerk"))
    notice = scenario.said["events"][0]["event_id"]
    scenario.when(copied(answer_absence(notice), "ward clerk")).then("absence.answered")
    assert [row["state"] for row in reports(scenario, "clerk")] == ["ANSWERED"]


def test_reports_are_filtered_and_come_page_by_page(scenario: Scenario) -> None:
    praise = {"kind": "COMMENDING", "number": "13-BD/CB", "subject": "CONTRIBUTION"}
    scenario.given(*BY_BOTH, CONVENE, STAYED_AWAY, REPORT_ABSENCE, SEND_REPORT, ANSWER_REPORT)
    scenario.given(SEND_REPORT._replace(body=SEND_REPORT.body | praise))

    def kinds(**asked: str) -> list[str]:
        return [row["kind"] for row in reports(scenario, "clerk", **asked)]

    assert (kinds()[0], sorted(kinds())) == ("ABSENCE", ["ABSENCE", "ADVERSE", "COMMENDING"])
    assert sorted(kinds(state="OPEN")) == ["ABSENCE", "COMMENDING"]
    assert kinds(state="ANSWERED") == ["ADVERSE"]
    assert kinds(kind="ABSENCE,COMMENDING") == ["ABSENCE", "COMMENDING"]
    assert len(kinds(member=str(MEMBER))) == 3
    assert kinds(member=str(person("nobody"))) == []
    assert kinds(as_of="2026-07-31") == ["ABSENCE"]
    pages = [reports(scenario, "clerk", limit="2")]
    pages.append(scenario.asked("clerk", scenario.said["next"]).items)
    assert [len(page) for page in pages] == [2, 1]
    assert scenario.said["next"] is None
    scenario.asked("clerk", "/api/reports?state=LOST").refused(422, "InvalidBody")


def test_only_those_between_whom_it_went_see_a_report(scenario: Scenario) -> None:
    scenario.given(*BY_BOTH, SEND_REPORT, ANSWER_REPORT)
    for who in ("clerk", "secretary", "cell secretary", "ward clerk", "quarter secretary"):
        assert [row["report"] for row in reports(scenario, who)] == [str(REPORT)]
    for who in ("other clerk", "other ward clerk", "group leader"):
        assert reports(scenario, who) == []
    scenario.when(ANSWER_REPORT._replace(who="other clerk")).refused(404, "NotVisible")
    assert [row["cell"]["id"] for row in reports(scenario, "ward clerk")] == [str(QUARTER)]
    assert [row["residence"]["id"] for row in reports(scenario, "clerk")] == [str(WARD)]


def test_the_chronicle_tells_both_sides(scenario: Scenario) -> None:
    scenario.given(*BY_BOTH, SEND_REPORT, ANSWER_REPORT)
    for who in ("clerk", "ward clerk"):
        found = scenario.asked(who, f"/api/members/{MEMBER}/chronicle?limit=1000").items
        facts = {item["topic"]: item["facts"] for item in found}
        assert facts["report.sent"]["text"] == "Chưa tham gia tổng vệ sinh"
        assert facts["report.answered"]["text"] == "Đã góp ý trực tiếp"


def test_a_report_made_before_a_transfer_is_answered_by_the_workplace_of_then(
    scenario: Scenario,
) -> None:
    scenario.given(*BY_BOTH, SEND_REPORT)
    gone = {"reason": "TRANSFERRED_OUT", "on": "2026-08-10"}
    scenario.given(act("clerk", "depart-member", "2026-08-10", member=MEMBER, **gone))
    scenario.when(ANSWER_REPORT).then("report.answered")
    assert [row["state"] for row in reports(scenario, "clerk")] == ["ANSWERED"]
    scenario.when(
        SEND_REPORT._replace(body=SEND_REPORT.body | {"occurred_on": "2026-08-11", "number": "1"})
    )
    scenario.refused(409, "MemberHasDeparted", "occurred_on")


def test_many_are_sent_at_once(scenario: Scenario) -> None:
    scenario.given(*BY_BOTH)
    items = [
        {
            "command": "send-report",
            "key": f"report {number}",
            "body": SEND_REPORT.body | {"number": f"{number}-PA/CB"},
        }
        for number in range(3)
    ]
    headers = scenario.headers("quarter secretary")
    scenario.answer = scenario.client.post("/api/commands", json=items, headers=headers)
    assert [one["status"] for one in scenario.said] == [201] * 3
    assert len(reports(scenario, "clerk")) == 3
