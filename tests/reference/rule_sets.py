"""The published rule sets, and drafts of others: figures and obligations as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tests.reference.days import WorkingDays

RULE_SETS = Path(__file__).parents[2] / "domain" / "rule_sets"


@dataclass(frozen=True, eq=False)
class RuleSet:
    """One published rule set: its figures, which of them are open, and its obligations.

    ``quality`` names the criteria of each form that measure quality. Where history is judged under
    another set, that one ``stands_for`` the one that was named: local figures are kept (4.1-7).
    """

    id: str
    stands_for: str
    in_force_from: date
    figures: Mapping[str, Any]
    open_figures: frozenset[str]
    codes: frozenset[str]
    off: frozenset[str]
    quality: Mapping[str, frozenset[str]]
    working_days: WorkingDays


@cache
def rule_sets() -> Mapping[str, RuleSet]:
    """Read every published rule set, by id."""
    documents = (tomllib.loads(path.read_text("utf-8")) for path in RULE_SETS.glob("*.toml"))
    return {document["id"]: read_rule_set(document) for document in documents if "id" in document}


def read_rule_set(document: Mapping[str, Any]) -> RuleSet:
    """Read one rule set: a published one, or a draft to judge history under."""
    figures = document["figures"]
    return RuleSet(
        id=document["id"],
        stands_for=document["id"],
        in_force_from=document["in_force_from"],
        figures={name: figure["value"] for name, figure in figures.items()},
        open_figures=frozenset(name for name, figure in figures.items() if figure.get("open")),
        codes=frozenset(obligation["code"] for obligation in document["obligations"]),
        off=frozenset(o["code"] for o in document["obligations"] if o["weight"] == "off"),
        quality={
            form["code"]: frozenset(c["code"] for c in form["criteria"] if c.get("quality", True))
            for form in document["forms"]
        },
        working_days=WorkingDays(RULE_SETS / document["calendar"]["file"]),
    )
