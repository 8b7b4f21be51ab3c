"""The shape of a rule set file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources.abc import Traversable
from typing import Protocol, TypeVar

from domain.rulebook.calendar_file import read_calendar
from domain.rulebook.figure import Figure, Unit
from domain.rulebook.form import Criterion, Form, Ground, Term
from domain.rulebook.obligation_rule import Kind, ObligationRule, Owner, Step, Weight
from domain.rulebook.rule_set import RuleSet
from domain.rulebook.table import BrokenRuleSet, Table

_DESIGN = "design"


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


CodedT = TypeVar("CodedT", bound=_Coded)


def read_rule_set(file: Traversable, folders: Iterable[Traversable]) -> RuleSet:
    """Read one rule set; its calendar lies in the first of the folders that has it.

    Raises ``BrokenRuleSet``, which names file, key and what would be right.
    """
    rule_set = rule_set_of(file.name, file.read_bytes(), folders)
    if file.name != f"{rule_set.id}.toml":
        right = f"has to be the name of the file, is {rule_set.id!r}"
        raise BrokenRuleSet(file.name, "id", right)
    return rule_set


def rule_set_of(name: str, content: bytes, folders: Iterable[Traversable]) -> RuleSet:
    """Read a rule set out of the content of a file, which errors call by this name."""
    table = Table.of(name, content)
    sources = _by_code(table, "sources", [_term(source) for source in table.tables("sources")])
    figures = _figures(table.table("figures"), sources)
    rule_set = RuleSet(
        id=table.text("id"),
        title_vi=table.text("title_vi"),
        title_en=table.text("title_en"),
        in_force_from=table.day("in_force_from"),
        replaces=table.text("replaces") if "replaces" in table else None,
        draft=table.flag("draft", default=False),
        sources=sources,
        front_required=table.flag("front_required", default=False),
        figures=figures,
        obligations=_by_code(
            table, "obligations", [_obligation(row, figures) for row in table.tables("obligations")]
        ),
        forms=_by_code(table, "forms", [_form(form) for form in table.tables("forms")]),
        grounds=_by_code(table, "grounds", [_ground(ground) for ground in table.tables("grounds")]),
        classification_levels=_by_code(
            table,
            "classification_levels",
            [_term(level) for level in table.tables("classification_levels")],
        ),
        calendar=read_calendar(table.table("calendar"), folders),
        digest=sha256(content).hexdigest(),
    )
    table.finish()
    return rule_set


def _figures(table: Table, sources: Mapping[str, Term]) -> dict[str, Figure]:
    return {name: _figure(name, table.table(name), sources) for name in table}


def _figure(name: str, table: Table, sources: Mapping[str, Term]) -> Figure:
    value = table.anything("value")
    figure = Figure(
        name=name,
        value=tuple(value) if isinstance(value, list) else value,
        unit=table.choice("unit", Unit),
        source=table.text("source"),
        open=table.flag("open", default=False),
        options=table.texts("options"),
    )
    if not figure.admits(figure.value):
        raise table.broken("value", f"has to be a value in {figure.unit}, is {value!r}")
    if figure.source not in {_DESIGN, *sources}:
        raise table.broken("source", f"has to be {_DESIGN!r} or the code of a source of this file")
    if figure.source == _DESIGN and not figure.open:
        raise table.broken("open", "has to be true: what no source gives a committee may set")
    return figure


def _obligation(table: Table, figures: Mapping[str, Figure]) -> ObligationRule:
    return ObligationRule(
        code=table.text("code"),
        name=table.text("name"),
        kind=table.choice("kind", Kind),
        weight=table.choice("weight", Weight),
        title_vi=table.text("title_vi"),
        title_en=table.text("title_en"),
        clause=table.text("clause"),
        quote=table.text("quote"),
        steps=tuple(_step(step, figures) for step in table.tables("steps")),
        ends=table.letters("ends", "ABCDS"),
        incurable=table.flag("incurable", default=False),
        holds_from=table.day("holds_from") if "holds_from" in table else None,
    )


def _step(table: Table, figures: Mapping[str, Figure]) -> Step:
    step = Step(
        name=table.text("name") if "name" in table else "",
        owner=table.choice("owner", Owner),
        together_with=table.choice("with", Owner) if "with" in table else None,
        figures=table.texts("figures"),
        stops=table.letters("stops", "as"),
    )
    for name in step.figures:
        if name not in figures:
            raise table.broken("figures", f"has to name figures of this file; {name!r} is none")
    return step


def _form(table: Table) -> Form:
    return Form(
        code=table.text("code"),
        title_vi=table.text("title_vi"),
        title_en=table.text("title_en"),
        attendance_exempt=table.flag("attendance_exempt", default=False),
        criteria=tuple(_criterion(criterion) for criterion in table.tables("criteria")),
    )


def _criterion(table: Table) -> Criterion:
    return Criterion(
        code=table.text("code"),
        title_vi=table.text("title_vi"),
        title_en=table.text("title_en"),
        quality=table.flag("quality", default=True),
        levels={n: _term(level) for n, level in enumerate(table.tables("levels"), start=1)},
    )


def _ground(table: Table) -> Ground:
    return Ground(
        code=table.text("code"),
        exemption_class=table.letters("class", "AB"),
        title_vi=table.text("title_vi"),
        title_en=table.text("title_en"),
        temporary=table.flag("temporary", default=False),
    )


def _term(table: Table) -> Term:
    return Term(table.text("code"), table.text("title_vi"), table.text("title_en"))


def _by_code(table: Table, key: str, rows: list[CodedT]) -> dict[str, CodedT]:
    by_code = {row.code: row for row in rows}
    if len(by_code) < len(rows):
        raise table.broken(key, "has to have a code of its own in every row")
    return by_code
