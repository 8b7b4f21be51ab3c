"""Every failure is a problem document that says what to do next, and never how it happened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from service.app import create_app, service_of
from service.settings import Settings
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    INTRODUCTION,
    ISSUE,
    LINK,
    MEETING_HELD,
    MEMBER,
    OFFICERS,
    TODAY,
    person,
)

COMMAND = "/api/commands/enroll-member"


def post(scenario: Scenario, content: bytes | str, **options: Any) -> TestResponse:
    headers = {"Idempotency-Key": "k", **scenario.headers("clerk"), **options.pop("headers", {})}
    sent = {"data": content, "content_type": "application/json", **options}
    scenario.answer = scenario.client.post(COMMAND, headers=headers, **sent)
    return scenario.answer


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic abc", "Bearer lienhe_nobody"])
def test_nobody_gets_in_without_a_token(at_rest: Scenario, header: str) -> None:
    for address in (COMMAND, "/api/commands", "/api/commands/no-such-command"):
        answer = at_rest.client.post(address, json={}, headers={"Authorization": header})
        at_rest.answer = answer
        at_rest.refused(401, "UnknownToken")
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    for address in ("roster", "gaps", "whoami", "organizations"):
        answer = at_rest.client.get(f"/api/{address}", headers={"Authorization": header})
        assert answer.status_code == 401


def test_a_revoked_token_opens_nothing(in_a_file: Scenario) -> None:
    service = service_of(in_a_file.app)
    token = service.tokens.issue(OFFICERS["clerk"], service.settings.now())
    headers = {"Authorization": f"Bearer {token}"}
    assert in_a_file.client.get("/api/whoami", headers=headers).status_code == 200
    service.tokens.revoke(token, service.settings.now())
    assert in_a_file.client.get("/api/whoami", headers=headers).status_code == 401


def test_tokens_are_stored_as_digests_only(in_a_file: Scenario) -> None:
    service = service_of(in_a_file.app)
    token = service.tokens.issue(OFFICERS["clerk"], service.settings.now())
    stored = b"".join(file.read_bytes() for file in service.settings.data.iterdir())
    assert token.removeprefix("lienhe_").encode() not in stored


def test_what_there_is_not(at_rest: Scenario) -> None:
    headers = {"Idempotency-Key": "k", **at_rest.headers("clerk")}
    at_rest.answer = at_rest.client.post("/api/commands/no-such", json={}, headers=headers)
    at_rest.refused(404, "UnknownCommand")
    at_rest.asked("clerk", "/api/nowhere").refused(404, "NotFound")
    at_rest.asked("clerk", COMMAND).refused(405, "MethodNotAllowed")
    assert "POST" in at_rest.answer.headers["Allow"]


@pytest.mark.parametrize("kind", ["text/plain", "", "application/xml", "multipart/form-data"])
def test_only_json_is_taken(at_rest: Scenario, kind: str) -> None:
    post(at_rest, b"{}", content_type=kind)
    at_rest.refused(415, "UnsupportedContent")


def test_json_is_utf_8(at_rest: Scenario) -> None:
    post(at_rest, b"{}", content_type="application/json; charset=latin-1")
    at_rest.refused(415, "UnsupportedContent")
    post(at_rest, b"{}", content_type="application/json; charset=UTF-8")
    at_rest.refused(422, "InvalidBody")
    post(at_rest, '{"full_name": "Thắm"}'.encode("utf-16"))
    at_rest.refused(400, "MalformedJson")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "{'a': 1}",
        '{"a": 1} x',
        '{"a": 1, "a": 2}',
        '{"a": {"b": 1, "b": 1}}',
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"\\ud800": 1}',
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"a": ' + "9" * 5_000 + "}",
    ],
)
def test_what_is_no_json_is_refused_and_nothing_breaks(at_rest: Scenario, content: str) -> None:
    post(at_rest, content)
    at_rest.refused(400, "MalformedJson")


def test_a_body_has_its_measure(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text(TODAY)
    app = create_app(Settings(tmp_path / "data", clock_file=tmp_path / "clock", longest_body=1_000))
    scenario = Scenario(app, OFFICERS)
    post(scenario, b" " * 1_001)
    scenario.refused(413, "RequestEntityTooLarge")
    post(scenario, b" " * 998 + b"{}")
    scenario.refused(422, "InvalidBody")
    service_of(app).close()


def test_the_answer_is_in_a_form_that_there_is_or_none(at_rest: Scenario) -> None:
    post(at_rest, b"{}", headers={"Accept": "text/html"})
    at_rest.refused(406, "NotAcceptable")
    at_rest.asked("clerk", "/api/whoami", Accept="text/csv").refused(406, "NotAcceptable")
    at_rest.asked("clerk", "/api/roster", Accept="text/html").refused(406, "NotAcceptable")
    assert at_rest.asked("clerk", "/api/roster", Accept="*/*").answer.status_code == 200


def test_vietnamese_comes_first_and_english_when_it_is_asked_for(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL).when(ISSUE).refused(409, "ResidenceUnknown", "residence_no")
    assert in_a_file.said["title"] == "Đảng viên chưa kê khai nơi cư trú"
    assert in_a_file.answer.headers["Content-Language"] == "vi"
    headers = {"Idempotency-Key": "k", **in_a_file.headers("clerk")}
    for asked, language in (
        ("en-GB,en;q=0.9", "en"),
        ("vi,en;q=0.9", "vi"),
        ("fr", "vi"),
        ("*", "vi"),
        ("en;q=0.1,vi;q=0.2", "vi"),
    ):
        in_a_file.answer = in_a_file.client.post(
            "/api/commands/issue-letter",
            json=ISSUE.body,
            headers={**headers, "Accept-Language": asked},
        )
        assert in_a_file.answer.headers["Content-Language"] == language
    in_a_file.answer = in_a_file.client.post(
        "/api/commands/issue-letter", json=ISSUE.body, headers={**headers, "Accept-Language": "en"}
    )
    said = in_a_file.refused(409, "ResidenceUnknown", "residence_no").said
    assert said["title"] == "The member has declared no residence"
    assert said["type"] == "urn:lienhe:problem:ResidenceUnknown"
    assert said["clause"].startswith("Bài viết về Quy định 76")
    assert said["detail"] == f"{said['title']}. {said['next_step']}"


def test_every_answer_bears_a_number_of_its_own(at_rest: Scenario) -> None:
    answers = [at_rest.asked("clerk", "/api/whoami").answer for _ in range(3)]
    assert len({answer.headers["Request-Id"] for answer in answers}) == 3
    refused = at_rest.asked("clerk", "/api/nowhere").answer
    assert at_rest.said["request_id"] == refused.headers["Request-Id"]


def test_what_nobody_foresaw_is_logged_and_not_told(
    in_a_file: Scenario, clock: Path, caplog: pytest.LogCaptureFixture
) -> None:
    in_a_file.headers("clerk")
    clock.write_text("half past nine")
    in_a_file.when(ENROL).refused(500, "Unexpected")
    number = in_a_file.said["request_id"]
    assert "Request-Id" in in_a_file.said["next_step"]
    for told in ("Traceback", "ValueError", "half past nine", ".py"):
        assert told not in in_a_file.answer.text
    [record] = [record for record in caplog.records if number in record.getMessage()]
    assert record.exc_info
    clock.write_text(TODAY)
    in_a_file.when(ENROL).then("member.enrolled")


def test_what_one_may_see_and_not_do_and_what_one_may_not_see(scenario: Scenario) -> None:
    scenario.given(ENROL)
    move = "assign-cell"
    body = ENROL.body
    about = {
        "occurred_on": "2026-03-02",
        "member": body["person"],
        "cell": body["cell"],
        "from": "2026-03-02",
    }
    scenario.when(ENROL._replace(who="cell secretary", command=move, body=about))
    scenario.refused(403, "OutsideYourSide")
    scenario.when(ENROL._replace(who="other clerk", command=move, body=about))
    scenario.refused(404, "NotVisible")
    scenario.when(ENROL._replace(who="administrator", command=move, body=about))
    scenario.refused(403, "OutsideYourSide")
    scenario.when(ENROL._replace(who="inspector", command=move, body=about))
    scenario.refused(403, "OutsideYourSide")


def test_nothing_is_kept_on_the_way(at_rest: Scenario) -> None:
    answer = at_rest.asked("clerk", "/api/roster").answer
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_id_of_something_else_leads_nowhere(scenario: Scenario) -> None:
    """Else a member's entries would stand in the stream of a link, and nobody could read it."""
    scenario.given(*INTRODUCTION)
    scenario.when(ENROL._replace(body=ENROL.body | {"person": str(LINK)})).refused(
        404, "NotVisible"
    )
    moved = {"occurred_on": "2026-03-25", "body": str(MEMBER)}
    scenario.when(DECLARE._replace(body=DECLARE.body | moved))
    scenario.refused(404, "NotVisible")


