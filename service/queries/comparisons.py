"""Two rule sets side by side: who would be late under another one, and who would not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.obligations.obligation import Obligation
from domain.rulebook import Rulebook, RuleSet, SupposedRulebook
from projections.comparison import Compared, Outcome
from projections.obligations import Place
from service.queries import duties
from service.queries.asked import Asked, Word, cursor_of
from service.queries.page import Page
from service.queries.reader import Reader
from service.schema.faults import FieldFault, InvalidBody, not_one_of

PARAMETERS = (*duties.PARAMETERS, "rules", "outcome")
OF_DRAFT = (*duties.PARAMETERS, "of", "outcome")
GAPS, OBLIGATIONS = "gaps", "obligations"
_OUTCOMES = tuple(outcome.value for outcome in Outcome)
_OF_THE_MATTER = ("code", "title", "title_en", "member", "workplace", "link", "cell", "about")


def ask_gaps(reader: Reader) -> Page:
    """List the coordination gaps that a body sees, the longest late first.

    ``rules`` puts beside each what the rule set of that id would say: who would be late under it,
    and who would not, due date by due date (``here`` as it is, ``there`` under it), with counts
    by code.
    """
    if "rules" in reader.asked.given:
        return _compared(reader, _rule_set(reader), PARAMETERS, late=True)
    return duties.ask_gaps(reader)


def ask_obligations(reader: Reader) -> Page:
    """List all that is owed and that a body sees, waiting or late.

    ``rules`` puts beside each what the rule set of that id would say, as for gaps.
    """
    if "rules" in reader.asked.given:
        return _compared(reader, _rule_set(reader), PARAMETERS, late=False)
    return duties.ask_obligations(reader)


def ask_comparisons(reader: Reader) -> Page:
    """Compare what is owed, or late, with what the draft of a rule set would say."""
    of = reader.asked.codes("of", (GAPS, OBLIGATIONS))
    return _compared(reader, reader.draft, OF_DRAFT, late=of != (OBLIGATIONS,))


def _rule_set(reader: Reader) -> RuleSet:
    rulebook = reader.service.coordination.rulebook
    ids = tuple(one.id for one in rulebook.rule_sets)
    chosen = reader.asked.codes("rules", ids)
    if len(chosen) != 1:
        raise InvalidBody([FieldFault("rules", not_one_of(ids))])
    return rulebook.named(chosen[0])


@dataclass(frozen=True)
class Narrowing:
    """What is asked for out of all that is compared: nothing named is everything."""

    codes: tuple[str, ...]
    weights: tuple[str, ...]
    outcomes: tuple[str, ...]

    @classmethod
    def of(cls, asked: Asked, codes: tuple[str, ...]) -> Narrowing:
        """Read the parameters that narrow."""
        return cls(
            asked.codes("code", codes),
            asked.codes("weight", duties.WEIGHTS),
            asked.codes("outcome", _OUTCOMES),
        )

    def has(self, one: Compared) -> bool:
        """Tell whether it is asked for, whatever its outcome."""
        return any(
            (not self.codes or row.code in self.codes)
            and (not self.weights or row.weight in self.weights)
            for row in one.sides
        )

    def shows(self, one: Compared) -> bool:
        """Tell whether its outcome is asked for."""
        return not self.outcomes or one.outcome in self.outcomes


def _compared(reader: Reader, supposed: RuleSet, parameters: Sequence[str], *, late: bool) -> Page:
    reader.asked.only(*parameters)
    limit = reader.asked.limit()
    narrowing = Narrowing.of(reader.asked, duties.codes(reader))
    place = reader.asked.cursor(tuple[date, Word])
    bodies = [reader.body.id]
    judgments = reader.service.judgments
    every = judgments.compared(supposed, bodies, reader.viewpoint, late=late)
    asked_for = [one for one in every if narrowing.has(one)]
    after = Place(*place) if place else None
    left = [
        one for one in asked_for if narrowing.shows(one) and (after is None or one.place > after)
    ]
    shown = left[:limit]
    following = cursor_of(*shown[-1].place) if len(left) > limit else None
    beside = {"rules": _said_of(supposed), "counts": _counts(reader, asked_for)}
    return Page(_items(reader, supposed, shown), following, beside)


def _said_of(supposed: RuleSet) -> dict[str, Any]:
    return {
        "id": supposed.id,
        "title": supposed.title_vi,
        "title_en": supposed.title_en,
        "in_force_from": supposed.in_force_from,
        "draft": supposed.draft,
        "digest": supposed.digest,
    }


def _counts(reader: Reader, pairs: Iterable[Compared]) -> list[dict[str, Any]]:
    """Count outcomes by code."""
    found: dict[str, Counter[Outcome]] = {}
    for one in pairs:
        found.setdefault(one.sides[0].code, Counter())[one.outcome] += 1
    rows = reader.service.coordination.rulebook.in_force(reader.today).obligations
    return [
        {
            "code": code,
            "title": rows[code].title_vi,
            "title_en": rows[code].title_en,
            **{outcome.value.lower(): found[code][outcome] for outcome in Outcome},
        }
        for code in sorted(found)
    ]


def _items(reader: Reader, supposed: RuleSet, pairs: Sequence[Compared]) -> list[dict[str, Any]]:
    book = reader.service.coordination.rulebook
    here = _described(reader, (one.here for one in pairs), book)
    there = _described(reader, (one.there for one in pairs), SupposedRulebook(supposed, book))
    return [_item(one, here.get(one.key), there.get(one.key)) for one in pairs]


def _described(
    reader: Reader, rows: Iterable[Obligation | None], rulebook: Rulebook
) -> dict[str, dict[str, Any]]:
    standing = [row for row in rows if row]
    said = duties.described(reader, standing, rulebook)
    return {row.key: item for row, item in zip(standing, said, strict=True)}


def _item(
    one: Compared, here: dict[str, Any] | None, there: dict[str, Any] | None
) -> dict[str, Any]:
    matter = there or here or {}
    return {
        "outcome": one.outcome,
        **{name: matter[name] for name in _OF_THE_MATTER},
        "here": _judged(here),
        "there": _judged(there),
        "key": one.key,
    }


def _judged(side: dict[str, Any] | None) -> dict[str, Any] | None:
    """Leave out what is the same on both sides."""
    if side is None:
        return None
    return {name: value for name, value in side.items() if name not in (*_OF_THE_MATTER, "key")}
