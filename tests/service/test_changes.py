"""What changed between two days, or since less was known, and by which papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from service.app import create_app, service_of
from service.settings import Settings
from tests.service.scenario import Scenario
from tests.service.town import (
    DECLARE,
    ENROL,
    FORWARD,
    ISSUE,
    MEMBER,
    OFFICERS,
    RECEIVE,
    RETURN_SLIP,
    WARD,
    WORKPLACE,
    act,
    person,
    town,
)
from tests.service.trail import trail

DRAFT_LETTER = act("clerk", "draft-letter", "2026-03-03", member=MEMBER)
AGREE = act(
    "ward clerk",
    "agree-coordination",
    "2026-03-01",
    workplace=WORKPLACE,
    residence=WARD,
    figures={"slip.return_days": 20},
    from_="2026-03-01",
    signers=[person("secretary"), person("ward secretary")],
)


@pytest.fixture(scope="module")
def town_at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Scenario, list[int]]]:
    """A link, and what the log had reached after each paper of it."""
    folder = tmp_path_factory.mktemp("changes")
    (folder / "clock").write_text("2027-01-15T10:00:00+07:00")
    app = create_app(Settings(folder / "data", clock_file=folder / "clock"))
    play, known = Scenario(app, OFFICERS).given(*town()), []
    for paper in (ENROL, DECLARE, DRAFT_LETTER, ISSUE, RECEIVE, FORWARD, RETURN_SLIP, AGREE):
        known.append(play.given(paper).said["position"])
    yield play, known
    service_of(app).close()


@pytest.fixture
def play(town_at_work: tuple[Scenario, list[int]]) -> Scenario:
    return town_at_work[0]


@pytest.fixture
def known(town_at_work: tuple[Scenario, list[int]]) -> dict[str, int]:
    names = ("enrolled", "declared", "drafted", "issued", "received", "forwarded", "slip", "agreed")
    return dict(zip(names, town_at_work[1], strict=True))


def told(play: Scenario) -> list[tuple[str, str, list[str]]]:
    """Code, change and papers of each answer."""
    return [
        (item["code"], item["change"], [paper["topic"] for paper in item["papers"]])
        for item in play.items
    ]


def test_a_day_makes_a_gap_and_no_paper_does(play: Scenario, known: dict[str, int]) -> None:
    asked = f"from_as_of=2026-03-25&as_of=2026-03-26&known_at={known['received']}"
    play.asked("clerk", f"/api/changes?{asked}&code=G05")
    assert told(play) == [("G05", "CAME", [])]
    [item] = play.items
    assert (item["before"]["late"], item["now"]["late"]) == (False, True)
    assert item["now"]["due_on"] == "2026-03-25"
    assert play.said["from"] == {"as_of": "2026-03-25", "known_at": known["received"]}
    assert play.said["counts"] == [
        {"code": "G05", "title": "Chưa gửi phiếu báo", "title_en": "Slip not returned"}
        | {"came": 1, "went": 0, "changed": 0}
    ]


def test_what_opens_and_what_settles_comes_with_its_paper(play: Scenario) -> None:
    asked = "of=obligations&from_as_of=2026-03-05&as_of=2026-03-06"
    play.asked("clerk", f"/api/changes?{asked}")
    assert told(play) == [
        ("G03", "WENT", ["letter.issued"]),
        ("G04", "CAME", ["letter.issued"]),
    ]
    play.asked("clerk", "/api/changes?of=obligations&from_as_of=2026-03-10&as_of=2026-03-11")
    assert ("G07", "WENT", ["link.forwarded"]) in told(play)
    assert ("G07", "CAME", ["link.forwarded"]) in told(play)


def test_an_answer_about_a_past_day_changes_by_what_was_entered_since(
    play: Scenario, known: dict[str, int]
) -> None:
    asked = f"as_of=2026-03-28&from_known_at={known['forwarded']}&known_at={known['slip']}"
    play.asked("clerk", f"/api/changes?{asked}")
    assert told(play) == [
        ("G06", "CAME", ["slip.returned"]),
        ("G05", "WENT", ["slip.returned"]),
    ]
    assert {paper["position"] for item in play.items for paper in item["papers"]} == {known["slip"]}
    assert play.items[1]["before"]["due_on"] == "2026-03-25"
    assert play.items[1]["now"] is None


def test_a_due_date_moves_by_what_was_agreed(play: Scenario, known: dict[str, int]) -> None:
    asked = f"as_of=2026-03-11&from_known_at={known['slip']}&of=obligations&code=G05"
    play.asked("ward clerk", f"/api/changes?{asked}")
    assert told(play) == [("G05", "CHANGED", ["coordination.agreed"])]
    [item] = play.items
    assert (item["before"]["due_on"], item["now"]["due_on"]) == ("2026-03-25", "2026-03-30")


def test_the_residence_hears_nothing_of_inner_papers(play: Scenario, known: dict[str, int]) -> None:
    span = f"as_of=2026-03-31&from_known_at={known['declared']}"
    for question in ("changes?of=obligations", "roster-changes?"):
        heard = {}
        for who in ("clerk", "ward clerk"):
            items = play.asked(who, f"/api/{question}&{span}").items
            heard[who] = {paper["topic"] for item in items for paper in item["papers"]}
        assert "letter.drafted" in heard["clerk"] - heard["ward clerk"]
        assert "link.forwarded" in heard["clerk"] & heard["ward clerk"]


def test_the_roster_changes_with_its_papers(play: Scenario, known: dict[str, int]) -> None:
    asked = "from_as_of=2026-03-06&as_of=2026-03-11"
    [item] = play.asked("clerk", f"/api/roster-changes?{asked}").items
    assert (item["change"], item["full_name"]) == ("CHANGED", "Nguyễn Thị Thắm")
    assert (item["before"]["state"], item["now"]["state"]) == ("ISSUED", "PLACED")
    assert item["fields"] == ["residence_cell", "state"]
    assert [p["topic"] for p in item["papers"]] == ["letter.received", "link.forwarded"]
    assert play.said["counts"] == {"came": 0, "went": 0, "changed": 1}
    asked = f"as_of=2026-03-31&from_known_at={known['issued']}&known_at={known['slip']}"
    [item] = play.asked("ward clerk", f"/api/roster-changes?{asked}").items
    assert item["fields"] == ["cell", "slip", "state"]
    topics = {paper["topic"] for paper in item["papers"]}
    assert topics == {"letter.received", "link.forwarded", "slip.returned"}


def test_yearly_inputs_change_with_their_papers(play: Scenario, known: dict[str, int]) -> None:
    span = f"as_of=2026-12-31&from_known_at={known['received']}&known_at={known['slip']}"
    [item] = play.asked("clerk", f"/api/input-changes?year=2026&{span}").items
    assert item["change"] == "CHANGED"
    assert {"items.SLIP.status", "attendance.late_recorded"} <= set(item["fields"])
    assert [p["topic"] for p in item["papers"]] == ["link.forwarded", "slip.returned"]
    play.asked("ward clerk", f"/api/input-changes?year=2026&{span}")
    play.refused(403, "ReadByResidence")


def test_nothing_changes_from_a_viewpoint_to_itself(play: Scenario) -> None:
    same = "as_of=2026-06-30&from_as_of=2026-06-30"
    for question in (
        "changes?",
        "changes?of=obligations&",
        "roster-changes?",
        "input-changes?year=2026&",
    ):
        assert play.asked("clerk", f"/api/{question}{same}").items == []


def test_pages_and_kinds(play: Scenario, known: dict[str, int]) -> None:
    asked = f"of=obligations&as_of=2026-03-28&from_known_at={known['declared']}"
    every = play.asked("clerk", f"/api/changes?{asked}").items
    assert {item["change"] for item in every} == {"CAME", "WENT"}
    came = play.asked("clerk", f"/api/changes?{asked}&change=CAME").items
    assert came == [item for item in every if item["change"] == "CAME"]
    paged: list[Any] = []
    following = f"/api/changes?{asked}&limit=1"
    while following:
        paged += play.asked("clerk", following).items
        following = play.said["next"]
    assert paged == every


def test_names_are_noted_for_what_is_told_and_nothing_else(play: Scenario) -> None:
    before = len(trail(play))
    play.asked("clerk", "/api/roster-changes?as_of=2026-06-30&from_as_of=2026-06-30")
    assert len(trail(play)) == before
    play.asked("clerk", "/api/roster-changes?as_of=2026-06-30&from_as_of=2026-03-06")
    assert len(trail(play)) == before + 1


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("changes", "from_as_of"),
        ("changes?as_of=2026-03-01&from_as_of=2026-03-02", "from_as_of"),
        ("changes?from_as_of=x", "from_as_of"),
        ("changes?known_at=5&from_known_at=6", "from_known_at"),
        ("changes?from_known_at=yesterday", "from_known_at"),
        ("changes?from_as_of=2026-03-01&change=MOVED", "change"),
        ("roster-changes?from_as_of=2026-03-01&of=gaps", "of"),
        ("input-changes?from_as_of=2026-03-01", "year"),
    ],
)
def test_a_question_that_cannot_be_read(play: Scenario, address: str, field: str) -> None:
    play.asked("clerk", f"/api/{address}").refused(422, "InvalidBody")
    assert [error["field"] for error in play.said["errors"]] == [field]
