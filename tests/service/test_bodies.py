"""A body is taken as it was meant or refused with every fault in it: nothing is guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date, time
from typing import Any

import pytest

from domain.member import How
from service.commands import COMMANDS
from service.commands.meetings import ConveneMeeting
from service.commands.member import EnrollMember
from service.commands.residences import DeclareResidence
from service.openapi import every_field, required_only
from service.schema import InvalidBody, canonical, load, published, schema_of
from tests.service.scenario import Scenario, Sent
from tests.service.town import ENROL, act

ENROLMENT = required_only(EnrollMember)


def faults(kind: type, body: Any) -> dict[str, str]:
    """The rule broken by each field; none where the body is taken."""
    try:
        load(kind, body)
    except InvalidBody as error:
        return {fault.field: fault.fault.rule for fault in error.faults}
    return {}


def leaves(body: Any, path: str = "") -> Iterator[str]:
    """Name every value of a body."""
    if isinstance(body, dict):
        for name, value in body.items():
            yield from leaves(value, f"{path}.{name}" if path else name)
    elif isinstance(body, list):
        for place, value in enumerate(body):
            yield from leaves(value, f"{path}.{place}")
    else:
        yield path


@pytest.mark.parametrize("name", COMMANDS)
def test_an_empty_body_names_every_field_that_is_needed(name: str) -> None:
    needed = {
        published(field.name)
        for field in fields(COMMANDS[name])
        if field.default is MISSING and field.default_factory is MISSING
    }
    assert faults(COMMANDS[name], {}) == dict.fromkeys(needed, "required")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_body_wrong_throughout_names_every_field(at_rest: Scenario, name: str) -> None:
    known = schema_of(COMMANDS[name])().fields.values()
    body = {str(field.data_key): 1.5 for field in known}
    at_rest.when(Sent("clerk", name, body)).refused(422, "InvalidBody")
    errors = at_rest.said["errors"]
    assert {error["field"] for error in errors} == set(body)
    assert all(error["vi"] and error["en"] and error["rule"] for error in errors)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_are_taken(name: str) -> None:
    for example in (every_field(COMMANDS[name]), required_only(COMMANDS[name])):
        assert faults(COMMANDS[name], example) == {}
        assert None not in [example[field] for field in example]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_field_that_there_is_not_is_refused_by_name(name: str) -> None:
    body = required_only(COMMANDS[name]) | {"ocurred_on": "2026-03-06"}
    assert faults(COMMANDS[name], body) == {"ocurred_on": "unknown"}


@pytest.mark.parametrize("name", COMMANDS)
def test_only_what_may_be_transcribed_takes_a_paper(name: str) -> None:
    paper = {"paper_kind": "phiếu báo", "arrived_on": "2026-03-20"}
    body = required_only(COMMANDS[name]) | {"transcribed": paper}
    refused = {} if COMMANDS[name].ENTITLED.transcribing else {"transcribed": "unknown"}
    assert faults(COMMANDS[name], body) == refused


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("occurred_on", "20260306", "date"),
        ("occurred_on", "2026-W10-5", "date"),
        ("occurred_on", "2026-02-30", "date"),
        ("occurred_on", "2026-03-06T00:00:00", "date"),
        ("occurred_on", "0001-01-01", "range"),
        ("occurred_on", "9999-12-31", "range"),
        ("occurred_on", None, "null"),
        ("committee", "{0b9f4e7c-5d1a-4c6e-9a53-6f0e2d8c7b14}", "uuid"),
        ("committee", "0b9f4e7c5d1a4c6e9a536f0e2d8c7b14", "uuid"),
        ("committee", 7, "uuid"),
        ("how", "ARRIVED", "choice"),
        ("how", "admitted", "choice"),
        ("probationary", "yes", "boolean"),
        ("probationary", 1, "boolean"),
        ("probationary", None, "null"),
        ("full_name", 7, "text"),
        ("full_name", "", "empty"),
        ("full_name", " \t ", "empty"),
        ("full_name", "x" * 201, "length"),
        ("full_name", "Thắm\x00", "character"),
        ("full_name", "Thắm\ud800", "character"),
        ("full_name", "Thắm\u202eX", "character"),
        ("full_name", "Thắm\nNguyễn", "character"),
        ("full_name", ["Thắm"], "text"),
    ],
)
def test_what_merely_looks_right_is_refused(field: str, value: Any, rule: str) -> None:
    assert faults(EnrollMember, ENROLMENT | {field: value}) == {field: rule}


@pytest.mark.parametrize("value", [1.0, 1.7, True, "1", 0, -1, 2**63, 32_768])
def test_a_number_is_whole_and_within_its_bounds(value: Any) -> None:
    body = required_only(DeclareResidence) | {"residence_no": value}
    assert list(faults(DeclareResidence, body)) == ["residence_no"]


@pytest.mark.parametrize("value", ["7:30", "19:30:00", "24:00", "19.30", 1930])
def test_a_time_of_day_is_written_in_one_way(value: Any) -> None:
    body = required_only(ConveneMeeting) | {"time": value}
    assert faults(ConveneMeeting, body) == {"time": "time"}


def test_faults_inside_lists_and_records_are_named_by_their_path() -> None:
    body = required_only(COMMANDS["hold-meeting"]) | {
        "attendance": [{"link": "x", "status": "THERE"}, 3],
        "transcribed": {"paper_kind": "biên bản", "date": "2026-01-01"},
    }
    assert faults(COMMANDS["hold-meeting"], body) == {
        "attendance.0.link": "uuid",
        "attendance.0.status": "choice",
        "attendance.1": "object",
        "transcribed.arrived_on": "required",
        "transcribed.date": "unknown",
    }


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"number": 1.5}, {"facts.number": "value"}),
        ({"number": "\x00"}, {"facts.number": "character"}),
        ({"number": 2**40}, {"facts.number": "range"}),
        ({"": 1}, {"facts.": "empty"}),
        ({"items": [[[[[[[[["x"]]]]]]]]]}, {"facts.items": "depth"}),
        ({"items": ["x"] * 1_001}, {"facts.items": "count"}),
        ([], {"facts": "object"}),
    ],
)
def test_facts_of_any_kind_are_clean(facts: Any, wrong: dict[str, str]) -> None:
    body = required_only(COMMANDS["correct-entry"]) | {"facts": facts}
    assert faults(COMMANDS["correct-entry"], body) == wrong


def test_values_arrive_as_what_they_are() -> None:
    enrolled = load(EnrollMember, ENROLMENT | {"full_name": "  Nguye\u0302\u0303n Thị Thắm "})
    assert enrolled.full_name == "Nguyễn Thị Thắm"
    assert (enrolled.occurred_on, enrolled.how) == (date(2026, 3, 6), How.ADMITTED)
    assert (enrolled.person, enrolled.secret) == (None, False)
    called = load(ConveneMeeting, every_field(ConveneMeeting))
    assert called.time == time(19, 30)
    assert called.transcribed.arrived_on == date(2026, 3, 20)


def test_one_act_has_one_canonical_form_however_it_was_typed() -> None:
    one = load(EnrollMember, ENROLMENT | {"full_name": "Thắm"})
    again = load(
        EnrollMember,
        dict(reversed(ENROLMENT.items()))
        | {"full_name": " Tha\u0306\u0301m ", "secret": False, "sex": None},
    )
    assert canonical(one) == canonical(again)
    assert canonical(one).startswith(b'enroll-member\n{"cell":')
    assert canonical(one) != canonical(load(EnrollMember, ENROLMENT))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_canonical_form_is_a_body_of_the_same_command(name: str) -> None:
    command = load(COMMANDS[name], every_field(COMMANDS[name]))
    said, body = canonical(command).split(b"\n", 1)
    assert said.decode() == name
    assert load(COMMANDS[name], json.loads(body)) == command


def test_a_name_beside_other_spellings_is_stored_in_one(in_a_file: Scenario) -> None:
    spelled = act("clerk", "enroll-member", "2026-03-01", full_name="Nguye\u0302\u0303n Thị Thắm")
    in_a_file.given(Sent("clerk", "enroll-member", ENROL.body | spelled.body))
    [member] = in_a_file.asked("clerk", "/api/roster").items
    assert member["full_name"] == "Nguyễn Thị Thắm"
