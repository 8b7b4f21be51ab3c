"""Every prohibition met over HTTP: the tables of the folder beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

from domain.refusals import ReadByAdministrator, ReadByResidence, Refusal, WithoutOffice
from service.app import create_app, service_of
from service.settings import Settings
from tests.service import refused
from tests.service.refused.row import Row, Stage
from tests.service.scenario import Scenario
from tests.service.town import OFFICERS, TODAY, town

TABLES = [
    import_module(found.name) for found in walk_packages(refused.__path__, f"{refused.__name__}.")
]
LISTED: list[Stage] = [stage for table in TABLES for stage in getattr(table, "STAGES", ())]
STAGES = {stage.name: stage for stage in LISTED}
ROWS = [(name, row) for name, stage in STAGES.items() for row in stage.rows]
TO_QUESTIONS = {ReadByAdministrator, ReadByResidence, WithoutOffice}


def case(number: int) -> str:
    stage, row = ROWS[number]
    return f"{number} {row.when.command} after {stage} {row.refused.code}"


@pytest.fixture(scope="module")
def stage(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scenario]:
    """What stands on the record before each of its rows: a refusal adds nothing to it."""
    folder = tmp_path_factory.mktemp("service")
    (folder / "clock").write_text(TODAY)
    app = create_app(Settings(folder / "data", clock_file=folder / "clock"))
    yield Scenario(app, OFFICERS).given(*town(), *STAGES[request.param].given)
    service_of(app).close()


@pytest.mark.parametrize(
    ("stage", "row"), ROWS, indirect=["stage"], ids=map(case, range(len(ROWS)))
)
def test_it_is_refused_by_its_rule_and_nothing_is_written(stage: Scenario, row: Row) -> None:
    before = service_of(stage.app).coordination.log_end()
    stage.when(row.when).refused(row.status, row.refused.code, row.field)
    assert service_of(stage.app).coordination.log_end() == before


def test_every_refusal_was_met() -> None:
    assert len(STAGES) == len(LISTED)
    met = {row.refused for _, row in ROWS}
    assert set(Refusal.__subclasses__()) - met == TO_QUESTIONS
