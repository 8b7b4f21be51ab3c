"""The cap on the top level, with its arithmetic: it warns, and nothing is refused for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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
from projections.successions import in_place_of, with_predecessors
from service.answers.codes import DENOMINATORS, ROUNDINGS
from service.answers.table import Label
from service.queries.page import Page
from service.queries.reader import Reader

PARAMETERS = ("as_of", "known_at", "organization", "year", "after")


@dataclass
class Count:
    """How many members of a committee, or of a cell, have each level, and how many none yet."""

    body: UUID
    committee: UUID
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
    counts = [one for one in _counts(reader, year) if not reader.is_cell or reader.ours(one.body)]
    reader.called(one.body for one in counts)
    return Page([_item(reader, one) for one in counts], None)


def _counts(reader: Reader, year: int) -> Iterator[Count]:
    """Give the count of each committee, followed by those of its cells, as they stand that day."""
    views, viewpoint = reader.service.views, reader.viewpoint
    standing = [reader.committee, *bodies_below(views, [reader.committee], viewpoint)]
    committees = with_predecessors(views, standing, viewpoint)
    decided = decided_in_committees(views, committees, year, viewpoint)
    rated = {one.member for one in decided}
    waiting = [
        one
        for one in years_in(views, committees, year, viewpoint)
        if one.member not in rated and one.departed_on is None
    ]
    cells = {*(one.cell for one in decided), *(one.cell for one in waiting)}
    now = in_place_of(views, {*cells, *committees}, viewpoint)
    figures = {now[f.committee]: f for f in caps_of(views, committees, year, viewpoint)}
    for committee in (one for one in standing if one in figures):
        levels = [(now[d.cell], d.level) for d in decided if now[d.committee] == committee]
        without = [now[one.cell] for one in waiting if now[one.committee] == committee]
        yield _count(committee, committee, figures[committee], levels, without)
        for cell in sorted({cell for cell, _ in levels} | set(without)):
            of_cell = [(one, level) for one, level in levels if one == cell]
            left = [one for one in without if one == cell]
            yield _count(cell, committee, figures[committee], of_cell, left)


def _count(
    body: UUID,
    committee: UUID,
    figures: CapOfYear,
    levels: Sequence[tuple[UUID, str]],
    without: Sequence[UUID],
) -> Count:
    counted = Counter(level for _, level in levels)
    return Count(body, committee, figures, counted, len(without))


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
        "committee": count.committee,
        "is_cell": count.body != count.committee,
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
