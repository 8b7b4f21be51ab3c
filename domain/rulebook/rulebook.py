"""All rule sets, by the day on which they are in force and by name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path

from domain.refusals import UnknownRuleSet
from domain.rulebook.conformity import conforming
from domain.rulebook.obligation_rule import Weight
from domain.rulebook.rule_set import RuleSet
from domain.rulebook.rule_set_file import read_rule_set, rule_set_of
from domain.rulebook.table import BrokenRuleSet

LONGEST_DRAFT = 262_144  # bytes; that of 2020 has a tenth
_CALENDARS = "holidays-"


class Rulebook:
    """The rule sets that were read: published ones follow each other, drafts stand beside them."""

    def __init__(self, rule_sets: Iterable[RuleSet]) -> None:
        """Order the published sets by the day from which they are in force.

        Raises ``BrokenRuleSet`` where two have one id, or two published ones one day, or where
        one replaces a rule set that is not there.
        """
        self._named: dict[str, RuleSet] = {}
        for rule_set in rule_sets:
            if rule_set.id in self._named:
                raise _broken(rule_set, "id", "has to be an id that no other rule set has")
            self._named[rule_set.id] = rule_set
        self._named = {one.id: self.completed(one) for one in self._named.values()}
        published = (rule_set for rule_set in self._named.values() if not rule_set.draft)
        self._published = sorted(published, key=_in_force_from)
        self._days = [rule_set.in_force_from for rule_set in self._published]
        for earlier, later in pairwise(self._published):
            if earlier.in_force_from == later.in_force_from:
                raise _broken(later, "in_force_from", f"has to be another day than {earlier.id}'s")
        for rule_set in self._named.values():
            if rule_set.replaces and rule_set.replaces not in self._named:
                raise _broken(rule_set, "replaces", f"has to be one of {', '.join(self._named)}")

    @property
    def rule_sets(self) -> tuple[RuleSet, ...]:
        """Every rule set, drafts included, in the order in which they were read."""
        return tuple(self._named.values())

    @property
    def digest(self) -> str:
        """The SHA-256, in hex, over the digests of the published rule sets."""
        return sha256(" ".join(one.digest for one in self._published).encode()).hexdigest()

    def in_force(self, day: date) -> RuleSet:
        """Give the rule set in force on a day; before the first one there was, the first."""
        return self._published[max(bisect_right(self._days, day) - 1, 0)]

    def named(self, rule_set: str) -> RuleSet:
        """Give a rule set by its id, drafts too; ``UnknownRuleSet`` refuses an id that is none."""
        try:
            return self._named[rule_set]
        except KeyError:
            raise UnknownRuleSet(rule_set=rule_set, known=tuple(self._named)) from None

    def completed(self, rule_set: RuleSet) -> RuleSet:
        """Give a rule set with each obligation that another one has: never, where it has it not."""
        missing = {
            code: replace(row, weight=Weight.OFF, holds_from=date.max)
            for other in self._named.values()
            for code, row in other.obligations.items()
            if code not in rule_set.obligations
        }
        rows = {**rule_set.obligations, **missing}
        return replace(rule_set, obligations=rows) if missing else rule_set

    def means(self, name: str, rule_set: RuleSet) -> bool:
        """Tell whether a name stands for this rule set, whatever figures were set locally."""
        return name == (rule_set.stands_for or rule_set.id)


def load_rulebook(paths: Iterable[Path] = ()) -> Rulebook:
    """Read the published rule sets, and those of the further files given (drafts, a successor).

    Raises ``BrokenRuleSet``, which names file, key and what would be right.
    """
    published = _load_published()
    paths = tuple(paths)
    if not paths:
        return published
    read = ((path.name, read_rule_set(path, (path.parent, _folder()))) for path in paths)
    further = [conforming(one, name, published.rule_sets) for name, one in read]
    return Rulebook((*published.rule_sets, *further))


def is_rule_set(file: str) -> bool:
    """Tell by its name whether a file holds a rule set; the calendars beside them hold none."""
    return file.endswith(".toml") and not file.startswith(_CALENDARS)


def read_draft(content: bytes, book: Rulebook, name: str, *beside: Path) -> RuleSet:
    """Read a rule set that is only supposed, whatever its id; errors call its file by this name.

    Its calendar lies in one of the folders ``beside``, or with the published ones. Raises
    ``BrokenRuleSet``.
    """
    if len(content) > LONGEST_DRAFT:
        raise BrokenRuleSet(name, "the file", f"has to have {LONGEST_DRAFT} bytes at the most")
    draft = rule_set_of(name, content, (*beside, _folder()))
    return conforming(draft, name, book.rule_sets)


@cache
def _load_published() -> Rulebook:
    folder = _folder()
    names = sorted(file.name for file in folder.iterdir() if is_rule_set(file.name))
    return Rulebook(read_rule_set(folder / name, (folder,)) for name in names)


def _folder() -> Traversable:
    return files("domain") / "rule_sets"


def _in_force_from(rule_set: RuleSet) -> date:
    return rule_set.in_force_from


def _broken(rule_set: RuleSet, key: str, right: str) -> BrokenRuleSet:
    return BrokenRuleSet(f"{rule_set.id}.toml", key, right)
