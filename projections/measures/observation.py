"""One thing that was counted, and how many such make a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil
from statistics import median
from uuid import UUID


class Measure(StrEnum):
    """What is measured."""

    LETTERS_WITH_SLIP = "LETTERS_WITH_SLIP"
    REQUESTS_WITH_EVALUATION = "REQUESTS_WITH_EVALUATION"
    DAYS_TO_SIGN_LETTER = "DAYS_TO_SIGN_LETTER"
    DAYS_TO_RECEIVE_LETTER = "DAYS_TO_RECEIVE_LETTER"
    DAYS_TO_RETURN_SLIP = "DAYS_TO_RETURN_SLIP"
    DAYS_TO_FILE_SLIP = "DAYS_TO_FILE_SLIP"
    DAYS_TO_SEND_EVALUATION = "DAYS_TO_SEND_EVALUATION"
    DAYS_TO_RECEIVE_EVALUATION = "DAYS_TO_RECEIVE_EVALUATION"
    DAYS_TO_FILE_EVALUATION = "DAYS_TO_FILE_EVALUATION"
    RECORDED_LATE = "RECORDED_LATE"
    ATTENDANCE = "ATTENDANCE"
    REPRESENTED = "REPRESENTED"
    HOUSEHOLDS_BY_PROXY = "HOUSEHOLDS_BY_PROXY"
    UNIFORM_SLIPS = "UNIFORM_SLIPS"
    LOWEST_LEVEL = "LOWEST_LEVEL"
    CONTENT_ITEMS = "CONTENT_ITEMS"
    CANDID_CONTENT = "CANDID_CONTENT"
    EXEMPTIONS_ENDING = "EXEMPTIONS_ENDING"


class Unit(StrEnum):
    """How observations make a number."""

    SHARE = "SHARE"
    DAYS = "DAYS"
    MEAN = "MEAN"
    COUNT = "COUNT"


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing counted: so many of so many, or so many days; and where it belongs.

    ``detail`` tells apart what is counted separately under one measure, such as a criterion.
    """

    measure: Measure
    detail: str | None
    part: int
    whole: int
    year: int
    on: date
    about: str
    member: UUID | None = None
    link: UUID | None = None
    workplace: UUID | None = None
    workplace_cell: UUID | None = None
    residence: UUID | None = None
    residence_cell: UUID | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """What some observations come to; ``value`` is ``None`` where there is nothing to divide by.

    A share is between 0 and 1. Of days, ``value`` is the median and ``ninetieth`` the day by which
    nine of ten were done.
    """

    unit: Unit
    value: float | None
    part: int
    whole: int
    ninetieth: int | None = None


def number_of(unit: Unit, observed: Sequence[Observation]) -> Number:
    """Make one number of observations of one measure."""
    part, whole = sum(one.part for one in observed), sum(one.whole for one in observed)
    if unit is Unit.DAYS:
        days = sorted(one.part for one in observed)
        middle = float(median(days)) if days else None
        return Number(unit, middle, part, len(days), _ninetieth(days))
    if unit is Unit.COUNT:
        return Number(unit, float(part), part, whole)
    return Number(unit, part / whole if whole else None, part, whole)


def _ninetieth(days: Sequence[int]) -> int | None:
    """Give the smallest of the days within which at least nine of ten lie (nearest rank)."""
    return days[ceil(0.9 * len(days)) - 1] if days else None
