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
    options: Mapping[str, frozenset[str]]
    codes: frozenset[str]
    off: frozenset[str]
    holds_from: Mapping[str, date]
    quality: Mapping[str, frozenset[str]]
    working_days: WorkingDays


@cache
def rule_sets() -> Mapping[str, RuleSet]:
    """Read every published rule set, by id."""
    documents = (tomllib.loads(path.read_text("utf-8")) for path in RULE_SETS.glob("*.toml"))
    return {document["id"]: read_rule_set(document) for document in documents if "id" in document}


def is_open(rules: RuleSet, name: str, value: Any) -> bool:
    """Tell whether a rule set lets a local figure be this; of codes, only those that it offers."""
    offered = rules.options.get(name)
    chosen = [value] if isinstance(value, str) else value
    return name in rules.open_figures and (offered is None or offered.issuperset(chosen))


def read_rule_set(document: Mapping[str, Any]) -> RuleSet:
    """Read one rule set: a published one, or a draft to judge history under."""
    figures, obligations = document["figures"], document["obligations"]
    return RuleSet(
        id=document["id"],
        stands_for=document["id"],
        in_force_from=document["in_force_from"],
        figures={name: figure["value"] for name, figure in figures.items()},
        open_figures=frozenset(name for name, figure in figures.items() if figure.get("open")),
        options={n: frozenset(f["options"]) for n, f in figures.items() if "options" in f},
        codes=frozenset(row["code"] for row in obligations),
        off=frozenset(row["code"] for row in obligations if row["weight"] == "off"),
        holds_from={row["code"]: row["holds_from"] for row in obligations if "holds_from" in row},
        quality={
            form["code"]: frozenset(c["code"] for c in form["criteria"] if c.get("quality", True))
            for form in document["forms"]
        },
        working_days=WorkingDays(RULE_SETS / document["calendar"]["file"]),
    )
