"""Comments that say the same of nearly everybody: G22, a finding on one cell, year and form.

Equal are comments of one fingerprint, not like ones. Drafts that were returned, or whose request
was withdrawn, don't count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from domain.evaluation import (
    Evaluation,
    EvaluationDrafted,
    EvaluationReturned,
    Purpose,
    RequestWithdrawn,
    evaluation_id,
)
from domain.intervals import FOREVER, Interval, after
from domain.local_figures import days_of_adoption
from domain.obligations.cells import CellMatter, called
from domain.obligations.obligation import Histories, Obligation
from domain.obligations.spells import joined
from domain.organization import Tree, kin
from domain.rulebook import RuleSet


class Draft(NamedTuple):
    """A comment on one link, on the days on which it is the last word."""

    link: UUID
    cell: UUID | None
    entry: EvaluationDrafted
    days: Interval


def generic_comments(subject: tuple[str, ...], histories: Histories) -> Iterator[Obligation]:
    """Say on which days the yearly comments of a cell are generic, form by form."""
    cell, year = UUID(subject[1]), int(subject[2])
    by_form: dict[str, list[Draft]] = defaultdict(list)
    for draft in _drafts(cell, year, histories):
        by_form[draft.entry.form].append(draft)
    for days, cells in _taken_over(cell, histories):
        for form, drafts in sorted(by_form.items()):
            own = [draft for draft in drafts if draft.cell in cells]
            if own:
                about = f"cell/{cell}/{year}/{form}"
                yield from Comments(cell, about, own, histories).rows(days)


def _taken_over(cell: UUID, histories: Histories) -> Iterator[tuple[Interval, set[UUID]]]:
    """Give the cells that are one with a cell, on the days on which they are and it stands."""
    tree = Tree(histories)
    became = {one: tree.became_on(one, cell) for one in kin(cell, histories)}
    last = next(tree.forms_of(cell)).days.end
    marks = [*sorted({day for day in became.values() if day < last}), last]
    for start, end in pairwise(marks):
        yield Interval(start, end), {one for one, day in became.items() if day <= start}


def _drafts(cell: UUID, year: int, histories: Histories) -> Iterator[Draft]:
    """Give the drafts about links that were ever in a cell, with the cell of the draft's day."""
    links = dict.fromkeys(x for one in kin(cell, histories) for x in histories.links_in(one))
    for link in links:
        evaluation = histories.evaluation(evaluation_id(link, Purpose.ANNUAL, year))
        for entry, days in _standing(evaluation):
            yield Draft(link, histories.link(link).last_cell_on(entry.effect_date), entry, days)


def _standing(evaluation: Evaluation) -> Iterator[tuple[EvaluationDrafted, Interval]]:
    """Give each draft until another one, a return, or the withdrawal of its request."""
    last: EvaluationDrafted | None = None
    for entry in evaluation.of(EvaluationDrafted, EvaluationReturned, RequestWithdrawn):
        if last and last.effect_date < entry.effect_date:
            yield last, Interval(last.effect_date, entry.effect_date)
        last = entry if isinstance(entry, EvaluationDrafted) else None
    if last:
        yield last, Interval(last.effect_date, FOREVER)


class Spell(NamedTuple):
    """Since when comments are generic, and the figures by which they are."""

    opened_on: date
    rules: RuleSet


@dataclass(frozen=True)
class Comments:
    """The drafts of one cell, year and form."""

    cell: UUID
    about: str
    drafts: Sequence[Draft]
    histories: Histories

    def rows(self, days: Interval) -> Iterator[Obligation]:
        """Go through the days on which the drafts or the figures change; give those within some."""
        found: dict[date, Iterable[Obligation]] = {}
        spell: Spell | None = None
        for day in self._changes():
            standing = [draft for draft in self.drafts if day in draft.days]
            alike = _largest_group(standing)
            spell = spell or Spell(day, self._matter.rules_on(day))
            if not _are_generic(len(alike), len(standing), spell.rules):
                spell = None
            found[day] = tuple(self._owed(spell, alike, day)) if spell else ()
        span = Interval(max(days.start, min(found)), days.end)
        if span.start < span.end:
            marks = sorted(found)
            yield from joined(span, found, lambda day: found[marks[bisect_right(marks, day) - 1]])

    def _changes(self) -> list[date]:
        drafted = {day for draft in self.drafts for day in draft.days if day < FOREVER}
        figures = {one.in_force_from for one in self.histories.rulebook.rule_sets}
        figures |= set(days_of_adoption(self.cell, self.histories))
        return sorted(drafted | {day for day in figures if day > min(drafted)})

    def _owed(self, spell: Spell, alike: set[UUID], day: date) -> Iterator[Obligation]:
        opened_on, rules = spell
        if opened_on >= self._matter.followed_from and rules.holds("G22", opened_on):
            row = self._matter.owed(
                "G22",
                self.about,
                opened_by=opened_on.isoformat(),
                due_on=opened_on,
                days=Interval(opened_on, after(opened_on)),
                rules=rules,
            )
            some = [one for one in self._matter.of_cell if one.link.id in alike]
            yield self._matter.with_list(row, some, day)

    @cached_property
    def _matter(self) -> CellMatter:
        return CellMatter(self.histories, self.cell, called(self.cell, self.histories))


def _largest_group(drafts: Iterable[Draft]) -> set[UUID]:
    """Give the links whose comments are most often the same."""
    alike: dict[str, set[UUID]] = defaultdict(set)
    for draft in drafts:
        alike[draft.entry.fingerprint].add(draft.link)
    return max(alike.values(), key=lambda links: (len(links), sorted(links)), default=set())


def _are_generic(alike: int, drafts: int, rules: RuleSet) -> bool:
    share = rules.percent("generic.share")
    return drafts >= rules.count("generic.min") and alike * 100 >= share * drafts
