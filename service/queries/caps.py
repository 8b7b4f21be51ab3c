"""The cap on the top level, with its arithmetic: it warns, and nothing is refused for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.acts import Side
from domain.excellence import CAP, EXCELLENT, Rounding
from domain.refusals import ReadByResidence
from projections.caps import CapOfYear, caps_of
from projections.classification import years_in
from projections.classified import decided_in_committees
from projections.organizations import bodies_below
from service.answers.codes import DENOMINATORS, ROUNDINGS
from service.answers.table import Label
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = ("as_of", "known_at", "organization", "year", "after")


@dataclass
class Count:
    """How many members of a body have each level, and how many have none yet."""

    body: UUID
    figures: CapOfYear
    levels: Counter[str]
    undecided: int


def ask_cap(reader: Reader) -> Page:
    """Count the levels decided in a year, and compare the excellent with the cap on them.

    One row for each committee and each of its cells. Where there are more than the cap allows, a
    warning says so with the numbers.
    """
    asked = reader.asked
    asked.only(*PARAMETERS)
    if Side.WORKPLACE not in reader.sides:
        raise ReadByResidence(organization=reader.body.id)
    year = asked.required("year", asked.number("year", 2000, 2199))
    counts = [
        one for one in _counts(reader, year) if not reader.is_cell or one.body == reader.body.id
    ]
    reader.called(one.body for one in counts)
    return Page([_item(reader, one) for one in counts], None)


def _counts(reader: Reader, year: int) -> Iterator[Count]:
    """Give the count of each committee, followed by those of its cells."""
    views, viewpoint = reader.service.views, reader.viewpoint
    committees = [reader.committee, *bodies_below(views, [reader.committee], viewpoint)]
    figures = {one.committee: one for one in caps_of(views, committees, year, viewpoint)}
    decided = decided_in_committees(views, committees, year, viewpoint)
    rated = {one.member for one in decided}
    waiting = [
        one
        for one in years_in(views, committees, year, viewpoint)
        if one.member not in rated and one.departed_on is None
    ]
    for committee, of_year in figures.items():
        levels = [(one.cell, one.level) for one in decided if one.committee == committee]
        without = [one.cell for one in waiting if one.committee == committee]
        counted = Counter(level for _, level in levels)
        yield Count(committee, of_year, counted, len(without))
        for cell in sorted({cell for cell, _ in levels} | set(without)):
            counted = Counter(level for one, level in levels if one == cell)
            yield Count(cell, of_year, counted, without.count(cell))


def _item(reader: Reader, count: Count) -> dict[str, Any]:
    figures, cap = count.figures, count.figures.cap
    rules = reader.service.coordination.rulebook.named(figures.rule_set)
    counted, excellent = cap.counted(count.levels), count.levels[EXCELLENT]
    allowed = cap.allowed(counted)
    said = _arithmetic(excellent, counted, allowed, figures)
    above = excellent > allowed
    source = rules.sources.get(figures.source)
    return {
        "body": reader.named(count.body),
        "committee": figures.committee,
        "is_cell": count.body != figures.committee,
        "year": figures.year,
        "levels": {level: count.levels[level] for level in rules.classification_levels},
        "rated": count.levels.total(),
        "undecided": count.undecided,
        "excellent": excellent,
        "denominator": figures.denominator,
        "counted": counted,
        "share_percent": round(excellent * 100 / counted, 1) if counted else None,
        "cap_percent": figures.percent,
        "rounding": figures.rounding,
        "allowed": allowed,
        "above": above,
        "arithmetic": said.vi,
        "arithmetic_en": said.en,
        "warning": _WARNING.vi.format(excellent, allowed) if above else None,
        "warning_en": _WARNING.en.format(excellent, allowed) if above else None,
        "clause": source.title_vi if source else None,
        "figure": CAP,
        "rule_set": figures.rule_set,
    }


_WARNING = Label(
    "Xếp loại xuất sắc {} đảng viên, mức trần là {}. Chỉ nhắc, không chặn.",
    "{} members are rated excellent, the cap is {}. A warning only: nothing is blocked.",
)


def _arithmetic(excellent: int, counted: int, allowed: int, figures: CapOfYear) -> Label:
    """Write the sum down as one would on paper: ``2 / 8; 20 % × 8 = 1.6 → 1``."""
    exact = f"{counted * figures.percent / 100:g}"
    sums = f"{excellent} / {counted}; {figures.percent} % × {counted} = {exact} → {allowed}"
    of, rounding = DENOMINATORS[figures.denominator], ROUNDINGS[Rounding(figures.rounding)]
    vi = f"{sums.replace('.', ',')} ({of.vi}, {rounding.vi})"
    return Label(vi, f"{sums} ({of.en}, {rounding.en})")
