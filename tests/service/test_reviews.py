"""The workplace's year over HTTP: reviews, quotations, stocktaking, inspection, classification."""

from __future__ import annotations

import pytest

from domain.classification import classification_id
from domain.review import review_id
from service.commands import COMMANDS
from service.openapi import required_only
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    CLASSIFY,
    DISSEMINATE,
    ENROL,
    INSPECT,
    MEMBER,
    OFFICE_CELL,
    OTHER_WORKPLACE,
    QUOTE,
    REVIEW,
    STOCK,
    WARD,
    WORKPLACE,
    act,
    person,
)

ACTS = {
    "review.held": REVIEW,
    "reference.recorded": QUOTE,
    "periodic_review.held": STOCK,
    "inspection.made": INSPECT,
    "regulation.disseminated": DISSEMINATE,
    "classification.decided": CLASSIFY,
}
CELLS_DECIDE = act(
    "secretary",
    "adopt-rule-set",
    "2026-01-05",
    organization=WORKPLACE,
    adopts="213-2020",
    figures={"classification.decided_by": "CELL"},
    from_="2026-01-05",
)


def test_each_act_makes_its_entry_and_the_same_again_makes_none(scenario: Scenario) -> None:
    scenario.given(ENROL)
    for topic, sent in ACTS.items():
        scenario.when(sent._replace(key=topic)).then(topic)
        scenario.when(sent._replace(key=topic)).repeated(topic)
    scenario.when(REVIEW._replace(key="another")).repeated("review.held")


def test_the_smallest_examples_of_the_description_are_acts(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL)
    for topic, sent in ACTS.items():
        example = required_only(COMMANDS[sent.command])
        known = {name: sent.body[name] for name in example.keys() & sent.body.keys()}
        in_a_file.when(Sent(sent.who, sent.command, example | known)).then(topic)


def test_what_is_entered_stands_in_the_streams_of_the_body_and_the_member(
    in_a_file: Scenario,
) -> None:
    in_a_file.given(ENROL, *ACTS.values())
    by = {OFFICE_CELL: review_id(OFFICE_CELL, 2026), WORKPLACE: classification_id(MEMBER, 2026)}
    for body, stream in by.items():
        address = f"/api/history?stream={stream}&organization={body}"
        assert in_a_file.asked("clerk", address).items
    address = f"/api/history?stream={review_id(WORKPLACE, 2026)}"
    assert len(in_a_file.asked("clerk", address).items) == 3


def test_the_chronicle_of_the_member_has_what_was_quoted_and_decided(in_a_file: Scenario) -> None:
    in_a_file.given(ENROL, QUOTE, CLASSIFY, REVIEW)
    found = in_a_file.asked("clerk", f"/api/members/{MEMBER}/chronicle").items
    facts = {entry["topic"]: entry["facts"] for entry in found}
    assert set(facts) == {"member.enrolled", "reference.recorded", "classification.decided"}
    assert facts["reference.recorded"]["value"] == "Hoàn thành tốt nhiệm vụ"
    assert facts["classification.decided"]["level"] == "GOOD"


def test_the_yearly_inputs_show_what_was_quoted_and_what_people_decided(
    scenario: Scenario,
) -> None:
    scenario.given(ENROL)
    [review] = scenario.asked("cell secretary", "/api/classification-inputs?year=2026").items
    assert review["classification"] is None
    assert review["references"]["SELF_RATING"] == []
    scenario.given(QUOTE, CLASSIFY)
    [review] = scenario.asked("cell secretary", "/api/classification-inputs?year=2026").items
    [said] = review["references"]["SELF_RATING"]
    assert (said["value"], said["source"], said["dated"]) == (
        *("Hoàn thành tốt nhiệm vụ", "Bản tự kiểm điểm"),
        "2026-12-10",
    )
    decided = review["classification"]
    assert (decided["level"], decided["title"]) == ("GOOD", "Hoàn thành tốt nhiệm vụ")
    assert decided["decided_by"] == {"id": str(WORKPLACE), "name": "Đảng ủy Cơ quan"}
    assert (decided["number"], decided["decided_on"]) == ("51-QĐ/ĐU", "2026-12-28")
    [before] = scenario.asked(
        "clerk", "/api/classification-inputs?year=2026&as_of=2026-12-27"
    ).items
    assert before["classification"] is None
    assert before["references"]["SELF_RATING"] == [said]


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("cell secretary", {"hold-review", "record-reference"}),
        ("clerk", set(COMMANDS) - {"decide-classification"}),
        (
            "secretary",
            {
                "hold-periodic-review",
                "make-inspection",
                "disseminate-regulation",
                "decide-classification",
            },
        ),
    ],
)
def test_each_office_enters_what_is_its_own(in_a_file: Scenario, who: str, may: set[str]) -> None:
    in_a_file.given(ENROL)
    for topic, sent in ACTS.items():
        in_a_file.when(sent._replace(who=who))
        if sent.command in may:
            in_a_file.then(topic)
        elif who == "cell secretary":
            in_a_file.refused(404, "NotVisible")
        else:
            in_a_file.refused(403, "OutsideYourSide")


