"""A rule set: the regulation in force from one day on, as one published file has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from domain.refusals import FigureFixedByRegulation, Refusal, UnknownFigure
from domain.rulebook.figure import Figure, FigureValue, Unit
from domain.rulebook.form import Form, Ground, Term
from domain.rulebook.obligation_rule import ObligationRule, Weight
from domain.working_days import WorkingCalendar


class NoSuchFigure(LookupError):
    """Code asked a rule set for a figure that it does not have, or in another unit."""


@dataclass(frozen=True, eq=False, slots=True)
class RuleSet:
    """Figures, obligations, forms, grounds of exemption, levels and the calendar of one file.

    ``digest`` is the SHA-256 of that file in hex; the file names the digest of its calendar. A
    ``draft`` is never in force: it serves replays that ask what another rule would have given.
    In such a replay it ``stands_for`` the rule set with this id, whose local figures it keeps.
    """

    id: str
    title_vi: str
    title_en: str
    in_force_from: date
    replaces: str | None
    draft: bool
    sources: Mapping[str, Term]
    front_required: bool
    figures: Mapping[str, Figure]
    obligations: Mapping[str, ObligationRule]
    forms: Mapping[str, Form]
    grounds: Mapping[str, Ground]
    classification_levels: Mapping[str, Term]
    calendar: WorkingCalendar
    digest: str
    stands_for: str | None = None

    def days(self, figure: str) -> int:
        """Give a figure in calendar days."""
        return cast("int", self._value(figure, Unit.DAYS))

    def working_days(self, figure: str) -> int:
        """Give a figure in working days of the calendar."""
        return cast("int", self._value(figure, Unit.WORKING_DAYS))

    def count(self, figure: str) -> int:
        """Give a figure that is a plain number."""
        return cast("int", self._value(figure, Unit.COUNT))

    def percent(self, figure: str) -> int:
        """Give a figure in whole percent, 0 to 100."""
        return cast("int", self._value(figure, Unit.PERCENT))

    def day_of(self, year: int, figure: str) -> date:
        """Give the day of a year on which a month-and-day figure falls."""
        return date.fromisoformat(f"{year:04}-{self._value(figure, Unit.MONTH_DAY)}")

    def code(self, figure: str) -> str:
        """Give a figure that is one of several codes."""
        return cast("str", self._value(figure, Unit.CODE))

    def codes(self, figure: str) -> tuple[str, ...]:
        """Give a figure that is a list of codes."""
        return cast("tuple[str, ...]", self._value(figure, Unit.CODES))

    def holds(self, obligation: str, opened_on: date) -> bool:
        """Say whether an obligation, by its code, is opened in this rule set on that day."""
        rule = self.obligations.get(obligation)
        if rule is None or (rule.holds_from and opened_on < rule.holds_from):
            return False
        return rule.weight is not Weight.OFF or obligation in self.codes("obligations.on")

    def weight(self, obligation: str) -> Weight:
        """Say how an obligation counts; one that a committee has switched on gives advice."""
        weight = self.obligations[obligation].weight
        return Weight.ADVISORY if weight is Weight.OFF else weight

    def objections_to(self, local_figures: Mapping[str, object]) -> Iterator[Refusal]:
        """Refuse local figures that do not exist, are not of their unit, or are not open."""
        for name, value in local_figures.items():
            figure, field = self.figures.get(name), f"figures.{name}"
            if figure is None or not figure.admits(value):
                yield UnknownFigure(field=field, figure=name, rule_set=self.id)
            elif not figure.open:
                yield FigureFixedByRegulation(field=field, figure=name, rule_set=self.id)

    def with_local(self, local_figures: Mapping[str, object]) -> RuleSet:
        """Give the same rules with those local figures that this rule set leaves open."""
        kept = {
            name: figure.set_to(local_figures[name])
            for name, figure in self.figures.items()
            if name in local_figures and figure.open and figure.admits(local_figures[name])
        }
        return replace(self, figures={**self.figures, **kept}) if kept else self

    def _value(self, name: str, unit: Unit) -> FigureValue:
        figure = self.figures.get(name)
        if figure is None:
            raise NoSuchFigure(f"{self.id} has no figure {name}; it has {', '.join(self.figures)}")
        if figure.unit is not unit:
            raise NoSuchFigure(f"{self.id}: {name} is in {figure.unit}, not in {unit}")
        return figure.value
