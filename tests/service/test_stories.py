"""Years that do not go straight, over HTTP: another workplace, a move, letters written again."""

from __future__ import annotations

from typing import Any

from domain.introduction.link import link_id
from domain.organization import organization_id
from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    FORWARD,
    INTRODUCTION,
    ISSUE,
    LINK,
    MEMBER,
    OTHER_WARD,
    OTHER_WORKPLACE,
    PLACING,
    QUARTER,
    RECEIVE,
    act,
    person,
)

OTHER_CELL = organization_id("CB-XUONG-1")
NEW_LINK = link_id(MEMBER, 2)


def but(sent: Sent, who: str | None = None, **body: Any) -> Sent:
    plain = {name: str(value) if name in _IDS else value for name, value in body.items()}
    return sent._replace(who=who or sent.who, body=sent.body | plain)


_IDS = ("committee", "cell", "body", "signer", "link", "member")


def state(scenario: Scenario, who: str, on: str, asked: str = "") -> dict[str, Any] | None:
    """How the member stands on a day in the eyes of an officer's body."""
    rows = scenario.asked(who, f"/api/roster?as_of={on}{asked}").items
    return next((row for row in rows if row["member"] == str(MEMBER)), None)


def waiting(scenario: Scenario, who: str, on: str, *codes: str) -> list[tuple[str, str, bool]]:
    """What of some codes is owed on a day: code, due date, late."""
    listed = f"code={','.join(codes)}"
    rows = scenario.asked(who, f"/api/obligations?as_of={on}&{listed}").items
    return sorted((row["code"], row["due_on"], row["late"]) for row in rows)


def topics(scenario: Scenario, who: str) -> list[str]:
    address = f"/api/members/{MEMBER}/chronicle?limit=1000"
    return [item["topic"] for item in scenario.asked(who, address).items]


# Two workplaces in one year, at an unchanged address.

SHOP = [
    act(
        "administrator",
        "register-organization",
        "2026-01-01",
        code="CB-XUONG-1",
        kind="cell",
        name="Chi bộ Xưởng 1",
        symbol="CB",
        parent=OTHER_WORKPLACE,
        sides=["WORKPLACE"],
        followed_from="2026-01-01",
    ),
    act(
        "administrator",
        "appoint-officer",
        "2026-01-02",
        organization=OTHER_WORKPLACE,
        officer=person("other secretary"),
        name="Đinh Văn Sáu",
        office="secretary",
        from_="2026-01-02",
    ),
]
DEPART = act(
    "clerk",
    "depart-member",
    "2026-06-25",
    member=MEMBER,
    reason="TRANSFERRED_OUT",
    to=OTHER_WORKPLACE,
    on="2026-07-01",
)
ARRIVE = but(
    ENROL,
    "other clerk",
    occurred_on="2026-07-01",
    committee=OTHER_WORKPLACE,
    cell=OTHER_CELL,
    from_departure=f"{MEMBER}/3",
)
CLOSE = act("clerk", "close-link", "2026-07-06", link=LINK, reason="DEPARTED", on="2026-07-01")
NEW_LETTER = but(
    ISSUE,
    "other clerk",
    occurred_on="2026-07-08",
    number="3-GGT/NM",
    signer=person("other secretary"),
)
RECEIVE_AGAIN = but(RECEIVE, occurred_on="2026-07-13")
FORWARD_AGAIN = but(FORWARD, occurred_on="2026-07-14")


def test_a_member_of_two_workplaces_in_one_year(scenario: Scenario) -> None:
    scenario.given(*SHOP, *INTRODUCTION, *PLACING, DEPART, ARRIVE)
    assert waiting(scenario, "clerk", "2026-07-02", "G34") == [("G34", "2026-07-16", False)]
    assert waiting(scenario, "other clerk", "2026-07-02", "G01") == [("G01", "2026-07-16", False)]
    scenario.when(NEW_LETTER).refused(409, "LinkIsOpen", "attempt")
    scenario.given(CLOSE, NEW_LETTER, RECEIVE_AGAIN, FORWARD_AGAIN)
    for who in ("clerk", "other clerk"):
        assert waiting(scenario, who, "2026-07-20", "G01", "G02", "G33", "G34", "G40") == []
    gone = state(scenario, "clerk", "2026-07-20", "&state=DEPARTED")
    here, seen = (state(scenario, who, "2026-07-20") for who in ("other clerk", "ward clerk"))
    assert gone
    assert here
    assert seen
    assert (here["state"], here["link"], here["attempt"]) == ("PLACED", str(LINK), 2)
    assert (seen["state"], seen["attempt"], seen["group"], seen["monitor"]) == (
        "PLACED",
        2,
        None,
        None,
    )
    assert state(scenario, "other clerk", "2026-06-30") is None
    assert state(scenario, "clerk", "2026-06-30")


