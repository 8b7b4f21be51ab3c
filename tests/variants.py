"""Variants of the rule set of 2020: other figures, another id, another first day."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from pathlib import Path

from domain.rulebook import RuleSet, load_rulebook, read_draft

RULE_SETS = Path(__file__).parents[1] / "domain" / "rule_sets"


def variant(*changes: tuple[str, str], of: str = "213-2020") -> str:
    """The text of a published rule set with changes, each of which has to find its place."""
    text = (RULE_SETS / f"{of}.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def figure(name: str, value: object, *, was: object) -> tuple[str, str]:
    """Give one figure another value; a text is written with its quotation marks."""
    return f'"{name}" = {{ value = {was}', f'"{name}" = {{ value = {value}'


SUCCESSOR = (
    ('id = "213-2020"', 'id = "300-2027"'),
    ("in_force_from = 2020-01-02", "in_force_from = 2027-01-01"),
    ('replaces = "76-2000"', 'replaces = "213-2020"'),
)


def successor(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the file of a successor of 213, in force from 1 January 2027 on."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "300-2027.toml"
    path.write_text(variant(*SUCCESSOR, *changes), encoding="utf-8")
    return path


def draft(*changes: tuple[str, str]) -> RuleSet:
    """Read a draft that has the id of the rule set of 2020 and other figures."""
    return read_draft(variant(*changes).encode(), load_rulebook(), "draft.toml")


_FIGURE = re.compile(r'^"([a-z_.]+)" = \{ value = (\S+|"[^"]*"), unit = "([a-z_]+)"', re.MULTILINE)


def shaken(dice: random.Random) -> RuleSet:
    """Read a draft like the rule set of 2020, with every other figure changed and rows left out."""
    return read_draft(shaken_text(dice).encode(), load_rulebook(), "draft.toml")


def shaken_text(dice: random.Random) -> str:
    """The text of such a draft."""

    def changed(found: re.Match[str]) -> str:
        name, value, unit = found.groups()
        right = {
            "days": str(dice.choice([0, 1, 4, 20, 90, 400])),
            "working_days": str(dice.choice([0, 2, 7, 45])),
            "count": str(dice.choice([0, 1, 3])),
            "percent": str(dice.choice([0, 30, 75, 100])),
            "month_day": f'"{date(2026, 1, 1) + timedelta(dice.randrange(365)):%m-%d}"',
            "codes": '["G29", "G30"]' if name == "obligations.on" else value,
        }.get(unit, value)
        kept = value if dice.random() < 0.5 else right
        return f'"{name}" = {{ value = {kept}, unit = "{unit}"'

    text = _FIGURE.sub(changed, variant())
    head, *rows = text.split("[[obligations]]")
    left = [row for row in rows if dice.random() < 0.9]
    return "[[obligations]]".join((head, *left))
