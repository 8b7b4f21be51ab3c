"""What a list tells of one member."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.importing.vietnamese import folded


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Who a member is; ``probationary`` where the list says that he is."""

    full_name: str
    birth_date: date
    sex: str | None
    admitted_on: date
    official_on: date | None
    probationary: bool = False

    @property
    def person(self) -> tuple[str, date, date]:
        """What tells one member from another."""
        return folded(self.full_name), self.birth_date, self.admitted_on


@dataclass(frozen=True, kw_only=True)
class Papers:
    """What the list knows of the letter and of its slip."""

    letter_number: str | None
    letter_date: date | None
    slip_date: date | None

    @property
    def has_letter(self) -> bool:
        """Tell whether the list knows of a letter."""
        return self.letter_number is not None or self.letter_date is not None
