"""What every rule set has to say, so that the code finds what it asks for.

A rule set may set figures, leave them open or fix them, weigh an obligation, say when it holds,
stop its clock, or not have it at all. How an obligation is judged, step by step, is code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from domain.rulebook.obligation_rule import ObligationRule
from domain.rulebook.rule_set import RuleSet
from domain.rulebook.table import BrokenRuleSet


def conforming(rule_set: RuleSet, file: str, published: Sequence[RuleSet]) -> RuleSet:
    """Give a rule set back that has the figures and the steps of those that are published.

    Raises ``BrokenRuleSet``, which names key and what would be right.
    """
    for key, right in (*_figures(rule_set, published[0]), *_obligations(rule_set, published)):
        raise BrokenRuleSet(file, key, right)
    return rule_set


def _figures(rule_set: RuleSet, published: RuleSet) -> Iterator[tuple[str, str]]:
    for name, known in published.figures.items():
        figure = rule_set.figures.get(name)
        if figure is None:
            yield f"figures.{name}", f"is missing: every rule set has it, in {known.unit}"
        elif figure.unit is not known.unit:
            yield f"figures.{name}.unit", f"has to be {known.unit}, is {figure.unit}"
        elif strange := set(figure.options) - set(known.options) - set(rule_set.obligations):
            yield f"figures.{name}.options", f"has to be out of {known.options}, not {strange}"
    for name in rule_set.figures:
        if name not in published.figures:
            yield f"figures.{name}", "is a figure that nothing reads; correct its spelling"


def _obligations(rule_set: RuleSet, published: Sequence[RuleSet]) -> Iterator[tuple[str, str]]:
    known: dict[str, list[ObligationRule]] = {}
    for other in published:
        for code, row in other.obligations.items():
            known.setdefault(code, []).append(row)
    for number, (code, row) in enumerate(rule_set.obligations.items(), start=1):
        place = f"obligations[{number}]"
        if code not in known:
            yield f"{place}.code", f"has to be one of {', '.join(sorted(known))}, is {code!r}"
            continue
        found, right = _judged(row), [_judged(other) for other in known[code]]
        for key, value in found.items():
            if all(value != other[key] for other in right):
                yield f"{place}.{key}", f"has to be {right[0][key]} in {code}, is {value}"


def _judged(row: ObligationRule) -> dict[str, Any]:
    """Give what of a row is judged by code."""
    return {
        "kind": row.kind.value,
        "steps": [
            {"name": step.name, "owner": step.owner.value, "figures": list(step.figures)}
            for step in row.steps
        ],
        "ends": row.ends,
    }
