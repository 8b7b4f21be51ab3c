"""Two rosters compared: the residence states its list, each difference waits for an answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.scenario import Scenario, Sent
from tests.service.town import (
    DECLARE,
    ENROL,
    FORWARD,
    ISSUE,
    LINK,
    OTHER_WARD,
    QUARTER,
    RECEIVE,
    WARD,
    WORKPLACE,
    act,
)

HERE = {"full_name": "nguyễn  thị thắm", "birth_date": "1984-05-17", "status": "PLACED"}
STRANGER = {"full_name": "Đỗ Văn Khang", "birth_date": "1980-02-03", "status": "PLACED"}


def listed(*entries: dict[str, Any], on: str = "2026-07-03", as_on: str = "2026-06-30") -> Sent:
    return act(
        "ward clerk",
        "state-roster",
        on,
        workplace=WORKPLACE,
        residence=WARD,
        stated_by="RESIDENCE",
        as_on=as_on,
        entries=[{name: str(value) for name, value in entry.items()} for entry in entries],
    )


@pytest.fixture
def placed(scenario: Scenario) -> Scenario:
    return scenario.given(ENROL, DECLARE, ISSUE, RECEIVE, FORWARD)


def differences(scenario: Scenario, who: str = "clerk", **asked: str) -> list[tuple[str, str]]:
    address = "/api/differences?as_of=" + asked.pop("as_of", "2026-08-01")
    address += "".join(f"&{name}={value}" for name, value in asked.items())
    return [(row["kind"], row["state"]) for row in scenario.asked(who, address).items]


def test_a_list_that_is_right_differs_in_nothing(placed: Scenario) -> None:
    placed.when(listed({**HERE, "cell": QUARTER})).then("roster.stated")
    assert differences(placed) == []
    placed.when(listed({**HERE, "cell": QUARTER})._replace(key="again")).repeated("roster.stated")


@pytest.mark.parametrize(
    ("entries", "kinds"),
    [
        ([], ["NOT_AT_RESIDENCE"]),
        ([HERE, STRANGER], ["NOT_AT_WORKPLACE"]),
        ([{"link": LINK, "status": "RECEIVED"}], ["OTHER_STATE"]),
        ([{"link": LINK, "cell": OTHER_WARD, "status": "PLACED"}], ["OTHER_CELL"]),
        ([STRANGER], ["NOT_AT_RESIDENCE", "NOT_AT_WORKPLACE"]),
    ],
)
def test_each_difference_is_named(
    placed: Scenario, entries: list[dict[str, Any]], kinds: list[str]
) -> None:
    placed.given(listed(*entries))
    assert differences(placed) == [(kind, "OPEN") for kind in kinds]
    owed = placed.asked("clerk", "/api/obligations?as_of=2026-07-30&code=G38").items
    assert sorted(row["step"] for row in owed) == kinds
    assert {row["due_on"] for row in owed} == {"2026-07-30"}
    assert not any(row["late"] for row in owed)
    late = placed.asked("ward clerk", "/api/gaps?as_of=2026-07-31&code=G38").items
    assert sorted(row["step"] for row in late) == kinds


def test_a_name_without_a_link_is_read_by_the_two_committees_only(placed: Scenario) -> None:
    placed.given(listed(HERE, STRANGER))
    address = "/api/differences?as_of=2026-08-01"
    for who in ("clerk", "ward clerk"):
        [row] = placed.asked(who, address).items
        assert (row["full_name"], row["difference"]) == ("Đỗ Văn Khang", "NOT_AT_WORKPLACE:2")
    for who in ("other clerk", "other ward clerk"):
        assert placed.asked(who, address).items == []


def test_an_answer_of_either_side_settles_a_difference(placed: Scenario) -> None:
    placed.given(listed(HERE, STRANGER))
    [row] = placed.asked("clerk", "/api/differences?as_of=2026-08-01").items
    answer = act(
        "clerk",
        "answer-difference",
        "2026-07-10",
        reconciliation=row["reconciliation"],
        difference=row["difference"],
        answer="OURS_RIGHT",
        note="Không phải đảng viên của Đảng bộ",
    )
    unknown = {**answer.body, "difference": "OTHER_CELL:2"}
    placed.when(answer._replace(body=unknown)).refused(409, "NoSuchDifference", "difference")
    placed.when(answer).then("difference.answered")
    assert differences(placed) == [("NOT_AT_WORKPLACE", "ANSWERED")]
    assert differences(placed, as_of="2026-07-09") == [("NOT_AT_WORKPLACE", "OPEN")]
    assert placed.asked("clerk", "/api/gaps?as_of=2026-08-15&code=G38").items == []


def test_a_later_list_without_it_settles_a_difference_and_one_with_it_keeps_it(
    placed: Scenario,
) -> None:
    placed.given(listed(), listed(on="2026-08-03", as_on="2026-07-31"))
    [kept] = placed.asked("clerk", "/api/gaps?as_of=2026-09-01&code=G38").items
    assert kept["due_on"] == "2026-07-30"
    placed.given(listed(HERE, on="2026-09-02", as_on="2026-08-31"))
    assert placed.asked("clerk", "/api/gaps?as_of=2026-09-02&code=G38").items == []
    [ended] = placed.asked("clerk", "/api/gaps?as_of=2026-09-01&code=G38").items
    assert ended["settled_by"]


def test_the_workplace_states_its_list_too_and_opens_nothing_by_it(placed: Scenario) -> None:
    own = listed()._replace(who="clerk")
    placed.when(own).refused(409, "TranscribedWithoutPaper", "transcribed")
    body = {**own.body, "stated_by": "WORKPLACE"}
    placed.when(own._replace(body=body)).then("roster.stated")
    assert differences(placed) == []


def test_a_list_of_a_day_to_come_is_refused(placed: Scenario) -> None:
    placed.when(listed(HERE, as_on="2026-07-04")).refused(409, "BeforeItsGround", "as_on")
    placed.when(listed({**HERE, "link": QUARTER})).refused(404, "NotVisible")
