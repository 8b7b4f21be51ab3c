"""Two rule sets side by side, over HTTP: who would be late, and who would not."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from service.app import create_app, service_of
from service.settings import Settings
from tests.service.scenario import Scenario
from tests.service.town import (
    DECLARE,
    ENROL,
    ISSUE,
    OFFICERS,
    RECEIVE,
    WARD,
    WORKPLACE,
    act,
    town,
)
from tests.service.trail import trail
from tests.variants import figure, variant

# On 26 March 2026 the receipt slip is a day late: received on 10 March, fifteen days.
DAY = "as_of=2026-03-26"
TOML = {"Content-Type": "application/toml"}
THIRTY_DAYS = variant(figure("slip.return_days", 30, was=15))
FOUR_DAYS = variant(figure("place.days", 4, was=10), figure("slip.return_days", 20, was=15))


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenario]:
    """A letter was received, and since then nothing happened."""
    folder = tmp_path_factory.mktemp("comparisons")
    (folder / "clock").write_text("2027-01-15T10:00:00+07:00")
    app = create_app(Settings(folder / "data", clock_file=folder / "clock"))
    yield Scenario(app, OFFICERS).given(*town(), ENROL, DECLARE, ISSUE, RECEIVE)
    service_of(app).close()


def posted(play: Scenario, who: str, draft: Any, asked: str = DAY, **headers: str) -> TestResponse:
    play.answer = play.client.post(
        f"/api/comparisons?{asked}", data=draft, headers={**TOML, **play.headers(who), **headers}
    )
    return play.answer


def outcomes(play: Scenario) -> dict[str, str]:
    return {item["code"]: item["outcome"] for item in play.items}


def test_with_more_days_the_slip_is_not_late(received: Scenario) -> None:
    assert posted(received, "clerk", THIRTY_DAYS).status_code == 200
    [slip] = [item for item in received.items if item["code"] == "G05"]
    assert slip["outcome"] == "ONLY_HERE"
    assert (slip["here"]["due_on"], slip["here"]["late"]) == ("2026-03-25", True)
    assert (slip["there"]["due_on"], slip["there"]["late"]) == ("2026-04-09", False)
    assert slip["here"]["clause"] == slip["there"]["clause"] != ""
    assert slip["here"]["owner"]["id"] == str(WARD)
    assert outcomes(received) == {"G05": "ONLY_HERE", "G07": "SAME"}
    assert received.said["rules"]["draft"] is False
    counts = {row["code"]: row for row in received.said["counts"]}
    assert (counts["G05"]["only_here"], counts["G07"]["same"]) == (1, 1)


def test_with_fewer_days_others_are_late_and_obligations_are_compared_too(
    received: Scenario,
) -> None:
    posted(received, "ward clerk", FOUR_DAYS, "as_of=2026-03-15")
    assert outcomes(received) == {"G07": "ONLY_THERE"}
    posted(received, "ward clerk", FOUR_DAYS, "as_of=2026-03-15&of=obligations")
    assert outcomes(received) == {"G05": "OTHER_DUE_DATE", "G07": "OTHER_DUE_DATE"}
    posted(received, "ward clerk", FOUR_DAYS, "as_of=2026-04-15")
    assert outcomes(received) == {"G05": "OTHER_DUE_DATE", "G07": "OTHER_DUE_DATE"}


def test_what_was_not_known_is_compared_as_it_was_not_known(received: Scenario) -> None:
    received.asked("ward clerk", "/api/history?topic=letter.received")
    known = received.items[0]["position"] - 1
    posted(received, "clerk", THIRTY_DAYS, f"as_of=2026-04-30&known_at={known}")
    assert outcomes(received) == {"G04": "SAME"}


def test_the_same_rule_set_differs_in_nothing(received: Scenario) -> None:
    for of in ("gaps", "obligations"):
        received.asked("clerk", f"/api/{of}?{DAY}&rules=213-2020")
        assert set(outcomes(received).values()) == {"SAME"}
        assert all(item["here"] == item["there"] for item in received.items)
        alone = received.said["items"]
        received.asked("clerk", f"/api/{of}?{DAY}")
        assert [item["key"] for item in alone] == [item["key"] for item in received.items]


def test_history_is_judged_by_an_older_rule_set(received: Scenario) -> None:
    received.asked("clerk", f"/api/gaps?{DAY}&rules=76-2000")
    assert outcomes(received) == {"G05": "SAME", "G07": "SAME"}
    assert {item["there"]["rule_set"] for item in received.items} == {"76-2000"}
    assert {item["here"]["rule_set"] for item in received.items} == {"213-2020"}
    assert received.said["rules"]["id"] == "76-2000"


def test_one_code_one_outcome_one_page(received: Scenario) -> None:
    posted(received, "clerk", THIRTY_DAYS, f"{DAY}&code=G07")
    assert outcomes(received) == {"G07": "SAME"}
    posted(received, "clerk", THIRTY_DAYS, f"{DAY}&outcome=ONLY_HERE,ONLY_THERE")
    assert outcomes(received) == {"G05": "ONLY_HERE"}
    assert {row["code"] for row in received.said["counts"]} == {"G05", "G07"}
    posted(received, "clerk", THIRTY_DAYS, f"{DAY}&limit=1")
    first = received.items
    following = received.said["next"]
    assert following
    posted(received, "clerk", THIRTY_DAYS, following.partition("?")[2])
    assert received.said["next"] is None
    posted(received, "clerk", THIRTY_DAYS)
    assert received.items == [*first, *received.items[1:]]


def test_a_draft_comes_as_the_one_file_of_a_form(received: Scenario) -> None:
    headers = received.headers("clerk")
    form = {"rules": (BytesIO(THIRTY_DAYS.encode()), "300-2027.toml")}
    received.answer = received.client.post(f"/api/comparisons?{DAY}", data=form, headers=headers)
    assert outcomes(received)["G05"] == "ONLY_HERE"
    for content in ({}, {"one": "text"}):
        answer = received.client.post("/api/comparisons", data=content, headers=headers)
        assert (answer.status_code, answer.get_json(force=True)["rule"]) == (415, "NoFile")
    posted(received, "clerk", b"{}", **{"Content-Type": "application/json"})
    received.refused(415, "NoFile")


def test_a_broken_draft_is_told_which_key_and_what_is_right(received: Scenario) -> None:
    draft = variant(("value = 15", "value = -1"))
    posted(received, "clerk", draft, **{"Accept-Language": "en"})
    received.refused(422, "BrokenRuleSet")
    [error] = received.said["errors"]
    assert error["field"] == "figures.letter.new_days.value"
    assert error["en"] == "draft.toml: has to be a value in days, is -1"
    posted(received, "clerk", "id = ")
    received.refused(422, "BrokenRuleSet")
    assert received.said["errors"][0]["field"] == "the file"


def test_a_calendar_is_looked_for_with_the_rule_sets_and_nowhere_else(received: Scenario) -> None:
    for name in ("../log.db", "/etc/passwd", "holidays-2030.toml"):
        posted(received, "clerk", variant(("holidays-2026.toml", name)))
        received.refused(422, "BrokenRuleSet")
        assert received.said["errors"][0]["field"] == "calendar.file"


def test_who_may_not_ask_for_gaps_may_not_compare_them(received: Scenario) -> None:
    posted(received, "administrator", THIRTY_DAYS)
    received.refused(403, "ReadByAdministrator")
    posted(received, "other clerk", THIRTY_DAYS, f"organization={WORKPLACE}")
    received.refused(404, "NotVisible", "organization")
    posted(received, "other clerk", THIRTY_DAYS)
    assert received.items == []
    assert received.client.post("/api/comparisons", data="").status_code == 401


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("gaps?rules=214-2030", "rules"),
        ("gaps?rules=", "rules"),
        ("gaps?rules=76-2000,213-2020", "rules"),
        ("gaps?rules=76-2000&outcome=LATE", "outcome"),
        ("gaps?outcome=SAME", "outcome"),
        ("obligations?rules=76-2000&of=gaps", "of"),
        ("gaps?rules=76-2000&cursor=nonsense", "cursor"),
    ],
)
def test_a_question_that_cannot_be_read(received: Scenario, address: str, field: str) -> None:
    received.asked("clerk", f"/api/{address}").refused(422, "InvalidBody")
    assert [error["field"] for error in received.said["errors"]] == [field]


def test_the_comparison_is_a_table_too(received: Scenario) -> None:
    received.asked("clerk", f"/api/gaps.csv?{DAY}&rules=76-2000", **{"Accept-Language": "en"})
    heading, *rows = received.answer.text.splitlines()
    assert heading.lstrip("\ufeff").startswith("Outcome,Code,What is owed,Member,Due on (as it is)")
    assert [row.split(",")[:2] for row in rows] == [["the same", "G07"], ["the same", "G05"]]
    csv = posted(received, "clerk", THIRTY_DAYS, Accept="text/csv").text
    assert "chỉ theo quy định đang áp dụng,G05" in csv


def test_names_that_are_opened_are_noted(received: Scenario) -> None:
    before = len(trail(received))
    posted(received, "clerk", THIRTY_DAYS)
    assert received.items[0]["member"]["name"] == "Nguyễn Thị Thắm"
    assert len(trail(received)) == before + 1


def test_local_figures_hold_where_the_draft_leaves_them_open(
    in_a_file: Scenario, tmp_path: Path
) -> None:
    adopted = act(
        "secretary",
        "adopt-rule-set",
        "2026-02-01",
        organization=WORKPLACE,
        adopts="213-2020",
        figures={"slip.return_days": 25},
        from_="2026-02-01",
    )
    in_a_file.given(adopted, ENROL, DECLARE, ISSUE, RECEIVE)
    posted(in_a_file, "clerk", THIRTY_DAYS, f"{DAY}&of=obligations&code=G05")
    assert outcomes(in_a_file) == {"G05": "SAME"}
    fixed = THIRTY_DAYS.replace(
        '{ value = 30, unit = "days", source = "design", open = true }',
        '{ value = 30, unit = "days", source = "213-QĐ/TW" }',
    )
    posted(in_a_file, "clerk", fixed, f"{DAY}&of=obligations&code=G05")
    [slip] = in_a_file.items
    assert (slip["here"]["due_on"], slip["there"]["due_on"]) == ("2026-04-04", "2026-04-09")
