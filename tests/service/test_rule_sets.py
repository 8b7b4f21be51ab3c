"""Rule sets beside the published ones: a folder that a service reads when it starts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from domain.rulebook import BrokenRuleSet
from service.app import create_app, service_of
from service.cli import main
from service.settings import Settings
from tests.service.scenario import Scenario, Sent
from tests.service.town import DECLARE, ENROL, OFFICERS, WORKPLACE, act, town
from tests.variants import figure, successor

LONGER = figure("letter.new_days", 45, was=15)


@contextmanager
def serving(settings: Settings) -> Iterator[Scenario]:
    app = create_app(settings)
    yield Scenario(app, OFFICERS)
    service_of(app).close()


def dated(sent: Sent, day: str) -> Sent:
    return sent._replace(body={**sent.body, "occurred_on": day})


def letter_due(play: Scenario) -> tuple[Any, Any]:
    rows = play.asked("clerk", "/api/obligations?code=G01").items
    [(due_on, rule_set)] = [(row["due_on"], row["rule_set"]) for row in rows]
    return due_on, rule_set


@pytest.mark.parametrize("named", [False, True], ids=["in the data folder", "named"])
def test_a_successor_in_the_folder_judges_what_is_dated_from_its_day_on(
    tmp_path: Path, clock: Path, *, named: bool
) -> None:
    data = tmp_path / "data"
    folder = tmp_path / "elsewhere" if named else data / "rule_sets"
    successor(folder, LONGER)
    rule_sets = {"LIENHE_RULE_SETS": str(folder)} if named else {}
    settings = Settings.from_environment(data, {"LIENHE_CLOCK_FILE": str(clock), **rule_sets})
    with serving(settings) as play:
        play.given(*town(), dated(ENROL, "2026-12-31"), dated(DECLARE, "2026-12-31"))
        assert letter_due(play) == ("2027-01-15", "213-2020")
    with serving(Settings(tmp_path / "new", rule_sets=folder, clock_file=clock)) as play:
        play.given(*town(), dated(ENROL, "2027-01-04"), dated(DECLARE, "2027-01-04"))
        assert letter_due(play) == ("2027-02-18", "300-2027")


def test_a_committee_adopts_the_successor_with_figures_of_its_own(
    tmp_path: Path, clock: Path
) -> None:
    successor(tmp_path / "data" / "rule_sets", LONGER)
    with serving(Settings(tmp_path / "data", clock_file=clock)) as play:
        play.given(*town(), dated(ENROL, "2027-01-04"), dated(DECLARE, "2027-01-04"))
        facts = {"organization": WORKPLACE, "adopts": "300-2027", "from_": "2027-01-01"}
        figures = {"letter.new_days": 50}
        play.given(act("secretary", "adopt-rule-set", "2027-01-05", **facts, figures=figures))
        assert letter_due(play) == ("2027-02-23", "300-2027")


def test_a_broken_file_stops_the_service_before_it_begins(tmp_path: Path, clock: Path) -> None:
    path = successor(tmp_path / "rule_sets", figure("letter.new_days", "-1", was=15))
    settings = Settings(tmp_path / "data", rule_sets=path.parent, clock_file=clock)
    with pytest.raises(BrokenRuleSet, match=r"300-2027\.toml: figures\.letter\.new_days\.value"):
        create_app(settings)
    environment = {"LIENHE_RULE_SETS": str(path.parent), "LIENHE_DATABASE_URL": "postgresql://-"}
    arguments = ["rebuild", "--data", str(tmp_path / "data")]
    result = CliRunner().invoke(main, arguments, env=environment)
    assert result.exit_code == 1
    assert "300-2027.toml: figures.letter.new_days.value" in result.output


def test_a_folder_that_was_named_has_to_be_there(tmp_path: Path, clock: Path) -> None:
    settings = Settings(tmp_path / "data", rule_sets=tmp_path / "nowhere", clock_file=clock)
    with pytest.raises(FileNotFoundError, match="nowhere"):
        create_app(settings)
