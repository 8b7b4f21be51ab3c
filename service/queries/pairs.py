"""Two answers to one question, told together: which are asked for, how many, and each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from domain.obligations.obligation import Obligation
from domain.rulebook import Rulebook
from projections.comparison import Compared, Outcome
from projections.obligations import Place
from service.queries import duties
from service.queries.asked import Word, cursor_of
from service.queries.reader import Reader

GAPS, OBLIGATIONS = "gaps", "obligations"
Item = dict[str, Any]
_MATTER = ("code", "title", "title_en", "member", "workplace", "link", "cell", "about")


class Chosen(NamedTuple):
    """The pairs that are asked for: all of them, those of the page, and where the next one is."""

    every: Sequence[Compared]
    shown: Sequence[Compared]
    following: str | None


def of_gaps(reader: Reader) -> bool:
    """Read ``of``: whether gaps are asked about, or obligations."""
    return reader.asked.codes("of", (GAPS, OBLIGATIONS)) != (OBLIGATIONS,)


def chosen(reader: Reader, pairs: Iterable[Compared], outcomes: Collection[Outcome]) -> Chosen:
    """Choose by code and weight, and for the page by outcome too: none named are all."""
    asked, limit = reader.asked, reader.asked.limit()
    codes = asked.codes("code", duties.codes(reader)) or duties.codes(reader)
    weights = asked.codes("weight", duties.WEIGHTS) or duties.WEIGHTS
    place = asked.cursor(tuple[date, Word])
    after = Place(*place) if place else None
    every = [
        one
        for one in pairs
        if any(row.code in codes and row.weight in weights for row in one.sides)
    ]
    left = [
        one
        for one in every
        if (not outcomes or one.outcome in outcomes) and (after is None or one.place > after)
    ]
    shown = left[:limit]
    return Chosen(every, shown, cursor_of(*shown[-1].place) if len(left) > limit else None)


def counts(reader: Reader, pairs: Iterable[Compared], names: Mapping[Outcome, str]) -> list[Item]:
    """Count by code what came out, under the names of the outcomes."""
    found: dict[str, Counter[str]] = {}
    for one in pairs:
        found.setdefault(one.sides[0].code, Counter())[names[one.outcome]] += 1
    rows = reader.service.coordination.rulebook.in_force(reader.today).obligations
    every = dict.fromkeys(names.values())
    return [
        {
            "code": code,
            "title": rows[code].title_vi,
            "title_en": rows[code].title_en,
            **{name.lower(): found[code][name] for name in every},
        }
        for code in sorted(found)
    ]


def sides(
    reader: Reader, rows: Iterable[Obligation | None], rulebook: Rulebook | None = None
) -> dict[str, Item]:
    """Say of the rows of one side what they are, by their keys."""
    standing = [row for row in rows if row]
    said = duties.described(reader, standing, rulebook)
    return {row.key: item for row, item in zip(standing, said, strict=True)}


def told(one: Compared, first: Item | None, second: Item | None, names: tuple[str, str]) -> Item:
    """Tell one pair: what it is about once, and how each side judges it."""
    matter = second or first or {}
    return {
        **{name: matter[name] for name in _MATTER},
        names[0]: _judged(first),
        names[1]: _judged(second),
        "key": one.key,
    }


def _judged(side: Item | None) -> Item | None:
    if side is None:
        return None
    return {name: value for name, value in side.items() if name not in (*_MATTER, "key")}
