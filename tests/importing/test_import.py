from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service.demo.members_list import write_list
from service.importing.cli import import_list
from tests.importing.conftest import Town
from tests.importing.workbooks import write


@pytest.fixture
def members(town: Town, tmp_path: Path) -> Path:
    """The list of the story's office."""
    file = tmp_path / "danh-sach.xlsx"
    write_list(file, town.story.year.workplace.name, town.story.listed)
    return file


def run(town: Town, file: Path, *options: str, token: str | None = None) -> Result:
    arguments = [str(file), "--url", town.address, "--token", token or town.clerk, *options]
    return CliRunner().invoke(import_list, arguments, catch_exceptions=False)


def report(result: Result) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(result.stdout)
    return said


def test_a_dry_run_enters_nothing(town: Town, members: Path) -> None:
    before = town.events
    result = run(town, members, "--dry-run", "--json")
    assert result.exit_code == 0
    assert report(result)["ready"] == 30
    assert town.events == before


def test_a_second_run_changes_nothing(town: Town, members: Path) -> None:
    first = report(run(town, members, "--json"))
    assert (first["rows"], first["refused"]) == (30, 0)
    after = town.events
    second = report(run(town, members, "--json"))
    assert (second["unchanged"], second["imported"]) == (30, 0)
    assert town.events == after


def test_rows_may_change_places(town: Town, tmp_path: Path) -> None:
    """What is entered once is known by what it says, not by where it stands."""
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for file, listed in zip(files, (town.story.listed, town.story.listed[::-1]), strict=True):
        write_list(file, town.story.year.workplace.name, listed)
    run(town, files[0])
    after = town.events
    assert report(run(town, files[1], "--json"))["unchanged"] == 30
    assert town.events == after


def test_a_row_that_the_service_refuses_says_why_in_both_languages(
    town: Town, tmp_path: Path
) -> None:
    cell = town.story.year.wards[0].cells[0]
    sound = ["", "Trần Thị Lựu", "01/02/1975", "Nữ", "03/02/1999", "03/02/2000"]
    place = [town.story.year.workplace.cells[0].code, "Số 1", "", cell.ward.code, cell.code]
    rows = [
        [*sound, *place, "001", "06/03/2024"],
        ["", "Trần Thị Mơ", *sound[2:], *place, "002", "06/03/2025"],
    ]
    result = run(town, write(tmp_path / "list.xlsx", rows), "--json")
    assert result.exit_code == 1
    [imported, refused] = report(result)["report"]
    assert imported == {"row": 4, "outcome": "imported", "reason": None}
    assert (refused["row"], refused["outcome"]) == (5, "refused")
    assert refused["reason"]["vi"] != refused["reason"]["en"]
    assert "Hàng 5" in run(town, tmp_path / "list.xlsx").stdout


def test_only_a_clerk_of_the_workplace_may_import(town: Town, members: Path) -> None:
    result = run(town, members, token=town.ward_clerk)
    assert result.exit_code == 2
    assert "nơi công tác" in result.stderr


def test_a_wrong_token_is_told(town: Town, members: Path) -> None:
    result = run(town, members, token="lienhe_nobody")  # noqa: S106 - nobody's
    assert result.exit_code == 2
    assert "401" in result.stderr


def test_a_service_that_is_not_there_is_told(town: Town, members: Path) -> None:
    result = CliRunner().invoke(
        import_list, [str(members), "--url", "http://127.0.0.1:9", "--token", town.clerk]
    )
    assert result.exit_code == 2
    assert "--url" in result.stderr


def test_a_file_that_is_no_workbook_is_told(town: Town, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.write_text("<html></html>")
    result = run(town, file)
    assert result.exit_code == 2
    assert "HTML" in result.stderr
