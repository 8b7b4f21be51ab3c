"""What waits on whom, most urgent first; put off, explained, handed up."""

from __future__ import annotations

from typing import Any

from domain.organization import organization_id
from domain.rulebook import load_rulebook
from service.commands import COMMANDS
from service.officers import Officer
from service.queries.settling import settled_with
from tests.service.scenario import Scenario
from tests.service.town import (
    DECLARE,
    ENROL,
    FORWARD,
    ISSUE,
    LINK,
    MEETING_HELD,
    PLACING,
    RECEIVE,
    act,
    person,
)

ARRIVED = [ENROL, DECLARE, ISSUE, RECEIVE]
MISSED = [
    *ARRIVED,
    FORWARD,
    *PLACING,
    *MEETING_HELD[:2],
    act(
        "quarter secretary",
        "hold-meeting",
        "2026-06-25",
        meeting=MEETING_HELD[2].body["meeting"],
        cell=MEETING_HELD[2].body["cell"],
        kind="PERIODIC",
        attendance=[{"link": LINK, "status": "UNEXCUSED"}],
    ),
]


LATER = {
    "agree-coordination",
    "answer-absence",
    "answer-letter-ask",
    "answer-report",
    "disclose-opinion",
    "hold-periodic-review",
    "hold-review",
    "make-inspection",
    "notify-status",
    "resolve-proposal",
    "revoke-transfer",
    "succeed-organization",
}


def codes(lines: list[dict[str, Any]], *sections: str) -> list[str]:
    return [line["code"] for line in lines if line["section"] in sections]


def test_every_step_of_every_rule_set_names_commands_that_there_are() -> None:
    for rule_set in load_rulebook().rule_sets:
        for code, rule in rule_set.obligations.items():
            for step in rule.steps:
                commands = settled_with(code, step.name or None)
                assert commands
                assert settled_with(code, step.name or None, incurable=True) == ("explain-gap",)
                assert set(commands) <= {*COMMANDS, *LATER}


def test_the_ward_sees_its_own_work_first_and_what_it_waits_for(scenario: Scenario) -> None:
    scenario.given(*ARRIVED)
    lines = scenario.asked("ward clerk", "/api/worklist?as_of=2026-04-01").items
    assert codes(lines, "OURS") == ["G07", "G05"]
    assert [line["settle_with"] for line in lines if line["code"] == "G05"] == [["return-slip"]]
    assert [line["late"] for line in lines] == [True, True]
    scenario.asked("clerk", "/api/worklist?as_of=2026-04-01&section=THEIRS")
    assert codes(scenario.items, "THEIRS") == ["G07", "G05"]
    assert scenario.asked("clerk", "/api/worklist?as_of=2026-04-01&section=OURS").items == []


def test_what_falls_due_later_than_within_is_left_out(scenario: Scenario) -> None:
    scenario.given(ENROL, DECLARE)
    early = "/api/worklist?as_of=2026-03-02"
    assert codes(scenario.asked("clerk", f"{early}&within=14").items, "OURS") == []
    assert codes(scenario.asked("clerk", f"{early}&within=15").items, "OURS") == ["G01"]


def test_a_cell_s_work_stands_below_in_the_list_of_its_committee(scenario: Scenario) -> None:
    scenario.given(*MISSED)
    lines = scenario.asked("ward clerk", "/api/worklist?as_of=2026-08-01").items
    assert "G13" in codes(lines, "BELOW")
    mine = scenario.asked("ward clerk", "/api/worklist?as_of=2026-08-01&mine=true").items
    assert codes(mine, "OURS") == ["G05"]
    secretary = "/api/worklist?as_of=2026-08-01&mine=true"
    assert "G13" in codes(scenario.asked("quarter secretary", secretary).items, "OURS")


def test_pages_of_the_list_follow_each_other(scenario: Scenario) -> None:
    scenario.given(*MISSED)
    address = "/api/worklist?as_of=2026-08-01"
    whole = [line["key"] for line in scenario.asked("ward clerk", address).items]
    paged: list[str] = []
    following: str | None = f"{address}&limit=1"
    while following:
        paged += [line["key"] for line in scenario.asked("ward clerk", following).items]
        following = scenario.said["next"]
    assert paged == whole
    assert len(whole) > 1


def owed(scenario: Scenario, code: str, day: str) -> str:
    found = scenario.asked("ward clerk", f"/api/obligations?as_of={day}&code={code}").items
    key: str = found[0]["key"]
    return key


def test_snoozed_work_is_hidden_and_the_gap_stays(scenario: Scenario) -> None:
    scenario.given(*ARRIVED)
    key = owed(scenario, "G05", "2026-04-01")
    snooze = act(
        "ward clerk",
        "snooze-obligation",
        "2026-04-01",
        obligation=key,
        until="2026-04-20",
        reason="Chờ bí thư về ký",
    )
    scenario.when(snooze).then("obligation.snoozed")
    scenario.when(snooze._replace(key="again")).repeated("obligation.snoozed")
    hidden = scenario.asked("ward clerk", "/api/worklist?as_of=2026-04-19&section=OURS").items
    assert codes(hidden, "OURS") == ["G07"]
    address = "/api/worklist?as_of=2026-04-19&section=OURS&snoozed=true"
    shown = scenario.asked("ward clerk", address).items
    assert {line["code"]: line["snoozed_until"] for line in shown} == {
        "G07": None,
        "G05": "2026-04-20",
    }
    assert "G05" in [r["code"] for r in scenario.asked("clerk", "/api/gaps?as_of=2026-04-19").items]
    back = scenario.asked("ward clerk", "/api/worklist?as_of=2026-04-20&section=OURS").items
    assert codes(back, "OURS") == ["G07", "G05"]