def test_a_meeting_that_nobody_called_is_not_held_under_an_id_of_ones_own(
    scenario: Scenario,
) -> None:
    held = MEETING_HELD[2]
    scenario.given(*INTRODUCTION)
    paper = {"paper_kind": "biên bản", "arrived_on": "2026-07-01", "paper_number": "1"}
    copied = held._replace(
        who="clerk", body=held.body | {"transcribed": paper, "meeting": str(person("meeting"))}
    )
    scenario.when(copied).refused(409, "NotConvened", "meeting")
    del copied.body["meeting"]
    scenario.when(copied).then("meeting.held")


@pytest.mark.parametrize(
    ("dates", "field"),
    [
        ({"birth_date": "2090-01-01"}, "birth_date"),
        ({"birth_date": ENROL.body["occurred_on"]}, "birth_date"),
        ({"birth_date": "1984-05-17", "admitted_on": "1984-05-17"}, "birth_date"),
        ({"birth_date": "1984-05-17", "official_on": "1980-01-01"}, "birth_date"),
        ({"admitted_on": "2010-09-02", "official_on": "2010-09-01"}, "official_on"),
    ],
)
def test_nobody_is_admitted_before_he_is_born(
    at_rest: Scenario, dates: dict[str, str], field: str
) -> None:
    at_rest.when(Sent(ENROL.who, ENROL.command, ENROL.body | dates))
    at_rest.refused(409, "LifeOutOfOrder", field)
    assert not set(dates.values()) & set(at_rest.said["facts"].values())


def test_who_is_official_on_the_day_of_admission_is_taken_as_he_is(in_a_file: Scenario) -> None:
    dates = {"admitted_on": "2010-09-02", "official_on": "2010-09-02"}
    in_a_file.when(Sent(ENROL.who, ENROL.command, ENROL.body | dates)).then("member.enrolled")
