"""A command is accepted once: whoever sends it again gets the first answer."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.app import service_of
from tests.service.scenario import Scenario, Sent
from tests.service.town import DECLARE, ENROL, ISSUE, RECEIVE, YEAR, events, person


def test_the_same_key_gets_the_same_answer(scenario: Scenario) -> None:
    sent = ENROL._replace(key="one")
    first = scenario.given(sent).said
    assert scenario.when(sent).repeated("member.enrolled").said == first


def test_spacing_and_order_are_no_other_payload(scenario: Scenario) -> None:
    first = scenario.given(ENROL._replace(key="one")).said
    headers = {"Idempotency-Key": "one", **scenario.headers("clerk")}
    typed = json.dumps(dict(reversed(ENROL.body.items())), indent=3).encode()
    again = scenario.client.post(
        "/api/commands/enroll-member", data=typed, content_type="application/json", headers=headers
    )
    assert (again.status_code, json.loads(again.data)) == (200, first)


def test_a_key_is_not_used_for_something_else(scenario: Scenario) -> None:
    scenario.given(ENROL._replace(key="one"))
    other = ENROL._replace(key="one", body=ENROL.body | {"full_name": "Lê Thị Thắm"})
    scenario.when(other).refused(422, "KeyReused")
    scenario.when(DECLARE._replace(key="one")).refused(422, "KeyReused")


def test_the_same_paper_under_another_key_is_answered_with_the_first_entries(
    scenario: Scenario,
) -> None:
    for sent in YEAR:
        first = scenario.given(sent._replace(key=f"first {sent.command}")).said
        scenario.when(sent._replace(key=f"second {sent.command}")).repeated(*events(sent))
        assert scenario.said == first
        scenario.when(sent._replace(key=f"second {sent.command}")).repeated(*events(sent))
        assert service_of(scenario.app).coordination.log_end() == first["position"]


def test_the_same_paper_with_other_facts_is_a_correction(scenario: Scenario) -> None:
    scenario.given(ENROL, DECLARE, ISSUE)
    other = ISSUE._replace(body=ISSUE.body | {"number": "16-GGT/ĐU", "attempt": 1})
    scenario.when(other).refused(409, "OtherFactsOnRecord", "number")
    assert "correct-entry" in scenario.said["next_step"]


def test_a_refusal_takes_no_key(scenario: Scenario) -> None:
    early = ISSUE._replace(key="one")
    scenario.given(ENROL).when(early).refused(409, "ResidenceUnknown", "residence_no")
    scenario.given(DECLARE).when(early).then(*events(ISSUE))


def test_a_key_belongs_to_its_committee(scenario: Scenario) -> None:
    scenario.given(ENROL, DECLARE, ISSUE._replace(key="one")).when(RECEIVE._replace(key="one"))
    scenario.then("letter.received")


def test_a_key_belongs_to_the_committee_and_not_to_the_officer(scenario: Scenario) -> None:
    sent = ENROL._replace(key="one")
    scenario.given(sent).when(sent._replace(who="secretary")).repeated("member.enrolled")


def test_whoever_sends_it_at_once_from_many_sides_enters_it_once(scenario: Scenario) -> None:
    headers = {"Idempotency-Key": "one", **scenario.headers("clerk")}

    def send(_: int) -> tuple[int, bytes]:
        client = scenario.app.test_client()
        answer = client.post("/api/commands/enroll-member", json=ENROL.body, headers=headers)
        return answer.status_code, answer.data

    before = service_of(scenario.app).coordination.log_end()
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(send, range(24)))
    assert sorted(status for status, _ in answers) == [200] * 23 + [201]
    assert len({data for _, data in answers}) == 1
    assert service_of(scenario.app).coordination.log_end() == before + 1


@pytest.mark.parametrize("key", ["", "x" * 201, "chìa khóa", "a\tb"])
def test_a_key_is_printable_and_not_too_long(at_rest: Scenario, key: str) -> None:
    item = {"command": "enroll-member", "key": key, "body": ENROL.body}
    at_rest.answer = at_rest.client.post(
        "/api/commands", json=[item], headers=at_rest.headers("clerk")
    )
    assert [(one["status"], one["rule"]) for one in at_rest.said] == [(400, "BadKey")]


def test_a_key_is_needed(at_rest: Scenario) -> None:
    at_rest.answer = at_rest.client.post(
        "/api/commands/enroll-member", json=ENROL.body, headers=at_rest.headers("clerk")
    )
    at_rest.refused(400, "BadKey")


@pytest.mark.parametrize("key", ["", " ", "x" * 201, "kh\xf3a", "a\tb"])
def test_a_key_in_the_header_is_no_other(at_rest: Scenario, key: str) -> None:
    headers = {"Idempotency-Key": key, **at_rest.headers("clerk")}
    at_rest.answer = at_rest.client.post(
        "/api/commands/enroll-member", json=ENROL.body, headers=headers
    )
    at_rest.refused(400, "BadKey")


def test_a_key_of_200_characters_will_do(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL._replace(key="x" * 200))


def test_one_paper_number_is_taken_once(scenario: Scenario) -> None:
    scenario.given(ENROL, DECLARE, ISSUE)
    someone = str(person("someone"))
    scenario.given(
        Sent("clerk", "enroll-member", ENROL.body | {"person": someone}),
        Sent("clerk", "declare-residence", DECLARE.body | {"member": someone}),
    )
    scenario.when(Sent("clerk", "issue-letter", ISSUE.body | {"member": someone}))
    scenario.refused(409, "NumberTaken", "number")
