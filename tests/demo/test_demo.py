from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service.demo.cli import demo


def run(data: Path, *options: str) -> Result:
    arguments = ["--once", "--json", "--data", str(data), *options]
    return CliRunner().invoke(demo, arguments, catch_exceptions=False)


def outcome(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    said: dict[str, Any] = json.loads(result.stdout)
    return said


def events_in(data: Path) -> int:
    with sqlite3.connect(data / "log.db") as log:
        [[count]] = log.execute("SELECT count(*) FROM event")
    log.close()
    return int(count)


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_small_committee_reports_what_was_planted(tmp_path: Path, seed: int) -> None:
    said = outcome(run(tmp_path / "data", "--members", "20", "--seed", str(seed)))
    assert said["reported"] == said["planted"]
    assert said["agrees"]
    assert said["planted"]
    assert (said["members"], said["cells"], said["seed"]) == (20, 2, seed)
    assert said["day"] == "2026-01-31"
    assert said["events"] == events_in(tmp_path / "data")
    assert said["commands"] > 20


def test_a_committee_of_the_models_size_reports_what_was_planted(tmp_path: Path) -> None:
    said = outcome(run(tmp_path / "data"))
    assert said["reported"] == said["planted"]
    assert (said["members"], said["cells"]) == (248, 19)
    assert said["agrees"]
    assert said["moments"] == 23
    assert len(said["planted"]) == 37


def test_the_demo_may_be_run_again_in_its_folder(tmp_path: Path) -> None:
    first, second = (outcome(run(tmp_path / "data", "--members", "8")) for _ in range(2))
    assert first == second


def test_a_folder_in_which_somebody_keeps_something_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "thu-muc" / "so.db"
    kept.parent.mkdir()
    kept.write_text("records")
    result = run(kept.parent, "--members", "8")
    assert result.exit_code == 2
    assert "thư mục khác" in result.stderr
    assert kept.read_text() == "records"
