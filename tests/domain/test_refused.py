"""What the domain refuses: the tables of the folder beside this file, each line twice."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import pytest

from domain.decisions import DECISIONS
from domain.evaluation import EvaluationReceived
from domain.refusals import Refusal
from tests import year
from tests.domain import refused
from tests.domain.refused.row import Row
from tests.domain.yields import refusals_of
from tests.event_classes import event_classes
from tests.scenario import given

TABLES = [
    import_module(found.name) for found in walk_packages(refused.__path__, f"{refused.__name__}.")
]
ROWS: list[Row] = [row for table in TABLES for row in getattr(table, "ROWS", ())]
OF_FORM = [row for row in ROWS if row.refused.of_form]
OF_IDENTITY_AND_ORDER = [row for row in ROWS if not row.refused.of_form]


def case(row: Row) -> str:
    return row.case


@pytest.mark.parametrize("row", ROWS, ids=case)
def test_ones_own_act_is_refused(row: Row) -> None:
    given(*row.given).when(row.when).refused(row.refused)


@pytest.mark.parametrize("row", OF_IDENTITY_AND_ORDER, ids=case)
def test_a_rule_of_identity_and_order_refuses_a_copy_too(row: Row) -> None:
    given(*row.given).when(row.when.transcribed()).refused(row.refused)


@pytest.mark.parametrize("row", OF_FORM, ids=case)
def test_a_rule_of_form_takes_a_copy_in_with_its_defect(row: Row) -> None:
    copy = row.when.transcribed()
    entry = given(*row.given).when(copy).then(copy).entry_of[copy]
    if row.refused.defect and hasattr(entry, "defects"):
        assert row.refused.defect in entry.defects


def test_a_copy_lists_its_defects_once_each_in_order() -> None:
    copy = year.ARRIVED.transcribed()
    record = given(*year.before(year.SIGNED), copy)
    entry = record.entry_of[copy]
    assert isinstance(entry, EvaluationReceived)
    assert entry.defects == ("UNCONFIRMED", "UNSIGNED")


def test_every_refusal_of_every_decision_was_met() -> None:
    can_be = {
        (kind, refusal)
        for kind in event_classes().values()
        if kind in DECISIONS
        for refusal in refusals_of(DECISIONS[kind])
    }
    met: set[tuple[type, type[Refusal]]] = {(row.when.kind, row.refused) for row in ROWS}
    assert len(can_be) > 150
    assert can_be - met == set()
    assert met - can_be == set()