def test_each_workplace_sees_its_own_days(in_a_file: Scenario) -> None:
    in_a_file.given(*SHOP, *INTRODUCTION, DEPART, ARRIVE, CLOSE, NEW_LETTER, RECEIVE_AGAIN)
    ours, theirs = topics(in_a_file, "clerk"), topics(in_a_file, "other clerk")
    assert ours.count("letter.issued") == theirs.count("letter.issued") == 1
    assert "link.closed" in ours
    assert {"slip.filed", "member.residence_declared"} & set(theirs) == set()
    assert topics(in_a_file, "ward clerk").count("letter.issued") == 2


def test_the_workplace_that_was_left_finishes_its_papers(in_a_file: Scenario) -> None:
    *most, file_slip = INTRODUCTION
    in_a_file.given(*SHOP, *most, DEPART, ARRIVE)
    tell = act("clerk", "notify-status", "2026-07-03", link=LINK, change="DEPARTED")
    in_a_file.given(but(file_slip, occurred_on="2026-07-03"), tell, CLOSE)
    for new in (but(DECLARE, occurred_on="2026-07-03", dwelling="Số 1"), NEW_LETTER):
        in_a_file.when(new._replace(who="clerk")).refused(404, "NotVisible")
    assert waiting(in_a_file, "clerk", "2026-07-20", "G06", "G34") == []


# Two links in one year.

MOVE = but(DECLARE, occurred_on="2026-05-04", body=OTHER_WARD, dwelling="Số 8, ngõ 2")
LETTER_THERE = but(ISSUE, occurred_on="2026-05-06", number="40-GGT/ĐU")
RECEIVED_THERE = but(RECEIVE, "other ward clerk", occurred_on="2026-05-11", link=NEW_LINK)
CLOSE_HERE = act("clerk", "close-link", "2026-06-01", link=LINK, reason="MOVED", on="2026-06-01")


def test_a_member_with_two_links_in_one_year(scenario: Scenario) -> None:
    scenario.given(*INTRODUCTION, MOVE)
    assert waiting(scenario, "clerk", "2026-05-05", "G02") == [("G02", "2026-05-19", False)]
    scenario.given(LETTER_THERE, RECEIVED_THERE)
    both = state(scenario, "clerk", "2026-05-20")
    assert both
    assert (both["state"], both["link"], both["older_links"]) == (
        "RECEIVED",
        str(NEW_LINK),
        [str(LINK)],
    )
    for who in ("clerk", "ward clerk"):
        assert waiting(scenario, who, "2026-05-27", "G33") == [("G33", "2026-05-26", True)]
    assert waiting(scenario, "other ward clerk", "2026-05-27", "G33") == []
    scenario.given(CLOSE_HERE)
    assert waiting(scenario, "clerk", "2026-06-01", "G33") == []
    left = state(scenario, "ward clerk", "2026-06-02", "&state=CLOSED")
    there = state(scenario, "other ward clerk", "2026-06-02")
    assert left
    assert there
    assert (left["state"], there["state"]) == ("CLOSED", "RECEIVED")
    assert "ngõ 2" not in scenario.asked("ward clerk", "/api/roster?state=CLOSED").answer.text


def test_a_move_entered_after_a_later_one_changes_nothing_of_today(in_a_file: Scenario) -> None:
    late = but(DECLARE, occurred_on="2026-04-06", dwelling="Số 3, ngõ 1")
    in_a_file.given(*INTRODUCTION, MOVE, LETTER_THERE, RECEIVED_THERE)
    before = state(in_a_file, "clerk", "2026-05-20")
    in_a_file.given(late)
    assert state(in_a_file, "clerk", "2026-05-20") == before
    april = state(in_a_file, "clerk", "2026-04-10")
    assert april
    assert april["residence"]["dwelling"] == "Số 3, ngõ 1"


