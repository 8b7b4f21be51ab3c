"""One gap for a meeting, with a list inside: who sees whom on it, and when nothing cures it."""

from __future__ import annotations

from typing import Any

from domain.introduction.link import link_id
from domain.organization import organization_id
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    ASK,
    DECLARE,
    ENROL,
    FORWARD,
    INTRODUCTION,
    ISSUE,
    LINK,
    MEETING,
    MEETING_HELD,
    MEMBER,
    OTHER_WORKPLACE,
    RECEIVE,
    act,
    person,
)

NEIGHBOUR = person("neighbour")
NEIGHBOURS_LINK = link_id(NEIGHBOUR, 1)
SHOP_CELL = organization_id("CB-PHAN-XUONG")
CONVENE, TELL, HOLD, RECORD = MEETING_HELD


def of_the_factory(*sent: Sent) -> list[Sent]:
    """The same papers about a neighbour who works for the other committee."""
    facts = {
        "committee": str(OTHER_WORKPLACE),
        "cell": str(SHOP_CELL),
        "signer": str(person("director")),
        "full_name": "Lê Văn Út",
        "number": "99-GGT/ĐU",
        **{"person": str(NEIGHBOUR), "member": str(NEIGHBOUR), "link": str(NEIGHBOURS_LINK)},
    }
    keep = {"forward-member": {"cell"}}
    return [
        each._replace(
            who="other clerk" if each.who == "clerk" else each.who,
            body=each.body
            | {
                k: v for k, v in facts.items() if k in each.body.keys() - keep.get(each.command, ())
            },
        )
        for each in sent
    ]


FACTORY = [
    act(
        "administrator",
        "register-organization",
        "2026-01-01",
        code="CB-PHAN-XUONG",
        kind="cell",
        name="Chi bộ Phân xưởng",
        symbol="CB-PX",
        parent=OTHER_WORKPLACE,
        sides=["WORKPLACE"],
        followed_from="2026-01-01",
    ),
    act(
        "administrator",
        "appoint-officer",
        "2026-01-02",
        organization=OTHER_WORKPLACE,
        officer=person("director"),
        name="Bùi Văn Nam",
        office="secretary",
        from_="2026-01-02",
    ),
]
BOTH_INTRODUCED = [
    *INTRODUCTION,
    *FACTORY,
    *of_the_factory(ENROL, DECLARE, ISSUE, RECEIVE, FORWARD),
]


def gap(play: Scenario, who: str, code: str, on: str) -> dict[str, Any]:
    [found] = play.asked(who, f"/api/obligations?as_of={on}&code={code}").items
    return found


def test_hosts_see_the_whole_list_and_a_workplace_its_own(scenario: Scenario) -> None:
    scenario.given(*BOTH_INTRODUCED, CONVENE)
    both = {str(LINK), str(NEIGHBOURS_LINK)}
    for who in ("quarter secretary", "ward clerk"):
        assert set(gap(scenario, who, "G10", "2026-06-20")["links"]) == both
    for who in ("clerk", "cell secretary"):
        assert gap(scenario, who, "G10", "2026-06-20")["links"] == [str(LINK)]
    assert gap(scenario, "other clerk", "G10", "2026-06-20")["links"] == [str(NEIGHBOURS_LINK)]
    scenario.given(TELL)
    assert scenario.asked("clerk", "/api/obligations?as_of=2026-06-20&code=G10").items == []
    assert gap(scenario, "ward clerk", "G10", "2026-06-20")["links"] == [str(NEIGHBOURS_LINK)]


def test_who_was_not_told_by_the_day_of_the_meeting_cannot_be_told(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, CONVENE, HOLD)
    for on, late, incurable in (
        ("2026-06-20", False, False),
        ("2026-06-25", True, False),
        ("2026-06-26", True, True),
    ):
        row = gap(scenario, "ward clerk", "G10", on)
        assert (row["late"], row["incurable"]) == (late, incurable)
    assert gap(scenario, "ward clerk", "G11", "2026-08-01")["incurable"] is False
    for on, commands in (("2026-06-25", ["deliver-notices"]), ("2026-06-26", ["explain-gap"])):
        lines = scenario.asked("quarter secretary", f"/api/worklist?as_of={on}").items
        assert [line["settle_with"] for line in lines if line["code"] == "G10"] == [commands]


def test_what_cannot_be_cured_is_explained(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, CONVENE, HOLD)
    row = gap(scenario, "quarter secretary", "G10", "2026-07-01")
    assert row["about"] == f"meeting/{MEETING}"
    explain = act(
        "quarter secretary",
        "explain-gap",
        "2026-07-01",
        obligation=row["key"],
        reason="Họp bất thường vì mưa lũ",
        accepted_by=person("secretary"),
    )
    scenario.given(explain)
    assert scenario.asked("ward clerk", "/api/gaps?as_of=2026-07-01&code=G10").items == []


def test_a_workplace_copies_the_explanation_of_a_cell_that_is_not_online(
    scenario: Scenario,
) -> None:
    scenario.given(*INTRODUCTION, CONVENE, HOLD)
    row = gap(scenario, "clerk", "G10", "2026-07-01")
    facts = {
        "obligation": row["key"],
        "reason": "Họp bất thường vì mưa lũ",
        "accepted_by": person("secretary"),
    }
    paper = {"paper_kind": "báo cáo", "paper_number": "3-BC", "arrived_on": "2026-07-01"}
    copied = {"transcribed": paper}
    scenario.when(act("clerk", "explain-gap", "2026-07-01", **facts))
    scenario.refused(404, "NotVisible")
    scenario.when(act("other clerk", "explain-gap", "2026-07-01", **facts, **copied))
    scenario.refused(404, "NotVisible")
    scenario.given(act("clerk", "explain-gap", "2026-07-01", **facts, **copied))
    assert scenario.asked("clerk", "/api/gaps?as_of=2026-07-01&code=G10").items == []


def test_duties_are_told_apart_from_advice(scenario: Scenario) -> None:
    """Asked yearly though exempt is advice; that nobody answered is no duty while he is exempt."""
    exempt = act(
        "secretary",
        "grant-exemption",
        "2026-10-01",
        member=MEMBER,
        class_="A",
        ground="BARRACKS",
        from_="2026-10-01",
        evidence="Công văn của đơn vị",
    )
    scenario.given(*INTRODUCTION, exempt, ASK)
    every = scenario.asked("clerk", "/api/obligations?as_of=2026-12-31").items
    assert {row["weight"] for row in every} == {"duty", "advisory"}
    for weight in ("duty", "advisory"):
        for question in ("gaps", "obligations"):
            address = f"/api/{question}?as_of=2026-12-31&weight={weight}"
            assert {row["weight"] for row in scenario.asked("clerk", address).items} == {weight}
    both = scenario.asked("clerk", "/api/obligations?as_of=2026-12-31&weight=duty,advisory").items
    assert both == every
    [advice] = scenario.asked("clerk", "/api/gaps?as_of=2026-12-31&weight=advisory").items
    assert (advice["code"], advice["office"]) == ("G37", "Wc")
    scenario.asked("clerk", "/api/gaps?weight=off").refused(422, "InvalidBody")
