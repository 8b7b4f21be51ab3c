"""The inspector's command: the answers by the log alone, and whether they are what is read."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from projections.roster import State
from service.app import create_app, service_of
from service.composition import open_service
from service.settings import Settings
from tests.service.command_line import run
from tests.service.scenario import Scenario
from tests.service.town import (
    GROUP,
    MEMBER,
    OFFICE_CELL,
    OFFICERS,
    OTHER_WORKPLACE,
    QUARTER,
    WARD,
    WORKPLACE,
    person,
)

AS_OF = "2026-12-31"


def replayed(data: Path, body: object, *options: object, status: int = 0) -> dict[str, Any]:
    asked = ("--organization", body, "--as-of", AS_OF, *options)
    found: dict[str, Any] = json.loads(
        run("replay", "--data", data, *asked, "--json", status=status).stdout_bytes
    )
    return found


def files(data: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in data.glob("*.db")}


@pytest.fixture
def read(data: Path, clock: Path, year: int) -> Scenario:
    """What is asked over HTTP of the same folder; gives the scenario closed again."""
    app = create_app(Settings(data, clock_file=clock))
    scenario = Scenario(app, OFFICERS).asked("clerk", f"/api/roster?after={year}")
    service_of(app).close()
    return scenario


def test_what_is_read_follows_from_the_log(data: Path, year: int, read: Scenario) -> None:
    found = replayed(data, WORKPLACE)
    assert (found["verdict"], found["differing"], found["known_at"]) == ("EQUAL", [], year)
    assert [row["member"] for row in found["roster"]] == [row["member"] for row in read.items]
    assert found["classification_inputs"][0]["inputs"]["figures"]["attended"] == 1
    assert (found["name"], found["year"]) == ("Đảng ủy Cơ quan", 2026)
    text = run("replay", "--data", data, "--organization", WORKPLACE, "--as-of", AS_OF).output
    assert "Danh sách / roster: 1 (PLACED 1)" in text
    assert "equal to the read models that stand" in text


def test_every_past_can_be_replayed(data: Path, year: int, read: Scenario) -> None:
    states = []
    for position in range(year - 26, year + 1, 3):
        found = replayed(data, WORKPLACE, "--known-at", position)
        assert (found["verdict"], found["known_at"]) == ("EQUAL", position)
        states += [row["state"] for row in found["roster"]]
    assert (states[0], states[-1]) == ("RESIDENCE_UNKNOWN", "PLACED")
    assert states == sorted(states, key=list(State).index)
    assert read.items


def test_neither_keys_nor_read_models_are_needed(data: Path, year: int) -> None:
    whole = replayed(data, WORKPLACE)
    for file in [*data.glob("views*"), *data.glob("keys*")]:
        file.unlink()
    found = replayed(data, WORKPLACE)
    assert found["verdict"] == "NONE_STAND"
    assert found["roster"] == whole["roster"]
    assert files(data).keys() == {"log.db"}
    assert year


def test_no_name_is_opened(data: Path, read: Scenario) -> None:
    assert read.items[0]["full_name"] == "Nguyễn Thị Thắm"
    found = replayed(data, WORKPLACE)
    assert "Thắm" not in json.dumps(found, ensure_ascii=False)
    assert found["roster"][0]["full_name"] == f"{MEMBER}/1/full_name"


def test_a_table_that_somebody_touched_differs(data: Path, read: Scenario) -> None:
    with sqlite3.connect(data / "views.db") as views:
        views.execute("UPDATE on_roster SET state = 'RECEIVED'")
        views.execute("DELETE FROM obligation")
    before = files(data)
    found = replayed(data, WORKPLACE, status=1)
    assert (found["verdict"], "roster" in found["differing"]) == ("DIFFERS", True)
    assert found["roster"][0]["state"] == "PLACED"
    assert files(data) == before
    run("rebuild", "--data", data, status=1)
    assert replayed(data, WORKPLACE)["verdict"] == "EQUAL"
    assert read.items


def test_read_models_that_have_not_come_as_far_are_not_compared(
    data: Path, clock: Path, read: Scenario
) -> None:
    settings = Settings(data, clock_file=clock)
    service = open_service(settings)
    with sqlite3.connect(data / "views.db") as views:
        views.execute("UPDATE checkpoint SET position = position - 1")
    service.close()
    assert replayed(data, WORKPLACE)["verdict"] == "BEHIND"
    assert read.items


@pytest.mark.parametrize(
    ("body", "members", "introduced"),
    [
        (WORKPLACE, 1, 0),
        (OFFICE_CELL, 1, 0),
        (WARD, 0, 1),
        (QUARTER, 0, 1),
        (GROUP, 0, 1),
        (OTHER_WORKPLACE, 0, 0),
    ],
)
def test_each_body_has_its_own(
    data: Path, read: Scenario, body: object, members: int, introduced: int
) -> None:
    found = replayed(data, body)
    assert (len(found["roster"]), len(found["introduced"])) == (members, introduced)
    assert found["verdict"] == "EQUAL"
    assert read.items


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "--organization: "),
        (["--organization", "x"], "--organization: "),
        (["--organization", MEMBER], "no such body"),
        (["--organization", person("nobody")], "no such body"),
        (["--organization", WORKPLACE, "--known-at", "0"], "no such body"),
        (["--organization", WORKPLACE, "--known-at", "99999"], "--known-at: "),
        (["--organization", WORKPLACE, "--as-of", "x"], "--as-of: "),
        (["--organization", WORKPLACE, "--year", "26"], "--year: "),
    ],
)
def test_what_cannot_be_replayed_is_told(
    data: Path, year: int, options: list[object], told: str
) -> None:
    assert told in run("replay", "--data", data, *options, status=2).output
    assert year
