"""What the residence sees of a member: what it was told, nothing that is the workplace's own."""

from __future__ import annotations

from tests.service.scenario import Scenario
from tests.service.town import FILE_SLIP, INTRODUCTION, ISSUE, LINK, MEMBER, act

SUSPEND = act(
    "secretary",
    "suspend-activity",
    "2026-06-01",
    member=MEMBER,
    from_="2026-06-01",
    until="2026-06-30",
    decision="QĐ 3-QĐ/ĐU",
)
TELL = act("clerk", "notify-status", "2026-06-08", link=LINK, change="SUSPENDED")
EXEMPT = act(
    "secretary",
    "grant-exemption",
    "2026-06-01",
    member=MEMBER,
    class_="A",
    ground="ROTATED",
    from_="2026-06-01",
    until="2026-12-31",
    evidence="QĐ 15-QĐ/ĐU",
)
SECRET = act(
    "secretary",
    "grant-exemption",
    "2026-09-01",
    member=MEMBER,
    class_="B",
    ground="ON_FILE",
    from_="2026-09-01",
)
WITHDRAW = act("clerk", "close-link", "2026-09-02", link=LINK, reason="WITHDRAWN", on="2026-09-02")
QUESTIONS = (
    "roster?limit=100",
    f"members/{MEMBER}/chronicle?limit=1000",
    "obligations?limit=100",
    "gaps?as_of=2027-01-10",
)


def all_that_the_ward_reads(scenario: Scenario) -> str:
    return "".join(scenario.asked("ward clerk", f"/api/{q}").answer.text for q in QUESTIONS)


def test_what_the_office_does_with_the_slip_is_its_own(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION)
    assert INTRODUCTION[-1] is FILE_SLIP
    [ours] = scenario.asked("clerk", "/api/roster").items
    [theirs] = scenario.asked("ward clerk", "/api/roster").items
    assert (ours["slip"], theirs["slip"]) == ("FILED", "RETURNED")
    assert (theirs["state"], theirs["attempt"]) == ("PLACED", 1)


def test_a_suspension_is_seen_once_it_was_told(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, SUSPEND)

    def suspended(who: str, day: str) -> bool:
        [row] = scenario.asked(who, f"/api/roster?as_of={day}").items
        seen: bool = row["suspended"]
        return seen

    assert suspended("clerk", "2026-06-10")
    assert not suspended("ward clerk", "2026-06-10")
    scenario.given(TELL)
    assert not suspended("ward clerk", "2026-06-07")
    assert suspended("ward clerk", "2026-06-08")
    assert suspended("ward clerk", "2026-06-30")
    assert not suspended("ward clerk", "2026-07-01")
    again = SUSPEND.body | {"occurred_on": "2026-09-01", "from": "2026-09-01", "until": None}
    scenario.given(SUSPEND._replace(body=again))
    assert not suspended("ward clerk", "2026-09-05")


def test_of_an_exemption_it_sees_until_when_and_not_why(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, EXEMPT)
    [row] = scenario.asked("ward clerk", "/api/roster?as_of=2026-06-10").items
    assert (row["exempt_a"], row["exempt_until"]) == (True, "2026-12-31")
    read = all_that_the_ward_reads(scenario)
    for word in ("ROTATED", "15-QĐ", "exemption", "decided_by", "evidence"):
        assert word not in read


def test_it_never_learns_that_class_b_holds(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, SECRET)
    assert scenario.asked("ward clerk", "/api/roster").items == []
    scenario.asked("ward clerk", f"/api/members/{MEMBER}/chronicle")
    scenario.refused(404, "NotVisible", "member")
    copied = ISSUE.body | {"occurred_on": "2026-10-01", "number": "77-GGT/ĐU"}
    paper = {"paper_kind": "giấy giới thiệu", "paper_number": "77", "arrived_on": "2026-10-05"}
    letter = ISSUE._replace(who="ward clerk", body=copied | {"transcribed": paper})
    scenario.when(letter).refused(404, "NotVisible", "member")
    scenario.given(WITHDRAW)
    [row] = scenario.asked("ward clerk", "/api/roster?state=CLOSED").items
    assert row["state"] == "CLOSED"
    scenario.asked("ward clerk", f"/api/members/{MEMBER}/chronicle?limit=1000")
    [closed] = [item for item in scenario.items if item["topic"] == "link.closed"]
    assert closed["facts"]["reason"] == "WITHDRAWN"
    read = all_that_the_ward_reads(scenario)
    for word in ("ON_FILE", "exemption", "EXEMPT_B"):
        assert word not in read


def test_the_residence_acts_on_a_link_of_class_b_as_on_any_other(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, SECRET)
    talk = act(
        "ward secretary",
        "give-feedback",
        "2026-10-01",
        link=LINK,
        on="ATTENDANCE",
        note="Đã gặp",
    )
    scenario.when(talk).then("link.feedback_given")
