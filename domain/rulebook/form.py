"""The forms of the evaluation slip, and the grounds of exemption."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A code with what it is called in Vietnamese and in English."""

    code: str
    title_vi: str
    title_en: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of a form with its levels, 1 the lowest. A proposal is no measure of quality."""

    code: str
    title_vi: str
    title_en: str
    quality: bool
    levels: Mapping[int, Term]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the slip: for members who attend, or for those exempt from attending."""

    code: str
    title_vi: str
    title_en: str
    attendance_exempt: bool
    criteria: tuple[Criterion, ...]

    @property
    def quality_criteria(self) -> tuple[Criterion, ...]:
        """Give the lines that measure quality, in the order of the form."""
        return tuple(criterion for criterion in self.criteria if criterion.quality)


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground of exemption in class ``A`` or ``B``; a temporary one needs an end."""

    code: str
    exemption_class: str
    title_vi: str
    title_en: str
    temporary: bool
