"""A figure of the regulation: a number, a date or a choice, with the text it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import cast

FigureValue = int | str | tuple[str, ...]
MOST = 3_650  # of days: beyond ten years nobody waits, and the calendar has an end


class Unit(StrEnum):
    """What the value of a figure counts; a month and day is written ``MM-DD``."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTH_DAY = "month_day"
    PERCENT = "percent"
    COUNT = "count"
    CODE = "code"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; ``open`` where a committee may set its own.

    ``source`` is the text that gives the value, or ``design``: our own default, always open.
    ``options`` are the codes that a figure of unit ``code`` or ``codes`` chooses from.
    """

    name: str
    value: FigureValue
    unit: Unit
    source: str
    open: bool
    options: tuple[str, ...] = ()

    def admits(self, value: object) -> bool:
        """Say whether a value is one of this figure's unit."""
        match self.unit:
            case Unit.MONTH_DAY:
                return isinstance(value, str) and _is_month_day(value)
            case Unit.CODE:
                return value in self.options
            case Unit.CODES:
                return isinstance(value, list | tuple) and all(v in self.options for v in value)
            case Unit.PERCENT:
                return type(value) is int and value in range(101)
            case _:
                return type(value) is int and value in range(MOST + 1)

    def set_to(self, value: object) -> Figure:
        """Give the same figure with another value, one that it admits."""
        frozen = tuple(value) if isinstance(value, list) else value
        return replace(self, value=cast("FigureValue", frozen))


def _is_month_day(text: str) -> bool:
    """Say whether a text is a day of every year: 29 February is one of some years only."""
    try:
        return f"{date.fromisoformat(f'2001-{text}'):%m-%d}" == text
    except ValueError:
        return False
