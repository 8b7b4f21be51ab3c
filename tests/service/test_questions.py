"""What can be asked, for which day, as known when, page by page; and what is no question."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from service.app import service_of
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    INTRODUCTION,
    ISSUE,
    LINK,
    MEMBER,
    OFFICERS,
    WORKPLACE,
    YEAR,
    person,
)


def enrolled(count: int) -> list[Sent]:
    """The same enrolment and residence of so many others."""
    people = [str(person(f"member {number}")) for number in range(count)]
    return [
        sent
        for one in people
        for sent in (
            ENROL._replace(body=ENROL.body | {"person": one, "full_name": f"Đảng viên {one[:4]}"}),
            DECLARE._replace(body=DECLARE.body | {"member": one}),
        )
    ]


def pages(scenario: Scenario, address: str) -> list[list[dict[str, Any]]]:
    found = []
    following: str | None = address
    while following:
        found.append(scenario.asked("clerk", following).items)
        following = scenario.said["next"]
    return found


@pytest.mark.parametrize("question", ["roster", "obligations", "history", "gaps"])
def test_pages_give_every_row_once_and_in_order(scenario: Scenario, question: str) -> None:
    scenario.given(*enrolled(7))
    [whole] = pages(scenario, f"/api/{question}?as_of=2026-06-01&limit=1000")
    assert len(whole) >= 7
    by_three = pages(scenario, f"/api/{question}?as_of=2026-06-01&limit=3")
    assert [len(page) for page in by_three[:-1]] == [3] * (len(by_three) - 1)
    assert [row for page in by_three for row in page] == whole


def test_a_chronicle_has_pages(scenario: Scenario) -> None:
    scenario.given(*YEAR)
    [whole] = pages(scenario, f"/api/members/{MEMBER}/chronicle?limit=1000")
    by_four = pages(scenario, f"/api/members/{MEMBER}/chronicle?limit=4")
    assert [row["event_id"] for page in by_four for row in page] == [r["event_id"] for r in whole]
    assert [row["effect_date"] for row in whole] == sorted(row["effect_date"] for row in whole)


def test_bodies_have_pages(scenario: Scenario) -> None:
    [whole] = pages(scenario, "/api/organizations?limit=1000")
    by_two = pages(scenario, "/api/organizations?limit=2")
    assert [body for page in by_two for body in page] == whole
    assert len(whole) == 7


def test_gaps_are_narrowed_by_code(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION)
    every = scenario.asked("clerk", "/api/gaps?as_of=2026-09-01").items
    assert {gap["code"] for gap in every} > {"G09"}
    only = scenario.asked("clerk", "/api/gaps?as_of=2026-09-01&code=G09").items
    assert only == [gap for gap in every if gap["code"] == "G09"]
    scenario.asked("clerk", "/api/gaps?code=G99").refused(422, "InvalidBody")


def test_history_is_narrowed_by_stream_topic_command_and_days(scenario: Scenario) -> None:
    command = scenario.given(*YEAR).said["command_id"]

    def topics(query: str) -> list[str]:
        return [row["topic"] for row in scenario.asked("clerk", f"/api/history?{query}").items]

    assert topics(f"stream={MEMBER}") == ["member.enrolled", "member.residence_declared"]
    assert topics("topic=letter.issued,slip.filed") == ["letter.issued", "slip.filed"]
    assert topics("topic=slip.,letter.issued") == ["letter.issued", "slip.filed"]
    assert topics(f"command={command}") == ["evaluation.filed"]
    assert topics("from=2026-03-02&to=2026-03-06") == [
        "member.residence_declared",
        "letter.issued",
        "paper.number_taken",
    ]
    assert len(topics("as_of=2026-03-01")) == 1


def test_history_is_narrowed_by_member_letter_officer_and_dates(scenario: Scenario) -> None:
    scenario.given(*YEAR)
    whole = scenario.asked("clerk", "/api/history?limit=1000").items
    assert len(whole) == 6

    def topics(who: str, **asked: object) -> list[str]:
        rows = scenario.asked(who, f"/api/history?{urlencode(asked)}").items
        return [row["topic"] for row in rows]

    of_letter = ["letter.issued", "slip.filed"]
    assert topics("clerk", stream=LINK, attempt=1) == of_letter
    assert topics("clerk", stream=LINK, attempt=2) == []
    assert topics("clerk", letter="15-GGT/ĐU") == [
        "letter.issued",
        "paper.number_taken",
        "slip.filed",
    ]
    assert topics("ward clerk", letter=" 15-GGT/ĐU ") == ["letter.received", "slip.returned"]
    assert topics("clerk", letter="16-GGT/ĐU") == []
    of_member = [row["topic"] for row in whole if row["topic"] != "paper.number_taken"]
    assert topics("clerk", member=MEMBER) == of_member
    assert topics("ward clerk", member=person("nobody")) == []
    assert topics("clerk", officer=person("clerk")) == [row["topic"] for row in whole]
    assert topics("clerk", officer=person("secretary")) == []
    assert topics("clerk", occurred_from="2026-03-06", occurred_until="2026-03-20") == [
        "letter.issued",
        "paper.number_taken",
        "slip.filed",
    ]


def test_history_is_narrowed_by_when_it_was_entered(scenario: Scenario, clock: Any) -> None:
    clock.write_text("2027-01-16T00:00:00+07:00")
    scenario.given(ENROL)
    clock.write_text("2027-01-16T23:59:59.999999+07:00")
    scenario.given(DECLARE)
    clock.write_text("2027-01-17T00:00:00+07:00")
    scenario.given(ISSUE)

    def topics(**asked: object) -> list[str]:
        rows = scenario.asked("clerk", f"/api/history?{urlencode(asked)}").items
        return [row["topic"] for row in rows]

    of_the_day = ["member.enrolled", "member.residence_declared"]
    assert topics(recorded_from="2027-01-16", recorded_until="2027-01-16") == of_the_day
    assert topics(recorded_until="2027-01-15") == []
    assert topics(recorded_from="2027-01-17") == ["letter.issued", "paper.number_taken"]
    assert topics(recorded_until="2027-01-15T17:00:00Z") == ["member.enrolled"]
    assert topics(recorded_from="2027-01-15T17:00:00.000001Z", topic="member.") == of_the_day[1:]
    scenario.asked("clerk", "/api/history?recorded_from=2027-01-15T17:00:00")
    scenario.refused(422, "InvalidBody")


def test_known_at_is_a_position_or_an_instant(scenario: Scenario, clock: Any) -> None:
    clock.write_text("2027-01-16T09:00:00+07:00")
    first = scenario.given(ENROL).said["position"]
    clock.write_text("2027-01-17T09:00:00+07:00")
    scenario.given(DECLARE)

    def known(value: object) -> list[Any]:
        query = urlencode({"known_at": value, "as_of": "2026-12-31"})
        return [r["residence"] for r in scenario.asked("clerk", f"/api/roster?{query}").items]

    assert known(first) == [None]
    assert known("2027-01-16T20:00:00Z") == [None]
    assert known(first - 1) == known("2027-01-16T08:59:59+07:00") == []
    assert known("2027-01-17T09:00:00+07:00") == known(first + 1) != [None]


def test_after_waits_until_what_was_entered_can_be_seen(scenario: Scenario) -> None:
    position = scenario.given(ENROL).said["position"]
    assert len(scenario.asked("clerk", f"/api/roster?after={position}").items) == 1
    for beyond in (position + 1, 99_999_999):
        for name in ("after", "known_at"):
            scenario.asked("clerk", f"/api/roster?{name}={beyond}").refused(422, "InvalidBody")
            assert [error["field"] for error in scenario.said["errors"]] == [name]


def test_what_is_known_at_a_position_is_waited_for(scenario: Scenario) -> None:
    position = scenario.given(ENROL).said["position"]
    assert scenario.asked("clerk", f"/api/roster?known_at={position}").said["known_at"] == position


def test_who_one_is(scenario: Scenario) -> None:
    said = scenario.asked("clerk", "/api/whoami").said
    assert said == {
        "officer": str(OFFICERS["clerk"].person),
        "organization": str(WORKPLACE),
        "organization_name": "Đảng ủy Cơ quan",
        "offices": ["clerk"],
        "today": "2027-01-15",
    }
    assert scenario.asked("administrator", "/api/whoami").said["offices"] == ["administrator"]


def test_health_is_told_to_everybody(scenario: Scenario) -> None:
    position = scenario.given(ENROL).said["position"]
    scenario.asked("clerk", f"/api/roster?after={position}")
    said = scenario.client.get("/api/health").get_json()
    assert said == {"position": position, "visible": position, "failure": None}


def test_what_is_read_can_be_built_anew(scenario: Scenario) -> None:
    position = scenario.given(*YEAR).said["position"]
    scenario.asked("clerk", f"/api/roster?after={position}")
    rebuilt = service_of(scenario.app).rebuild()
    assert (rebuilt.equal, rebuilt.events) == (True, position)


def _cursor(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "query",
    [
        "as_of=2026-02-30",
        "as_of=20260301",
        "as_of=2026-W10-5",
        "as_of=0001-01-01",
        "as_of=9999-12-31",
        "as_of=2150-01-01",
        "as_of=",
        "known_at=-1",
        "known_at=2026-01-32",
        "known_at=2026-01-01T00:00:00",
        "known_at=9999999999999999999999",
        "known_at=x",
        "organization=x",
        "limit=0",
        "limit=1001",
        "limit=-1",
        "limit=1.0",
        f"limit={'9' * 5_000}",
        "limit=%D9%A3",
        "after=-1",
        "after=x",
        "state=NOWHERE",
        "side=BOTH",
        "nonsense=1",
        "cursor=x",
        "cursor=%00",
        f"cursor={_cursor('{}')}",
        f"cursor={_cursor('[]')}",
        f"cursor={_cursor('[1]')}",
        f"cursor={_cursor('[null]')}",
        f"cursor={_cursor('[' * 10_000)}",
        f"cursor={quote('[1]')}",
        "cursor=%C4%91",
    ],
)
def test_what_is_no_question_is_refused_by_its_parameter(at_rest: Scenario, query: str) -> None:
    at_rest.asked("clerk", f"/api/roster?{query}").refused(422, "InvalidBody")
    [error] = at_rest.said["errors"]
    assert error["field"] == query.partition("=")[0]
    assert error["vi"]
    assert error["en"]


@pytest.mark.parametrize(
    "query",
    [
        f"gaps?cursor={_cursor('[739000,7]')}",
        "gaps?cursor=" + _cursor('["2026-01-01","\\u0000"]'),
        "gaps?cursor=" + _cursor('["2026-02-30","x"]'),
        f"history?cursor={_cursor('[-1]')}",
        f"history?cursor={_cursor('[' + '9' * 30 + ']')}",
        "history?topic=letter.issued%00",
        "history?topic=x",
        "history?topic=letter",
        "history?topic=.",
        "history?letter=",
        "history?letter=%E2%80%8B",
        "history?attempt=0",
        "history?member=x",
        "history?officer=x",
        "history?occurred_from=x",
        "history?recorded_until=x",
        "history?stream=x",
        "history?command=1",
        "history?from=2026",
        "classification-inputs",
        "classification-inputs?year=0",
        "classification-inputs?year=20260",
        "whoami?as_of=2026-01-01",
    ],
)
def test_every_question_minds_its_own_parameters(at_rest: Scenario, query: str) -> None:
    at_rest.asked("clerk", f"/api/{query}").refused(422, "InvalidBody")


def test_a_member_that_is_no_id_is_nobody(at_rest: Scenario) -> None:
    at_rest.asked("clerk", "/api/members/x/chronicle").refused(404, "NotAnId")
    at_rest.asked("clerk", f"/api/members/{person('nobody')}/chronicle")
    at_rest.refused(404, "NotVisible", "member")


def test_a_parameter_is_given_once_and_an_id_in_one_form(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL)
    in_a_file.asked("clerk", "/api/roster?as_of=2026-03-06&as_of=2026-03-07")
    in_a_file.refused(422, "InvalidBody")
    assert [error["field"] for error in in_a_file.said["errors"]] == ["as_of"]
    in_a_file.asked("clerk", f"/api/members/{MEMBER.hex}/chronicle").refused(404, "NotAnId")
    in_a_file.asked("clerk", "/api//roster").refused(404, "NotFound")