def test_an_earlier_paper_of_the_same_stay_keeps_its_number_and_its_letter(
    in_a_file: Scenario,
) -> None:
    in_a_file.given(*INTRODUCTION, MOVE, LETTER_THERE, RECEIVED_THERE)
    early = but(MOVE, occurred_on="2026-04-20", dwelling="Số 8, ngõ 2")
    in_a_file.given(early)
    now = state(in_a_file, "clerk", "2026-05-20")
    assert now
    assert (now["residence"]["residence_no"], now["link"]) == (2, str(NEW_LINK))
    assert waiting(in_a_file, "clerk", "2026-05-01", "G02") == [("G02", "2026-05-05", False)]


# Letters that come back, get lost, are written again; papers that another one takes the place of.

RETURN = act("ward clerk", "return-letter", "2026-03-16", link=LINK, reason="WRONG_DATA")
SECOND = but(ISSUE, occurred_on="2026-03-20", number="21-GGT/ĐU", replaces=f"{LINK}/1")
LOST = act("clerk", "void-letter", "2026-04-06", link=LINK, reason="LOST")
THIRD = but(ISSUE, occurred_on="2026-04-08", number="25-GGT/ĐU", replaces=f"{LINK}/2")


def test_letters_that_were_sent_back_and_lost_are_written_again(scenario: Scenario) -> None:
    scenario.given(ENROL, DECLARE, ISSUE, RETURN)
    assert waiting(scenario, "clerk", "2026-03-17", "G01", "G04") == [("G01", "2026-03-31", False)]
    scenario.given(SECOND)
    scenario.when(but(SECOND, number="22-GGT/ĐU")).refused(409, "LetterUnderWay", "attempt")
    scenario.given(LOST)
    assert waiting(scenario, "clerk", "2026-04-07", "G01", "G04") == [("G01", "2026-04-21", False)]
    scenario.given(THIRD, but(RECEIVE, occurred_on="2026-04-13"))
    row = state(scenario, "clerk", "2026-04-13")
    assert row
    assert (row["state"], row["attempt"]) == ("RECEIVED", 3)
    assert waiting(scenario, "clerk", "2026-04-13", "G01", "G02", "G03", "G04") == []
    stages = [state(scenario, "ward clerk", day) for day in ("2026-03-10", "2026-03-18")]
    assert [stage and stage["state"] for stage in stages] == ["ISSUED", None]
    returned = but(RECEIVE, occurred_on="2026-03-18", attempt=1)
    scenario.when(returned).refused(409, "LetterOutOfForce", "attempt")


def test_a_letter_struck_through_frees_its_number_and_is_known_as_it_was(
    in_a_file: Scenario,
) -> None:
    issued = in_a_file.given(ENROL, DECLARE, ISSUE).said
    letter, then = issued["events"][0]["event_id"], issued["position"]
    strike = act("clerk", "void-entry", "2026-03-09", event=letter, reason="Ghi nhầm người")
    in_a_file.given(strike)
    now, known = (state(in_a_file, "clerk", "2026-03-08", at) for at in ("", f"&known_at={then}"))
    assert now
    assert known
    assert (now["state"], known["state"]) == ("TO_INTRODUCE", "ISSUED")
    in_a_file.given(but(ISSUE, occurred_on="2026-03-09"))
    again = state(in_a_file, "clerk", "2026-03-09")
    assert again
    assert again["state"] == "ISSUED"


def test_a_paper_that_comes_twice_is_one_and_another_of_the_same_is_refused(
    in_a_file: Scenario,
) -> None:
    in_a_file.given(*INTRODUCTION)
    in_a_file.when(RECEIVE).repeated("letter.received")
    in_a_file.when(but(RECEIVE, via="POST")).refused(409, "OtherFactsOnRecord", "via")


def test_a_slip_under_its_right_date_takes_the_place_of_the_wrong_one(in_a_file: Scenario) -> None:
    *most, file_slip = INTRODUCTION
    slip = in_a_file.given(*most).said["events"][0]["event_id"]
    mend = act(
        "ward clerk",
        "correct-entry",
        "2026-03-25",
        event=slip,
        reason="Ghi nhầm ngày",
        facts={"occurred_on": "2026-03-24"},
    )
    in_a_file.given(mend)
    assert waiting(in_a_file, "clerk", "2026-03-20", "G05") == [("G05", "2026-03-25", False)]
    in_a_file.when(file_slip).refused(409, "BeforeItsGround", "occurred_on")
    in_a_file.given(but(file_slip, occurred_on="2026-03-26"))
    row = state(in_a_file, "clerk", "2026-03-26")
    assert row
    assert (row["slip"], row["residence_cell"]["id"]) == ("FILED", str(QUARTER))