def test_only_the_owner_puts_work_off(scenario: Scenario) -> None:
    scenario.given(*ARRIVED)
    key = owed(scenario, "G05", "2026-04-01")
    facts = {"obligation": key, "until": "2026-04-20", "reason": "…"}
    scenario.when(act("clerk", "snooze-obligation", "2026-04-01", **facts))
    scenario.refused(404, "NotVisible")
    facts["until"] = "2026-07-01"
    scenario.when(act("ward clerk", "snooze-obligation", "2026-04-01", **facts))
    scenario.refused(409, "SnoozeTooLong", "until")
    facts["obligation"] = "G05:letter/none:none"
    scenario.when(act("ward clerk", "snooze-obligation", "2026-04-01", **facts))
    scenario.refused(404, "NotVisible", "obligation")


def test_a_gap_explained_and_accepted_by_the_other_side_is_one_no_more(scenario: Scenario) -> None:
    scenario.given(*ARRIVED)
    key = owed(scenario, "G05", "2026-04-01")
    explain = act(
        "ward clerk",
        "explain-gap",
        "2026-05-04",
        obligation=key,
        reason="Phiếu thất lạc khi sáp nhập phường",
        accepted_by=person("secretary"),
    )
    own = {**explain.body, "accepted_by": str(person("ward secretary"))}
    scenario.when(explain._replace(body=own)).refused(409, "AcceptedByOwner", "accepted_by")
    early = {**explain.body, "occurred_on": "2026-03-25"}
    scenario.when(explain._replace(body=early)).refused(409, "NotAGap", "obligation")
    scenario.when(explain).then("obligation.gap_explained")
    scenario.when(explain._replace(key="again")).repeated("obligation.gap_explained")
    before = scenario.asked("clerk", "/api/gaps?as_of=2026-05-03&code=G05").items
    assert [row["settled_by"] for row in before] == [f"{explained(scenario)}/1"]
    assert scenario.asked("clerk", "/api/gaps?as_of=2026-05-04&code=G05").items == []


def test_who_accepts_an_explanation_may_enter_it_himself(scenario: Scenario) -> None:
    scenario.given(*ARRIVED)
    facts = {
        "obligation": owed(scenario, "G05", "2026-04-01"),
        "reason": "Phiếu thất lạc",
        "accepted_by": person("secretary"),
    }
    scenario.when(act("clerk", "explain-gap", "2026-05-04", **facts)).refused(404, "NotVisible")
    scenario.when(act("secretary", "explain-gap", "2026-05-04", **facts))
    scenario.then("obligation.gap_explained")


def test_a_clerk_does_not_put_off_what_his_secretary_owes(scenario: Scenario) -> None:
    draft = act("clerk", "draft-letter", "2026-03-04", member=ENROL.body["person"])
    scenario.given(ENROL, DECLARE, draft)
    [signing] = scenario.asked("clerk", "/api/obligations?as_of=2026-03-05&code=G03").items
    facts = {"obligation": signing["key"], "until": "2026-03-20", "reason": "Đi vắng"}
    scenario.when(act("clerk", "snooze-obligation", "2026-03-05", **facts))
    scenario.refused(403, "OutsideYourSide")
    scenario.when(act("secretary", "snooze-obligation", "2026-03-05", **facts))
    scenario.then("obligation.snoozed")


def explained(scenario: Scenario) -> str:
    address = "/api/history?topic=obligation.gap_explained"
    [entry] = scenario.asked("ward clerk", address).items
    stream: str = entry["event_id"].partition("/")[0]
    return stream


def test_what_is_late_too_long_stands_on_the_list_of_the_committee_above(
    scenario: Scenario,
) -> None:
    above, below = organization_id("THANH-UY"), organization_id("DU-BA-DINH")
    scenario.officers = {
        **scenario.officers,
        "city secretary": Officer(person("city secretary"), above),
        "third ward clerk": Officer(person("third ward clerk"), below),
    }
    scenario.given(
        *(
            act(
                "administrator",
                "register-organization",
                "2026-01-01",
                code=code,
                kind=kind,
                name=code,
                symbol=code,
                parent=parent,
                sides=["RESIDENCE"],
                followed_from="2026-01-01",
            )
            for code, kind, parent in (
                ("THANH-UY", "province_committee", None),
                ("DU-BA-DINH", "committee_above_grassroots", above),
            )
        ),
        *(
            act(
                "administrator",
                "appoint-officer",
                "2026-01-02",
                organization=body,
                officer=person(who),
                name=who,
                office=office,
                from_="2026-01-02",
            )
            for who, body, office in (
                ("city secretary", above, "secretary"),
                ("third ward clerk", below, "clerk"),
            )
        ),
        ENROL,
        DECLARE._replace(body={**DECLARE.body, "body": str(below)}),
        ISSUE,
        RECEIVE._replace(who="third ward clerk"),
    )
    assert scenario.asked("city secretary", "/api/worklist?as_of=2026-04-19").items == []
    lines = scenario.asked("city secretary", "/api/worklist?as_of=2026-04-25").items
    assert [(line["section"], line["code"]) for line in lines] == [
        ("ESCALATED", "G07"),
        ("ESCALATED", "G05"),
    ]