@pytest.mark.parametrize("who", ["other clerk", "ward secretary", "quarter secretary"])
def test_nobody_else_enters_anything_and_learns_nothing(in_a_file: Scenario, who: str) -> None:
    in_a_file.given(ENROL)
    for sent in ACTS.values():
        in_a_file.when(sent._replace(who=who)).refused(404, "NotVisible")


def test_a_residence_committee_holds_no_such_review(in_a_file: Scenario) -> None:
    in_a_file.when(act("ward clerk", "hold-review", "2026-12-18", **REVIEW.body | {"body": WARD}))
    in_a_file.refused(404, "NotVisible")


def test_the_cell_decides_where_its_committee_leaves_it_to_the_cells(
    in_a_file: Scenario,
) -> None:
    by_cell = CLASSIFY._replace(
        who="cell secretary", body=CLASSIFY.body | {"decided_by": str(OFFICE_CELL)}
    )
    in_a_file.given(ENROL).when(by_cell).refused(409, "WrongCommittee", "decided_by")
    in_a_file.given(CELLS_DECIDE).when(CLASSIFY).refused(409, "WrongCommittee", "decided_by")
    in_a_file.when(by_cell).then("classification.decided")


def test_a_member_is_classified_once_a_year_on_a_known_level(in_a_file: Scenario) -> None:
    unknown = CLASSIFY._replace(body=CLASSIFY.body | {"level": "SPLENDID"})
    later = CLASSIFY._replace(body=CLASSIFY.body | {"occurred_on": "2026-12-30"})
    other = CLASSIFY._replace(body=CLASSIFY.body | {"level": "EXCELLENT"})
    stranger = CLASSIFY._replace(body=CLASSIFY.body | {"member": str(person("stranger"))})
    in_a_file.given(ENROL).when(unknown).refused(409, "LevelUnknown", "level")
    in_a_file.when(stranger).refused(409, "NotOurMember", "member")
    in_a_file.given(CLASSIFY).when(later).refused(409, "AlreadyDecided", "member")
    in_a_file.when(other).refused(409, "OtherFactsOnRecord", "level")


def test_another_committee_decides_on_none_of_ours(in_a_file: Scenario) -> None:
    theirs = CLASSIFY._replace(body=CLASSIFY.body | {"decided_by": str(OTHER_WORKPLACE)})
    in_a_file.given(ENROL).when(theirs).refused(404, "NotVisible")


def test_a_level_entered_wrongly_is_corrected(in_a_file: Scenario) -> None:
    event = in_a_file.given(ENROL, CLASSIFY).said["events"][0]["event_id"]
    mend = act(
        "secretary",
        "correct-entry",
        "2027-01-05",
        event=event,
        reason="Ghi nhầm mức",
        facts={"level": "COMPLETED"},
    )
    in_a_file.when(mend).then("entry.corrected")
    facts = mend.body | {"facts": {"level": "SPLENDID"}}
    in_a_file.when(mend._replace(body=facts)).refused(409, "LevelUnknown", "level")


def test_a_committee_classifies_all_of_a_cell_in_one_request(in_a_file: Scenario) -> None:
    names = [f"member {number}" for number in range(20)]
    enrolled = [
        ENROL._replace(body=ENROL.body | {"person": str(person(name)), "full_name": name})
        for name in names
    ]
    in_a_file.given(*enrolled)
    batch = [
        {
            "command": "decide-classification",
            "key": name,
            "body": CLASSIFY.body | {"member": str(person(name))},
        }
        for name in names
    ]
    answer = in_a_file.client.post(
        "/api/commands", json=batch, headers=in_a_file.headers("secretary")
    )
    assert [one["status"] for one in answer.get_json()] == [201] * len(names)
